// Which deals count, as far as every reader needs it: two texts, and the way to what changes them (`view.js`), which
// comes with the tools.

import { SENTENCES } from './sentences.js';

/** @typedef {import('./view.js').View} View */
/** @typedef {import('./types.js').Figure} Figure */

export class Counted {
  /** Parts of the filter, as in the attribute; nothing where everything usual counts. */
  filter = '';
  until = '';
  /** Ids of companies and deals that are left out. @type {string[]} */
  leftOut = [];
  /** What of the last wish these data do not have, in sentences. @type {string[]} */
  missing = [];
  #context;
  #open;
  #changed;
  /** @type {Promise<View> | null} */
  #view = null;

  /**
   * @param {import('./context.js').Context} context
   * @param {() => Promise<import('./types.js').Study>} open a figure of the same document that can filter
   * @param {(before: Figure, passing: boolean) => void} changed is told when other deals count, or another figure does
   *   the counting
   */
  constructor(context, open, changed) {
    this.#context = context;
    this.#open = open;
    this.#changed = changed;
  }

  /** What filters. */
  view() {
    this.#view ??= this.#load();
    return this.#view;
  }

  /**
   * Counts what these texts say; false if something else was wanted in between.
   *
   * @param {string} filter
   * @param {string} until
   */
  async set(filter, until) {
    if (filter === this.filter && until === this.until) return true;
    return (await this.view()).ask(filter, until);
  }

  async #load() {
    try {
      const { View, STUDY } = await import('./tools.js');
      Object.assign(SENTENCES, STUDY);
      const view = new View(this.#context, this.#open);
      view.onChange((before) => {
        ({ filter: this.filter, until: this.until, leftOut: this.leftOut, missing: this.missing } = view);
        this.#changed(before, view.passing);
      });
      return view;
    } catch (error) {
      // Another wish tries again.
      this.#view = null;
      throw error;
    }
  }
}
