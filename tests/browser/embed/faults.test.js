/** What goes wrong between a page and its figure: the fallback is there from the start, and one sentence says why. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { latch, withPage } from '../engine.js';
import { DESKTOP, complete, visible } from '../widget.js';
import { DATA, FAULTS, MODULE, becomes, openHost, sentence, unhandled } from './faults.js';

/** @import { Answer } from '../engine.js' */

const JSON_DATA = { type: 'application/json', body: DATA };

for (const [name, answers, before, expected] of FAULTS) {
  test(`${name}: the fallback, one sentence, and nothing unhandled`, async () => {
    await withPage({ ...DESKTOP, mayFail: true }, async (page) => {
      await openHost(page, answers, before);
      await sentence(page, expected);
    });
  });
}

for (const [path, answer] of /** @type {[string, Answer][]} */ ([
  [MODULE, {}],
  ['deals.json', JSON_DATA],
])) {
  test(`while ${path} is slow the fallback stands there, and the figure takes its place when it comes`, async () => {
    await withPage({ ...DESKTOP, mayFail: true }, async (page) => {
      const { hold, asked, release } = latch();
      await openHost(page, { [path]: { ...answer, hold } });
      await asked;
      assert.ok(await page.box('#fallback'), 'the fallback is to be seen');
      assert.equal(await visible(page, '[part="failure"]'), 0, 'nothing has failed');
      assert.equal(await visible(page, '.widget'), 0);
      release();
      await complete(page);
      assert.equal(await page.box('#fallback'), null);
      assert.deepEqual(await unhandled(page), []);
    });
  });
}

test('without its script, the fallback is all there is', async () => {
  await withPage({ ...DESKTOP, mayFail: true }, async (page) => {
    await openHost(page, { 'deal-network.js': { status: 404, body: '' } });
    await becomes(page, 'fallback');
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
    const { hold, asked, release } = latch();
    await openHost(page, { 'deals.json': { ...JSON_DATA, hold } });
    await asked;
    await page.evaluate((data) => {
      const element = document.querySelector('deal-network');
      const other = JSON.parse(data.replaceAll('Company', 'Other'));
      if (element) element.data = other;
    }, DATA);
    await complete(page);
    release();
    // Long enough for what comes late: meanwhile another figure fetches the same and is ready.
    await page.evaluate(async () => {
      const second = document.createElement('deal-network');
      const ready = new Promise((resolve) => second.addEventListener('deal-network-ready', resolve));
      second.src = 'deals.json';
      document.querySelector('deal-network')?.before(second);
      await ready;
      second.remove();
    });
    assert.match(
      await page.evaluate(() => document.querySelector('deal-network')?.loops[0]?.name ?? ''),
      /Other/,
    );
    assert.deepEqual(await unhandled(page), []);
  });
});
