// What the reader looks at and what is chosen: the one state behind pointer, keyboard, list, table and card.

/** @typedef {import('./types.js').Target} Target */
/** @typedef {'list' | 'stage' | 'keys' | 'table' | 'link'} Origin */
/**
 * @typedef {object} Change
 * @property {boolean} chosen the choice changed, not only the look
 * @property {Origin} origin
 * @property {HTMLElement} [opener] what was pressed, where only its origin knows
 */

export class Selection {
  /** What stands out while the pointer or the keyboard is on it. @type {Target | null} */
  focus = null;
  /** What stays chosen. @type {Target | null} */
  chosen = null;
  /** Whether that is a loop on a ring of its own. */
  unrolled = false;
  /** @type {((change: Change) => void)[]} */
  #listeners = [];

  /** @param {(change: Change) => void} listener */
  onChange(listener) {
    this.#listeners.push(listener);
  }

  /**
   * @param {Target | null} target
   * @param {Origin} origin
   */
  look(target, origin) {
    if (same(this.focus, target)) return;
    this.focus = target;
    this.#tell({ chosen: false, origin });
  }

  /**
   * @param {Target | null} target
   * @param {Origin} origin
   * @param {HTMLElement} [opener]
   */
  choose(target, origin, opener) {
    if (same(this.chosen, target)) return;
    this.chosen = target;
    this.unrolled = false;
    this.#tell({ chosen: true, origin, ...(opener && { opener }) });
  }

  /**
   * Puts the chosen loop on a ring of its own, or back; false where there is nothing to do.
   *
   * @param {boolean} unrolled
   * @param {Origin} origin
   */
  unroll(unrolled, origin) {
    if (unrolled === this.unrolled || this.chosen?.kind !== 'loop') return false;
    this.unrolled = unrolled;
    this.#tell({ chosen: false, origin });
    return true;
  }

  /** @param {Change} change */
  #tell(change) {
    for (const listener of this.#listeners) listener(change);
  }
}

/**
 * @param {Target | null | undefined} a
 * @param {Target | null | undefined} b
 */
export function same(a, b) {
  return a?.kind === b?.kind && a?.id === b?.id;
}
