/** What an engine cannot do is said, never passed over. */

/** @import { Options } from '../engine.js' */

/**
 * @param {string} engine
 * @param {string} deed
 * @returns {never}
 */
export function cannot(engine, deed) {
  throw new Error(`${engine} cannot ${deed}; this test is for another engine.`);
}

/**
 * Refuses options that are wished for and cannot be had.
 * @param {string} engine
 * @param {Options} options
 * @param {(keyof Options)[]} impossible
 */
export function refuse(engine, options, impossible) {
  const found = impossible.filter((name) => options[name]);
  if (found.length)
    cannot(engine, `open a page with the option ${found.map((name) => `\`${name}\``).join(', ')}`);
}
