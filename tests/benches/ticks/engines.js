// @ts-nocheck: the libraries are installed below the target folder, where the checker does not look.
/**
 * Ours and the others, each as a function that makes so many ticks on a network: all with their usual options but for
 * cooling, so that every tick has work to do, and on one thread.
 */

import initAntv, { force as antv } from '@antv/layout-wasm/pkg/antv_layout_wasm.js';
import { forceCenter, forceLink, forceManyBody, forceSimulation } from 'd3-force';
import { forceManyBodyReuse } from 'd3-force-reuse';
import Graph from 'graphology';
import atlasDefaults from 'graphology-layout-forceatlas2/defaults.js';
import atlasHelpers from 'graphology-layout-forceatlas2/helpers.js';
import atlasIterate from 'graphology-layout-forceatlas2/iterate.js';
import createLayout from 'ngraph.forcelayout';
import createGraph from 'ngraph.graph';

/** How far apart two companies with one deal come to rest. */
export const UNIT = 100;

/** How warm d3 is kept: as is usual while something is dragged. Ours is, too. */
const ALPHA = 0.3;

const pairs = ({ from, to }) => [...from].map((source, deal) => [source, to[deal]]);
const numbers = (size) => [...Array(size).keys()];

function d3(network, charge) {
  const nodes = numbers(network.size).map((index) => ({ index }));
  const links = pairs(network).map(([source, target]) => ({ source, target }));
  const simulation = forceSimulation(nodes).stop().alpha(ALPHA).alphaDecay(0);
  simulation.force('charge', charge).force('link', forceLink(links)).force('center', forceCenter());
  return (ticks) => simulation.tick(ticks);
}

function ngraph(network) {
  const graph = createGraph();
  for (const company of numbers(network.size)) graph.addNode(company);
  for (const [source, target] of pairs(network)) graph.addLink(source, target);
  const layout = createLayout(graph);
  for (const company of numbers(network.size))
    layout.setNodePosition(company, network.places[2 * company], network.places[2 * company + 1]);
  return (ticks) => {
    for (let tick = 0; tick < ticks; tick += 1) layout.step();
  };
}

function atlas(network) {
  const graph = new Graph({ multi: true });
  for (const company of numbers(network.size))
    graph.addNode(company, { x: network.places[2 * company], y: network.places[2 * company + 1] });
  for (const [source, target] of pairs(network)) graph.addEdge(source, target);
  const settings = { ...atlasDefaults, barnesHutOptimize: true };
  const { nodes, edges } = atlasHelpers.graphToByteArrays(graph, () => 1);
  return (ticks) => {
    for (let tick = 0; tick < ticks; tick += 1) atlasIterate(settings, nodes, edges);
  };
}

/** It makes all its ticks in one call, which also copies the network: `overhead` says that a call without is to be
 * subtracted. */
function antvAtlas(network) {
  const options = {
    name: 0,
    dimensions: 2,
    nodes: [...network.places],
    edges: pairs(network),
    masses: numbers(network.size).map(() => 1),
    weights: [...network.from].map(() => 1),
    min_movement: 0,
    distance_threshold_mode: 0,
    center: [0, 0],
    ka: 1,
    kg: 1,
    kr: 5,
    speed: 0.1,
    prevent_overlapping: false,
    node_radius: 10,
    kr_prime: 10,
    strong_gravity: false,
    lin_log: false,
    dissuade_hubs: false,
    max_distance: Infinity,
    chunk_size: 256,
    // Of its other layouts, but it asks for them all.
    edge_strength: 0,
    link_distance: 0,
    node_strength: 0,
    coulomb_dis_scale: 0,
    factor: 0,
    interval: 0,
    damping: 0,
    max_speed: 0,
  };
  const run = (ticks) => void antv({ ...options, iterations: ticks });
  run.overhead = true;
  return run;
}

function ours(network, { Engine }) {
  const engine = new Engine(UNIT, network.from, network.to, network.places);
  const run = (ticks) => engine.tick(ticks);
  run.engine = engine;
  return run;
}

/** The engines by name; `module` is what `ticks.js` exports. */
export const engines = {
  ours,
  'd3-force': (network) => d3(network, forceManyBody()),
  'd3-force-reuse': (network) => d3(network, forceManyBodyReuse()),
  'ngraph.forcelayout': ngraph,
  'graphology-layout-forceatlas2': atlas,
  '@antv/layout-wasm': antvAtlas,
};

/** Loads what is compiled. */
export async function load() {
  const module = await import('./module/ticks.js');
  const { memory } = await module.default({ module_or_path: './module/ticks_bg.wasm' });
  await initAntv('./antv.wasm');
  return { Engine: module.Engine, memory };
}

/** What d3 says how all others push each company. */
export function d3Pushes(places) {
  const nodes = numbers(places.length / 2).map((index) => ({
    index,
    x: places[2 * index],
    y: places[2 * index + 1],
    vx: 0,
    vy: 0,
  }));
  const charge = forceManyBody();
  charge.initialize(nodes, () => 0.5);
  charge(1);
  return nodes.flatMap(({ vx, vy }) => [vx, vy]);
}
