/** What the page around allows its frame, and what of the figure works then. */

import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { test } from 'node:test';
import { withPage } from '../engine.js';
import { SMALL } from '../widget.js';
import { USUAL, appears, ask, filled, frame, heard, press, said, soon, surround } from './frames.js';
import { serve } from './server.js';

const VIEW = { width: 1000, height: 950, mayFail: true };

/** @type {Record<string, string>} */
const pages = { '/source.html': '<!doctype html><title>Source</title>' };
const { origin, asked } = await serve(pages);
const [first, ...others] = SMALL.deals;
const sourced = {
  ...SMALL,
  deals: [{ ...first, sources: [{ url: `${origin}/source.html`, title: 'Source' }] }, ...others],
};
pages['/frame.html'] = await filled(sourced);

/**
 * @typedef {object} Works
 * @property {boolean} [own] the frame keeps its origin, and so its storage
 * @property {boolean} [links] open
 * @property {boolean} [files] are saved
 */

/** By the value of `sandbox`; null: there is none. @type {[sandbox: string | null, works: Works][]} */
const MATRIX = [
  [null, { own: true, links: true, files: true }],
  ['allow-scripts', {}],
  ['allow-scripts allow-popups', { links: true }],
  ['allow-scripts allow-downloads', { files: true }],
  ['allow-scripts allow-popups allow-downloads', { links: true, files: true }],
  [USUAL, { links: true, files: true }],
  ['allow-scripts allow-forms allow-modals allow-pointer-lock', {}],
  ['allow-scripts allow-same-origin', { own: true }],
  [`${USUAL} allow-same-origin`, { own: true, links: true, files: true }],
];

/** Long enough for a window or a file to come, if it were to. */
const MOMENT = 500;

/**
 * @param {string | null} sandbox
 * @param {Works} works
 * @param {string} shown the frame
 * @param {string[]} loaded
 */
async function check(sandbox, works, shown, loaded) {
  await withPage(VIEW, async (page) => {
    const before = asked.length;
    await surround(page, shown);
    await heard(page, 'ready');
    assert.deepEqual(asked.slice(before), loaded, 'nothing is asked for after the page');
    assert.equal(await ask(page, 'storage'), works.own ? 'object' : 'refused');

    await press(page, '.loops .loop');
    await heard(page, 'select');
    await appears(page, '.deals a');
    await press(page, '.deals a');
    const opened = () => asked.slice(before).includes('/source.html');
    await (works.links ? soon(opened, 'the link') : sleep(MOMENT));
    assert.equal(opened(), works.links ?? false, `links, ${sandbox}`);

    await press(page, '[data-tool="save"]');
    await appears(page, '[data-file="deals.csv"]');
    await press(page, '[data-file="deals.csv"]');
    await (works.files ? soon(() => page.saved.length > 0, 'the file') : sleep(MOMENT));
    assert.deepEqual(page.saved, works.files ? ['small-deals.csv'] : [], `files, ${sandbox}`);
    assert.deepEqual(await ask(page, 'problems'), { refused: [], errors: [] });
    assert.deepEqual(await said(page, 'error'), []);
  });
}

for (const [sandbox, works] of MATRIX) {
  test(`sandbox: ${sandbox ?? 'none'}`, async () => {
    const attributes = sandbox === null ? '' : `sandbox="${sandbox}"`;
    await check(sandbox, works, frame(`${origin}/frame.html`, attributes), ['/frame.html']);
  });
}

test('inside the text of the page around, without an address of its own', async () => {
  const text = (pages['/frame.html'] ?? '').replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  await check(USUAL, { links: true, files: true }, frame('', `srcdoc="${text}" sandbox="${USUAL}"`), []);
  await withPage(VIEW, async (page) => {
    await surround(page, frame('', `srcdoc="${text}" name="inside" sandbox="${USUAL}"`));
    await heard(page, 'ready');
    assert.equal((await said(page, 'ready'))[0].id, 'inside');
    await press(page, '[data-tool="save"]');
    await appears(page, '[data-print]');
    assert.equal(await ask(page, 'shown', '[data-link]'), false, 'there is no link to offer');
  });
});

test('where nothing may run, the fallback stays', async () => {
  await withPage(VIEW, async (page) => {
    await surround(page, frame(`${origin}/frame.html`, 'sandbox="" name="none"'));
    const clip = { x: 0, y: 0, width: 400, height: 100 };
    const shown = await page.screenshot({ clip });
    pages['/empty.html'] = (pages['/frame.html'] ?? '').replace(/<deal-network>.*<\/deal-network>/, '');
    await surround(page, frame(`${origin}/empty.html`, 'sandbox=""'));
    assert.ok(!shown.equals(await page.screenshot({ clip })), 'there is something to be seen');
    assert.deepEqual(await said(page), []);
  });
});

test('a frame that may not print says so', async () => {
  await withPage(VIEW, async (page) => {
    await surround(page, frame(`${origin}/frame.html`));
    await heard(page, 'ready');
    await press(page, '[data-tool="save"]');
    await appears(page, '[data-print]');
    await press(page, '[data-print]');
    assert.match(await ask(page, 'text', '.save > .note'), /does not let the figure print/);
  });
});
