/** Frames a second while a network moves, ours beside others: prints a Markdown table. Run by `cargo dev bench`. */

import { setTimeout as sleep } from 'node:timers/promises';
import { engine, stop, withPage } from '../../browser/engine.js';
import { document, graph } from './graph.js';
import { ours } from './ours.js';

/** @import { Page } from '../../browser/engine.js' */
/** @import { Graph } from './graph.js' */

const SIZES = [200, 1_000, 10_000];
/** How long a network moves before it is measured, and how long it is measured, in milliseconds. */
const WARM = 1_000;
const LONG = 4_000;
const STAGE = { width: 1280, height: 800 };

/** @typedef {{ frames: number, busy: number }} Measured frames a second, and milliseconds of the main thread in each */

/**
 * Counts frames while something is done.
 * @param {Page} page
 * @param {() => Promise<void>} [act] again and again
 * @returns {Promise<Measured>}
 */
export async function measure(page, act = () => sleep(50)) {
  const busy = await page.busy();
  const counting = page.evaluate((long) => {
    const start = performance.now();
    let frames = 0;
    return new Promise((/** @type {(found: [number, number]) => void} */ resolve) => {
      const step = () => {
        frames += 1;
        const took = performance.now() - start;
        if (took < long) requestAnimationFrame(step);
        else resolve([frames, took]);
      };
      requestAnimationFrame(step);
    });
  }, LONG);
  let over = false;
  counting.finally(() => (over = true));
  while (!over) await act();
  const [frames, took] = await counting;
  return { frames: (1000 * frames) / took, busy: (1000 * ((await page.busy()) - busy)) / frames };
}

/**
 * @param {'forceGraph' | 'cytoscapeJs' | 'visNetwork'} name
 * @param {Graph} graph
 */
function peer(name, graph) {
  return withPage({ ...STAGE, mayFail: true }, async (page) => {
    await page.goto('peers.html');
    await page.evaluate(([name, graph]) => {
      const box = /** @type {HTMLElement} */ (globalThis.document.querySelector('main'));
      /** @type {any} */ (globalThis).peers[name](box, graph);
    }, /** @type {const} */ ([name, graph]));
    await sleep(WARM);
    return measure(page);
  });
}

/** @param {Measured} measured */
const cell = ({ frames, busy }) => `${frames.toFixed(0)} (${busy.toFixed(1)})`;

const lines = [
  `${await (await engine()).version()}; frames a second, in brackets milliseconds of the main thread in each.`,
  '',
  '| companies / arcs | ours, one is dragged | ours, finding their places | force-graph | cytoscape.js | vis-network |',
  '| --- | --: | --: | --: | --: | --: |',
];
for (const size of SIZES) {
  const made = graph(size, 2);
  const { dragged, arriving } = await ours(document(made), made, measure);
  const cells = [dragged ? cell(dragged) : '', arriving ? cell(arriving) : ''];
  for (const name of /** @type {const} */ (['forceGraph', 'cytoscapeJs', 'visNetwork']))
    cells.push(cell(await peer(name, made)));
  lines.push(`| ${size} / ${made.arcs.length} | ${cells.join(' | ')} |`);
}
await stop();
console.log(lines.join('\n'));
