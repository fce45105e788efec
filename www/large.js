// The class of large networks: the same as `engine.js` has, with another engine of the layout and compiled to be quick.
// A file of its own, loaded where a document has many companies.
import { compiled, once } from './load.js';
import init, { Figure } from './pkg/deal_network_large.js';

/** @typedef {import('./types.js').FigureClass} FigureClass */

/** @type {() => Promise<FigureClass>} */
export const engine = once(async () => {
  // The literal form is what bundlers find and rewrite.
  await init({
    module_or_path: await compiled(new URL('./pkg/deal_network_large_bg.wasm', import.meta.url)),
  });
  return /** @type {FigureClass} */ (/** @type {unknown} */ (Figure));
});
