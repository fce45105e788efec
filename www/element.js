// <deal-network>: attributes, properties, life cycle. What it shows is in widget.js.
import { Context, report } from './context.js';
import { breathe } from './dom.js';
import { engine } from './engine.js';
import { Failure, sentenceOf } from './failure.js';
import { near } from './near.js';
import { open } from './open.js';
import { Selection } from './selection.js';
import { Shell } from './shell.js';
import { slices } from './slices.js';
import { bytesOf, fetchBytes } from './source.js';
import { MAX_ROWS, Widget } from './widget.js';

/** @typedef {import('./types.js').Figure} Figure */
/** @typedef {import('./types.js').LoopRow} LoopRow */
/** @typedef {import('./types.js').State} State */

/** As many loops as the widget counts. */
const MAX_LOOPS = 10_000;
/** Changes within so many milliseconds are one. */
const MOMENT = 100;
/** Below this width the first picture shows fewer companies and loops. */
const SMALL = 480;

// On a server there is no HTMLElement; importing must not fail there.
const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {});

export class DealNetwork extends Base {
  static observedAttributes = [
    'src',
    'max-loop-length',
    'top-loops',
    'theme',
    'heading-level',
    'filter',
    'until',
    'focus',
    'widen',
  ];

  /** @type {Shell} */
  #shell;
  /** @type {unknown} */
  #data = null;
  /** What was loaded, so that another look at it needs no other load. @type {Uint8Array | null} */
  #bytes = null;
  /** @type {Widget | null} */
  #widget = null;
  /** @type {LoopRow[]} */
  #loops = [];
  /** Lives as long as one load and what it shows. @type {AbortController | null} */
  #life = null;
  #queued = false;
  /** What is wished before the figure is there. @type {State} */
  #state = { filter: '', until: '', focus: '', widen: '', aim: '' };
  /** Whether a change of the view is to be told, and in passing only. @type {boolean | null} */
  #told = null;

  constructor() {
    super();
    // Older browsers have no states; there, the page keeps the height free after a failure, too.
    const states = this.attachInternals?.().states;
    this.#shell = new Shell(this.attachShadow({ mode: 'open' }), states, () => this.#start());
  }

