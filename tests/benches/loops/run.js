/**
 * Our search in wasm: node run.js MODULE GRAPHS. Prints one line of JSON per measurement: what, graph, length
 * (0 is no bound), loops, ms (median). Run by `cargo dev bench`.
 */

import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [pkg, graphs] = process.argv.slice(2);
const { initSync, Loops } = await import(pathToFileURL(`${pkg}/loops.js`).href);
initSync({ module: readFileSync(`${pkg}/loops_bg.wasm`) });

/** @typedef {{ companies: number, from: number[], to: number[], amounts: number[] }} Graph */

/** @param {Graph} graph */
function loops({ companies, from, to, amounts }) {
  return new Loops(companies, new Uint32Array(from), new Uint32Array(to), new Uint32Array(amounts));
}

/**
 * The median of at least three runs, of about a second in all.
 * @param {() => any} run
 */
function measured(run) {
  const times = [];
  const end = performance.now() + 1000;
  let found;
  while (times.length < 3 || (performance.now() < end && times.length < 101)) {
    const start = performance.now();
    found = run();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { loops: found, ms: times[times.length >> 1] };
}

/**
 * @param {string} what
 * @param {string} graph
 * @param {number} length
 * @param {() => any} run
 */
function print(what, graph, length, run) {
  console.log(JSON.stringify({ what, graph, length, ...measured(run) }));
}

/** @param {string} name */
const read = (name) => loops(JSON.parse(readFileSync(`${graphs}/${name}.json`, 'utf8')));

for (const [name, length] of /** @type {const} */ ([
  ['deal200', 8],
  ['deal1000', 8],
  ['gnm1000_3', 8],
  ['deal50', 0],
])) {
  const graph = read(name);
  print('ours', name, length, () => graph.all(length));
}
for (const name of ['deal200', 'deal5000']) {
  const graph = read(name);
  print('paged', name, 8, () => graph.paged(8));
}
for (const name of ['deal200', 'deal1000', 'deal5000', 'gnm5000_3']) {
  const graph = read(name);
  print('top', name, 8, () => graph.top(8, 100));
}

/**
 * Arcs from pairs; no amounts.
 * @param {number} companies
 * @param {[number, number][]} pairs
 */
function graph(companies, pairs) {
  const [from, to] = [pairs.map((pair) => pair[0]), pairs.map((pair) => pair[1])];
  return loops({ companies, from, to, amounts: pairs.map(() => 1) });
}

/** @param {number} size */
const numbers = (size) => [...Array(size).keys()];

/** @param {number} size */
function complete(size) {
  const pairs = numbers(size * size).map((n) => [Math.floor(n / size), n % size]);
  return graph(size, /** @type {[number, number][]} */ (pairs.filter(([from, to]) => from !== to)));
}

/**
 * Each company is followed by the one a stride further.
 * @param {number} size
 * @param {number} stride
 */
function ring(size, stride) {
  return graph(
    size,
    numbers(size).map((n) => [n, (n + stride) % size]),
  );
}

/**
 * @param {number} size
 * @param {number} deals
 */
function random(size, deals) {
  let seed = 1;
  const next = () => (seed = (seed * 48271) % 2147483647) % size;
  return graph(
    size,
    numbers(deals).map(() => [next(), next()]),
  );
}

for (const [name, made] of /** @type {const} */ ([
  ['K20', complete(20)],
  ['K100', complete(100)],
  ['a ring of 100,000', ring(100_000, 1)],
  ['the same, ids mixed', ring(100_000, 7_919)],
  ['300 companies, 20,000 random deals', random(300, 20_000)],
])) {
  for (const length of [5, 8, 0]) print('bounded', name, length, () => made.bounded(length, 1_000_000));
}
