/**
 * Lays networks out with other libraries: node peers.js PACKAGES INPUTS [graphviz]. Prints one line of JSON per
 * arrangement: graph, layout, start, points. Run by `cargo dev bench layout`.
 *
 * Each start is another order of companies and links, and another seed: for Math.random, and for Graphviz. d3 and cola
 * begin where the order says, and have fixed seeds of their own.
 */

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const STARTS = 20;

const [packages, inputs, graphviz] = process.argv.slice(2);
const { resolve } = createRequire(pathToFileURL(`${packages}/package.json`));
/** @param {string} name */
const load = async (name) => import(pathToFileURL(resolve(name)).href);

const { forceCenter, forceLink, forceManyBody, forceSimulation } = await load('d3-force');
const { default: cytoscape } = await load('cytoscape');
const { default: fcose } = await load('cytoscape-fcose');
const { default: cola } = await load('webcola');
cytoscape.use(fcose);

/** A company's circle, and the width and the height of its label. @typedef {{ radius: number, label: number[] }} Node */
/** @typedef {{ graph: string, stage: number[], nodes: Node[], links: number[][] }} Network */
/** @typedef {(network: Network, seed: number) => number[][]} Layout */

/** The usual length of a link, in pixels, where a library has no usable one of its own. */
const LENGTH = 120;

/** From a circle to its label. */
const GAP = 2;

/** The box around circle and label. All have the circle's centre equally far above their own. @param {Node} node */
const box = ({ radius, label: [width, height] }) => ({
  width: Math.max(2 * radius, width),
  height: 2 * radius + GAP + height,
});

/** d3-force with its defaults, which know neither circles nor labels. @type {Layout} */
function d3({ nodes, links }) {
  const bodies = nodes.map(() => ({ x: NaN, y: NaN }));
  const simulation = forceSimulation(bodies)
    .force('link', forceLink(links.map(([source, target]) => ({ source, target }))))
    .force('charge', forceManyBody())
    .force('center', forceCenter())
    .stop();
  simulation.tick(300);
  return bodies.map(({ x, y }) => [x, y]);
}

/** fcose with its defaults and the sizes of the companies. @type {Layout} */
function cytoscapeFcose({ nodes, links }) {
  const graph = cytoscape({
    headless: true,
    styleEnabled: true,
    style: [
      { selector: 'node', style: { shape: 'rectangle', width: 'data(width)', height: 'data(height)' } },
    ],
    elements: [
      ...nodes.map((node, id) => ({ data: { id: `${id}`, ...box(node) } })),
      ...links.map(([source, target]) => ({ data: { source: `${source}`, target: `${target}` } })),
    ],
  });
  graph.layout({ name: 'fcose', animate: false }).run();
  const points = nodes.map((_, id) => graph.getElementById(`${id}`).position());
  graph.destroy();
  return points.map(({ x, y }) => [x, y]);
}

/**
 * WebCola with the sizes of the companies, which it keeps apart, and links as long as these need. 30 rounds without and
 * 30 with that constraint: until it moves no more it would take minutes in all. @type {Layout}
 */
function webcola({ stage, nodes, links }) {
  /** @type {any[]} */
  const bodies = nodes.map(box);
  new cola.Layout()
    .size(stage)
    .nodes(bodies)
    .links(links.map(([source, target]) => ({ source, target })))
    .linkDistance(LENGTH)
    .avoidOverlaps(true)
    .start(30, 0, 30, 0, false);
  return bodies.map(({ x, y }) => [x, y]);
}

/** A program of Graphviz with its defaults. @param {string} program @returns {Layout} */
const graphvizWith =
  (program) =>
  ({ nodes, links }, seed) => {
    const lines = [`graph { start=${seed}; node [shape=box fixedsize=true label=""]`];
    nodes.map(box).forEach(({ width, height }, id) => {
      lines.push(`${id} [width=${width / 72} height=${height / 72}]`);
    });
    lines.push(...links.map(([a, b]) => `${a} -- ${b}`), '}');
    const printed = execFileSync(program, ['-Tplain'], { input: lines.join('\n'), encoding: 'utf8' });
    const points = nodes.map(() => [NaN, NaN]);
    for (const line of printed.split('\n')) {
      const [what, id, x, y] = line.split(' ');
      // Inches, from below.
      if (what === 'node') points[Number(id)] = [Number(x) * 72, Number(y) * -72];
    }
    return points;
  };

/** Numbers from 0 to 1 from a seed (mulberry32). @param {number} seed */
function random(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let bits = Math.imul(seed ^ (seed >>> 15), seed | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** In any order. @template T @param {T[]} list */
function shuffled(list) {
  const all = [...list];
  for (let left = all.length - 1; left > 0; left--) {
    const other = Math.floor(Math.random() * (left + 1));
    [all[left], all[other]] = [/** @type {T} */ (all[other]), /** @type {T} */ (all[left])];
  }
  return all;
}

/** An arrangement from another start. @param {Layout} layout @param {Network} network @param {number} seed */
function arranged(layout, network, seed) {
  Math.random = random(seed);
  const order = shuffled(network.nodes.map((_, place) => place));
  /** @type {number[]} */
  const place = [];
  order.forEach((node, at) => (place[node] = at));
  const nodes = order.map((node) => /** @type {Node} */ (network.nodes[node]));
  const links = shuffled(network.links).map((ends) => ends.map((end) => place[end] ?? 0));
  const points = layout({ ...network, nodes, links }, seed);
  return place.map((at) => (points[at] ?? []).map((value) => Math.round(value * 100) / 100));
}

/** @type {[string, Layout][]} */
const layouts = [
  ['d3-force', d3],
  ['fcose', cytoscapeFcose],
  ['WebCola', webcola],
];
if (graphviz) layouts.push(['neato', graphvizWith('neato')], ['sfdp', graphvizWith('sfdp')]);

for (const line of readFileSync(inputs ?? '', 'utf8')
  .trim()
  .split('\n')) {
  /** @type {Network} */
  const network = JSON.parse(line);
  for (const [layout, arrange] of layouts) {
    const begin = performance.now();
    for (let start = 1; start <= STARTS; start++) {
      const points = arranged(arrange, network, start);
      console.log(JSON.stringify({ graph: network.graph, layout, start, points }));
    }
    const seconds = ((performance.now() - begin) / 1000).toFixed(1);
    console.error(`${network.graph}: ${layout}, ${STARTS} starts in ${seconds} s`);
  }
}
