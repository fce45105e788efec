/**
 * What runs in the browser: one number after another, asked for by `run.js`.
 * @typedef {((ticks: number) => void) & { overhead?: boolean, engine?: any }} Run
 */

import { UNIT, d3Pushes, engines, load } from './engines.js';
import { errorsOf, grown } from './graphs.js';

const loaded = load();

/** @type {Map<number, import('./graphs.js').Graph>} */
const networks = new Map();

/** @param {number} size */
function network(size) {
  const found = networks.get(size) ?? grown(size);
  networks.set(size, found);
  return found;
}

/** @param {number[]} numbers */
function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? NaN;
}

/** @param {Run} run @param {number} ticks */
function took(run, ticks) {
  const start = performance.now();
  run(ticks);
  return performance.now() - start;
}

/**
 * Milliseconds of a tick of each engine: the median of so many batches of ticks after some that warm up. The engines
 * take turns, so that whatever else the machine does disturbs all of them alike.
 * @param {Record<string, { warm: number, batches: number, ticks: number }>} plans by the engines' names
 * @param {number} size
 */
async function ticks(plans, size) {
  const module = await loaded;
  const makers = /** @type {Record<string, (network: object, module: object) => Run>} */ (engines);
  const all = Object.entries(plans).map(([name, plan]) => {
    const make = makers[name];
    if (!make) throw new Error(`There is no ${name}`);
    const run = make(network(size), module);
    if (plan.warm > 0) run(plan.warm);
    return { name, plan, run, times: /** @type {number[]} */ ([]) };
  });
  const rounds = Math.max(...all.map(({ plan }) => plan.batches));
  for (let round = 0; round < rounds; round += 1) {
    for (const { plan, run, times } of all) {
      if (times.length >= plan.batches) continue;
      const time = run.overhead ? took(run, plan.ticks + 1) - took(run, 1) : took(run, plan.ticks);
      times.push(time / plan.ticks);
    }
  }
  for (const { run } of all) run.engine?.free();
  return all.map(({ name, times }) => ({ name, ms: median(times) }));
}

/** Ours keeps what it has computed for some ticks: errors are those of so many in a row, more than it ever keeps. */
const IN_A_ROW = 16;

/** On so many companies in each of them. */
const SAMPLED = 100;

/**
 * How wrong d3's forces and ours are, in the same places: those through which ours goes when it is timed. The median
 * over all ticks, and that of our worst one.
 * @param {number} size
 * @param {number} warm ticks before
 */
async function errors(size, warm) {
  const { Engine } = await loaded;
  const { from, to, places } = network(size);
  const engine = new Engine(UNIT, from, to, places);
  engine.tick(warm);
  const charge = 0.15 * UNIT ** 3;
  /** @param {number} force */
  const cut = (force) => Math.max(-280, Math.min(280, force));
  const [ours, theirs] = [/** @type {number[][]} */ ([]), /** @type {number[][]} */ ([])];
  for (let tick = 0; tick < IN_A_ROW; tick += 1) {
    const now = engine.places();
    // The forces that the next tick is made with, however old what they are made of.
    const pushes = engine.pushes();
    const law = (/** @type {number} */ dx, /** @type {number} */ dy) => {
      const strength = charge / Math.hypot(dx, dy) ** 3;
      return /** @type {[number, number]} */ ([cut(dx * strength), cut(dy * strength)]);
    };
    ours.push(errorsOf(now, pushes, law, SAMPLED));
    const theirLaw = (/** @type {number} */ dx, /** @type {number} */ dy) => {
      const square = dx * dx + dy * dy;
      // As d3 has it: nearer than 1, forces grow no more.
      const strength = 30 / (square < 1 ? Math.sqrt(square) : square);
      return /** @type {[number, number]} */ ([dx * strength, dy * strength]);
    };
    theirs.push(errorsOf(now, d3Pushes(now), theirLaw, SAMPLED));
    engine.tick(1);
  }
  engine.free();
  return { ours: median(ours.flat()), worst: Math.max(...ours.map(median)), theirs: median(theirs.flat()) };
}

/** Bytes of our module's memory, which never shrinks. */
const memory = async () => (await loaded).memory.buffer.byteLength;

Object.assign(window, { measure: { ticks, errors, memory } });
