// The figure as a list: loops as buttons, and under the pressed one its card. Made after the first frame.
import { cardOf, heading } from './card.js';
import { h } from './dom.js';
import { count, text } from './format.js';
import { loopItem, targetOf } from './item.js';
import { same } from './selection.js';
import { bring } from './sight.js';
import { WORDS } from './words.js';

/** @typedef {import('./types.js').LoopRow} LoopRow */
/** @typedef {import('./types.js').Target} Target */
/** @typedef {import('./context.js').Context} Context */

/**
 * In which order the list has the loops, and which of them.
 *
 * @typedef {object} Order
 * @property {(rows: LoopRow[]) => LoopRow[]} arranged of those by number
 * @property {boolean} byNumber
 * @property {boolean} whole none is left out
 */

/** How many more loops one press reveals: a page to read, never 240 stops of the Tab key. */
const PAGE = 10;
/** A figure that is not wider has its list below, in CSS pixels. */
const NARROW = 700;

export class Outline {
  /** @type {Context} */
  #context;
  /** @type {HTMLElement} */
  #stage;
  #deals;
  /** By number: the coloured ones, then the others by rank. @type {LoopRow[]} */
  #all = [];
  /** As they are listed. @type {LoopRow[]} */
  #rows = [];
  /** @type {Order} */
  #order = { arranged: (rows) => rows, byNumber: true, whole: true };
  /** @type {HTMLElement | null} */
  #choices = null;
  /** @type {Map<string, number>} */
  #numbers = new Map();
  #shown = 0;
  #counted = 0;
  /** How many numbers belong to colours, whatever counts now. */
  #colours = 0;
  #none = h('p', { hidden: true }, WORDS.noLoops);
  #note = h('p', { class: 'order' }, WORDS.largest);
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
   * @param {import('./counted.js').Counted} deals
   * @param {import('./types.js').LoopReport} report
   * @param {HTMLElement} stage where the focus returns to from a card that was opened there
   */
  constructor(context, deals, report, stage) {
    this.#context = context;
    this.#deals = deals;
    this.#stage = stage;
    this.heading = h(heading(context.level, 1), { class: 'list-heading', tabindex: -1 }, WORDS.loops);
    this.root = h(
      'div',
      { class: 'outline' },
      this.#details,
      this.heading,
      this.#note,
      this.#none,
      this.#list,
      this.#more,
      this.#unlisted,
    );
    this.#take(report);
    this.#listen();
    context.selection.onChange(({ chosen, origin, opener }) =>
      chosen ? this.#open(origin, opener) : this.#mark(),
    );
    // Something may have been chosen on the stage before this list was there.
    if (context.selection.chosen) this.#open('stage');
  }

  /**
   * Other deals count.
   *
   * @param {import('./types.js').LoopReport} report
   */
  update(report) {
    this.#take(report);
    this.#open('list');
  }

  /** @param {import('./types.js').LoopReport} report */
  #take({ loops, counted }) {
    const number = (/** @type {LoopRow} */ { slot }) => slot ?? Number.MAX_VALUE;
    this.#all = [...loops].sort((a, b) => number(a) - number(b));
    this.#counted = counted;
    this.#colours = Math.max(this.#colours, ...loops.map((row) => row.slot ?? 0));
    // Loops without a colour are numbered by rank, after the colours' numbers.
    this.#numbers = new Map(
      loops.filter((row) => row.slot === null).map((row, place) => [row.id, this.#colours + place + 1]),
    );
    this.#refill();
  }

