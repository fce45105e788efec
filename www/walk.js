// The way of the keyboard through the figure: a tree of loops and companies with their deals. Pure.
import { same } from './selection.js';

/** @typedef {import('./types.js').Target} Target */
/**
 * What there is to walk on: the loops and companies, and the deals under each.
 *
 * @typedef {object} Tree
 * @property {() => Target[]} top
 * @property {(target: Target) => Target[]} under
 */

export class Walk {
  /** @type {Tree} */
  #tree;
  /** From the top to where the reader is. @type {Target[]} */
  #trail = [];

  /** @param {Tree} tree */
  constructor(tree) {
    this.#tree = tree;
  }

  /** @returns {Target | null} */
  get here() {
    return this.#trail.at(-1) ?? null;
  }

  /** What the reader went into. @returns {Target | null} */
  get parent() {
    return this.#trail.at(-2) ?? null;
  }

  /** Those among which Up and Down move. @returns {Target[]} */
  get siblings() {
    const parent = this.parent;
    return parent ? this.#tree.under(parent) : this.#tree.top();
  }

  /** Where the reader is among them, from 0; -1 for nowhere. */
  get place() {
    return this.siblings.findIndex((target) => same(target, this.here));
  }

  /**
   * To the next (1) or previous (-1) sibling, round at the ends.
   *
   * @param {number} step
   */
  move(step) {
    const { siblings, place } = this;
    if (siblings.length === 0) return;
    const start = place < 0 && step < 0 ? 0 : place;
    this.#put(siblings[(start + step + siblings.length) % siblings.length]);
  }

  /**
   * To the first or the last sibling.
   *
   * @param {boolean} last
   */
  edge(last) {
    this.#put(this.siblings.at(last ? -1 : 0));
  }

  /**
   * Into what is here, to the deal at `place` under it. False where there is nothing under it.
   *
   * @param {number} [place]
   */
  enter(place = 0) {
    const here = this.here;
    const target = here && this.#tree.under(here)[place];
    if (target) this.#trail.push(target);
    return Boolean(target);
  }

  /** One level up. False where the reader was at the top already. */
  leave() {
    if (this.#trail.length < 2) return false;
    this.#trail.pop();
    return true;
  }

  /**
   * To a place of the tree, from anywhere.
   *
   * @param {...Target} trail
   */
  go(...trail) {
    this.#trail = trail;
  }

  /** @param {Target | undefined} target */
  #put(target) {
    if (target) this.#trail[Math.max(this.#trail.length - 1, 0)] = target;
  }
}
