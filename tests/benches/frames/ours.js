/** Our element with the whole network in its picture: while companies find their places, and while one is dragged. */

import { setTimeout as sleep } from 'node:timers/promises';
import { withPage } from '../../browser/engine.js';
import { host } from '../../browser/widget.js';

/** @import { Page, Point } from '../../browser/engine.js' */
/** @import { Graph } from './graph.js' */
/** @import { Measured } from './run.js' */

/** With more companies than this the reader sees them find their places. */
const CROWD = 1_000;

/**
 * @param {unknown} data
 * @param {Graph} graph
 * @param {(page: Page, act?: () => Promise<void>) => Promise<Measured>} measure
 * @returns {Promise<{ dragged: Measured | null, arriving: Measured | null }>}
 */
export function ours(data, graph, measure) {
  return withPage({ width: 1280, height: 1100, release: true }, async (page) => {
    await showAll(page, data);
    const arriving = graph.companies > CROWD ? await measure(page) : null;
    await rested(page);
    const at = await company(page, graph);
    if (!at) return { dragged: null, arriving };
    await page.mouse.move(at);
    await page.mouse.down();
    let angle = 0;
    const circle = () => {
      angle += 0.1;
      return page.mouse.move({ x: at.x + 90 * Math.cos(angle), y: at.y + 90 * Math.sin(angle) });
    };
    for (let warm = 0; warm < 20; warm += 1) await circle();
    const dragged = await measure(page, circle);
    await page.mouse.up();
    return { dragged, arriving };
  });
}

/**
 * A stage of 1280 by 800 with all companies.
 * @param {Page} page
 * @param {unknown} data
 */
async function showAll(page, data) {
  const style = { type: 'text/css', body: 'body{margin:0}deal-network{--deal-network-stage-height:800px}' };
  await page.answer('frames.css', style);
  const body = `<link rel="stylesheet" href="frames.css"><deal-network></deal-network>
    <script type="module" src="deal-network.js"></script>`;
  await page.answer('frames.html', host(body));
  await page.goto('frames.html');
  await page.evaluate(async (data) => {
    const element = document.querySelector('deal-network');
    if (!element) return;
    const ready = new Promise((resolve) => {
      element.addEventListener('deal-network-ready', resolve, { once: true });
      element.addEventListener('deal-network-select', (event) =>
        Reflect.set(element, 'found', /** @type {CustomEvent} */ (event).detail),
      );
    });
    element.data = data;
    await ready;
    const steps = [...(element.shadowRoot?.querySelectorAll('.buttons button') ?? [])];
    const all = steps.find((button) => button.textContent?.startsWith('Show all'));
    if (all instanceof HTMLElement) all.click();
  }, data);
}

/** Waits until nothing moves any more. @param {Page} page */
async function rested(page) {
  let before = await page.screenshot();
  for (let wait = 0; wait < 100; wait += 1) {
    await sleep(500);
    const now = await page.screenshot();
    if (now.equals(before)) return;
    before = now;
  }
}

/**
 * Where a company with many arcs is on the screen, found by pressing here and there.
 * @param {Page} page
 * @param {Graph} graph
 * @returns {Promise<Point | null>}
 */
async function company(page, { arcs }) {
  const box = await page.box('canvas');
  if (!box) return null;
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const end of arcs.flat()) counts.set(`c${end}`, (counts.get(`c${end}`) ?? 0) + 1);
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  let best = null;
  let most = 0;
  for (let press = 0; press < 150 && most < 20; press += 1) {
    const at = {
      x: middle.x + 9 * Math.sqrt(press) * Math.cos(2.4 * press),
      y: middle.y + 9 * Math.sqrt(press) * Math.sin(2.4 * press),
    };
    await page.mouse.move(at);
    await page.mouse.down();
    await page.mouse.up();
    const found = await page.evaluate(() => {
      const found = Reflect.get(document.querySelector('deal-network') ?? {}, 'found');
      return found?.kind === 'company' ? String(found.id) : '';
    });
    const count = counts.get(found) ?? 0;
    if (count > most) [best, most] = [at, count];
  }
  // Nothing is chosen while it is measured.
  await page.mouse.move({ x: box.x + 4, y: box.y + 4 });
  await page.mouse.down();
  await page.mouse.up();
  return best;
}