  connectedCallback() {
    if (!this.#life) this.#upgrade();
  }

  disconnectedCallback() {
    // A move disconnects and connects in one go; only what stays away is freed.
    queueMicrotask(() => this.isConnected || this.#stop());
  }

  adoptedCallback() {
    if (this.shadowRoot) this.#shell.dress(this.shadowRoot);
  }

  /** Keeps its state where `moveBefore` moves it. */
  connectedMoveCallback() {}

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} after
   */
  attributeChangedCallback(name, before, after) {
    if (before === after) return;
    if (name in this.#state) this.state = { ...this.state, [name]: after ?? '' };
    else this.#changed(name);
  }

  /**
   * What the reader sees: `filter`, `until`, `focus`, `widen` and `aim`, each a text, as in a link.
   *
   * @returns {State}
   */
  get state() {
    return this.#widget?.isOpen ? this.#widget.state : { ...this.#state };
  }

  set state(state) {
    this.#state = { ...this.state, ...state };
    if (this.#widget?.isOpen) this.#widget.show(this.#state).catch((error) => this.#fail(error));
  }

  /** The deals themselves: an object in the JSON format, text, or bytes. Goes before `src`. */
  get data() {
    return this.#data;
  }

  set data(data) {
    this.#data = data;
    this.#bytes = null;
    this.#queue();
  }

  get src() {
    return this.getAttribute('src') ?? '';
  }

  set src(src) {
    this.setAttribute('src', src);
  }

  /** The loops found, as plain objects; empty before `deal-network-ready`. */
  get loops() {
    return structuredClone(this.#loops);
  }

  /** A property set before the element was defined hides the accessor: take it and set it again. */
  #upgrade() {
    for (const name of /** @type {const} */ (['data', 'src'])) {
      if (!Object.hasOwn(this, name)) continue;
      const value = /** @type {any} */ (this[name]);
      Reflect.deleteProperty(this, name);
      this[name] = value;
    }
    this.#start();
  }

  /** @param {string} name */
  #changed(name) {
    if (name === 'theme') this.#widget?.restyle();
    else if (name === 'heading-level') this.#widget?.relevel(this.#level);
    else {
      if (name === 'src') this.#bytes = null;
      this.#queue();
    }
  }

  /** Several changes in one go make one load. */
  #queue() {
    if (this.#queued || !this.#life) return;
    this.#queued = true;
    queueMicrotask(() => {
      this.#queued = false;
      if (this.isConnected) this.#start();
    });
  }

  #start() {
    this.#stop();
    const life = new AbortController();
    this.#life = life;
    if (this.#data === null && !this.src) return;
    this.#run(life.signal).catch((error) => life.signal.aborted || this.#fail(error));
  }

  /** Ends what is under way and frees all it holds: the one place where that happens. */
  #stop() {
    this.#life?.abort();
    this.#life = null;
    this.#widget = null;
    this.#loops = [];
    this.#shell.clear();
  }

  /** @param {AbortSignal} signal */
  async #run(signal) {
    await near(this, signal);
    signal.throwIfAborted();
    const began = performance.now();
    const [Figure, bytes] = await Promise.all([engine(), this.#load(signal)]);
    signal.throwIfAborted();
    this.#bytes = bytes;
    const { figure, diagnostics, study } = await open(Figure, bytes, this.#options(), signal);
    /** @type {{ figure: Figure }} */
    let owner = { figure };
    signal.addEventListener('abort', () => free(owner.figure), { once: true });
    const searched = performance.now();
    report('search', searched, await slices((budget) => figure.search(budget), signal));
    if (figure.counts().live === 0) throw new Failure('empty');

    const selection = new Selection();
    const context = new Context(
      figure,
      selection,
      this,
      this.#level,
      signal,
      (error) => this.#fail(error),
      (passing) => this.#viewed(passing),
    );
    // From here on another figure may take this one's place.
    owner = context;
    selection.onChange(({ chosen }) => {
      if (!chosen) return;
      this.#tell('select', selection.chosen && { ...selection.chosen });
      this.#viewed(false);
    });
    const widget = new Widget(context, study);
    widget.onLoops = (loops) => (this.#loops = loops);
    this.#widget = widget;
    this.#shell.place(widget.root);
    await widget.count(this.#state);
    await widget.open();
    signal.throwIfAborted();
    this.#shell.show();
    report('first-frame', began, performance.now() - began);

    await breathe();
    signal.throwIfAborted();
    const found = figure.report(MAX_ROWS);
    this.#loops = found.loops;
    widget.complete(found, diagnostics);
    await widget.show(this.#state);
    widget.isOpen = true;
    this.#tell('ready', { loops: this.loops, diagnostics });
  }

  /** @param {AbortSignal} signal */
  async #load(signal) {
    if (this.#bytes) return this.#bytes;
    return this.#data === null ? fetchBytes(this.src, this.baseURI, signal) : bytesOf(this.#data);
  }

  /** @returns {import('./types.js').FigureOptions} */
  #options() {
    // A small stage has room for fewer colours: they would cover each other.
    const small = this.clientWidth > 0 && this.clientWidth < SMALL;
    return [
      1,
      this.#whole('max-loop-length', 2, 20, 5),
      MAX_LOOPS,
      this.#whole('top-loops', 0, 8, small ? 4 : 6),
      small,
    ];
  }

  get #level() {
    return this.#whole('heading-level', 1, 6, 2);
  }

  /**
   * An attribute as a whole number; what is none, or out of bounds, counts as the nearest that is.
   *
   * @param {string} name
   * @param {number} least
   * @param {number} most
   * @param {number} otherwise
   */
  #whole(name, least, most, otherwise) {
    const value = Number.parseInt(this.getAttribute(name) ?? '', 10);
    return Number.isNaN(value) ? otherwise : Math.min(Math.max(value, least), most);
  }

  /** @param {unknown} error */
  #fail(error) {
    this.#stop();
    // It has failed, not ended: the next change of an attribute starts anew.
    this.#life = new AbortController();
    const message = sentenceOf(error);
    this.#shell.fail(message);
    this.#tell('error', { message });
  }

  /**
   * A link to what is seen would be another one now: says so once, when the changes of this moment are over.
   *
   * @param {boolean} passing the reader is still on the way
   */
  #viewed(passing) {
    if (!this.#widget?.isOpen) return;
    if (this.#told !== null) {
      this.#told &&= passing;
      return;
    }
    this.#told = passing;
    setTimeout(() => {
      const told = this.#told;
      this.#told = null;
      if (this.#widget?.isOpen) this.#tell('view', { ...this.state, passing: told });
    }, MOMENT);
  }

  /**
   * @param {'ready' | 'select' | 'view' | 'error'} what
   * @param {unknown} detail
   */
  #tell(what, detail) {
    this.dispatchEvent(new CustomEvent(`deal-network-${what}`, { detail, bubbles: true, composed: true }));
  }
}

/** @param {Figure} figure */
function free(figure) {
  try {
    figure.free();
  } catch {
    // After a panic even this throws; there is nothing left to free.
  }
}
