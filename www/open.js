// From bytes to a figure. Clean documents are read at once; for others the desk is fetched, which says what is wrong
// with them and hands over the rest. Networks of many companies go on to the engine that is made for them.
import { timed } from './context.js';
import { Failure, isPanic } from './failure.js';

/** @typedef {import('./types.js').Figure} Figure */
/** @typedef {import('./types.js').Diagnostic} Diagnostic */
/** @typedef {import('./types.js').Study} Study */

/** The module that every reader loads lays out so many companies well. */
const MANY = 250;

/**
 * @param {import('./types.js').FigureClass} Figure
 * @param {Uint8Array} bytes
 * @param {import('./types.js').FigureOptions} options
 * @param {AbortSignal} signal
 * @returns {Promise<{ figure: Figure, clean: Uint8Array, diagnostics: Diagnostic[], study: () => Promise<Study> }>}
 *   `clean` is the document without what could not be read; `study` makes a figure of it at the desk, which whoever
 *   asks for it frees
 */
export async function open(Figure, bytes, options, signal) {
  const figure = timed('parse', () => Figure.open(bytes, false, ...options));
  if (figure) {
    const right = await enlarged(figure, bytes, false, options, signal);
    return { figure: right, clean: bytes, diagnostics: [], study: () => study(bytes, false, options) };
  }
  const desk = await import('./desk.js');
  await desk.ready();
  signal.throwIfAborted();
  const read = sorted(desk, bytes);
  const rest = Figure.open(read.bytes, true, ...options);
  if (!rest) throw new Failure('unreadable');
  const right = await enlarged(rest, read.bytes, true, options, signal);
  const { bytes: clean, diagnostics } = read;
  return { figure: right, clean, diagnostics, study: () => study(clean, true, options) };
}

/**
 * The same network in the module for large ones, where it is one.
 *
 * @param {Figure} figure is freed if another one takes its place
 * @param {Uint8Array} bytes
 * @param {boolean} checked
 * @param {import('./types.js').FigureOptions} options
 * @param {AbortSignal} signal
 */
async function enlarged(figure, bytes, checked, options, signal) {
  if (figure.counts().companies <= MANY) return figure;
  // This one takes memory that the other will need.
  figure.free();
  const { engine } = await import('./large.js');
  const Figure = await engine();
  signal.throwIfAborted();
  const larger = Figure.open(bytes, checked, ...options);
  if (!larger) throw new Failure('unreadable');
  return larger;
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
    throw isPanic(error) ? error : new Failure('unreadable', error);
  }
}

/** Gives back what it holds in the core. @param {Figure} figure */
export function free(figure) {
  try {
    figure.free();
  } catch {
    // After a panic even this throws; there is nothing left to free.
  }
}
