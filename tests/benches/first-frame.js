/** From navigation to the first settled picture: prints a Markdown table. Run by `cargo dev bench`. */

import { engine, stop, withPage } from '../browser/engine.js';

const RUNS = 5;
const PARTS = ['parse', 'search', 'arrange', 'paint'];

/** @param {number[]} numbers */
function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
}

/**
 * One visit: how long each part took, in milliseconds, by the measures of the widget itself, and last when the
 * first picture stood, counted from the navigation.
 * @param {number} slower
 */
function visit(slower) {
  return withPage({ width: 1280, height: 800 }, async (page) => {
    await page.throttle(slower);
    await page.goto('index.html');
    await page.waitFor(
      () => performance.getEntriesByName('deal-network:first-frame').length > 0,
      undefined,
      60_000,
    );
    return page.evaluate((parts) => {
      /** @param {string} part */
      const entry = (part) => performance.getEntriesByName(`deal-network:${part}`)[0];
      const frame = entry('first-frame');
      return [...parts.map((part) => entry(part)?.duration ?? NaN), frame.startTime + frame.duration];
    }, PARTS);
  });
}

const lines = [
  `${await (await engine()).version()}; milliseconds.`,
  '',
  '| processor | parse | search | arrange | paint | first frame |',
  '| --- | --: | --: | --: | --: | --: |',
];
for (const [slower, label] of /** @type {const} */ ([
  [1, 'as it is'],
  [4, '4 times slower'],
])) {
  /** @type {number[][]} */
  const visits = [];
  for (let run = 0; run < RUNS; run += 1) visits.push(await visit(slower));
  const medians = [...PARTS, 'first frame'].map((_, part) =>
    median(visits.map((parts) => parts[part])).toFixed(1),
  );
  lines.push(`| ${label} | ${medians.join(' | ')} |`);
}
await stop();
console.log(lines.join('\n'));
