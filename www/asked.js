// What of the figure a page asks for: the same as attributes, as properties and as one state, which links have.

/** @typedef {import('./types.js').State} State */

// On a server there is no HTMLElement; importing must not fail there.
const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {});

/** Changes within so many milliseconds are told as one. */
const MOMENT = 100;

export class Asked extends Base {
  /** What was asked for last, until it is shown. @type {State | null} */
  #asked = { filter: '', until: '', focus: '', widen: '', aim: '' };
  /** Whether a change is to be told, and in passing only. @type {boolean | null} */
  #told = null;

  /**
   * What can be asked: a widget that is open.
   *
   * @protected
   * @type {import('./widget.js').Widget | null}
   */
  get asking() {
    return null;
  }

  /**
   * @protected
   * @param {unknown} error
   */
  fail(error) {
    throw error;
  }

  /**
   * What the reader sees: `filter`, `until`, `focus`, `widen` and `aim`, each a text, as in a link.
   *
   * @returns {State}
   */
  get state() {
    const nothing = { filter: '', until: '', focus: '', widen: '', aim: '' };
    return { ...nothing, ...(this.#asked ?? this.asking?.state) };
  }

  set state(state) {
    this.#asked = { ...this.state, ...state };
    const widget = this.asking;
    // A widget that another has followed may fail as it likes.
    if (widget) this.answer(widget).catch((error) => this.asking === widget && this.fail(error));
  }

  /**
   * @protected
   * @param {Partial<State>} part of the state; the rest stays
   */
  ask(part) {
    this.state = { ...this.state, ...part };
  }

  /**
   * Has a widget show what was asked for.
   *
   * @protected
   * @param {import('./widget.js').Widget} widget
   */
  async answer(widget) {
    const asked = this.state;
    this.#asked = asked;
    await widget.show(asked);
    // Meanwhile something else may have been asked for.
    if (this.#asked === asked) this.#asked = null;
  }

  /** What is shown is to be shown again by another widget. @protected */
  keep() {
    this.#asked = this.state;
  }

  /** Parts of the filter, as in the attribute: `statuses=signed,closed&minAmount=5e9`. */
  get filter() {
    return this.state.filter;
  }

  set filter(filter) {
    this.ask({ filter });
  }

  /** Only what was known by then: `2025`, `2025-09` or `2025-09-22`. */
  get until() {
    return this.state.until;
  }

  set until(until) {
    this.ask({ until });
  }

  /** What is chosen, as in the attribute `focus`: `loop:amazon>openai`. `focus` itself is a method of all elements. */
  get focused() {
    return this.state.focus;
  }

  set focused(focus) {
    this.ask({ focus });
  }

  /**
   * Chooses a loop, a company or a deal, as a press on it does; nothing for `null`.
   *
   * @param {import('./types.js').Target | string | null} what a string as in the attribute `focus`
   */
  select(what) {
    this.focused = what && typeof what === 'object' ? `${what.kind}:${what.id}` : (what ?? '');
  }

  /**
   * Chooses a loop and shows all of the figure.
   *
   * @param {string} id as in `loops`
   */
  focusLoop(id) {
    this.ask({ focus: `loop:${id}`, aim: '' });
  }

  /** Shows all of the figure. */
  fit() {
    this.ask({ aim: '' });
  }

  /** How many companies are shown, or `all`. */
  get widen() {
    return this.state.widen;
  }

  set widen(widen) {
    this.ask({ widen });
  }

  /**
   * A link to what is seen would be another one now: says so once, when the changes of this moment are over.
   *
   * @protected
   * @param {boolean} passing the reader is still on the way
   */
  viewed(passing) {
    if (!this.asking) return;
    const waits = this.#told !== null;
    this.#told = (this.#told ?? true) && passing;
    if (waits) return;
    setTimeout(() => {
      const told = this.#told;
      this.#told = null;
      if (this.asking) this.tell('view', { ...this.state, passing: told });
    }, MOMENT);
  }

  /**
   * @protected
   * @param {'ready' | 'select' | 'view' | 'error'} what
   * @param {unknown} detail
   */
  tell(what, detail) {
    this.dispatchEvent(new CustomEvent(`deal-network-${what}`, { detail, bubbles: true, composed: true }));
  }
}
