// <deal-network>: attributes, properties, life cycle. What it shows is in widget.js.
import { Asked } from './asked.js';
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

/** As many loops as the widget counts. */
const MAX_LOOPS = 10_000;
/** Below this width the first picture shows fewer companies and loops. */
const SMALL = 480;

/** Attributes that ask for a view of what is loaded. */
const ASKED = ['filter', 'until', 'focus', 'widen'];

export class DealNetwork extends Asked {
  static observedAttributes = ['src', 'max-loop-length', 'top-loops', 'theme', 'heading-level', ...ASKED];

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
    if (ASKED.includes(name)) this.ask({ [name]: after ?? '' });
    else this.#changed(name);
  }

  /** Where the reader has put companies by hand, by id, as in `positions` of a document. A copy. */
  get places() {
    return this.#widget?.places ?? new Map();
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
    for (const name of /** @type {const} */ ([
      'data',
      'src',
      'state',
      'filter',
      'until',
      'focused',
      'widen',
    ])) {
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
    this.#run(life.signal).catch((error) => life.signal.aborted || this.fail(error));
  }

  /** Ends what is under way and frees all it holds: the one place where that happens. */
  #stop() {
    if (this.asking) this.keep();
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
    const { figure, clean, diagnostics, study } = await open(Figure, bytes, this.#options(), signal);
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
      (error) => this.fail(error),
      (passing) => this.viewed(passing),
    );
    context.clean = clean;
    // From here on another figure may take this one's place.
    owner = context;
    selection.onChange(({ chosen }) => {
      if (!chosen) return;
      this.tell('select', selection.chosen && { ...selection.chosen });
      this.viewed(false);
    });
    const widget = new Widget(context, study);
    widget.onLoops = (loops) => (this.#loops = loops);
    this.#widget = widget;
    this.#shell.place(widget.root);
    await widget.count(this.state);
    await widget.open();
    signal.throwIfAborted();
    this.#shell.show();
    report('first-frame', began, performance.now() - began);

    await breathe();
    signal.throwIfAborted();
    const found = context.figure.report(MAX_ROWS);
    this.#loops = found.loops;
    await widget.complete(found, diagnostics);
    signal.throwIfAborted();
    await this.answer(widget);
    widget.isOpen = true;
    this.tell('ready', { loops: this.loops, diagnostics });
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

  /** @override */
  get asking() {
    return this.#widget?.isOpen ? this.#widget : null;
  }

  /**
   * @override
   * @param {unknown} error
   */
  fail(error) {
    this.#stop();
    // It has failed, not ended: the next change of an attribute starts anew.
    this.#life = new AbortController();
    const message = sentenceOf(error);
    this.#shell.fail(message);
    this.tell('error', { message });
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
