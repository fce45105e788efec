// The class of networks, as soon as its wasm module is there.
import { shared } from './load.js';
import instantiate from './pkg/deal_network.js';

/** @typedef {import('./types.js').FigureClass} FigureClass */

// The literal form is what bundlers find and rewrite.
const reader = shared(instantiate, () => new URL('./pkg/deal_network_bg.wasm', import.meta.url));

/** @returns {Promise<FigureClass>} */
export const engine = async () => /** @type {any} */ ((await reader()).Figure);
