// Defines the tag. Loading this twice, or beside another copy, is harmless: the first one stays.
import { DealNetwork } from './element.js';

const registry = globalThis.customElements;
if (registry && !registry.get('deal-network')) registry.define('deal-network', DealNetwork);

export { DealNetwork };
