// Loads the wasm module once per page. Success is remembered, failure forgotten, so that "Try again" does try again.
import init, { Figure } from './pkg/deal_network.js';

/** @typedef {import('./types.js').FigureClass} FigureClass */

/** @type {Promise<FigureClass> | null} */
let loading = null;

/**
 * The class of networks, as soon as its module is there.
 *
 * @returns {Promise<FigureClass>}
 */
export function engine() {
  loading ??= load().catch((error) => {
    loading = null;
    throw error;
  });
  return loading;
}

/** @returns {Promise<FigureClass>} */
async function load() {
  // The literal form is what bundlers find and rewrite.
  const response = await fetch(new URL('./pkg/deal_network_bg.wasm', import.meta.url));
  if (!response.ok) throw new Error(`the engine answered ${response.status}`);
  await init({ module_or_path: await compile(response) });
  return /** @type {FigureClass} */ (/** @type {unknown} */ (Figure));
}

/**
 * Streaming insists on the right content type, which many static hosts do not send.
 *
 * @param {Response} response
 */
async function compile(response) {
  const type = response.headers.get('content-type')?.split(';')[0]?.trim();
  return type === 'application/wasm'
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}
