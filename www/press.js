// The press: everything that publishing a figure needs, as files. Loaded where an editor asks for it. A file of its own.
import { isPanic } from './failure.js';
import { shared } from './load.js';
import instantiate from './pkg/deal_network_press.js';
import { slices } from './slices.js';

/**
 * What is to be printed, and how.
 *
 * @typedef {object} Order
 * @property {Uint8Array} document a clean one
 * @property {string[]} filter parts, each followed by its words
 * @property {string} theme `light`, `dark` or `auto`
 * @property {string} script the address of the script that defines the element; empty where it is in `widget/`
 * @property {string} base the address of the folder in which the files will be; empty where it is not known
 * @property {string} template the page for iframes, to be filled in
 */

/** The drawing for wide columns, in CSS pixels. */
const SIZE = /** @type {const} */ ([960, 640]);
/** As the element opens a document. @type {import('./types.js').FigureOptions} */
const OPTIONS = [1, 5, 10_000, 6, false];

// The literal form is what bundlers find and rewrite.
const instance = shared(instantiate, () => new URL('./pkg/deal_network_press_bg.wasm', import.meta.url));

/**
 * The text files of a figure: those of `deal-network embed`.
 *
 * @param {Order} order
 * @param {AbortSignal} signal
 * @returns {Promise<{ name: string, text: string }[]>}
 * @throws an Error with a sentence
 */
export async function print({ document, filter, theme, script, base, template }, signal) {
  const { Figure } = await instance();
  const figure = Figure.open(document, true, ...OPTIONS);
  if (!figure) throw new Error('the document cannot be read');
  try {
    figure.filter(filter);
    await slices((budget) => figure.search(budget), signal);
    const files = figure.pack(...SIZE, theme, script, base, template);
    figure.free();
    return files;
  } catch (error) {
    if (isPanic(error)) Figure.broken = true;
    else figure.free();
    throw error;
  }
}
