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

/** Presses "Show all"; the drawing two frames later. @param {Page} page */
const showAll = (page) =>
  page.evaluate(async () => {
    const root = document.querySelector('deal-network')?.shadowRoot;
    for (const button of root?.querySelectorAll('[data-to]') ?? [])
      if (button instanceof HTMLElement && button.textContent?.startsWith('Show all')) button.click();
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    return root?.querySelector('canvas')?.toDataURL() ?? '';
  });

/** The drawing as a text. @param {Page} page */
const drawing = (page) =>
  page.evaluate(
    () => document.querySelector('deal-network')?.shadowRoot?.querySelector('canvas')?.toDataURL() ?? '',
  );

/** Waits until the drawing is the same for half a second, and returns it. @param {Page} page */
async function rested(page) {
  let last = await drawing(page);
  for (let same = 0, looks = 0; same < 5; looks++) {
    assert.ok(looks < 1000, 'it comes to rest');
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
    const now = await drawing(page);
    same = now === last ? same + 1 : 0;
    last = now;
  }
  return last;
}

for (const release of [false, true]) {
  const what = release ? 'the release' : 'the source';
  for (const companies of [300, 2_000]) {
    test(`${what} shows ${companies} companies with the module for large networks`, async () => {
      await withPage({ ...DESKTOP, release, csp: !release }, async (page) => {
        await show(page, made(graph(companies, 2)));
        assert.deepEqual(await modules(page), ['deal_network_bg.wasm', 'deal_network_large_bg.wasm']);
        const early = await showAll(page);
        const late = await rested(page);
        if (companies > 1_000) assert.notEqual(early, late, 'it moves while one looks');
        assert.ok((await colours(page)) > 8, 'the drawing is not blank');
        assert.ok((await visible(page, '.loops .loop')) > 0, 'the loops are listed');
      });
    });
  }
}

test('who asks for less motion sees 2,000 companies where they end', async () => {
  await withPage({ ...DESKTOP, reducedMotion: true }, async (page) => {
    await show(page, made(graph(2_000, 2)));
    const before = await drawing(page);
    const early = await showAll(page);
    assert.ok([before, await rested(page)].includes(early), 'no movement is shown');
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
