// The desk: loaded where there is something to say about a document, a picture to be written, or more to be asked
// than what is to be seen. A file of its own, so that readers of an article do not load it. `ready` comes before all else.
import { isPanic } from './failure.js';
import { shared } from './load.js';
import instantiate from './pkg/deal_network_desk.js';

export { problems } from './problems.js';

/** @typedef {Awaited<ReturnType<typeof instantiate>>} Instance */

// The literal form is what bundlers find and rewrite.
const instance = shared(instantiate, () => new URL('./pkg/deal_network_desk_bg.wasm', import.meta.url));

/** @type {Instance} */
let desk;

/** Fetches the module, or takes another instance of it where the one there is has broken. */
export async function ready() {
  desk = await instance();
}

/** The class of networks, as `engine.js` has it; here it can do more. */
export async function engine() {
  await ready();
  return /** @type {import('./types.js').FigureClass} */ (/** @type {unknown} */ (desk.Figure));
}

/**
 * Does something at the desk; a panic breaks the instance.
 *
 * @template T
 * @param {(desk: Instance) => T} act
 * @returns {T}
 */
function at(act) {
  const now = desk;
  try {
    return act(now);
  } catch (error) {
    if (isPanic(error)) now.Figure.broken = true;
    throw error;
  }
}

/**
 * Reads a document of any kind: what could be read, as the bytes of a clean document, and what is to be said of the
 * rest.
 *
 * @param {Uint8Array} bytes
 * @returns {{ bytes: Uint8Array, diagnostics: import('./types.js').Diagnostic[] }}
 * @throws an Error with a sentence, if it cannot be read as a whole
 */
export function read(bytes) {
  return at(({ Desk }) => {
    const read = new Desk(bytes, 'auto');
    const made = { bytes: read.json(), diagnostics: read.diagnostics() };
    read.free();
    return made;
  });
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
  const figure = at(({ Figure }) => Figure.open(bytes, checked, ...options));
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
  return at(({ svg }) => svg(scene, width, height, texts, theme, title, description, loops, font));
}
