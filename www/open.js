// From bytes to a figure. Clean documents are read at once; for others the desk is fetched, which says what is wrong
// with them and hands over the rest.
import { timed } from './context.js';
import { Failure } from './failure.js';

/** @typedef {import('./types.js').Figure} Figure */
/** @typedef {import('./types.js').Diagnostic} Diagnostic */

/**
 * @param {import('./types.js').FigureClass} Figure
 * @param {Uint8Array} bytes
 * @param {import('./types.js').FigureOptions} options
 * @param {AbortSignal} signal
 * @returns {Promise<{ figure: Figure, diagnostics: Diagnostic[] }>}
 */
export async function open(Figure, bytes, options, signal) {
  const figure = timed('parse', () => Figure.open(bytes, false, ...options));
  if (figure) return { figure, diagnostics: [] };
  const desk = await import('./desk.js');
  await desk.ready();
  signal.throwIfAborted();
  const read = sorted(desk, bytes);
  const rest = Figure.open(read.bytes, true, ...options);
  if (!rest) throw new Failure('unreadable');
  return { figure: rest, diagnostics: read.diagnostics };
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
