// The class of networks, as soon as its wasm module is there.
import { compiled, once } from './load.js';
import init, { Figure } from './pkg/deal_network.js';

/** @typedef {import('./types.js').FigureClass} FigureClass */

/** @type {() => Promise<FigureClass>} */
export const engine = once(async () => {
  // The literal form is what bundlers find and rewrite.
  await init({ module_or_path: await compiled(new URL('./pkg/deal_network_bg.wasm', import.meta.url)) });
  return /** @type {FigureClass} */ (/** @type {unknown} */ (Figure));
});
