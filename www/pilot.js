// Drives the stage by keyboard: keys -> walk -> selection, and says where the reader is.
import { text } from './format.js';
import { intentOf } from './keys.js';
import { Walk } from './walk.js';
import { WORDS } from './words.js';

/** @typedef {import('./types.js').Target} Target */
/** @typedef {import('./context.js').Context} Context */
/** @typedef {import('./stage.js').Stage} Stage */

/** How far Shift with an arrow moves the figure, in CSS pixels, and how much + and - zoom. */
export const STRIDE = 60;
export const ZOOM = 1.3;

export class Pilot {
  #context;
  #stage;
  #top;
  #walk;
  #help;

  /**
   * @param {Context} context
   * @param {Stage} stage
   * @param {HTMLElement} box
   * @param {HTMLElement} help the instructions, shown and hidden by `?`
   * @param {() => Target[]} top the loops and companies to walk among
   */
  constructor(context, stage, box, help, top) {
    this.#context = context;
    this.#stage = stage;
    this.#help = help;
    this.#top = top;
    this.#walk = new Walk({ top, under: (target) => this.#under(target) });
    context.on(box, 'keydown', (/** @type {KeyboardEvent} */ event) => {
      if (event.target !== box) return;
      const intent = intentOf(event, context.rightToLeft);
      if (!intent) return;
      // Never the host's dialog, never the page's scroll position.
      event.preventDefault();
      event.stopPropagation();
      this.#do(intent, box);
    });
    context.on(box, 'blur', () => context.selection.look(null, 'keys'));
  }

  /**
   * @param {import('./keys.js').Intent} intent
   * @param {HTMLElement} box
   */
  #do(intent, box) {
    const stage = this.#stage;
    const walk = this.#walk;
    /** @type {Record<import('./keys.js').Intent, () => void>} */
    const acts = {
      next: () => (walk.move(1), this.#tell()),
      previous: () => (walk.move(-1), this.#tell()),
      first: () => (walk.edge(false), this.#tell()),
      last: () => (walk.edge(true), this.#tell()),
      open: () => this.#open(),
      back: () => this.#leave(),
      out: () => this.#context.unroll('keys', false) || this.#leave() || box.blur(),
      follow: () => this.#follow(1),
      followBack: () => this.#follow(-1),
      unroll: () => this.#unroll(),
      zoomIn: () => stage.zoom(ZOOM),
      zoomOut: () => stage.zoom(1 / ZOOM),
      fit: () => stage.fit(),
      help: () => (this.#help.hidden = !this.#help.hidden),
      panUp: () => stage.pan(0, STRIDE),
      panDown: () => stage.pan(0, -STRIDE),
      panLeft: () => stage.pan(STRIDE, 0),
      panRight: () => stage.pan(-STRIDE, 0),
    };
    acts[intent]();
  }

  /** Chooses what is here, which opens its card, and goes in to its deals. */
  #open() {
    const walk = this.#walk;
    const here = walk.here;
    if (!here) return (walk.edge(false), this.#tell());
    this.#context.selection.choose(here, 'keys');
    if (walk.enter()) this.#tell(`${this.#sentence(here)} `);
    else this.#context.say(this.#sentence(here));
  }

  /** One level up; false at the top, where there is nothing left to close. */
  #leave() {
    const { selection } = this.#context;
    const closed = selection.chosen !== null;
    selection.choose(null, 'keys');
    if (this.#walk.leave()) this.#tell();
    else if (closed) this.#context.say(WORDS.closed);
    else return (selection.look(null, 'keys'), false);
    return true;
  }

  /**
   * To the next leg of the loop, from company to company; from a company into its first loop.
   *
   * @param {number} step
   */
  #follow(step) {
    const { figure, selection } = this.#context;
    const walk = this.#walk;
    const root = walk.parent ?? walk.here ?? this.#top()[0] ?? null;
    const id = root?.kind === 'company' ? figure.card('company', root.id)?.loops[0] : root?.id;
    const legs = id === undefined ? [] : (figure.card('loop', id)?.legs ?? []);
    if (id === undefined || legs.length === 0) return;
    const at = legs.findIndex((leg) => walk.parent !== null && leg.deals.includes(walk.here?.id ?? ''));
    const from = legs.findIndex((leg) => leg.from === root?.id);
    const place = at >= 0 ? (at + step + legs.length) % legs.length : Math.max(from, 0);
    const leg = legs[place];
    const deal = leg?.deals[0];
    if (!leg || deal === undefined) return;
    selection.choose({ kind: 'loop', id }, 'keys');
    walk.go({ kind: 'loop', id }, { kind: 'deal', id: deal });
    selection.look({ kind: 'deal', id: deal }, 'keys');
    this.#context.say(text(leg.sentence, this.#context.language));
  }

  /** The loop in which the reader is, else the chosen one, onto a ring of its own or back. */
  #unroll() {
    const root = this.#walk.parent ?? this.#walk.here;
    if (root?.kind === 'loop') this.#context.selection.choose(root, 'keys');
    this.#context.unroll('keys');
  }

  /**
   * The deals of a loop, leg by leg, or of a company.
   *
   * @param {Target} target
   * @returns {Target[]}
   */
  #under({ kind, id }) {
    const { figure } = this.#context;
    let deals = /** @type {string[]} */ ([]);
    if (kind === 'loop') deals = figure.card('loop', id)?.legs.flatMap((leg) => leg.deals) ?? [];
    if (kind === 'company') {
      const card = figure.card('company', id);
      if (card) deals = [...card.given, ...card.received];
    }
    return deals.map((deal) => ({ kind: 'deal', id: deal }));
  }

  /**
   * Lets what is here stand out and says it.
   *
   * @param {string} [before]
   */
  #tell(before = '') {
    const { here, siblings } = this.#walk;
    if (!here) return;
    this.#context.selection.look(here, 'keys');
    const alike = siblings.filter((target) => target.kind === here.kind);
    const place = alike.findIndex((target) => target.id === here.id) + 1;
    this.#context.say(before + WORDS.place(WORDS[here.kind], place, alike.length, this.#name(here)));
  }

  /** @param {Target} target */
  #name({ kind, id }) {
    const { figure, language } = this.#context;
    if (kind === 'loop') return figure.card('loop', id)?.row.name ?? id;
    if (kind === 'company') return figure.card('company', id)?.label ?? id;
    return text(figure.card('deal', id)?.sentence ?? [id], language);
  }

  /** @param {Target} target */
  #sentence({ kind, id }) {
    const { figure, language } = this.#context;
    if (kind === 'company') return figure.card('company', id)?.note ?? '';
    const card = figure.card(kind, id);
    return text(card?.sentence ?? [], language);
  }
}
