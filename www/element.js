// <deal-network>: attributes, properties, life cycle. What it shows is in widget.js.
import { Asked } from './asked.js';
import { Context, report } from './context.js';
import { breathe } from './dom.js';
import { engine } from './engine.js';
import { Failure, isPanic, sentenceOf } from './failure.js';
import { near } from './near.js';
import { free, open } from './open.js';
import { levelOf, optionsOf } from './options.js';
import { Selection } from './selection.js';
import { Shell } from './shell.js';
import { slices } from './slices.js';
import { bytesOf, fetchBytes } from './source.js';
import { MAX_ROWS, Widget } from './widget.js';

/** @typedef {import('./types.js').Figure} Figure */
/** @typedef {import('./types.js').FigureClass} FigureClass */
/** @typedef {import('./types.js').LoopRow} LoopRow */

/** Attributes that ask for a view of what is loaded. */
const ASKED = ['filter', 'until', 'focus', 'widen'];

/** Properties that a page may set before the element is defined. */
const SETTABLE = /** @type {const} */ (['data', 'src', 'state', 'filter', 'until', 'focused', 'widen']);

/** Those of the page that show something or are about to. @type {Set<DealNetwork>} */
const living = new Set();

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
  /** The instance of the core that is used, by its class. @type {FigureClass | null} */
  #core = null;
  /** @type {Context | null} */
  #context = null;
  #queued = false;
  /** Whether the core has stopped once before it was ready. */
  #isSecond = false;

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

  /** What it hung on was another document's: sheets, observers, listeners. It begins anew in this one. */
  adoptedCallback() {
    if (this.shadowRoot) this.#shell.dress(this.shadowRoot);
    this.#queue();
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

  /**
   * Where the reader has put companies by hand, by id, as in `positions` of a document. A copy.
   *
   * @returns {Map<string, [number, number]>}
   */
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

  /**
   * The figure as the reader sees it, with heading, key and source, as the text of an SVG file.
   *
   * @param {import('./types.js').PictureOptions} [options]
   * @returns {Promise<string>} rejected before `deal-network-ready`
   */
  async toSVG(options) {
    const { svg } = await import('./tools.js');
    return (await svg(this.#shown, options?.theme ?? 'light')).text();
  }

  /**
   * The same as a PNG file.
   *
   * @param {import('./types.js').PictureOptions} [options]
   * @returns {Promise<Blob>} rejected before `deal-network-ready`
   */
  async toPNG(options) {
    const { png } = await import('./tools.js');
    return png(this.#shown, options?.theme ?? 'light', options?.scale ?? 2);
  }

  /** Frees all it holds and shows the fallback. Put into the page once more, it begins anew. */
  destroy() {
    this.#stop();
  }

  get #shown() {
    if (this.asking && this.#context) return this.#context;
    throw new Error('There is no figure yet: wait for deal-network-ready.');
  }

  /** A property set before the element was defined hides the accessor: take it and set it again. */
  #upgrade() {
    for (const name of SETTABLE) {
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
    else if (name === 'heading-level') this.#widget?.relevel(levelOf(this));
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
    living.add(this);
    this.#run(life.signal).catch((error) => life.signal.aborted || this.fail(error));
  }

  /** Ends what is under way and frees all it holds: the one place where that happens. */
  #stop() {
    if (this.asking) this.keep();
    this.#life?.abort();
    this.#life = this.#widget = this.#context = this.#core = null;
    living.delete(this);
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
    this.#core = Figure;
    const { figure, clean, diagnostics, study } = await open(Figure, bytes, optionsOf(this), signal);
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
      levelOf(this),
      signal,
      (error) => this.fail(error),
      (passing) => this.viewed(passing),
    );
    context.clean = clean;
    // From here on another figure may take this one's place.
    owner = this.#context = context;
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
    this.#isSecond = false;
    this.tell('ready', { loops: this.loops, diagnostics });
  }

  /** @param {AbortSignal} signal */
  async #load(signal) {
    if (this.#bytes) return this.#bytes;
    return this.#data === null ? fetchBytes(this.src, this.baseURI, signal) : bytesOf(this.#data);
  }

  /** @override @protected */
  get asking() {
    return this.#widget?.isOpen ? this.#widget : null;
  }

  /**
   * @override
   * @protected
   * @param {unknown} error
   */
  fail(error) {
    const core = isPanic(error) && this.#inUse;
    // Its memory cannot be trusted any more.
    if (core) core.broken = true;
    // Nothing is lost before it was ready, and what was wrong may be how the browser has compiled it: once more.
    if (core && !this.asking && !this.#isSecond) {
      this.#isSecond = true;
      this.#start();
    } else {
      this.#stop();
      // It has failed, not ended: the next change of an attribute starts anew.
      this.#life = new AbortController();
      const message = sentenceOf(error);
      this.#shell.fail(message);
      this.tell('error', { message });
    }
    // Whoever shares its memory begins anew in another instance, from its own bytes.
    if (core) for (const other of [...living]) if (other.#inUse === core) other.#start();
  }

  /** Where a figure lives that has taken the place of the first, it is that instance. */
  get #inUse() {
    return this.#context?.figure.constructor ?? this.#core;
  }
}
