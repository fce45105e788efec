/** The table of all deals, and what their cards say. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from './engine.js';
import { catchFiles, cells, fileOf } from './files.js';
import { cardInSight, column, openTable, sortedBy } from './tables.js';
import { DESKTOP, PHONE, SMALL, focused, listed, open, said, show, textOf, visible } from './widget.js';

test('all deals stand in a table, made when it is opened, and open their cards', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    assert.equal(await visible(page, 'tbody tr'), 0);
    await openTable(page, 223);
    await page.click('tbody .choice');
    assert.equal(await visible(page, '.details .card'), 1);
  });
});

for (const [name, size] of /** @type {const} */ ([
  ['a desktop', DESKTOP],
  ['a phone', PHONE],
])) {
  test(`a card opened from the table is in sight, and Escape leads back to the table, on ${name}`, async () => {
    await withPage(size, async (page) => {
      await open(page);
      await openTable(page, 223);
      await page.focus('tbody tr:nth-child(40) .choice');
      const pressed = await focused(page);
      await page.press('Enter');
      await cardInSight(page);
      assert.match((await focused(page))?.class ?? '', /close/);
      await page.press('Escape');
      assert.equal(await visible(page, '.card'), 0);
      assert.deepEqual(await focused(page), pressed);
      // Pressed again after the reader has scrolled away, it comes back.
      await page.press('Enter');
      await cardInSight(page);
      await page.focus('tbody tr:nth-child(40) .choice');
      await page.press('Enter');
      await cardInSight(page);
      assert.equal(await visible(page, '.card'), 1);
    });
  });
}

test('the last page of the table takes the focus from the button that is gone', async () => {
  await withPage(DESKTOP, async (page) => {
    const many = Array.from({ length: 300 }, (_, at) => ({ from: 'a', to: 'b', title: `Deal ${at}` }));
    await show(page, { ...SMALL, deals: many });
    await openTable(page, 250);
    await page.click('details[part="table"] [data-more]');
    assert.equal(await visible(page, 'tbody tr'), 300);
    const there = await focused(page);
    assert.equal(there?.class, 'choice');
    assert.equal(there?.text, await textOf(page, 'tbody tr:nth-child(251) .choice'));
  });
});

test('a ceiling is no cash, and a source without an address is a source', async () => {
  await withPage(DESKTOP, async (page) => {
    const deal = {
      id: 'x',
      from: 'a',
      to: 'b',
      title: 'A frame',
      amount: 14e9,
      basis: 'up_to',
      sources: [{ title: 'Minutes of a meeting', url: 'shelf 4' }],
    };
    await show(page, { ...SMALL, deals: [deal, ...SMALL.deals.slice(1)] });
    await openTable(page, 4);
    const row = 'tbody tr:has([data-id="x"])';
    assert.equal(await textOf(page, `${row} .sum`), 'up to $14 billion');
    assert.equal((await textOf(page, `${row} td:last-child`))?.trim(), 'Minutes of a meeting');
    assert.equal(await visible(page, `${row} a`), 0);
    await page.click(`${row} .choice`);
    assert.match((await textOf(page, '.card dl')) ?? '', /up to \$14 billion/);
    assert.match((await textOf(page, '.card .sources')) ?? '', /Minutes of a meeting/);
  });
});

test('a deal names the one that replaced it, by its id if it has no title, and only if that one counts', async () => {
  await withPage(DESKTOP, async (page) => {
    const facts = [];
    for (const status of ['signed', 'cancelled']) {
      const next = { id: 'next', from: 'a', to: 'b', status };
      const old = { id: 'old', from: 'a', to: 'b', title: 'Old', status: 'signed', supersededBy: 'next' };
      await show(page, { ...SMALL, deals: [old, next, ...SMALL.deals] });
      await openTable(page, 6);
      await page.click('tbody tr:has([data-id="old"]) .choice');
      facts.push(await textOf(page, '.card dl'));
    }
    assert.match(facts[0] ?? '', /Replaced by\s*next$/);
    assert.match(facts[1] ?? '', /signed/);
    assert.doesNotMatch(facts[1] ?? '', /Replaced by/);
  });
});

/** Deals whose order differs by every column. */
const MIXED = {
  ...SMALL,
  deals: [
    { id: '1', from: 'b', to: 'a', title: 'Zebra', amount: 9e9, status: 'signed', date: '2025-09-22' },
    { id: '2', from: 'a', to: 'b', title: 'éclair', status: 'reported', date: '2025' },
    { id: '3', from: 'c', to: 'a', title: 'Eclipse', amount: 10e9, status: 'announced', date: '2025-09' },
    { id: '4', from: 'b', to: 'c', title: 'apple', amount: 2e6, status: 'closed' },
    { id: '5', from: 'a', to: 'c', title: 'Item 10', amount: 1e9, status: 'cancelled', date: '2024-12-31' },
    { id: '6', from: 'a', to: 'c', title: 'Item 9', status: 'in_talks', date: '2026' },
  ],
};

