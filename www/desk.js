// The desk: loaded where there is something to say about a document, a picture to be written, or more to be asked
// than what is to be seen. A file of its own, so that readers of an article do not load it. `ready` comes before all else.
import { compiled, once } from './load.js';
import init, { Desk, Figure, svg } from './pkg/deal_network_desk.js';

export { problems } from './problems.js';

/** Fetches the module. */
export const ready = once(async () => {
  // The literal form is what bundlers find and rewrite.
  await init({ module_or_path: await compiled(new URL('./pkg/deal_network_desk_bg.wasm', import.meta.url)) });
});

/**
 * Reads a document of any kind: what could be read, as the bytes of a clean document, and what is to be said of the
 * rest.
 *
 * @param {Uint8Array} bytes
 * @returns {{ bytes: Uint8Array, diagnostics: import('./types.js').Diagnostic[] }}
 * @throws an Error with a sentence, if it cannot be read as a whole
 */
export function read(bytes) {
  const desk = new Desk(bytes, 'auto');
  try {
    return { bytes: desk.json(), diagnostics: desk.diagnostics() };
  } finally {
    desk.free();
  }
}

/**
 * A figure that can also be filtered, weighed and compared, of a clean document.
 *
 * @param {Uint8Array} bytes
 * @param {boolean} checked
 * @param {import('./types.js').FigureOptions} options
 * @returns {import('./types.js').Study}
 */
export function open(bytes, checked, options) {
  const figure = Figure.open(bytes, checked, ...options);
  if (!figure) throw new Error('the document is not clean');
  return /** @type {import('./types.js').Study} */ (/** @type {unknown} */ (figure));
}

/**
 * A scene as SVG text.
 *
 * @param {import('./types.js').Picture} picture
 * @returns {string}
 */
export function write({ scene, width, height, texts, theme, title, description, loops, font }) {
  return svg(scene, width, height, texts, theme, title, description, loops, font);
}
