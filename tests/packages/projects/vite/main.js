import 'deal-network';
