/** What the figure says about a document with mistakes in it. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from '../engine.js';
import { DESKTOP, SMALL, show, textOf, visible } from '../widget.js';

test('a row that could not be read is told, with its place, the reason and its text', async () => {
  await withPage(DESKTOP, async (page) => {
    await show(page, {
      version: 1,
      deals: [
        { from: 'A', to: 'B' },
        { from: 'B', to: 'A', amount: '<b>x</b>' },
      ],
    });
    assert.equal(await textOf(page, '.foot > .flag'), '1 row could not be read and is not drawn.');
    assert.equal(await visible(page, '.foot > .flag'), 1);
    await page.click('.problems summary');
    assert.equal(await visible(page, '.problems li'), 1);
    assert.match(
      (await textOf(page, '.problems li')) ?? '',
      /^Line 1, deals\[1\].*: .*plain number.*"<b>x<\/b>"$/,
    );
    assert.equal(await visible(page, '.problems b'), 0, 'text stays text');
  });
});

test('a long list of mistakes ends with how many there are, rejected rows first', async () => {
  await withPage(DESKTOP, async (page) => {
    const odd = Array.from({ length: 120 }, () => ({ from: 'a', to: 'a' }));
    const bad = Array.from({ length: 3 }, () => ({ from: 'a', to: '', amount: 'x' }));
    await show(page, { ...SMALL, deals: [...SMALL.deals, ...odd, ...bad] });
    assert.equal(await textOf(page, '.foot > .flag'), '3 rows could not be read and are not drawn.');
    await page.click('.problems summary');
    assert.equal(await visible(page, '.problems li'), 100);
    assert.match((await textOf(page, '.problems > p')) ?? '', /^and \d+ more$/);
  });
});

test('remarks alone stay quiet, and a sound document has none', async () => {
  await withPage(DESKTOP, async (page) => {
    await show(page, { ...SMALL, deals: [...SMALL.deals, { from: 'a', to: 'a' }] });
    assert.equal(await visible(page, '.foot > .flag'), 0);
    assert.equal(await textOf(page, '.problems summary'), '1 remark about the data');
    await show(page, SMALL);
    assert.equal(await textOf(page, '.problems'), null);
  });
});
