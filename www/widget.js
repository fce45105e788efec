// One figure as the reader meets it: heading, stage with its buttons, list, table. Built from a searched network.
import { heading } from './card.js';
import { controls } from './controls.js';
import { Counted } from './counted.js';
import { h } from './dom.js';
import { foot } from './foot.js';
import { count, nodes, text } from './format.js';
import { Outline } from './outline.js';
import { Pilot } from './pilot.js';
import { Stage } from './stage.js';
import { nameOf, named } from './target.js';
import { toolbar } from './toolbar.js';
import { WORDS } from './words.js';

/** @typedef {import('./types.js').Target} Target */
/** @typedef {import('./types.js').Summary} Summary */
/** @typedef {import('./context.js').Context} Context */

/** How many companies one press adds. */
const MORE = 5;
/** As many rows as the widget lists and hands out. */
export const MAX_ROWS = 1_000;

export class Widget {
  #context;
  #heading;
  #summary = h('p', { class: 'summary', part: 'summary' });
  #shown = h('p', { class: 'shown' });
  /** What the filter counts, and what of a link these data do not have. */
  #filtered = h('p', { class: 'filtered', part: 'filtered', hidden: true });
  #buttons = h('span', { class: 'buttons' });
  #box;
  #help = h('p', { class: 'help', id: 'help', hidden: true });
  #panel = h('div', { class: 'panel', part: 'list' });
  #foot = h('div', { class: 'foot' });
  /** @type {Outline | null} */
  #outline = null;
  #stage;
  #deals;
  /** How many loops there are, on what opens their table. */
  #allLoops = h('span');
  /** The ids of the companies that are arranged. */
  #picture = '';
  /** Whether it can be asked for other views. */
  isOpen = false;

