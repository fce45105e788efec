/** Networks on which careless searches never end or fall over, in the browser, with the limits raised. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from './engine.js';

/** @typedef {[from: number, to: number]} Pair */

test('the search ends in time or names its bound, whatever the network', async (t) => {
  await withPage({ csp: true }, async (page) => {
    await page.goto('index.html');
    const { found, times } = await page.evaluate(async () => {
      const { engine } = await import(new URL('engine.js', document.baseURI).href);
      const Figure = await engine();
      const complete = (/** @type {number} */ size) =>
        Array.from({ length: size * size }, (_, n) => /** @type {Pair} */ ([n % size, Math.floor(n / size)]));
      const ring = Array.from({ length: 100_000 }, (_, n) => /** @type {Pair} */ ([n, (n + 1) % 100_000]));
      let seed = 1;
      const any = () => (seed = (seed * 48_271) % 2_147_483_647) % 300;
      const random = Array.from({ length: 20_000 }, () => /** @type {Pair} */ ([any(), any()]));
      const networks = { K20: complete(20), K100: complete(100), ring, random };
      /** @type {Record<string, [number, boolean, string | null]>} */
      const found = {};
      /** @type {Record<string, number>} */
      const times = {};
      for (const [name, pairs] of Object.entries(networks)) {
        const deals = pairs.filter(([from, to]) => from !== to);
        const document = {
          version: 1,
          deals: deals.map(([from, to]) => ({ from: `c${from}`, to: `c${to}` })),
        };
        const bytes = new TextEncoder().encode(JSON.stringify(document));
        for (const length of [5, 8, 0]) {
          if (Figure.open(bytes, false, 1, length, 10_000, 6, false) && name === 'ring')
            throw new Error('too large');
          const figure = Figure.open(bytes, false, 20, length, 10_000, 6, false);
          const start = performance.now();
          while (!figure.search(12));
          times[`${name} ${length}`] = Math.round(performance.now() - start);
          const { counted, complete, stoppedBy } = figure.report(0);
          found[`${name} ${length}`] = [counted, complete, stoppedBy];
          figure.free();
        }
      }
      return { found, times };
    });
    t.diagnostic(`milliseconds: ${JSON.stringify(times)}`);
    const cut = [10_000, false, 'loops'];
    assert.deepEqual(found, {
      'K20 5': cut,
      'K20 8': cut,
      'K20 0': cut,
      'K100 5': cut,
      'K100 8': cut,
      'K100 0': cut,
      'ring 5': [0, true, null],
      'ring 8': [0, true, null],
      'ring 0': [1, true, null],
      'random 5': cut,
      'random 8': cut,
      'random 0': cut,
    });
  });
});

test('a reader who asks is told how much could run in circles, and how many loops chance makes', async () => {
  await withPage({ csp: true }, async (page) => {
    await page.goto('index.html');
    await page.waitFor(() => (document.querySelector('deal-network')?.loops ?? []).length > 0);
    await page.click('.study summary');
    await page.waitFor(() => {
      const root = document.querySelector('deal-network')?.shadowRoot;
      return /Random networks/.test(root?.querySelector('.study')?.textContent ?? '');
    });
    const said = await page.evaluate(
      () => document.querySelector('deal-network')?.shadowRoot?.querySelector('.study')?.textContent ?? '',
    );
    assert.match(said, /up to 21% of the disclosed total could be arranged in closed loops/);
    assert.match(said, /signed, closed or completed deals, 0\.6%/);
    assert.match(said, /not a trace of money/);
    assert.match(said, /Pairs here: 27;/);
  });
});
