// From bytes to a figure. Clean documents are read at once; for others the desk is fetched, which says what is wrong
// with them and hands over the rest.
import { timed } from './context.js';
import { Failure } from './failure.js';

/** @typedef {import('./types.js').Figure} Figure */
/** @typedef {import('./types.js').Diagnostic} Diagnostic */
/** @typedef {import('./types.js').Study} Study */

/**
 * @param {import('./types.js').FigureClass} Figure
 * @param {Uint8Array} bytes
 * @param {import('./types.js').FigureOptions} options
 * @param {AbortSignal} signal
 * @returns {Promise<{ figure: Figure, diagnostics: Diagnostic[], study: () => Promise<Study> }>} `study` makes
 *   a figure of the same document at the desk, which whoever asks for it frees
 */
export async function open(Figure, bytes, options, signal) {
  const figure = timed('parse', () => Figure.open(bytes, false, ...options));
  if (figure) return { figure, diagnostics: [], study: () => study(bytes, false, options) };
  const desk = await import('./desk.js');
  await desk.ready();
  signal.throwIfAborted();
  const read = sorted(desk, bytes);
  const rest = Figure.open(read.bytes, true, ...options);
  if (!rest) throw new Failure('unreadable');
  return { figure: rest, diagnostics: read.diagnostics, study: () => study(read.bytes, true, options) };
}

/**
 * @param {Uint8Array} bytes
 * @param {boolean} checked
 * @param {import('./types.js').FigureOptions} options
 */
async function study(bytes, checked, options) {
  const desk = await import('./desk.js');
  await desk.ready();
  return desk.open(bytes, checked, options);
}

/**
 * @param {typeof import('./desk.js')} desk
 * @param {Uint8Array} bytes
 */
function sorted(desk, bytes) {
  try {
    return desk.read(bytes);
  } catch (error) {
    throw error instanceof WebAssembly.RuntimeError ? error : new Failure('unreadable', error);
  }
}
