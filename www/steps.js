// The arrangements that led to the picture on a stage: where companies are depends on where they were before.
import { same } from './selection.js';

/** @typedef {import('./types.js').Figure} Figure */
/** @typedef {import('./types.js').Target} Target */

export class Steps {
  #size = '';
  /** How many companies were shown and what was chosen at each. @type {[number, Target | null][]} */
  #taken = [];

  /**
   * One more; on a stage of another size it begins anew. The same twice is one.
   *
   * @param {string} size
   * @param {number} shown
   * @param {Target | null} chosen
   */
  take(size, shown, chosen) {
    if (this.#size !== size) this.#taken = [];
    this.#size = size;
    const last = this.#taken.at(-1);
    if (last?.[0] !== shown || !same(last[1], chosen)) this.#taken.push([shown, chosen]);
  }

  /**
   * Leads another figure of the same document the same way.
   *
   * @param {Figure} figure
   * @param {number} width
   * @param {number} height
   */
  repeat(figure, width, height) {
    for (const [shown, chosen] of this.#taken) {
      figure.widen(shown);
      figure.look(chosen?.kind ?? 'none', chosen?.id ?? '', true);
      figure.arrange(width, height);
    }
  }
}
