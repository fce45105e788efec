/**
 * A page in a real browser, as the tests see it: a small interface of our own, so that another engine is one
 * more file in `engines/` and no test changes. The engine is named by the environment variable
 * DEAL_NETWORK_ENGINE; `cargo dev test browser` sets it, with the addresses of the page.
 */

import assert from 'node:assert/strict';
import { after } from 'node:test';

/**
 * @typedef {object} Options
 * @property {number} [width] of the viewport in CSS pixels (1280)
 * @property {number} [height] (800)
 * @property {number} [scale] device pixels per CSS pixel (1)
 * @property {boolean} [dark] the reader prefers a dark page
 * @property {boolean} [reducedMotion] the reader prefers no motion
 * @property {boolean} [forcedColors] the system forces its colours
 * @property {boolean} [contrast] the reader asks for more contrast
 * @property {boolean} [touch] there is a touch screen
 * @property {boolean} [javaScript] false: scripts are switched off
 * @property {boolean} [csp] serve the page under the strict policy, trusted types switched off
 * @property {boolean} [release] serve what the release build has written, under the strict policy
 * @property {boolean} [mayFail] errors and failed requests are part of the test: do not fail because of them
 *
 * @typedef {object} Answer what a request gets instead of the file
 * @property {number} [status]
 * @property {string} [type] MIME type
 * @property {string | Buffer} [body]
 * @property {() => Promise<unknown>} [hold] is called when the request comes in; what it returns is waited for
 * @property {boolean} [abort] the connection breaks
 *
 * @typedef {{ x: number, y: number }} Point
 * @typedef {{ x: number, y: number, width: number, height: number }} Box
 *
 * @typedef {object} Problems
 * @property {string[]} errors of the console, and what nobody caught
 * @property {string[]} failed requests that failed or were answered with 400 or more
 * @property {string[]} foreign requests that left the address of the page
 */

/**
 * What an engine gives; every selector is CSS and sees into open shadow roots.
 * @typedef {object} Page
 * @property {Problems} problems
 * @property {string[]} saved names of the files that the browser has begun to save, also out of frames
 * @property {(path: string) => Promise<void>} goto a path below the page's address; waits for its load event
 * @property {<T, A = undefined>(work: (argument: A) => T | Promise<T>, argument?: A) => Promise<T>} evaluate runs a
 *   function in the page, also under the strict policy; argument and result cross as JSON
 * @property {<A = undefined>(work: (argument: A) => unknown, argument?: A, timeout?: number) => Promise<void>} waitFor
 *   until the function returns something true (10 s)
 * @property {(options?: { path?: string, clip?: Box }) => Promise<Buffer>} screenshot as PNG
 * @property {(selector: string) => Promise<void>} click the middle of the first match, scrolled into view
 * @property {(selector: string) => Promise<void>} focus
 * @property {(selector: string) => Promise<Box | null>} box where the first match is, in the viewport
 * @property {(key: string) => Promise<void>} press a key or a chord, as in `Enter`, `Shift+Tab`, `f`
 * @property {(text: string) => Promise<void>} type
 * @property {{ move: (to: Point) => Promise<void>, down: () => Promise<void>, up: () => Promise<void>,
 *   wheel: (deltaX: number, deltaY: number, keys?: string[]) => Promise<void> }} mouse
 * @property {{ tap: (at: Point) => Promise<void>, swipe: (from: Point, to: Point) => Promise<void>,
 *   fingers: (from: Point[], to: Point[]) => Promise<void> }} touch `fingers` are put down one after the other and
 *   move at once
 * @property {(width: number, height: number) => Promise<void>} resize
 * @property {(preferences: { dark?: boolean, reducedMotion?: boolean, forcedColors?: boolean,
 *   contrast?: boolean }) => Promise<void>} prefer
 * @property {(path: string, answer: Answer) => Promise<void>} answer a path below the page's address otherwise
 * @property {(factor: number) => Promise<void>} throttle the processor is so many times slower
 * @property {() => Promise<{ heap: number, nodes: number, listeners: number }>} held bytes, DOM nodes and listeners that
 *   the page holds, after what nobody can reach is collected
 * @property {() => Promise<number>} busy for how many seconds the page's main thread has worked since the first call
 */

/**
 * @typedef {object} Engine
 * @property {(keyof Options)[]} impossible options with which it cannot open a page, and says so
 * @property {(base: string, options: Options) => Promise<{ page: Page, close: () => Promise<void> }>} open
 * @property {() => Promise<string>} version name and version of the browser
 * @property {() => Promise<void>} stop
 */

const name = process.env.DEAL_NETWORK_ENGINE ?? 'chromium';

/** @type {Promise<Engine> | undefined} */
let started;

/** The engine, started once for a test file. */
export function engine() {
  started ??= import(`./engines/${name}.js`).then((module) => module.start());
  return started;
}

/** Stops the browser; in a test file this happens by itself. */
export async function stop() {
  await (await started)?.stop();
  started = undefined;
}

// Scripts that are no tests load this module, too, and stop the browser themselves.
if (process.env.NODE_TEST_CONTEXT) after(stop);

/**
 * For an answer that waits: its `hold`, what settles when the first request has come in, and what lets all of them go.
 */
export function latch() {
  let ask = () => {};
  let release = () => {};
  const asked = new Promise((resolve) => (ask = () => resolve(null)));
  const released = new Promise((resolve) => (release = () => resolve(null)));
  return { hold: () => (ask(), released), asked, release };
}

/**
 * The address of the page.
 * @param {Pick<Options, 'csp' | 'release'>} [options]
 */
export function address({ csp = false, release = false } = {}) {
  const { DEAL_NETWORK_URL, DEAL_NETWORK_CSP_URL, DEAL_NETWORK_RELEASE_URL } = process.env;
  const address = release ? DEAL_NETWORK_RELEASE_URL : csp ? DEAL_NETWORK_CSP_URL : DEAL_NETWORK_URL;
  if (!address)
    throw new Error('Nobody serves the page; run the browser tests with `cargo dev test browser`.');
  return address;
}

/**
 * Opens a page of its own (no cache, no storage), hands it over and closes it. Unless `mayFail` says otherwise,
 * an error in the console, a failed request or a request to anywhere else fails the test.
 * @template T
 * @param {Options} options
 * @param {(page: Page) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withPage(options, work) {
  const { page, close } = await (await engine()).open(address(options), options);
  try {
    const result = await work(page);
    // By then, what the page had to say before has been heard.
    await page.evaluate(() => null);
    if (!options.mayFail) {
      assert.deepEqual(page.problems, { errors: [], failed: [], foreign: [] }, 'the page has no problems');
    }
    return result;
  } finally {
    await close();
  }
}
