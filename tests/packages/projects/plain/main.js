// The class and the tag come from one copy, and another copy after them changes nothing.
import { DealNetwork } from 'deal-network';
import { DealNetwork as SameClass } from 'deal-network/element.js';
import { DealNetwork as OtherClass } from 'deal-network/deal-network.min.js';

globalThis.copies = {
  one: DealNetwork === SameClass,
  two: DealNetwork === OtherClass,
  defined: customElements.get('deal-network') === DealNetwork,
};
customElements.define('own-network', class extends SameClass {});
