/**
 * How long companies take to be arranged, in the released modules in the browser: prints a Markdown table. Run by
 * `cargo dev bench arrange`.
 */

import { engine, stop, withPage } from '../../browser/engine.js';
import { document, graph } from '../frames/graph.js';

/** Of a file below the page's address, or of a network with so many companies and two arcs for each. */
const CASES = /** @type {const} */ ([
  ['the AI deals, first picture', 'reader', 'ai-deals.json', false],
  ['the AI deals, all', 'reader', 'ai-deals.json', true],
  ['preferential', 'reader', 74, true],
  ['preferential', 'reader', 200, true],
  ['preferential', 'large', 1_000, true],
]);

/** The first runs are not yet compiled to be quick, as those of a reader are not: they are shown apart. */
const RUNS = 41;

/**
 * Runs in the page: how many companies, how long the first arrangement took and the median of the others, in
 * milliseconds.
 * @param {{ name: string, source: string | number, text: string, all: boolean, runs: number }} what
 */
async function measure({ name, source, text, all, runs }) {
  const { default: open } = await import(`${location.origin}/${name}.js`);
  const module = await fetch(`${location.origin}/${name}.wasm`);
  const { Figure } = await open(await WebAssembly.compile(await module.arrayBuffer()));
  const bytes =
    typeof source === 'string'
      ? new Uint8Array(await (await fetch(source)).arrayBuffer())
      : new TextEncoder().encode(text);
  const figure = Figure.open(bytes, false, 1, 5, 10_000, 6, false);
  while (!figure.search(1_000));
  if (all) figure.widen(1e6);
  const times = Array.from({ length: runs }, (_, run) => {
    const start = performance.now();
    // Another stage each time, or there would be nothing to do.
    figure.arrange(960 + (run % 2), 640);
    return performance.now() - start;
  });
  const [first, ...others] = times;
  others.sort((a, b) => a - b);
  return [figure.counts().shown, first, others[others.length >> 1]];
}

const lines = [
  `${await (await engine()).version()}; milliseconds.`,
  '',
  '| network | companies | module | first time | median |',
  '| --- | --: | --- | --: | --: |',
];
await withPage({}, async (page) => {
  await page.goto('index.html');
  for (const [title, name, source, all] of CASES) {
    const text = typeof source === 'number' ? JSON.stringify(document(graph(source, 2))) : '';
    const [count, first, median] = await page.evaluate(measure, { name, source, text, all, runs: RUNS });
    lines.push(`| ${title} | ${count} | ${name} | ${first?.toFixed(1)} | ${median?.toFixed(1)} |`);
  }
});
await stop();
console.log(lines.join('\n'));
