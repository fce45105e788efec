// Which data set the figure shows, the page's or the reader's own, and what has been decided about each. It is all kept
// while the page is open, and nowhere else.
import { Book } from './book.js';
import * as SAYS from './words.js';

/** @typedef {import('../types.js').Diagnostic} Diagnostic */
/** @typedef {import('./types.js').Document} Document */
/** @typedef {import('./types.js').Edits} Edits */
/** What `desk.js` exports. @typedef {typeof import('../desk.js')} Desk */
/** What came of reading: how many rows were read, what is to be said of them, and a sentence where nothing is shown.
 * @typedef {{ sentence: string, read: number, diagnostics: Diagnostic[] }} Answer */

/** The name of the reader's own data in the address. */
export const OWN = 'own';

/** As in the core: more than this is a mistake or an attack, and would hold the page up. */
export const MAX_BYTES = 10 * 1024 * 1024;

/** Not about the rows: the desk could not be loaded, or stopped. */
const FOREIGN = new Set(['TypeError', 'RuntimeError', 'CompileError', 'LinkError']);

/** Nothing filtered, nothing chosen. */
const PLAIN = { filter: '', until: '', focus: '', widen: '', aim: '' };

export class Sets {
  #network;
  #addresses;
  #desk;
  /** @type {Map<string, Book>} */
  #books = new Map();
  /** What the reader gave, as it was given: the figure itself then says what it leaves out. @type {Uint8Array | null} */
  #given = null;
  /** Where the reader put companies before the figure was last made anew. @type {Map<string, import('./types.js').Place>} */
  #moved = new Map();
  /** Counts the wishes: the last one counts. */
  #turn = 0;
  /** @type {(() => void)[]} */
  #listeners = [];
  /** What the desk says about the decisions. @type {Diagnostic[]} */
  diagnostics = [];
  /** Why the figure shows nothing, in a sentence. */
  failure = '';

