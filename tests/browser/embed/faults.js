/** What can go wrong between a page and its figure, and what the reader is told then. */

import assert from 'node:assert/strict';
import { SMALL, complete, host, textOf, visible } from '../widget.js';

/** @import { Answer, Page } from '../engine.js' */

export const MODULE = 'pkg/deal_network_bg.wasm';
export const DATA = JSON.stringify(SMALL);
const FIGURE =
  '<deal-network src="deals.json"><p id="fallback">Still here</p></deal-network><script type="module" src="deal-network.js"></script>';

/** Notes what is left unhandled, what a policy refuses, and what the figure tells its page. */
const WATCH = `
  window.unhandled = [];
  addEventListener('error', (event) => event.error && unhandled.push(String(event.error)));
  window.refused = [];
  document.addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective + ' ' + event.blockedURI));
  addEventListener('unhandledrejection', (event) => unhandled.push(String(event.reason)));
  document.addEventListener('deal-network-error', (event) => { window.told = event.detail.message; window.after = performance.now(); });`;

/**
 * Opens a page with a figure; `watch.js` notes in `unhandled`, `refused` and `told` what becomes of it.
 *
 * @param {Page} page
 * @param {Record<string, Answer>} answers
 * @param {string} [before] what stands before the figure
 * @param {(body: string) => string} [written] the page as it is to be, of what it would be
 */
export async function openHost(page, answers, before = '', written = (body) => body) {
  await page.answer('watch.js', { type: 'text/javascript', body: WATCH });
  await page.answer('deals.json', { type: 'application/json', body: DATA });
  for (const [path, answer] of Object.entries(answers)) await page.answer(path, answer);
  await page.answer('host.html', host(written(`${before}<script src="watch.js"></script>${FIGURE}`)));
  await page.goto('host.html');
}

export const REFUSED = /^This page, or this browser, does not let the figure’s program run\.$/;
export const NOT_LOADED = /^The program of this figure could not be loaded\.$/;
export const UNREACHABLE = /^The deals of this figure could not be fetched\.$/;
const script = (/** @type {string} */ body) => ({ 'before.js': { type: 'text/javascript', body } });
const BEFORE = '<script src="before.js"></script>';

/** What goes wrong, what is answered otherwise, what stands before the figure, and what the reader is told. */
export const FAULTS = /** @type {[string, Record<string, Answer>, string, RegExp][]} */ ([
  ['a browser without WebAssembly', script('delete globalThis.WebAssembly;'), BEFORE, REFUSED],
  ['a module that is missing', { [MODULE]: { status: 404, body: '' } }, '', NOT_LOADED],
  ['a server in trouble with the module', { [MODULE]: { status: 503, body: 'no' } }, '', NOT_LOADED],
  ['a module that never arrives', { [MODULE]: { abort: true } }, '', NOT_LOADED],
  ['a page instead of the module', { [MODULE]: { type: 'text/html', body: '<!doctype html>' } }, '', REFUSED],
  ['a module that is none', { [MODULE]: { type: 'application/wasm', body: 'nothing' } }, '', REFUSED],
  [
    'a module that is cut short',
    { [MODULE]: { type: 'application/wasm', body: Buffer.from('0061736d0100', 'hex') } },
    '',
    REFUSED,
  ],
  ['data that are missing', { 'deals.json': { status: 404, body: '' } }, '', /not found \(404\)/],
  ['a server in trouble with the data', { 'deals.json': { status: 500, body: '' } }, '', /did not hand over/],
  ['data that never arrive', { 'deals.json': { abort: true } }, '', UNREACHABLE],
  [
    'data that are cut short',
    { 'deals.json': { type: 'application/json', body: DATA.slice(0, 90) } },
    '',
    /could not be read/,
  ],
  [
    'data that are none',
    { 'deals.json': { type: 'application/json', body: '\u0000\u0001' } },
    '',
    /could not be read/,
  ],
  [
    'data of no length',
    { 'deals.json': { type: 'application/json', body: '' } },
    '',
    /^There are no deals in this file that could be drawn\.$/,
  ],
  [
    'data without deals',
    { 'deals.json': { type: 'application/json', body: '{"version":1,"deals":[]}' } },
    '',
    /no deals/,
  ],
  [
    'data of which the desk is missing',
    {
      'deals.json': { type: 'text/csv', body: 'from,to\na,b\nb,a\n' },
      'desk.js': { status: 404, body: '' },
    },
    '',
    NOT_LOADED,
  ],
]);

/**
 * What becomes of a figure: it is there, or a sentence says why it is not, or not even its script runs.
 * @typedef {'figure' | 'fallback' | RegExp} Outcome
 */

/** In the words of a test's name. @param {Outcome} expected */
export const outcome = (expected) =>
  expected instanceof RegExp ? 'the fallback and a sentence' : `the ${expected}`;

/** @param {Page} page @param {Outcome} expected */
export function becomes(page, expected) {
  if (expected === 'figure') return figure(page);
  return expected === 'fallback' ? fallback(page) : sentence(page, expected);
}

/** @param {Page} page */
export const unhandled = (page) => page.evaluate(() => Reflect.get(window, 'unhandled'));

/** What the policy has refused, but for the icon that the page itself has. @param {Page} page */
const refused = (page) =>
  page.evaluate(() =>
    /** @type {string[]} */ (Reflect.get(window, 'refused')).filter((what) => what !== 'img-src data'),
  );

/** The figure, with what it fetches only when it is asked for. @param {Page} page */
async function figure(page) {
  await complete(page);
  assert.match((await page.evaluate(() => document.querySelector('deal-network')?.toSVG())) ?? '', /^<svg/);
  assert.equal(await visible(page, '.widget'), 1);
  assert.equal(await page.box('#fallback'), null);
  assert.deepEqual(await refused(page), []);
  assert.deepEqual(await unhandled(page), []);
}

/** @param {Page} page */
async function fallback(page) {
  assert.ok(await page.box('#fallback'), 'the fallback is to be seen');
  assert.deepEqual(
    await page.evaluate(() => ({
      defined: customElements.get('deal-network') !== undefined,
      root: document.querySelector('deal-network')?.shadowRoot ?? null,
      asked: performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .filter((name) => /\.(wasm|json)$/.test(name)),
    })),
    { defined: false, root: null, asked: [] },
  );
}

/** @param {Page} page @param {RegExp} expected */
export async function sentence(page, expected) {
  await page.waitFor(() => 'told' in window);
  const told = await page.evaluate(() => String(Reflect.get(window, 'told')));
  assert.match(told, expected);
  assert.equal(await textOf(page, '[role="alert"]'), told);
  assert.ok(await page.box('#fallback'), 'the fallback is to be seen');
  assert.equal(await visible(page, '.widget'), 0);
  assert.equal(await visible(page, '[part="again"]'), 1);
  assert.deepEqual(await unhandled(page), []);
}
