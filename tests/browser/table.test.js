/** The table of all deals, and what its cards say. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from './engine.js';
import { DESKTOP, PHONE, SMALL, focused, open, show, textOf, visible } from './widget.js';

/** @import { Page } from './engine.js' */

/**
 * Opens the table and waits for so many rows.
 * @param {Page} page
 * @param {number} rows
 */
async function openTable(page, rows) {
  await page.click('details[part="table"] summary');
  await page.waitFor(
    (rows) =>
      document.querySelector('deal-network')?.shadowRoot?.querySelectorAll('tbody tr').length === rows,
    rows,
  );
}

/** Whether the whole of a card's first button is in the window. @param {Page} page */
function cardInSight(page) {
  return page.waitFor(() => {
    const card = document.querySelector('deal-network')?.shadowRoot?.querySelector('.card .close');
    const box = card?.getBoundingClientRect();
    return box && box.top >= 0 && box.bottom <= innerHeight;
  });
}

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
    await page.click('details[part="table"] > button');
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
