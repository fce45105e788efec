// One figure as the reader meets it: heading, stage with its buttons, list, table. Built from a searched network.
import { heading } from './card.js';
import { h } from './dom.js';
import { count, nodes, text } from './format.js';
import { Outline } from './outline.js';
import { Pilot, STRIDE, ZOOM } from './pilot.js';
import { Stage } from './stage.js';
import { legend } from './legend.js';
import { problems } from './problems.js';
import { study } from './study.js';
import { dealTable } from './table.js';
import { WORDS } from './words.js';

/** @typedef {import('./types.js').Target} Target */
/** @typedef {import('./types.js').Summary} Summary */
/** @typedef {import('./context.js').Context} Context */

/** How many companies one press adds. */
const MORE = 5;

export class Widget {
  #context;
  #heading;
  #summary = h('p', { class: 'summary', part: 'summary' });
  #shown = h('p', { class: 'shown' });
  #buttons = h('span', { class: 'buttons' });
  #box;
  #help = h('p', { class: 'help', id: 'help', hidden: true });
  #panel = h('div', { class: 'panel', part: 'list' });
  #foot = h('div', { class: 'foot' });
  /** @type {Outline | null} */
  #outline = null;
  #stage;

  /** @param {Context} context */
  constructor(context) {
    this.#context = context;
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
    const bar = h('div', { class: 'bar' }, this.#tools(), this.#buttons, this.#shown);
    const main = h('div', { class: 'main' }, skip, this.#box, bar);
    const body = h('div', { class: 'body' }, main, this.#panel);
    const header = h('header', {}, this.#heading, this.#summary);
    this.root = h(
      'figure',
      { class: 'widget', part: 'figure', 'aria-labelledby': 'heading' },
      header,
      body,
      this.#foot,
      context.live,
    );
    this.#say(context.figure.summary());
    context.on(skip, 'click', () => this.#outline?.heading.focus());
    context.on(this.#buttons, 'click', (/** @type {Event} */ event) => {
      const to = event.target instanceof HTMLButtonElement ? event.target.dataset.to : undefined;
      if (to !== undefined) this.#widen(Number(to));
    });
    this.#stage = new Stage(context, this.#box, canvas);
    new Pilot(context, this.#stage, this.#box, this.#help, () => this.#top());
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
   * @param {() => Promise<import('./types.js').Study>} open a figure at the desk
   */
  complete(report, diagnostics, open) {
    const { figure, language } = this.#context;
    this.#outline = new Outline(this.#context, report.loops, report.counted, this.#box);
    this.#panel.append(this.#outline.root);
    const { disclaimer, how } = figure.summary();
    const explained = [WORDS.arrow, WORDS.width, WORDS.colour].map((words) => h('p', {}, words));
    this.#foot.append(
      ...problems(diagnostics, language),
      h('p', {}, ...nodes(disclaimer, language)),
      h(
        'details',
        { class: 'how' },
        h('summary', {}, WORDS.how),
        ...explained,
        legend(figure.legend(), figure.meta().unit, language),
        h('p', {}, ...nodes(how, language)),
      ),
      study(this.#context, open),
      dealTable(this.#context, figure.counts().deals),
    );
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

  #tools() {
    const { on } = this.#context;
    /**
     * @param {string} said
     * @param {string} seen
     * @param {() => void} act
     */
    const tool = (said, seen, act) => {
      const element = h(
        'button',
        { type: 'button', 'aria-label': said === seen ? null : said, title: said },
        seen,
      );
      on(element, 'click', act);
      return element;
    };
    const stage = () => this.#stage;
    const pan = h(
      'span',
      { class: 'pan', hidden: true },
      tool(WORDS.left, '←', () => stage().pan(STRIDE, 0)),
      tool(WORDS.right, '→', () => stage().pan(-STRIDE, 0)),
      tool(WORDS.up, '↑', () => stage().pan(0, STRIDE)),
      tool(WORDS.down, '↓', () => stage().pan(0, -STRIDE)),
    );
    const move = h('button', { type: 'button', class: 'move', 'aria-pressed': 'false' }, WORDS.move);
    on(move, 'click', () => {
      const moving = !stage().moving;
      stage().moving = moving;
      pan.hidden = !moving;
      this.#box.classList.toggle('moving', moving);
      move.setAttribute('aria-pressed', String(moving));
    });
    return h(
      'div',
      { class: 'tools', part: 'tools' },
      pan,
      move,
      tool(WORDS.zoomIn, '+', () => stage().zoom(ZOOM)),
      tool(WORDS.zoomOut, '−', () => stage().zoom(1 / ZOOM)),
      tool(WORDS.fitLong, WORDS.fit, () => stage().fit()),
    );
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
    const { figure, language } = this.#context;
    figure.widen(companies);
    this.#stage.arrange();
    this.#say(figure.summary());
    // The pressed button is gone: the focus stays in the row of buttons.
    this.#buttons.querySelector('button')?.focus();
    this.#context.say(WORDS.widened(count(figure.counts().shown, language)));
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
