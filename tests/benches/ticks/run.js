/** Asks the page for every number: prints one line of JSON per measurement. Run by `cargo dev bench ticks`. */

import { engine, stop, withPage } from '../../browser/engine.js';

/** This one begins anew in each call, and takes the square of the companies: half a minute a tick at 100,000. */
const ANEW = '@antv/layout-wasm';
const ONE = { warm: 0, batches: 1, ticks: 1 };

const NAMES = [
  'ours',
  'd3-force',
  'd3-force-reuse',
  'ngraph.forcelayout',
  'graphology-layout-forceatlas2',
  ANEW,
];

/**
 * So many ticks to warm up, as many as d3 usually makes in all, and so many batches of so many ticks: fewer where they
 * are long. What ours keeps from tick to tick it renews after eight at the latest: in every batch.
 */
const PLANS = /** @type {const} */ ([
  [200, { warm: 300, batches: 41, ticks: 24 }],
  [1000, { warm: 300, batches: 31, ticks: 24 }],
  [10_000, { warm: 300, batches: 11, ticks: 8 }],
  [100_000, { warm: 10, batches: 3, ticks: 8 }],
]);

/** @param {object} line */
const print = (line) => console.log(JSON.stringify(line));

print({ browser: await (await engine()).version() });
await withPage({ mayFail: true }, async (page) => {
  await page.goto('index.html');
  await page.waitFor(() => 'measure' in window);
  for (const [size, plan] of PLANS) {
    /** @type {Record<string, object>} */
    const plans = Object.fromEntries(NAMES.map((name) => [name, plan]));
    plans[ANEW] = size > 10_000 ? ONE : { ...plan, warm: 10 };
    /** @type {{ name: string, ms: number }[]} */
    const times = await page.evaluate(
      ({ plans, size }) => /** @type {any} */ (window).measure.ticks(plans, size),
      { plans, size },
    );
    for (const { name, ms } of times) print({ what: 'ticks', name, size, ms });
  }
  print({ what: 'memory', bytes: await page.evaluate(() => /** @type {any} */ (window).measure.memory()) });
  for (const [size, { warm }] of PLANS) {
    const errors = await page.evaluate(
      ({ size, warm }) => /** @type {any} */ (window).measure.errors(size, warm),
      { size, warm },
    );
    print({ what: 'errors', size, ...errors });
  }
});
await stop();
