// The class of large networks: the same as `engine.js` has, with another engine of the layout and compiled to be quick.
// A file of its own, loaded where a document has many companies.
import { shared } from './load.js';
import instantiate from './pkg/deal_network_large.js';

/** @typedef {import('./types.js').FigureClass} FigureClass */

// The literal form is what bundlers find and rewrite.
const large = shared(instantiate, () => new URL('./pkg/deal_network_large_bg.wasm', import.meta.url));

/** @returns {Promise<FigureClass>} */
export const engine = async () => /** @type {any} */ ((await large()).Figure);
