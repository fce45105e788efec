// The loops of the figure, each with what an editor decides about it: name, note, pinned, hidden, order.
import { h } from '../dom.js';
import { entryOf, hideLoop, moveLoop, pinLoop, withLoop } from './book.js';
import { field, press, say } from './panel.js';
import * as SAYS from './words.js';

/** @typedef {import('../types.js').LoopRow} LoopRow */
/** @typedef {import('./types.js').Edits} Edits */
/** @typedef {{ root: HTMLElement, update: (place: number, edits: Edits) => void }} Item */

/** So many loops that are not coloured are listed at a time. */
const MORE = 10;

export class Loops {
  #sets;
  #list = h('ol', { class: 'loops' });
  #filtered = h('p', { class: 'hint' }, SAYS.filtered);
  #more;
  #limit = 0;
  /** @type {Map<string, Item>} */
  #items = new Map();
  /** Their own names, without an editor's. @type {Map<string, string>} */
  #names = new Map();
  /** The coloured loops, in order. @type {string[]} */
  #coloured = [];

  /** @param {import('./sets.js').Sets} sets */
  constructor(sets) {
    this.#sets = sets;
    this.#more = press('', () => {
      this.#limit += MORE;
      this.update();
      // A hidden button loses the focus.
      if (this.#more.hidden)
        this.#list
          .querySelectorAll('input')
          .item(this.#list.children.length - 1)
          ?.focus();
    });
    this.root = h(
      'div',
      { class: 'stack' },
      h(
        'div',
        { class: 'field' },
        h('h3', {}, SAYS.loops),
        h('p', { class: 'hint' }, SAYS.loopsHint),
        this.#filtered,
      ),
      this.#list,
      h('div', { class: 'acts' }, this.#more),
    );
  }

  /** Another document: what was made for the loops of the last one goes. */
  clear() {
    this.#items.clear();
    this.#names.clear();
    this.#list.replaceChildren();
    this.#limit = 0;
  }

  /** The loops of the figure as they are now: the coloured ones, those with an entry, and as many others as were asked for. */
  update() {
    const { book, loops } = this.#sets;
    // While the figure is made anew there are none: what is listed stays, and with it the focus.
    if (!book || loops.length === 0) return;
    const slot = (/** @type {LoopRow} */ row) => row.slot ?? Infinity;
    const coloured = loops.filter((row) => row.slot !== null).sort((a, b) => slot(a) - slot(b));
    this.#coloured = coloured.map(({ id }) => id);
    for (const { id, name } of loops) if (!entryOf(book.edits, id).name) this.#names.set(id, name);
    const decided = book.edits.loops.map(({ id }) => id);
    const others = loops
      .map(({ id }) => id)
      .filter((id) => !this.#coloured.includes(id) && !decided.includes(id));
    const listed = [...new Set([...this.#coloured, ...decided, ...others.slice(0, this.#limit)])];
    const focused = document.activeElement;
    const items = listed.map((id, place) => {
      const item = this.#items.get(id) ?? this.#make(id, `bench-loop-${this.#items.size}`);
      this.#items.set(id, item);
      item.update(place < this.#coloured.length ? place : -1, book.edits);
      return item.root;
    });
    this.#list.replaceChildren(...items);
    // What is put elsewhere in a list loses the focus.
    if (focused instanceof HTMLElement && this.#list.contains(focused)) focused.focus();
    const left = others.length - this.#limit;
    this.#more.hidden = left <= 0;
    this.#more.textContent = SAYS.more(Math.min(left, MORE));
    this.#filtered.hidden = !this.#sets.isFiltered;
  }

  /**
   * @param {string} id of the loop
   * @param {string} key of its fields
   * @returns {Item}
   */
  #make(id, key) {
    const sets = this.#sets;
    /** @param {(edits: Edits) => Edits} decide */
    const change = (decide) => sets.book && sets.change(decide(sets.book.edits));
    const own = this.#names.get(id) ?? id;
    const number = h('span', { class: 'number', 'aria-hidden': true });
    const name = h('input', { type: 'text', placeholder: own, 'aria-label': SAYS.loopName(own) });
    name.addEventListener('change', () =>
      change((edits) => withLoop(edits, id, { name: name.value.trim() })),
    );
    const note = h('textarea', { rows: 2 });
    note.addEventListener('change', () =>
      change((edits) => withLoop(edits, id, { note: note.value.trim() })),
    );
    const noted = field(`${key}-note`, SAYS.noteOf(own), note);
    const write = press(
      SAYS.loopNote,
      () => {
        noted.hidden = !noted.hidden;
        write.setAttribute('aria-expanded', String(!noted.hidden));
        if (!noted.hidden) note.focus();
      },
      { 'aria-expanded': 'false', 'aria-label': SAYS.noteOf(own) },
    );
    noted.hidden = true;
    const pressed = (/** @type {HTMLElement} */ button) => button.getAttribute('aria-pressed') === 'true';
    const pin = press(SAYS.pin, () => change((edits) => pinLoop(edits, id, !pressed(pin))));
    const hide = press(SAYS.hide, () => change((edits) => hideLoop(edits, id, !pressed(hide))));
    const move = (/** @type {number} */ by) =>
      change((edits) => {
        say(`${name.value || own}: ${this.#coloured.indexOf(id) + 1 + by}`);
        return moveLoop(edits, this.#coloured, id, by);
      });
    const up = press(SAYS.up, () => move(-1));
    const down = press(SAYS.down, () => move(1));
    for (const button of [pin, hide, up, down])
      button.setAttribute('aria-label', `${button.textContent}: ${own}`);
    const acts = h('div', { class: 'acts' }, pin, hide, up, down, write);
    const root = h('li', { 'data-loop': id }, h('div', { class: 'line' }, number, name), acts, noted);
    return {
      root,
      update: (place, edits) => {
        const entry = entryOf(edits, id);
        number.textContent = place < 0 ? '–' : String(place + 1);
        set(name, entry.name ?? '');
        set(note, entry.note ?? '');
        pin.setAttribute('aria-pressed', String(entry.pin ?? false));
        hide.setAttribute('aria-pressed', String(entry.hide ?? false));
        up.setAttribute('aria-disabled', String(place < 1));
        down.setAttribute('aria-disabled', String(place < 0 || place === this.#coloured.length - 1));
      },
    };
  }
}

/**
 * Shows what was decided, unless the reader is writing there.
 *
 * @param {HTMLInputElement | HTMLTextAreaElement} input
 * @param {string} value
 */
export function set(input, value) {
  if (input.dataset.set === value) return;
  // What is being written differs from what was shown last.
  const isWritten = document.activeElement === input && input.value !== input.dataset.set;
  if (!isWritten || input.value === value) input.value = value;
  input.dataset.set = value;
}
