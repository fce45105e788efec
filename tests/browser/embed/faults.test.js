/** What goes wrong between a page and its figure: the fallback is there from the start, and one sentence says why. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from '../engine.js';
import { DESKTOP, SMALL, complete, host, textOf, visible } from '../widget.js';

/** @import { Answer, Page } from '../engine.js' */

const MODULE = 'pkg/deal_network_bg.wasm';
const DATA = JSON.stringify(SMALL);
const FIGURE =
  '<deal-network src="deals.json"><p id="fallback">Still here</p></deal-network><script type="module" src="deal-network.js"></script>';

/** Notes what is left unhandled, and what the figure tells its page. */
const WATCH = `
  window.unhandled = [];
  addEventListener('error', (event) => event.error && unhandled.push(String(event.error)));
  addEventListener('unhandledrejection', (event) => unhandled.push(String(event.reason)));
  document.addEventListener('deal-network-error', (event) => { window.told = event.detail.message; });`;

/** @param {Page} page @param {Record<string, Answer>} answers @param {string} [before] what stands before the figure */
async function openHost(page, answers, before = '') {
  await page.answer('watch.js', { type: 'text/javascript', body: WATCH });
  await page.answer('deals.json', { type: 'application/json', body: DATA });
  for (const [path, answer] of Object.entries(answers)) await page.answer(path, answer);
  await page.answer('host.html', host(`${before}<script src="watch.js"></script>${FIGURE}`));
  await page.goto('host.html');
}

/** @param {Page} page */
const unhandled = (page) => page.evaluate(() => Reflect.get(window, 'unhandled'));

const REFUSED = /^This page, or this browser, does not let the figure’s program run\.$/;
const NOT_LOADED = /^The program of this figure could not be loaded\.$/;
const policy = (/** @type {string} */ scripts) =>
  `<meta http-equiv="Content-Security-Policy" content="script-src ${scripts}">`;
const script = (/** @type {string} */ body) => ({ 'before.js': { type: 'text/javascript', body } });
const BEFORE = '<script src="before.js"></script>';

/** What goes wrong, what is answered otherwise, what stands before the figure, and what the reader is told. */
const FAULTS = /** @type {[string, Record<string, Answer>, string, RegExp][]} */ ([
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

for (const [name, answers, before, sentence] of FAULTS) {
  test(`${name}: the fallback, one sentence, and nothing unhandled`, async () => {
    await withPage({ ...DESKTOP, mayFail: true }, async (page) => {
      await openHost(page, answers, before);
      await page.waitFor(() => 'told' in window);
      assert.match(await page.evaluate(() => String(Reflect.get(window, 'told'))), sentence);
      assert.equal(
        await textOf(page, '[role="alert"]'),
        await page.evaluate(() => Reflect.get(window, 'told')),
      );
      assert.ok(await page.box('#fallback'), 'the fallback is to be seen');
      assert.equal(await visible(page, '.widget'), 0);
      assert.equal(await visible(page, '[part="again"]'), 1);
      assert.deepEqual(await unhandled(page), []);
    });
  });
}

for (const [path, answer] of /** @type {[string, Answer][]} */ ([
  [MODULE, { delay: 1_500 }],
  ['deals.json', { delay: 1_500, type: 'application/json', body: DATA }],
])) {
  test(`while ${path} is slow the fallback stands there, and the figure takes its place when it comes`, async () => {
    await withPage({ ...DESKTOP, mayFail: true }, async (page) => {
      await openHost(page, { [path]: answer });
      await page.waitFor(() => customElements.get('deal-network'));
      assert.ok(await page.box('#fallback'), 'the fallback is to be seen');
      assert.equal(await visible(page, '[part="failure"]'), 0, 'nothing has failed');
      await complete(page);
      assert.equal(await page.box('#fallback'), null);
      assert.deepEqual(await unhandled(page), []);
    });
  });
}

test('a module that says it is something else runs all the same', async () => {
  for (const type of ['application/octet-stream', 'text/plain', 'application/wasm;charset=utf-8']) {
    await withPage(DESKTOP, async (page) => {
      await openHost(page, { [MODULE]: { type } });
      await complete(page);
    });
  }
});

test('without its script, the fallback is all there is', async () => {
  await withPage({ ...DESKTOP, mayFail: true }, async (page) => {
    await openHost(page, { 'deal-network.js': { status: 404, body: '' } });
    assert.ok(await page.box('#fallback'));
    assert.deepEqual(await unhandled(page), []);
  });
});

test('what failed is tried again when the reader asks for it', async () => {
  await withPage({ ...DESKTOP, mayFail: true }, async (page) => {
    await openHost(page, { [MODULE]: { abort: true } });
    await page.waitFor(() => 'told' in window);
    await page.answer(MODULE, {});
    await page.click('[part="again"]');
    await complete(page);
    assert.equal(await page.box('#fallback'), null);
    assert.deepEqual(await unhandled(page), []);
  });
});

test('tools that cannot be fetched say so where they were asked for, and the figure goes on', async () => {
  await withPage({ ...DESKTOP, mayFail: true }, async (page) => {
    await openHost(page, { 'tools.js': { status: 404, body: '' } });
    await complete(page);
    await page.click('[data-tool="filters"]');
    await page.waitFor(() =>
      document.querySelector('deal-network')?.shadowRoot?.querySelector('.tool [role="alert"]'),
    );
    assert.equal(await visible(page, '.widget'), 1);
    assert.deepEqual(await unhandled(page), []);
  });
});

test('of two loads the later one counts, however late the first one comes', async () => {
  await withPage({ ...DESKTOP, mayFail: true }, async (page) => {
    await openHost(page, { 'deals.json': { type: 'application/json', body: DATA, delay: 1_000 } });
    await page.waitFor(() => customElements.get('deal-network'));
    await page.evaluate((data) => {
      const element = document.querySelector('deal-network');
      const other = JSON.parse(data.replaceAll('Company', 'Other'));
      if (element) element.data = other;
    }, DATA);
    await complete(page);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1_200)));
    assert.match(
      await page.evaluate(() => document.querySelector('deal-network')?.loops[0]?.name ?? ''),
      /Other/,
    );
    assert.deepEqual(await unhandled(page), []);
  });
});
