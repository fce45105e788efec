/** The other libraries, each with the whole network in motion in a box of the page's size. Bundled by `cargo dev bench`. */

// They are installed below `target` only, so that there are no types of them here.
// @ts-expect-error
import cytoscape from 'cytoscape';
// @ts-expect-error
import ForceGraph from 'force-graph';
// @ts-expect-error
import { DataSet, Network } from 'vis-network/standalone';

/** @import { Graph } from './graph.js' */

/** Its own forces, which never cool. @param {HTMLElement} box @param {Graph} graph */
function forceGraph(box, { companies, arcs }) {
  new ForceGraph(box)
    .width(1280)
    .height(800)
    .d3AlphaDecay(0)
    .cooldownTime(Infinity)
    .graphData({
      nodes: Array.from({ length: companies }, (_, id) => ({ id })),
      links: arcs.map(([source, target]) => ({ source, target })),
    })
    .zoom(0.1);
}

/** No forces: each company swings about its place, set in one batch a frame. @param {HTMLElement} box @param {Graph} graph */
function cytoscapeJs(box, { companies, arcs }) {
  const side = Math.ceil(Math.sqrt(companies));
  /** @param {number} at */
  const place = (at) => ({ x: (at % side) * 30, y: Math.floor(at / side) * 20 });
  const network = cytoscape({
    container: box,
    elements: [
      ...Array.from({ length: companies }, (_, at) => ({ data: { id: `c${at}` }, position: place(at) })),
      ...arcs.map(([from, to], at) => ({ data: { id: `d${at}`, source: `c${from}`, target: `c${to}` } })),
    ],
    // What its documentation advises for large networks.
    style: [
      { selector: 'node', style: { width: 8, height: 8 } },
      { selector: 'edge', style: { width: 1, 'curve-style': 'haystack' } },
    ],
    layout: { name: 'preset' },
    pixelRatio: 1,
  });
  let frame = 0;
  const step = () => {
    frame += 1;
    network.nodes().positions((/** @type {any} */ _, /** @type {number} */ at) => {
      const { x, y } = place(at);
      return { x: x + 5 * Math.sin(frame / 20 + at), y };
    });
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
}

/** Its own forces. @param {HTMLElement} box @param {Graph} graph */
function visNetwork(box, { companies, arcs }) {
  const nodes = new DataSet(Array.from({ length: companies }, (_, id) => ({ id })));
  const edges = new DataSet(arcs.map(([from, to], id) => ({ id, from, to })));
  const network = new Network(
    box,
    { nodes, edges },
    {
      nodes: { shape: 'dot', size: 8 },
      edges: { smooth: false },
      layout: { improvedLayout: false },
      physics: { stabilization: false, minVelocity: 0 },
    },
  );
  network.moveTo({ scale: 0.1 });
}

Object.assign(globalThis, { peers: { forceGraph, cytoscapeJs, visNetwork } });