  /**
   * @param {Context} context
   * @param {() => Promise<import('./types.js').Study>} study a figure of the same document that can filter
   */
  constructor(context, study) {
    this.#context = context;
    this.#deals = new Counted(context, study, (before, passing) => this.#recount(before, passing));
    const tools = toolbar(context, this.#deals);
    this.#heading = this.#makeHeading();
    const canvas = h('canvas', { part: 'canvas', 'aria-hidden': true });
    this.#box = h(
      'div',
      {
        class: 'stage',
        part: 'stage',
        role: 'application',
        tabindex: 0,
        'aria-roledescription': WORDS.stageRole,
        'aria-describedby': 'help',
      },
      canvas,
      this.#help,
    );
    const skip = h('button', { type: 'button', class: 'quiet skip' }, WORDS.skip);
    const bar = h(
      'div',
      { class: 'bar' },
      controls(context, () => this.#stage, this.#box),
      tools.root,
      this.#buttons,
      this.#shown,
    );
    const main = h('div', { class: 'main' }, skip, this.#box, bar, this.#filtered, tools.under);
    this.#panel.append(tools.beside);
    const body = h('div', { class: 'body' }, main, this.#panel);
    const header = h('header', {}, this.#heading, this.#summary);
    this.root = h(
      'figure',
      { class: 'widget', part: 'figure', 'aria-labelledby': 'heading', dir: context.rightToLeft && 'rtl' },
      header,
      body,
      this.#foot,
      context.live,
    );
    this.#say(context.figure.summary());
    context.on(skip, 'click', () => this.#outline?.heading.focus());
    context.on(this.#buttons, 'click', (/** @type {Event} */ event) => {
      const to = event.target instanceof HTMLButtonElement ? event.target.dataset.to : undefined;
      if (to === undefined) return;
      this.#widen(Number(to));
      // The pressed button is gone: the focus stays in the row of buttons.
      this.#buttons.querySelector('button')?.focus();
      context.say(WORDS.widened(count(context.figure.counts().shown, context.language)));
    });
    this.#stage = new Stage(context, this.#box, canvas);
    new Pilot(context, this.#stage, this.#box, this.#help, () => this.#top());
  }

  /**
   * Counts what a link or the page asks for.
   *
   * @param {import('./types.js').State} state
   */
  count({ filter, until }) {
    return this.#deals.set(filter, until);
  }

  /** Resolves when the first settled frame is painted. */
  open() {
    return this.#stage.open();
  }

  /**
   * Adds what the first frame does not need.
   *
   * @param {import('./types.js').LoopReport} report
   * @param {import('./types.js').Diagnostic[]} diagnostics
   */
  async complete(report, diagnostics) {
    this.#picture = this.#context.figure.picture().join();
    this.#outline = new Outline(this.#context, this.#deals, report, this.#box);
    this.#panel.append(this.#outline.root);
    this.#number(report);
    this.#foot.append(...(await foot(this.#context, this.#deals, diagnostics, this.#allLoops)));
  }

  /** Where the reader has put companies, in layout units. */
  get places() {
    return this.#stage.places;
  }

  /** What a link to this view says. @returns {import('./types.js').State} */
  get state() {
    const { figure, selection } = this.#context;
    const { shown, live, first } = figure.counts();
    return {
      filter: this.#deals.filter,
      until: this.#deals.until,
      focus: nameOf(selection.chosen),
      widen: shown === first ? '' : shown === live ? 'all' : String(shown),
      aim: this.#stage.aim,
    };
  }

  /**
   * Shows what a link or the page asks for.
   *
   * @param {import('./types.js').State} state
   */
  async show(state) {
    const { selection } = this.#context;
    const now = this.state;
    if (!(await this.count(state))) return;
    if (state.widen !== this.state.widen) this.#widen(this.#companies(state.widen));
    const target = state.focus ? named(this.#context.figure, state.focus) : null;
    this.#miss(state.focus !== '' && !target ? state.focus : '');
    selection.choose(target, 'link');
    if (state.aim !== now.aim) this.#stage.aim = state.aim;
  }

  /** @param {string} widen `all`, a number of companies, or nothing for the first picture */
  #companies(widen) {
    const { live, first } = this.#context.figure.counts();
    if (widen === 'all') return live;
    const asked = Number.parseInt(widen, 10);
    return Number.isNaN(asked) ? first : Math.min(Math.max(asked, 1), live);
  }

  /**
   * Other deals count, or another figure does the counting.
   *
   * @param {import('./types.js').Figure} before
   * @param {boolean} passing
   */
  #recount(before, passing) {
    const { figure, selection, changed } = this.#context;
    if (before !== figure) return this.#stage.takeOver();
    const picture = figure.picture().join();
    if (picture !== this.#picture) this.#stage.arrange();
    this.#picture = picture;
    const report = figure.report(MAX_ROWS);
    this.#miss('');
    this.#say(figure.summary());
    this.#stage.invalidate();
    const { chosen } = selection;
    // What is not there any more cannot be looked at.
    if (chosen && !figure.card(chosen.kind, chosen.id)) selection.choose(null, 'link');
    this.#outline?.update(report);
    this.#number(report);
    this.onLoops(report.loops);
    changed(passing);
  }

  /** @param {import('./types.js').LoopReport} report */
  #number({ counted }) {
    this.#allLoops.textContent = WORDS.allLoops(counted, count(counted, this.#context.language));
  }

  /** Is told which loops there are under another filter. @type {(loops: import('./types.js').LoopRow[]) => void} */
  onLoops = () => {};

  /** @param {string} focus what the data do not have */
  #miss(focus) {
    const { language, figure } = this.#context;
    const missing = [...this.#deals.missing, ...(focus ? [WORDS.notHere(focus)] : [])];
    const said = [text(figure.summary().filtered, language), ...missing].filter(Boolean).join(' ');
    this.#filtered.hidden = said === '';
    this.#filtered.textContent = said;
  }

  restyle() {
    this.#stage.restyle();
  }

  /** @param {number} level */
  relevel(level) {
    this.#context.level = level;
    const old = this.#heading;
    this.#heading = this.#makeHeading();
    this.#heading.append(...old.childNodes);
    old.replaceWith(this.#heading);
  }

  #makeHeading() {
    return h(heading(this.#context.level, 0), { class: 'heading', id: 'heading', part: 'heading' });
  }

  /**
   * The sentences that change with what is shown.
   *
   * @param {Summary} said
   */
  #say(said) {
    const { figure, language } = this.#context;
    // The editor's words go before the counted ones.
    this.#heading.replaceChildren(
      ...nodes([figure.meta().headline || text(said.headline, language)], language),
    );
    this.#summary.replaceChildren(...nodes(said.summary, language));
    this.#shown.replaceChildren(...nodes(said.shown, language));
    this.#help.textContent = text(said.instructions, language);
    this.#box.setAttribute('aria-label', text(said.alt, language));
    const { shown: now, live: all, first } = figure.counts();
    /** @type {[number, string][]} */
    const steps = [];
    if (now + MORE < all) steps.push([now + MORE, WORDS.showMore(count(MORE, language))]);
    if (now < all) steps.push([all, WORDS.showAll(count(all, language))]);
    if (now > first) steps.push([first, WORDS.fewer]);
    const made = steps.map(([to, said]) =>
      h('button', { type: 'button', class: 'quiet', 'data-to': to }, said),
    );
    this.#buttons.replaceChildren(...made);
  }

  /** @param {number} companies */
  #widen(companies) {
    const { figure, changed } = this.#context;
    figure.widen(companies);
    this.#stage.arrange();
    this.#picture = figure.picture().join();
    this.#say(figure.summary());
    changed(false);
  }

  /** What the keyboard walks among at the top: the listed loops, then the companies in sight. */
  #top() {
    const loops = this.#outline?.loops ?? [];
    const companies = this.#context.figure.picture();
    return [
      ...loops.map((row) => /** @type {Target} */ ({ kind: 'loop', id: row.id })),
      ...companies.map((id) => /** @type {Target} */ ({ kind: 'company', id })),
    ];
  }
}
