/** What can go wrong between a page and its figure, and what the reader is told then. */

import { SMALL, host } from '../widget.js';

/** @import { Answer, Page } from '../engine.js' */

export const MODULE = 'pkg/deal_network_bg.wasm';
export const DATA = JSON.stringify(SMALL);
const FIGURE =
  '<deal-network src="deals.json"><p id="fallback">Still here</p></deal-network><script type="module" src="deal-network.js"></script>';

/** Notes what is left unhandled, and what the figure tells its page. */
const WATCH = `
  window.unhandled = [];
  addEventListener('error', (event) => event.error && unhandled.push(String(event.error)));
  addEventListener('unhandledrejection', (event) => unhandled.push(String(event.reason)));
  document.addEventListener('deal-network-error', (event) => { window.told = event.detail.message; window.after = performance.now(); });`;

/**
 * Opens a page with a figure; `watch.js` notes what is left unhandled and what the figure tells its page.
 *
 * @param {Page} page
 * @param {Record<string, Answer>} answers
 * @param {string} [before] what stands before the figure
 */
export async function openHost(page, answers, before = '') {
  await page.answer('watch.js', { type: 'text/javascript', body: WATCH });
  await page.answer('deals.json', { type: 'application/json', body: DATA });
  for (const [path, answer] of Object.entries(answers)) await page.answer(path, answer);
  await page.answer('host.html', host(`${before}<script src="watch.js"></script>${FIGURE}`));
  await page.goto('host.html');
}

const REFUSED = /^This page, or this browser, does not let the figure’s program run\.$/;
const NOT_LOADED = /^The program of this figure could not be loaded\.$/;
const policy = (/** @type {string} */ scripts) =>
  `<meta http-equiv="Content-Security-Policy" content="script-src ${scripts}">`;
const script = (/** @type {string} */ body) => ({ 'before.js': { type: 'text/javascript', body } });
const BEFORE = '<script src="before.js"></script>';

/** What goes wrong, what is answered otherwise, what stands before the figure, and what the reader is told. */
export const FAULTS = /** @type {[string, Record<string, Answer>, string, RegExp][]} */ ([
  ['a policy that refuses WebAssembly', {}, policy("'self'"), REFUSED],
  ['a browser without WebAssembly', script('delete globalThis.WebAssembly;'), BEFORE, REFUSED],
  ['a module that is missing', { [MODULE]: { status: 404, body: '' } }, '', NOT_LOADED],
  ['a server in trouble with the module', { [MODULE]: { status: 503, body: 'no' } }, '', NOT_LOADED],
  ['a module that never arrives', { [MODULE]: { abort: true } }, '', NOT_LOADED],
  ['a page instead of the module', { [MODULE]: { type: 'text/html', body: '<!doctype html>' } }, '', REFUSED],
  [
    'a module that is cut short',
    { [MODULE]: { type: 'application/wasm', body: Buffer.from('0061736d0100', 'hex') } },
    '',
    REFUSED,
  ],
  ['data that are missing', { 'deals.json': { status: 404, body: '' } }, '', /not found \(404\)/],
  ['a server in trouble with the data', { 'deals.json': { status: 500, body: '' } }, '', /did not hand over/],
  ['data that never arrive', { 'deals.json': { abort: true } }, '', /Is the connection down\?/],
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
