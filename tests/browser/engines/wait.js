/** Waiting for a page to get there, and for a program to start. */

import { setTimeout as sleep } from 'node:timers/promises';

/**
 * @param {() => Promise<unknown>} check
 * @param {string} what
 * @param {number} timeout in milliseconds
 */
export async function until(check, what, timeout) {
  const end = Date.now() + timeout;
  while (!(await check())) {
    if (Date.now() > end) throw new Error(`Waited ${timeout} ms in vain for ${what}`);
    await sleep(20);
  }
}

/**
 * Asks in the page whether something is true, and brings back no more than that: an element or a function could not
 * cross over.
 * @template A
 * @param {(argument: A) => unknown} work
 * @returns {(argument: A) => boolean | Promise<boolean>}
 */
export function truth(work) {
  const text = `(argument) => {
    const found = (${work})(argument);
    return found instanceof Promise ? found.then(Boolean) : Boolean(found);
  }`;
  return /** @type {any} */ ({ toString: () => text });
}
