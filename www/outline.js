// The figure as a list: loops as buttons, and under the pressed one its card. Made after the first frame.
import { cardOf, heading } from './card.js';
import { h } from './dom.js';
import { count, nodes } from './format.js';
import { same } from './selection.js';
import { WORDS } from './words.js';

/** @typedef {import('./types.js').LoopRow} LoopRow */
/** @typedef {import('./types.js').Target} Target */
/** @typedef {import('./context.js').Context} Context */

/** How many more loops one press reveals: a page to read, never 240 stops of the Tab key. */
const PAGE = 10;

export class Outline {
  /** @type {Context} */
  #context;
  /** @type {HTMLElement} */
  #stage;
  /** Coloured loops in the order of their numbers, then the others by rank. @type {LoopRow[]} */
  #rows;
  #shown;
  #counted;
  #list = h('ol', { class: 'loops', part: 'loops' });
  #more = h('button', { type: 'button', class: 'quiet', 'data-more': true });
  #unlisted = h('p', { class: 'note' });
  /** Where the card of a company, a deal, or a loop that is not in the list opens. */
  #details = h('div', { class: 'details' });
  /** @type {Map<string, HTMLElement>} */
  #items = new Map();
  /** @type {HTMLElement | null} */
  #card = null;
  /** What had the focus when the card opened. @type {HTMLElement | null} */
  #opener = null;

  /**
   * @param {Context} context
   * @param {LoopRow[]} rows
   * @param {number} counted how many loops there are, listed or not
   * @param {HTMLElement} stage where the focus returns to from a card that was opened there
   */
  constructor(context, rows, counted, stage) {
    this.#context = context;
    this.#stage = stage;
    this.#counted = counted;
    const coloured = rows.filter((row) => row.slot !== null).sort((a, b) => (a.slot ?? 0) - (b.slot ?? 0));
    this.#rows = [...coloured, ...rows.filter((row) => row.slot === null)];
    this.#shown = coloured.length || Math.min(PAGE, rows.length);
    this.heading = h(heading(context.level, 1), { class: 'list-heading', tabindex: -1 }, WORDS.loops);
    this.root = h(
      'div',
      { class: 'outline' },
      this.#details,
      this.heading,
      this.#list,
      this.#more,
      this.#unlisted,
    );
    if (rows.length === 0) this.#list.replaceWith(h('p', {}, WORDS.noLoops));
    this.#fill();
    this.#listen();
    context.selection.onChange(({ chosen, origin, opener }) =>
      chosen ? this.#open(origin, opener) : this.#mark(),
    );
    // Something may have been chosen on the stage before this list was there.
    if (context.selection.chosen) this.#open('stage');
  }

  /** The loops that have a place in the list now. */
  get loops() {
    return this.#rows.slice(0, this.#shown);
  }

  #fill() {
    for (const row of this.loops.slice(this.#items.size)) {
      const item = this.#item(row, this.#items.size + 1);
      this.#items.set(row.id, item);
      this.#list.append(item);
    }
    const left = Math.max(this.#counted, this.#rows.length) - this.#shown;
    const said = count(left, this.#context.language);
    this.#more.hidden = this.#shown === this.#rows.length;
    this.#more.textContent = WORDS.moreLoops(said);
    this.#unlisted.hidden = !this.#more.hidden || left === 0;
    this.#unlisted.textContent = WORDS.unlisted(left, said);
  }

  /**
   * @param {LoopRow} row
   * @param {number} place in the list, which is its number in the drawing
   */
  #item(row, place) {
    const { figure, language } = this.#context;
    const card = figure.card('loop', row.id);
    const words = h(
      'span',
      { class: 'words' },
      h('span', { class: 'name' }, h('bdi', {}, row.name)),
      h(
        'span',
        { class: 'size' },
        ...nodes(card?.figure ?? [], language),
        ` · ${row.status.replaceAll('_', ' ')}`,
      ),
    );
    const row_ = h(
      'button',
      { type: 'button', class: 'loop', 'data-kind': 'loop', 'data-id': row.id, 'aria-expanded': 'false' },
      h('span', { class: 'badge', 'data-slot': row.slot }, String(row.slot ?? place)),
      words,
    );
    return h('li', {}, row_);
  }

  #listen() {
    const { on, selection } = this.#context;
    on(this.root, 'click', (/** @type {MouseEvent} */ event) => {
      const pressed = /** @type {Element} */ (event.target).closest('button');
      if (!pressed) return;
      if (pressed === this.#more) this.#reveal();
      else if ('close' in pressed.dataset) this.#close();
      else if ('unroll' in pressed.dataset) this.#context.unroll('list');
      else this.#press(pressed);
    });
    on(this.root, 'keydown', (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== 'Escape' || !selection.chosen) return;
      event.preventDefault();
      event.stopPropagation();
      if (!this.#context.unroll('list', false)) this.#close();
    });
    on(this.root, 'focusin', (/** @type {Event} */ event) => selection.look(targetOf(event.target), 'list'));
    // Where the list scrolls under a resting pointer, nothing was pointed at.
    let last = { x: NaN, y: NaN };
    on(
      this.root,
      'pointermove',
      (/** @type {PointerEvent} */ { clientX: x, clientY: y }) => (last = { x, y }),
    );
    on(this.root, 'pointerover', (/** @type {PointerEvent} */ event) => {
      if (event.clientX === last.x && event.clientY === last.y) return;
      selection.look(targetOf(event.target), 'list');
    });
    for (const type of ['pointerleave', 'focusout']) on(this.root, type, () => selection.look(null, 'list'));
  }

  /** @param {HTMLElement} pressed */
  #press(pressed) {
    const { selection } = this.#context;
    const target = targetOf(pressed);
    if (!target) return;
    if (same(target, selection.chosen)) return this.#close();
    // From within a card, the way back leads to what opened that card.
    if (!this.#card?.contains(pressed)) this.#opener = pressed;
    selection.choose(target, 'list');
  }

  #reveal() {
    const first = this.#shown;
    this.#shown = Math.min(this.#shown + PAGE, this.#rows.length);
    this.#fill();
    const row = this.#rows[first];
    if (row) this.#items.get(row.id)?.querySelector('button')?.focus();
  }

