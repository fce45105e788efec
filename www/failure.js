// What can go wrong, and the sentence a reader gets for it.

/** @typedef {'missing' | 'refused' | 'unreachable' | 'large' | 'unreadable' | 'empty'} Cause */

const SENTENCES = {
  missing: 'The deals of this figure were not found (404).',
  refused: 'The server did not hand over the deals of this figure.',
  unreachable: 'The deals of this figure could not be fetched.',
  large: 'The file of deals is larger than 10 MiB: this figure takes no more.',
  unreadable: 'The deals of this figure could not be read.',
  empty: 'There are no deals in this file that could be drawn.',
};

/** A failure whose cause is known. */
export class Failure extends Error {
  /**
   * @param {Cause} cause
   * @param {unknown} [detail]
   */
  constructor(cause, detail) {
    const because = detail instanceof Error && cause === 'unreadable' ? ` ${capital(detail.message)}.` : '';
    super(SENTENCES[cause] + because);
    this.name = 'Failure';
  }
}

/**
 * One plain sentence for anything thrown.
 *
 * @param {unknown} error
 * @returns {string}
 */
export function sentenceOf(error) {
  if (error instanceof Failure) return error.message;
  if (isPanic(error)) return 'The figure stopped because of a mistake in it.';
  return /^(Compile|Link|Reference)Error$/.test(nameOf(error))
    ? 'This page, or this browser, does not let the figure’s program run.'
    : 'The program of this figure could not be loaded.';
}

/**
 * Whether the core has stopped in the middle of something: a panic, no memory left, or too little stack, for which
 * Firefox has an error of its own.
 *
 * @param {unknown} error
 */
export function isPanic(error) {
  return /^(Runtime|Range|Internal)Error$/.test(nameOf(error));
}

/** By name: where there is no WebAssembly, there are no classes of its errors. @param {unknown} error */
function nameOf(error) {
  return error instanceof Error ? error.name : '';
}

/** @param {string} text */
function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1).replace(/\.$/, '');
}
