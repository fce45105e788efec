/** The table of all loops, and what both tables have in common. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from './engine.js';
import { cardInSight, column, openTable, sortedBy } from './tables.js';
import { DESKTOP, PHONE, SMALL, focused, listed, open, show, textOf, visible } from './widget.js';

const LOOPS = 'loop-table';

test('all loops stand in a table, ranked, with what each is and how sure; its buttons open their cards', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    assert.equal(await textOf(page, `details[part="${LOOPS}"] summary`), 'All 240 loops as a table');
    await openTable(page, 240, LOOPS);
    assert.deepEqual(await sortedBy(page, LOOPS), ['Rank ascending']);
    const first = await page.evaluate(() => {
      const root = document.querySelector('deal-network')?.shadowRoot;
      const row = root?.querySelector('details[part="loop-table"] tbody tr');
      return [...(row?.children ?? [])].map((cell) => cell.textContent);
    });
    assert.deepEqual(first, [
      '1',
      'Amazon and OpenAI 1Number 1 in the figure',
      '2',
      'up to $50 billion',
      'up to $188 billion',
      'announced',
      'high',
      'February 27, 2026',
    ]);
    assert.match((await column(page, 4, LOOPS)).at(-1) ?? '', /^no figure: \d of \d undisclosed$/);
    // By the smallest side, from the smallest on: those without a figure stay last.
    await page.click(`details[part="${LOOPS}"] th:nth-child(4) button`);
    await page.click(`details[part="${LOOPS}"] th:nth-child(4) button`);
    const sizes = await column(page, 4, LOOPS);
    assert.match(sizes[0] ?? '', /million/);
    assert.match(sizes.at(-1) ?? '', /^no figure/);
    await page.focus(`details[part="${LOOPS}"] tbody tr:nth-child(200) .choice`);
    const pressed = await focused(page);
    await page.press('Enter');
    await cardInSight(page);
    await page.press('Escape');
    assert.deepEqual(await focused(page), pressed);
  });
});

test('both tables follow the filter, also while they are folded away', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    await openTable(page, 240, LOOPS);
    await openTable(page, 223);
    await page.click('details[part="table"] summary');
    await page.evaluate(() => {
      const network = document.querySelector('deal-network');
      if (network) network.state = { ...network.state, filter: 'statuses=signed,closed,completed' };
    });
    await page.waitFor(() => {
      const root = document.querySelector('deal-network')?.shadowRoot;
      const rows = root?.querySelectorAll('details[part="loop-table"] tbody tr').length ?? 0;
      return rows > 0 && rows < 240 && rows === document.querySelector('deal-network')?.loops.length;
    });
    const loops = (await column(page, 1, LOOPS)).length;
    assert.equal(await textOf(page, `details[part="${LOOPS}"] summary`), `All ${loops} loops as a table`);
    assert.ok((await column(page, 6, LOOPS)).every((status) => /^(signed|closed|completed)$/.test(status)));
    await page.click('details[part="table"] summary');
    await page.waitFor(() => {
      const root = document.querySelector('deal-network')?.shadowRoot;
      return !root?.querySelector('details[part="table"] .note')?.textContent?.includes('190 deals count');
    });
    const dim = await visible(page, 'details[part="table"] tr.not-live');
    assert.equal(
      await textOf(page, 'details[part="table"] .note'),
      `223 are listed. ${223 - dim} deals count.`,
    );
  });
});

test('loops that are counted and not listed are counted aloud', async () => {
  await withPage(DESKTOP, async (page) => {
    // Every company deals with every other one: 15 companies have more loops than are listed.
    const ids = Array.from({ length: 15 }, (_, at) => `c${at}`);
    const deals = ids.flatMap((from) =>
      ids.filter((to) => to !== from).map((to) => ({ from, to, amount: 1 })),
    );
    await show(page, { ...SMALL, companies: ids.map((id) => ({ id, name: id })), deals });
    await openTable(page, 250, LOOPS);
    assert.match(
      (await textOf(page, `details[part="${LOOPS}"] .note`)) ?? '',
      /^1,00\d are listed\. [\d,]+ further loops are counted, not listed\.$/,
    );
    await page.click(`details[part="${LOOPS}"] [data-more]`);
    assert.equal((await column(page, 1, LOOPS)).length, 500);
  });
});

test('heads and rows are targets for a finger, and the page does not scroll sideways', async () => {
  await withPage({ ...PHONE, width: 320 }, async (page) => {
    await open(page);
    await openTable(page, 240, LOOPS);
    await openTable(page, 223);
    const problems = await page.evaluate(() => {
      const root = document.querySelector('deal-network')?.shadowRoot;
      const pressed = [...(root?.querySelectorAll('.sheet button, .sheet input, .sheet a') ?? [])];
      const boxes = pressed.filter((one) => one.checkVisibility()).map((one) => one.getBoundingClientRect());
      // A box for a tick is pressed by its words, too.
      const small = boxes.filter((box) => (box.height < 24 || box.width < 24) && box.width !== box.height);
      return { small: small.length, wide: document.documentElement.scrollWidth > innerWidth };
    });
    assert.deepEqual(problems, { small: 0, wide: false });
  });
});