  /**
   * @param {import('../element.js').DealNetwork} network
   * @param {string} name of the set that it shows
   * @param {ReadonlyMap<string, string>} addresses of the page's sets, by name
   * @param {() => Promise<Desk>} desk fetches it
   */
  constructor(network, name, addresses, desk) {
    this.#network = network;
    this.name = name;
    this.#addresses = addresses;
    this.#desk = desk;
    network.addEventListener('deal-network-ready', () => this.#tell());
    network.addEventListener('deal-network-error', (event) => {
      this.failure = /** @type {CustomEvent} */ (event).detail.message;
      this.#tell();
    });
  }

  /** @param {() => void} listener is told when another set is shown, or the same one otherwise */
  onChange(listener) {
    this.#listeners.push(listener);
  }

  #tell() {
    for (const listener of this.#listeners) listener();
  }

  /** What is shown, once it has been opened. */
  get book() {
    return this.#books.get(this.name) ?? null;
  }

  /** The loops of the figure. */
  get loops() {
    return this.#network.loops;
  }

  /** Whether the figure leaves out some loops. */
  get isFiltered() {
    const { filter, until } = this.#network.state;
    return Boolean(filter || until);
  }

  /** Reads the document of the set that is shown, where that has not been done. */
  async open() {
    const { name } = this;
    if (this.#books.has(name)) return;
    // As the figure does, which has most likely fetched it already.
    const asked = fetch(this.#network.src, { credentials: 'omit', referrerPolicy: 'no-referrer' });
    const [desk, answer] = await Promise.all([this.#desk(), asked]);
    const { document } = sorted(desk, new Uint8Array(await answer.arrayBuffer()));
    if (!this.#books.has(name)) this.#books.set(name, new Book(document));
  }

  /**
   * Reads rows of the reader's own and shows them. What cannot be read as a whole changes nothing. Resolves to null if
   * other rows came in between.
   *
   * @param {Uint8Array} bytes
   * @returns {Promise<Answer | null>}
   */
  async take(bytes) {
    const turn = ++this.#turn;
    /** @type {Answer} */
    const answer = { sentence: '', read: 0, diagnostics: [] };
    try {
      if (bytes.length > MAX_BYTES) throw new Error(SAYS.large);
      const desk = await this.#desk();
      if (turn !== this.#turn) return null;
      const { document, diagnostics } = sorted(desk, bytes);
      Object.assign(answer, { read: document.deals.length, diagnostics });
      if (answer.read === 0) throw new Error(SAYS.empty);
      const book = this.#books.get(OWN);
      if (book) book.reread(document);
      else this.#books.set(OWN, new Book(document));
      this.#given = bytes;
      await this.show(OWN);
    } catch (error) {
      answer.sentence = error instanceof Error && !FOREIGN.has(error.name) ? error.message : SAYS.failed;
    }
    return turn === this.#turn ? answer : null;
  }

  /** Whether there are rows of the reader's own. */
  get hasOwn() {
    return this.#given !== null;
  }

  /**
   * Shows a set as it was left.
   *
   * @param {string} name
   * @param {import('../types.js').State} [state] how; by default as the figure comes, or, the same set, as it is
   */
  async show(name, state) {
    const kept = state ?? (name === this.name ? this.#network.state : PLAIN);
    if (name !== this.name) this.#moved.clear();
    this.name = name;
    this.diagnostics = [];
    this.failure = '';
    const book = this.#books.get(name);
    let data = name === OWN ? this.#given : null;
    if (book?.isChanged) {
      const clean = sorted(await this.#desk(), bytesOf(book.edited));
      // Another wish may have been quicker.
      if (name !== this.name || book !== this.book) return;
      this.diagnostics = clean.diagnostics;
      data = clean.bytes;
    }
    this.#network.src = this.#addresses.get(name) ?? this.#network.src;
    this.#network.data = data;
    // The figure ends in this moment's last step; what is wished before would be asked of the one that ends.
    await null;
    this.#network.state = kept;
    this.#tell();
  }

  /** @param {Edits} edits */
  change(edits) {
    return this.#decide((book) => book.change(edits));
  }

  undo() {
    return this.#decide((book) => book.undo());
  }

  startOver() {
    return this.#decide((book) => book.startOver());
  }

  /** @param {(book: Book) => void} decide */
  async #decide(decide) {
    const { book } = this;
    const before = book?.edits;
    if (!book) return;
    decide(book);
    if (book.edits === before) return;
    // The new figure does not know what was moved in this one.
    for (const [id, at] of this.#network.places) this.#moved.set(id, at);
    await this.show(this.name);
  }

  /** Keeps what the reader has moved where it is. The number of companies that this is about. */
  async keepPlaces() {
    const { book } = this;
    const moved = new Map([...this.#moved, ...this.#network.places]);
    if (!book || moved.size === 0) return 0;
    await this.change({ ...book.edits, positions: new Map([...book.edits.positions, ...moved]) });
    this.#moved.clear();
    return moved.size;
  }

  async forgetPlaces() {
    const { book } = this;
    if (!book) return;
    await this.change({ ...book.edits, positions: new Map() });
    this.#moved.clear();
  }

  /** The document as it is now: clean, as the command line writes it. */
  async text() {
    const { book } = this;
    if (!book) throw new Error('nothing is open');
    const { bytes } = sorted(await this.#desk(), bytesOf(book.edited));
    return new TextDecoder().decode(bytes);
  }

  /** Looks at something in the figure, and brings its card into sight. @param {string} focus as in its state */
  look(focus) {
    const network = this.#network;
    network.state = { ...network.state, focus };
    // The card is made at once, but not in this very step.
    requestAnimationFrame(() =>
      network.shadowRoot?.querySelector('[part~="card"]')?.scrollIntoView({ block: 'nearest' }),
    );
  }
}

/**
 * @param {Desk} desk
 * @param {Uint8Array} bytes
 */
function sorted(desk, bytes) {
  try {
    const { bytes: clean, diagnostics } = desk.read(bytes);
    return { bytes: clean, diagnostics, document: parsed(clean) };
  } catch (error) {
    if (!(error instanceof Error) || FOREIGN.has(error.name)) throw error;
    throw new Error(SAYS.unreadable(error.message));
  }
}

/** @param {Uint8Array} bytes @returns {Document} */
function parsed(bytes) {
  return JSON.parse(new TextDecoder().decode(bytes));
}

/** @param {Document} document */
function bytesOf(document) {
  return new TextEncoder().encode(JSON.stringify(document));
}
