/** Filters, dates, and what is left out. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from './engine.js';
import { FIRM, counts, openTool, state } from './views.js';
import { DESKTOP, PHONE, complete, listed, open, picture, said, textOf, visible } from './widget.js';

test('only what is signed or done: the list, the drawing and the words count the same', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    const before = await picture(page);
    const coloured = await listed(page);
    await openTool(page, 'filters', '.filters');
    await page.click('.filters .acts button');
    await counts(page, FIRM);
    assert.match((await textOf(page, '.summary')) ?? '', /^9 pairs of companies/);
    assert.match((await textOf(page, '.filters .acts')) ?? '', /100 deals count · 17 loops/);
    assert.equal((await page.evaluate(() => document.querySelector('deal-network')?.loops))?.length, 17);
    assert.notEqual(await picture(page), before, 'the drawing is another one');
    const left = await listed(page);
    const kept = left.filter(({ slot }) => slot !== null);
    assert.ok(kept.length > 0 && kept.length < coloured.length);
    for (const one of kept)
      assert.ok(coloured.some((old) => old.name === one.name && old.number === one.number));
    const numbers = left.map(({ number }) => number);
    assert.equal(new Set(numbers).size, numbers.length, 'no number stands twice');
    assert.match((await said(page)) ?? '', /17 loops/);

    await page.click('.filters .acts button:nth-child(2)');
    await counts(page, '');
    assert.deepEqual(await listed(page), coloured, 'all is as it was');
    assert.equal(await picture(page), before);
  });
});

test('every choice has its count, and can be made with the keyboard alone', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    await page.focus('[data-tool=filters]');
    await page.press('Enter');
    await page.waitFor(() => document.querySelector('deal-network')?.shadowRoot?.querySelector('.filters'));
    const counted = await page.evaluate(() =>
      [
        ...(document.querySelector('deal-network')?.shadowRoot?.querySelectorAll('.filters label .n') ?? []),
      ].map((one) => Number(one.textContent)),
    );
    assert.ok(counted.length > 10 && counted.some((count) => count > 30));
    await page.focus('[name="statuses-reported"]');
    await page.press('Space');
    await counts(page, 'Counting only what is announced, signed, closed or completed.');
    const name = await page.evaluate(() =>
      document.querySelector('deal-network')?.shadowRoot?.activeElement?.getAttribute('name'),
    );
    assert.equal(name, 'statuses-reported', 'the focus stays where it was');
    await page.press('Escape');
    assert.equal(await visible(page, '.filters'), 0);
    const tool = await page.evaluate(() =>
      document.querySelector('deal-network')?.shadowRoot?.activeElement?.getAttribute('data-tool'),
    );
    assert.equal(tool, 'filters', 'Escape closes the panel and gives the focus back');
    assert.equal((await state(page))?.filter, 'statuses=announced,signed,closed,completed');
  });
});

test('a deal or a company is left out from its card, and taken back', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page, 'index.html?focus=company:nvidia');
    assert.equal(await visible(page, '.card'), 1);
    await page.click('.card [data-out]');
    await counts(page, 'Without Nvidia.');
    assert.match((await said(page)) ?? '', /loops remain/);
    assert.ok((await listed(page)).every(({ name }) => !/Nvidia/.test(name ?? '')));
    assert.equal(await textOf(page, '.card [data-out]'), 'Take back in');
    await openTool(page, 'filters', '.filters .chips button');
    await page.click('.filters .chips button');
    await counts(page, '');
  });
});

test('dates by keyboard: what was known then, and which loops became complete', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    await openTool(page, 'dates', '.timeline');
    await page.focus('.timeline input');
    for (let month = 0; month < 9; month += 1) await page.press('ArrowLeft');
    await page.waitFor(() => /^20/.test(document.querySelector('deal-network')?.state.until ?? ''));
    const { until = '' } = (await state(page)) ?? {};
    assert.match(until, /^\d{4}-\d\d$/);
    const known = await page.evaluate(() => document.querySelector('deal-network')?.loops.length ?? 0);
    await page.press('End');
    await counts(page, '');
    const all = await page.evaluate(() => document.querySelector('deal-network')?.loops.length ?? 0);
    assert.ok(known < all, `${known} of ${all}`);
    assert.match((await textOf(page, '.log')) ?? '', /a loop since/);
    assert.match((await said(page)) ?? '', /All dates.*a loop since/);
  });
});

test('dates play, silently, and pause', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page, 'index.html?until=2025-01');
    await openTool(page, 'dates', '.timeline');
    const before = await said(page);
    await page.click('.timeline ~ .acts button');
    await page.waitFor(() => (document.querySelector('deal-network')?.state.until ?? '') > '2025-01');
    assert.equal(await said(page), before, 'nothing is announced while it plays');
    assert.equal(await textOf(page, '.timeline ~ .acts button'), 'Pause');
    await page.click('.timeline ~ .acts button');
    assert.equal(await textOf(page, '.timeline ~ .acts button'), 'Play');
    assert.match((await said(page)) ?? '', /As known in/);
  });
});

test('dates under a finger', async () => {
  await withPage(PHONE, async (page) => {
    await open(page);
    await openTool(page, 'dates', '.timeline');
    await page.evaluate(() =>
      document
        .querySelector('deal-network')
        ?.shadowRoot?.querySelector('.timeline')
        ?.scrollIntoView({ block: 'center' }),
    );
    const box = await page.box('.timeline input');
    assert.ok(box && box.height >= 24);
    await page.touch.tap({ x: box.x + box.width * 0.8, y: box.y + box.height / 2 });
    await page.waitFor(() => (document.querySelector('deal-network')?.state.until ?? '') !== '');
  });
});
