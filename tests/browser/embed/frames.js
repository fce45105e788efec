/** What the tests of the iframe page share: the page filled in, a page around it, and a way to look inside. */

import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { address } from '../engine.js';
import { serve } from './server.js';

/** @import { Page } from '../engine.js' */

/** All that the page around can allow without giving the frame its own origin. */
export const USUAL = 'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads';

/**
 * A file of the release.
 * @param {string} file
 */
export async function released(file) {
  const response = await fetch(address({ release: true }) + file);
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  return response.text();
}

/**
 * The iframe page, filled in as by `deal-network embed`, with `probe` inside.
 * @param {unknown} data
 * @param {{ file?: string, language?: string, title?: string, fallback?: string, raw?: boolean }} [options] `raw`: the
 *   data are text, and stand in the page as they are
 */
export async function filled(data, options = {}) {
  const { file = 'frame.html', language = 'en', title = 'Deals', fallback = FALLBACK, raw = false } = options;
  const deals = raw ? String(data) : JSON.stringify(data).replaceAll('<', '\\u003c');
  const values = new Map(Object.entries({ language, title, fallback, data: deals }));
  const page = (await released(file)).replace(/\{\{(\w+)\}\}/g, (_, name) => values.get(name) ?? '');
  return probed(page);
}

export const FALLBACK = '<p>A figure of deals, for readers without JavaScript.</p>';

/** Runs inside the frame, in any sandbox and engine: answers a few questions that the page around asks. */
function probe() {
  /** @type {string[]} */
  const refused = [];
  /** @type {string[]} */
  const errors = [];
  addEventListener('securitypolicyviolation', (event) =>
    refused.push(`${event.effectiveDirective} ${event.blockedURI}`),
  );
  addEventListener('error', (event) => errors.push(String(event.message)));
  addEventListener('unhandledrejection', (event) => errors.push(String(event.reason)));
  const network = () => document.querySelector('deal-network');
  /** @param {string} selector */
  const find = (selector) =>
    network()?.shadowRoot?.querySelector(selector) ?? document.querySelector(selector);
  /** @type {Record<string, (argument: string) => unknown>} */
  const answers = {
    /** Where it is in the frame's window, once it is in sight. */
    box: (selector) => {
      const found = find(selector);
      if (!found) return null;
      found.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { x, y, width, height } = found.getBoundingClientRect();
      return { x, y, width, height };
    },
    text: (selector) => find(selector)?.textContent ?? null,
    shown: (selector) => find(selector)?.checkVisibility() ?? false,
    state: () => ({
      attributes: Object.fromEntries(
        [...(network()?.attributes ?? [])].map(({ name, value }) => [name, value]),
      ),
      view: network()?.state,
      loops: network()?.loops.map(({ id }) => id),
      ground: getComputedStyle(document.documentElement).backgroundColor,
      figure: getComputedStyle(network()?.shadowRoot?.querySelector('.widget') ?? document.body)
        .backgroundColor,
      language: document.documentElement.lang,
      title: document.title,
    }),
    followed: () => document.documentElement.hasAttribute('data-followed'),
    problems: () => ({ refused, errors }),
    /** What a script of the data would have left. */
    traces: () => Object.keys(window).filter((name) => name.startsWith('hacked')),
    /** How many there are in the page, outside the figure. */
    count: (selector) => document.querySelectorAll(selector).length,
    /** But for what an engine of the tests itself puts in. */
    asked: () =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .filter((name) => !name.endsWith('/.prelude.js')),
    storage: () => {
      try {
        return typeof localStorage;
      } catch {
        return 'refused';
      }
    },
  };
  addEventListener('message', async ({ data, source }) => {
    const answer = answers[data?.probe];
    if (!answer || !source) return;
    // What came before is done, and painted, unless another page has come before this one.
    await new Promise((resolve) => {
      requestAnimationFrame(() => requestAnimationFrame(resolve));
      setTimeout(resolve, 250);
    });
    source.postMessage({ probe: data.number, answer: answer(data.argument) }, { targetOrigin: '*' });
  });
}

/** @param {string} page */
function probed(page) {
  const code = `(${probe})();`;
  const hash = createHash('sha256').update(code).digest('base64');
  const allowed = page.replace("script-src '", () => `script-src 'sha256-${hash}' '`);
  if (allowed === page) throw new Error('The iframe page has no policy.');
  return allowed.replace('<title>', () => `<script>${code}</script><title>`);
}

