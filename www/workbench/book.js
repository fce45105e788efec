// One document and what an editor has decided about it. Pure.

/** @typedef {import('./types.js').Document} Document */
/** @typedef {import('./types.js').Edits} Edits */
/** @typedef {import('./types.js').LoopEntry} LoopEntry */

/** As many changes can be taken back. */
const MOST = 100;

export class Book {
  /** @type {Edits[]} */
  #past = [];
  /** What the document came with. @type {Edits} */
  #first;

  /** @param {Document} document a clean one; it is never changed */
  constructor(document) {
    this.document = document;
    this.#first = editsOf(document);
    this.edits = this.#first;
  }

  /** Whether something is otherwise than in the document. */
  get isChanged() {
    return this.edits !== this.#first;
  }

  /** Whether there is a change to be taken back. */
  get canUndo() {
    return this.#past.length > 0;
  }

  /** @param {Edits} edits */
  change(edits) {
    if (edits === this.edits) return;
    this.#past = [...this.#past.slice(1 - MOST), this.edits];
    this.edits = edits;
  }

  undo() {
    this.edits = this.#past.pop() ?? this.edits;
  }

  /** Back to what the document came with. This, too, can be taken back. */
  startOver() {
    this.change(this.#first);
  }

  /**
   * The rows have been read again: what an editor has decided stays.
   *
   * @param {Document} document
   */
  reread(document) {
    const first = editsOf(document);
    const renewed = (/** @type {Edits} */ edits) => (edits === this.#first ? first : edits);
    this.#past = this.#past.map(renewed);
    this.edits = renewed(this.edits);
    this.#first = first;
    this.document = document;
  }

  /** The document with the decisions in it, for the desk to clean. @returns {Document} */
  get edited() {
    const { positions, loops, ...texts } = this.edits;
    return {
      ...this.document,
      ...texts,
      loops: [...loops],
      // Not by assignment: a company may be called `__proto__`.
      positions: Object.fromEntries(positions),
    };
  }
}

/**
 * @param {Document} document
 * @returns {Edits}
 */
export function editsOf({ title = '', headline = '', note = '', asOf = '', loops = [], positions = {} }) {
  return { title, headline, note, asOf, loops, positions: new Map(Object.entries(positions)) };
}

/**
 * The entry of a loop; an empty one if there is none.
 *
 * @param {Edits} edits
 * @param {string} id
 * @returns {LoopEntry}
 */
export function entryOf(edits, id) {
  return edits.loops.find((entry) => entry.id === id) ?? { id };
}

/**
 * Decides something about a loop. An entry that says nothing goes.
 *
 * @param {Edits} edits
 * @param {string} id
 * @param {Partial<LoopEntry>} change
 * @returns {Edits}
 */
export function withLoop(edits, id, change) {
  const changed = { ...entryOf(edits, id), ...change };
  const { name, note, pin, hide } = changed;
  const says = Boolean(name || note || pin || hide);
  const at = edits.loops.findIndex((entry) => entry.id === id);
  const loops = [...edits.loops];
  if (at >= 0) loops.splice(at, 1, ...(says ? [changed] : []));
  else if (says) loops.push(changed);
  return { ...edits, loops };
}

/**
 * Moves a coloured loop among the others. The figure keeps only pinned loops in order, and puts them first: so the
 * moved one and those before it are pinned, and all pinned ones numbered anew.
 *
 * @param {Edits} edits
 * @param {readonly string[]} coloured the ids of the coloured loops, in order
 * @param {string} id
 * @param {number} by -1 is up, 1 is down
 * @returns {Edits} the same if it cannot go there
 */
export function moveLoop(edits, coloured, id, by) {
  const from = coloured.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= coloured.length) return edits;
  const order = [...coloured];
  order.splice(to, 0, ...order.splice(from, 1));
  const last = Math.max(from, to);
  return order.reduce((made, other, place) => {
    const isPinned = place <= last || entryOf(edits, other).pin;
    return isPinned ? withLoop(made, other, { pin: true, hide: false, order: place + 1 }) : made;
  }, edits);
}

/**
 * Pins a loop or lets go of it; what was hidden shows again when it is pinned.
 *
 * @param {Edits} edits
 * @param {string} id
 * @param {boolean} pin
 */
export function pinLoop(edits, id, pin) {
  return withLoop(edits, id, { pin, order: null, ...(pin && { hide: false }) });
}

/**
 * @param {Edits} edits
 * @param {string} id
 * @param {boolean} hide
 */
export function hideLoop(edits, id, hide) {
  return withLoop(edits, id, { hide, ...(hide && { pin: false, order: null }) });
}