  #close() {
    const opener = this.#opener;
    this.#context.selection.choose(null, 'list');
    (opener?.isConnected ? opener : this.heading).focus({ preventScroll: opener === this.#stage });
  }

  /**
   * @param {import('./selection.js').Origin} origin
   * @param {HTMLElement} [opener]
   */
  #open(origin, opener) {
    const target = this.#context.selection.chosen;
    const inside = this.#card?.contains(/** @type {ShadowRoot} */ (this.root.getRootNode()).activeElement);
    this.#card?.remove();
    this.#card = target && cardOf(this.#context, target);
    const item = target?.kind === 'loop' ? this.#items.get(target.id) : undefined;
    for (const [id, { firstElementChild: pressed }] of this.#items) {
      pressed?.setAttribute(
        'aria-expanded',
        String(this.#card !== null && same(target, { kind: 'loop', id })),
      );
    }
    if (!this.#card) return;
    (item ?? this.#details).append(this.#card);
    if (origin === 'stage' || origin === 'keys') this.#opener = this.#stage;
    if (opener) this.#opener = opener;
    // The table is far away: whoever pressed there goes on within the card, and comes back when it closes.
    if (origin === 'table') this.#card.querySelector('button')?.focus({ preventScroll: true });
    else if (inside) (item?.querySelector('button') ?? this.#details.querySelector('button'))?.focus();
    this.#show(item ?? this.#card, origin);
  }

  /**
   * Brings a card into sight: within the list where that scrolls by itself, else on the page - but never under the
   * hands of somebody who walks on the stage by keyboard.
   *
   * @param {HTMLElement} element
   * @param {import('./selection.js').Origin} origin
   */
  #show(element, origin) {
    const panel = this.root.parentElement;
    /** @type {ScrollBehavior} */
    const behavior = this.#context.still ? 'auto' : 'smooth';
    if (origin === 'table') {
      // A leap, since the way is long; a card may be taller than the window, so its beginning counts.
      element.scrollIntoView({ block: 'start' });
    } else if (panel && getComputedStyle(panel).overflowY === 'auto') {
      const top = element.getBoundingClientRect().top - panel.getBoundingClientRect().top;
      panel.scrollBy({ top, behavior });
    } else if (origin === 'stage') {
      element.scrollIntoView({ block: 'nearest', behavior });
    }
  }

  #mark() {
    const { focus, unrolled } = this.#context.selection;
    const unroll = this.#card?.querySelector('[data-unroll]');
    if (unroll) unroll.textContent = unrolled ? WORDS.rollUp : WORDS.unroll;
    for (const [id, item] of this.#items) {
      item.classList.toggle('looked-at', same(focus, { kind: 'loop', id }));
    }
  }
}

/**
 * What the button under an event stands for.
 *
 * @param {EventTarget | null} from
 * @returns {Target | null}
 */
export function targetOf(from) {
  const holder = from instanceof Element ? from.closest('[data-kind]') : null;
  if (!(holder instanceof HTMLElement)) return null;
  const { kind, id } = holder.dataset;
  return { kind: /** @type {Target['kind']} */ (kind), id: id ?? '' };
}
