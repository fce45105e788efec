/** Networks of many companies: another module, and above 1,000 companies they find their places while one looks. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { document as made, graph } from '../benches/frames/graph.js';
import { withPage } from './engine.js';
import { DESKTOP, colours, show, visible } from './widget.js';

/** @import { Page } from './engine.js' */

/** The modules that the page has asked for. @param {Page} page */
const modules = (page) =>
  page.evaluate(() => {
    const names = performance.getEntriesByType('resource').map(({ name }) => name.split('/').pop() ?? '');
    return names.filter((name) => name.endsWith('.wasm')).sort();
  });

/** Presses "Show all". @param {Page} page */
const showAll = (page) =>
  page.evaluate(() => {
    const buttons = document.querySelector('deal-network')?.shadowRoot?.querySelectorAll('.buttons button');
    for (const button of buttons ?? [])
      if (button instanceof HTMLElement && button.textContent?.startsWith('Show all')) button.click();
  });

/** The drawing as a text. @param {Page} page */
const drawing = (page) =>
  page.evaluate(
    () => document.querySelector('deal-network')?.shadowRoot?.querySelector('canvas')?.toDataURL() ?? '',
  );

/** Waits until the drawing is the same for half a second; how often it was another one. @param {Page} page */
async function rested(page) {
  let changes = 0;
  let same = 0;
  for (let last = await drawing(page); same < 5;) {
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
    const now = await drawing(page);
    same = now === last ? same + 1 : 0;
    if (now !== last) changes += 1;
    last = now;
    assert.ok(changes < 1000, 'it comes to rest');
  }
  return changes;
}

for (const release of [false, true]) {
  const what = release ? 'the release' : 'the source';
  for (const companies of [300, 2_000]) {
    test(`${what} shows ${companies} companies with the module for large networks`, async () => {
      await withPage({ ...DESKTOP, release, csp: !release }, async (page) => {
        await show(page, made(graph(companies, 2)));
        assert.deepEqual(await modules(page), ['deal_network_bg.wasm', 'deal_network_large_bg.wasm']);
        await showAll(page);
        const changes = await rested(page);
        if (companies > 1_000) assert.ok(changes > 0, 'it moves while one looks');
        assert.ok((await colours(page)) > 8, 'the drawing is not blank');
        assert.ok((await visible(page, '.loops .loop')) > 0, 'the loops are listed');
      });
    });
  }
}

test('who asks for less motion sees 2,000 companies where they end', async () => {
  await withPage({ ...DESKTOP, reducedMotion: true }, async (page) => {
    await show(page, made(graph(2_000, 2)));
    await showAll(page);
    assert.ok((await rested(page)) <= 1, 'no movement is shown');
    assert.ok((await colours(page)) > 8, 'the drawing is not blank');
  });
});

test('a table of many companies goes over the desk to the module for large networks', async () => {
  await withPage(DESKTOP, async (page) => {
    const rows = graph(300, 2).arcs.map(([from, to]) => `c${from},c${to},5`);
    await show(page, ['from,to,amount', ...rows, 'c1,c2,$7'].join('\n'));
    assert.equal((await modules(page)).length, 3);
    assert.ok((await visible(page, '.loops .loop')) > 0, 'the loops are listed');
  });
});
