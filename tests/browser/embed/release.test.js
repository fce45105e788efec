/** What the release build has written, as readers get it. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from '../engine.js';
import { DESKTOP, SMALL, colours, open, show, textOf, visible } from '../widget.js';

/** @import { Page } from '../engine.js' */

/** The files that the page has asked for, each once: WebKit asks twice for what is preloaded. @param {Page} page */
const asked = (page) =>
  page.evaluate(() => {
    const entries = performance.getEntriesByType('resource');
    return [...new Set(entries.map(({ name }) => new URL(name).pathname.split('/').pop()))];
  });

for (const release of [false, true]) {
  const what = release ? 'the release' : 'the source';
  test(`${what} shows clean documents without the desk`, async () => {
    await withPage({ ...DESKTOP, release }, async (page) => {
      await open(page);
      assert.ok((await colours(page)) > 8, 'the drawing is not blank');
      assert.equal(await visible(page, '.loops .loop'), 6);
      assert.deepEqual(
        (await asked(page)).filter((name) => name?.endsWith('.wasm')),
        ['deal_network_bg.wasm'],
      );
    });
  });

  test(`${what} asks the desk about a table and says what is wrong with it`, async () => {
    await withPage({ ...DESKTOP, release }, async (page) => {
      await open(page);
      await show(page, 'from,to,amount\na,b,5\nb,a,$7\nb,a,8\n');
      assert.equal(await textOf(page, '.foot > .flag'), '1 row could not be read and is not drawn.');
      assert.equal(await visible(page, '.loops .loop'), 1);
      assert.ok((await asked(page)).includes('deal_network_desk_bg.wasm'));
      await show(page, SMALL);
      assert.equal(await textOf(page, '.foot > .flag'), null);
    });
  });
}

for (const release of [false, true]) {
  test(`${release ? 'the release' : 'the source'} fetches the tools when one is asked for, and filters`, async () => {
    await withPage({ ...DESKTOP, release }, async (page) => {
      await open(page);
      assert.ok(!(await asked(page)).includes('tools.js'));
      await page.click('[data-tool="filters"]');
      await page.waitFor(() => document.querySelector('deal-network')?.shadowRoot?.querySelector('.filters'));
      assert.ok((await asked(page)).includes('tools.js'));
      await page.click('.filters .acts button');
      await page.waitFor(() => document.querySelector('deal-network')?.filter !== '');
      assert.equal(
        await textOf(page, '.filtered'),
        'Counting only what is signed, closed or completed.',
        'its sentences are there as well',
      );
      await page.click('[data-panel="own"]');
      await page.waitFor(() => document.querySelector('textarea') !== null);
    });
  });
}

test('without the desk a table cannot be read: the figure says so, and tries again', async () => {
  await withPage({ ...DESKTOP, mayFail: true }, async (page) => {
    await page.answer('pkg/deal_network_desk_bg.wasm', { status: 404 });
    await page.goto('index.html');
    await page.evaluate(() => {
      Reflect.set(document.querySelector('deal-network') ?? {}, 'data', 'from,to\na,b\nb,a\n');
    });
    await page.waitFor(() =>
      document.querySelector('deal-network')?.shadowRoot?.querySelector('.failure')?.checkVisibility(),
    );
    assert.match((await textOf(page, '.failure')) ?? '', /could not be loaded/);
  });
});