/** In the page around: keeps all that it is told. */
function listen() {
  /** @type {unknown[]} */
  const said = [];
  Reflect.set(window, 'said', said);
  addEventListener('message', ({ data }) => {
    if (data === null || typeof data !== 'object' || !('probe' in data)) said.push(data);
  });
}

/** The pages around frames. Not answered by the tests: a browser does not let those have frames from this machine. */
const hosts = /** @type {Record<string, string>} */ ({});
const host = await serve(hosts);

/** The address of pages around frames. */
export const outside = host.origin;

/**
 * @param {string} src
 * @param {string} [more] attributes
 */
export function frame(src, more = `sandbox="${USUAL}"`) {
  return `<iframe src="${src}" title="Deals" width="1000" height="900" ${more}></iframe>`;
}

/**
 * Opens a page around frames, which keeps what it is told.
 * @param {Page} page
 * @param {string} body
 * @param {string} [head]
 */
export async function surround(page, body, head = '') {
  hosts['/host.html'] = `<!doctype html><html lang="en"><head><meta charset="utf-8">${head}
    <link rel="icon" href="data:,"><title>Host</title>
    <style>body { margin: 0 } iframe { border: 0; display: block }</style>
    <script>(${listen})();</script></head><body>${body}</body></html>`;
  await page.goto(`${outside}/host.html`);
}

/**
 * All messages so far, of one type if it is named.
 * @param {Page} page
 * @param {string} [type]
 * @returns {Promise<any[]>}
 */
export function said(page, type) {
  return page.evaluate((type) => {
    /** @type {any[]} */
    const all = Reflect.get(window, 'said');
    return type ? all.filter((data) => data?.source === 'deal-network' && data.type === type) : all;
  }, type);
}

/**
 * Waits for a message of ours.
 * @param {Page} page
 * @param {string} type
 * @param {number} [times]
 */
export async function heard(page, type, times = 1) {
  await page.waitFor(
    ({ type, times }) =>
      Reflect.get(window, 'said').filter(
        (/** @type {any} */ data) => data?.source === 'deal-network' && data.type === type,
      ).length >= times,
    { type, times },
  );
}

let number = 0;

/**
 * Asks the probe of a frame; all that the frame has said before is heard by then.
 * @param {Page} page
 * @param {string} question
 * @param {string} [argument]
 * @param {number} [which] frame of the page
 * @returns {Promise<any>}
 */
export function ask(page, question, argument, which = 0) {
  number += 1;
  return page.evaluate(
    ({ question, argument, which, number }) =>
      new Promise((resolve, reject) => {
        setTimeout(reject, 10_000, new Error(`The frame does not answer ${question}`));
        const hear = (/** @type {MessageEvent} */ { data }) => {
          if (data?.probe !== number) return;
          removeEventListener('message', hear);
          resolve(data.answer);
        };
        addEventListener('message', hear);
        frames[which]?.postMessage({ probe: question, argument, number }, '*');
      }),
    { question, argument, which, number },
  );
}

/**
 * Presses the middle of something in a frame with the mouse, as a reader does.
 * @param {Page} page
 * @param {string} selector
 */
export async function press(page, selector) {
  let inner = await ask(page, 'box', selector);
  let calm = 0;
  // What still moves would be missed. Firefox rounds now up and now down how far it scrolls.
  await soon(async () => {
    const before = inner;
    inner = await ask(page, 'box', selector);
    const rests = inner && before && Math.abs(inner.x - before.x) + Math.abs(inner.y - before.y) < 2;
    calm = rests ? calm + 1 : 0;
    return calm > 2;
  }, `${selector} to be at rest`);
  const place = async () => {
    const outer = await page.box('iframe');
    if (!inner || !outer) throw new Error(`There is no ${selector} in the frame.`);
    return { x: outer.x + inner.x + inner.width / 2, y: outer.y + inner.y + inner.height / 2 };
  };
  // A bar of the browser's own, as after a file is saved, may have come between.
  await page.evaluate(
    (y) => y > innerHeight - 20 && scrollBy({ top: y - innerHeight / 2, behavior: 'instant' }),
    (await place()).y,
  );
  await page.mouse.move(await place());
  await page.mouse.down();
  await page.mouse.up();
}

/**
 * Waits until it is so, for 10 s.
 * @param {() => unknown} check
 * @param {string} what
 */
export async function soon(check, what) {
  const end = Date.now() + 10_000;
  while (!(await check())) {
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}`);
    await sleep(20);
  }
}

/**
 * Waits until something is to be seen in a frame.
 * @param {Page} page
 * @param {string} selector
 */
export function appears(page, selector) {
  return soon(() => ask(page, 'shown', selector), `${selector} in the frame`);
}