  #refill() {
    this.#rows = this.#order.arranged(this.#all);
    const coloured = this.#rows.filter((row) => row.slot !== null).length;
    // As many as there are colours, at first; where some of these are gone, a page.
    const enough = this.#order.byNumber && coloured > 0 && coloured === this.#colours;
    this.#shown = Math.min(enough ? coloured : PAGE, this.#rows.length);
    this.#items.clear();
    this.#list.replaceChildren();
    this.#none.hidden = this.#rows.length > 0;
    this.#list.hidden = this.#rows.length === 0;
    this.#note.hidden = this.#rows.length === 0 || !this.#order.byNumber;
    this.#fill();
  }

  /** The loops that have a place in the list now. */
  get loops() {
    return this.#rows.slice(0, this.#shown);
  }

  #fill() {
    for (const row of this.loops.slice(this.#items.size)) {
      const item = loopItem(this.#context, row, row.slot ?? this.#numbers.get(row.id) ?? 0);
      this.#items.set(row.id, item);
      this.#list.append(item);
    }
    const listed = this.#order.whole ? this.#counted : 0;
    const left = Math.max(listed, this.#rows.length) - this.#shown;
    const said = count(left, this.#context.language);
    this.#more.hidden = this.#shown === this.#rows.length;
    this.#more.textContent = WORDS.moreLoops(said);
    this.#unlisted.hidden = !this.#more.hidden || left === 0;
    this.#unlisted.textContent = WORDS.unlisted(left, said);
  }

  #listen() {
    const { on, selection } = this.#context;
    on(this.root, 'click', (/** @type {MouseEvent} */ event) => {
      const pressed = /** @type {Element} */ (event.target).closest('button');
      if (!pressed) return;
      if (pressed === this.#more) this.#reveal();
      else if ('close' in pressed.dataset) this.#close();
      else if ('unroll' in pressed.dataset) this.#context.unroll('list');
      else if (pressed.dataset.step) this.#follow(pressed, Number(pressed.dataset.step));
      else if (pressed.dataset.out) this.#leaveOut(pressed.dataset.out);
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
    const moved = (/** @type {PointerEvent} */ { clientX: x, clientY: y }) => (last = { x, y });
    on(this.root, 'pointermove', moved);
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

  /**
   * To the next leg of the loop, which stands out.
   *
   * @param {HTMLElement} pressed
   * @param {number} step
   */
  #follow(pressed, step) {
    const { figure, selection, language } = this.#context;
    const { chosen } = selection;
    const legs = (chosen && figure.card('loop', chosen.id)?.legs) ?? [];
    const items = [...(this.#card?.querySelectorAll('.legs > li') ?? [])];
    const at = items.findIndex((item) => item.ariaCurrent === 'step');
    const next = at < 0 ? (step > 0 ? 0 : legs.length - 1) : (at + step + legs.length) % legs.length;
    const leg = legs[next];
    if (!leg) return;
    items.forEach((item, place) => (item.ariaCurrent = place === next ? 'step' : null));
    const deal = leg.deals[0];
    if (deal !== undefined) selection.look({ kind: 'deal', id: deal }, 'list');
    this.#context.say(text(leg.sentence, language));
    pressed.focus();
  }

  /** @param {string} id of a company or a deal; what is left out comes back */
  async #leaveOut(id) {
    const view = await this.#deals.view();
    if (!(await view.leaveOut(id, !view.leftOut.includes(id)))) return;
    const loops = count(this.#counted, this.#context.language);
    this.#context.say(WORDS.counted(this.#counted, loops));
    const again = /** @type {HTMLElement | null} */ (this.#card?.querySelector('[data-out]') ?? null);
    (again ?? this.heading).focus();
  }

  #reveal() {
    this.#choose();
    const first = this.#shown;
    this.#shown = Math.min(this.#shown + PAGE, this.#rows.length);
    this.#fill();
    const row = this.#rows[first];
    if (row) this.#items.get(row.id)?.querySelector('button')?.focus();
  }

  /** Who wants more than the coloured loops may want them in another order. */
  async #choose() {
    const tools = await import('./tools.js').catch(() => null);
    if (!tools || this.#choices) return;
    this.#context.dress(tools.sheetFor);
    this.#choices = tools.orderOf((order) => {
      this.#order = order;
      this.#refill();
    }, this.#context.on);
    this.#note.after(this.#choices);
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
    this.#card = target && cardOf(this.#context, target, this.#deals.leftOut);
    const item = target?.kind === 'loop' ? this.#items.get(target.id) : undefined;
    const opened = this.#card && target;
    for (const [id, { firstElementChild: pressed }] of this.#items) {
      pressed?.setAttribute('aria-expanded', String(same(opened, { kind: 'loop', id })));
    }
    if (!this.#card) return;
    (item ?? this.#details).append(this.#card);
    if (target?.kind === 'loop') this.#picture(target.id, this.#card);
    if (origin === 'stage' || origin === 'keys') this.#opener = this.#stage;
    if (opener) this.#opener = opener;
    // The table is far away: whoever pressed there goes on within the card, and comes back when it closes.
    if (origin === 'table') this.#card.querySelector('button')?.focus({ preventScroll: true });
    else if (inside) (item?.querySelector('button') ?? this.#details.querySelector('button'))?.focus();
    bring(item ?? this.#card, this.root.parentElement, origin, this.#context.still);
  }

  /**
   * Where the figure may be far away, a small picture of the loop. Nothing is missing where it cannot be fetched.
   *
   * @param {string} id
   * @param {HTMLElement} card
   */
  async #picture(id, card) {
    if (this.#context.host.clientWidth > NARROW) return;
    // Its room is there at once: what a reader has begun to read stays where it is.
    const room = h('div', { class: 'ring' });
    card.prepend(room);
    const tools = await import('./tools.js').catch(() => null);
    if (!tools || !card.isConnected) return room.remove();
    this.#context.dress(tools.sheetFor);
    room.replaceWith(tools.ring(this.#context.figure, id));
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