test('deals are sorted by every column: sums by size, dates by their earliest day, what is unknown last both ways', async () => {
  await withPage(DESKTOP, async (page) => {
    await show(page, MIXED);
    await openTable(page, 6);
    assert.deepEqual(await sortedBy(page), [], 'first as they come');
    for (const [head, once, twice] of /** @type {[string, string, string][]} */ ([
      ['Amount', 'Eclipse Zebra Item 10 apple éclair Item 9', 'apple Item 10 Zebra Eclipse éclair Item 9'],
      ['Date', 'Item 9 Zebra Eclipse éclair Item 10 apple', 'Item 10 éclair Eclipse Zebra Item 9 apple'],
      ['Deal', 'apple éclair Eclipse Item 9 Item 10 Zebra', 'Zebra Item 10 Item 9 Eclipse éclair apple'],
      ['Status', 'apple Zebra Eclipse éclair Item 9 Item 10', 'Item 10 Item 9 éclair Eclipse Zebra apple'],
    ])) {
      const at = ['Date', 'From', 'To', 'Deal', 'Amount', 'Status', 'Source'].indexOf(head) + 1;
      for (const order of [once, twice]) {
        await page.click(`details[part="table"] th:nth-child(${at}) button`);
        assert.equal((await column(page, 4)).join(' '), order, head);
        const [by = '', ...others] = await sortedBy(page);
        assert.equal(others.length, 0);
        assert.ok(by.startsWith(`${head} `));
        assert.equal(await said(page), `Sorted by ${by.replace(' ', ', ')}.`);
      }
    }
  });
});

test('a table is sorted, searched and read by keyboard alone', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    await openTable(page, 223);
    await page.focus('details[part="table"] input[type="search"]');
    await page.type('nvidia OPENAI');
    const found = await column(page, 4);
    assert.ok(found.length > 1 && found.length < 30);
    assert.equal(await said(page), `${found.length} of 223 are listed.`);
    // Past the box, the two files and the scroller to the heads.
    for (let at = 0; at < 4; at++) await page.press('Tab');
    for (let at = 0; at < 5; at++) await page.press('Tab');
    assert.equal((await focused(page))?.text, 'Amount');
    await page.press('Enter');
    assert.deepEqual(await sortedBy(page), ['Amount descending']);
    assert.equal((await focused(page))?.text, 'Amount', 'the focus stays');
    for (let at = 0; at < 3; at++) await page.press('Tab');
    assert.equal((await focused(page))?.text, (await column(page, 4))[0]);
    await page.press('Enter');
    await cardInSight(page);
    await page.press('Escape');
    assert.equal((await focused(page))?.class, 'choice');
  });
});

test('nothing found is said, and leaves nothing to take along', async () => {
  await withPage(DESKTOP, async (page) => {
    await show(page, MIXED);
    await openTable(page, 6);
    await page.focus('details[part="table"] input[type="search"]');
    await page.type('nobody');
    assert.equal(await said(page), 'Nothing matches.');
    assert.equal(await visible(page, 'details[part="table"] table'), 0);
    assert.equal(await visible(page, 'details[part="table"] [data-file]:not(:disabled)'), 0);
  });
});

test('deals that do not count say so in words, and can be left out', async () => {
  await withPage(DESKTOP, async (page) => {
    await show(page, MIXED);
    await openTable(page, 6);
    assert.match((await column(page, 6))[4] ?? '', /not counted/);
    assert.match((await textOf(page, 'details[part="table"] .note')) ?? '', /6 are listed\. 4 deals count\./);
    await page.click('details[part="table"] input[type="checkbox"]');
    assert.deepEqual(await column(page, 4), ['Zebra', 'éclair', 'Eclipse', 'apple']);
  });
});

test('what is listed is taken along as CSV and JSON: all pages, in the order shown', async () => {
  await withPage(DESKTOP, async (page) => {
    const many = Array.from({ length: 600 }, (_, at) => ({
      from: 'a',
      to: 'b',
      title: `Deal ${at}`,
      amount: at,
    }));
    await show(page, { ...SMALL, deals: [...many, ...SMALL.deals] });
    await openTable(page, 250);
    await catchFiles(page);
    await page.focus('details[part="table"] input[type="search"]');
    await page.type('deal');
    await page.click('details[part="table"] th:nth-child(5) button');
    const press = (/** @type {string} */ ending) => () =>
      page.click(`details[part="table"] [data-file="${ending}"]`);
    const csv = await fileOf(page, press('csv'));
    assert.equal(csv.name, 'small-deals.csv');
    const rows = cells(csv.text);
    const title = rows[0]?.indexOf('title') ?? -1;
    assert.deepEqual(
      rows.slice(1).map((row) => row[title]),
      many.map((deal) => deal.title).reverse(),
    );
    const json = JSON.parse((await fileOf(page, press('json'))).text);
    assert.deepEqual(
      json.map((/** @type {any} */ deal) => deal.amount),
      many.map((deal) => deal.amount).reverse(),
    );
  });
});
