// What an editor decides: headline and notes, loops, places; and the document that says it.
import { h } from '../dom.js';
import { Loops, set } from './loops.js';
import { field, press, say } from './panel.js';
import * as SAYS from './words.js';

/** @typedef {import('./types.js').Edits} Edits */
/** @typedef {'headline' | 'title' | 'asOf' | 'note'} Name */

/** @type {Name[]} */
const NAMES = ['headline', 'title', 'asOf', 'note'];
const FILE = 'deals.json';

export class Editor {
  #sets;
  #loops;
  /** @type {Map<Name, HTMLInputElement | HTMLTextAreaElement>} */
  #inputs = new Map();
  /** What is wrong with the date. */
  #wrong = h('p', { class: 'alert' });
  #kept = h('p', { class: 'hint' });
  #state = h('p', { class: 'muted' });
  #undo;
  #over;
  #forget;
  /** @type {import('./book.js').Book | null} */
  #shown = null;

  /**
   * @param {import('./sets.js').Sets} sets
   * @param {HTMLElement} body
   */
  constructor(sets, body) {
    this.#sets = sets;
    this.#loops = new Loops(sets);
    this.#undo = press(SAYS.undo, () => sets.undo());
    this.#over = press(SAYS.startOver, () => sets.startOver());
    this.#forget = press(SAYS.forget, () => sets.forgetPlaces());
    const keep = press(SAYS.keep, async () => {
      const many = await sets.keepPlaces();
      if (many === 0) this.#kept.textContent = SAYS.nothingMoved;
      say(this.#kept.textContent ?? '');
    });
    const fields = NAMES.map((name) => this.#field(name));
    const places = h(
      'div',
      { class: 'field' },
      h('h3', {}, SAYS.places),
      h('p', { class: 'hint' }, SAYS.placesHint),
      h('div', { class: 'acts' }, keep, this.#forget),
      this.#kept,
    );
    const acts = [
      press(SAYS.save, () => this.#save()),
      press(SAYS.copy, () => this.#copy()),
      this.#undo,
      this.#over,
    ];
    body.append(
      h(
        'div',
        { class: 'two' },
        h('div', { class: 'stack' }, ...fields, places),
        this.#loops.root,
        h('div', { class: 'acts wide' }, ...acts, this.#state),
      ),
    );
    sets.onChange(() => this.update());
  }

  /** @param {Name} name */
  #field(name) {
    // A headline is one line that is too long for one.
    const rows = { headline: 2, note: 3, title: 0, asOf: 0 }[name];
    const input = rows > 0 ? h('textarea', { rows }) : h('input', { type: 'text' });
    this.#inputs.set(name, input);
    input.addEventListener('change', () => {
      const { book } = this.#sets;
      const said = input.value.trim();
      if (book)
        this.#sets.change({ ...book.edits, [name]: name === 'note' ? said : said.replace(/\s+/g, ' ') });
    });
    const hints = name in SAYS.hints ? [h('p', { class: 'hint' }, Reflect.get(SAYS.hints, name))] : [];
    return field(
      `bench-${name}`,
      SAYS.fields[name],
      input,
      ...hints,
      ...(name === 'asOf' ? [this.#wrong] : []),
    );
  }

  /** Shows what is decided now. */
  update() {
    const { book } = this.#sets;
    if (!book) return;
    if (book !== this.#shown) this.#loops.clear();
    this.#shown = book;
    for (const [name, input] of this.#inputs) set(input, book.edits[name]);
    const wrong = this.#sets.diagnostics.find(({ path }) => path === 'asOf')?.message ?? '';
    this.#wrong.textContent = wrong && `${wrong}.`;
    this.#inputs.get('asOf')?.setAttribute('aria-invalid', String(wrong !== ''));
    const places = book.edits.positions.size;
    this.#kept.textContent = places > 0 ? SAYS.kept(places) : '';
    this.#state.textContent = book.isChanged ? SAYS.changed : SAYS.plain;
    this.#undo.setAttribute('aria-disabled', String(!book.canUndo));
    this.#over.setAttribute('aria-disabled', String(!book.isChanged));
    this.#forget.setAttribute('aria-disabled', String(places === 0));
    this.#loops.update();
  }

  async #save() {
    const address = URL.createObjectURL(new Blob([await this.#sets.text()], { type: 'application/json' }));
    h('a', { href: address, download: FILE }).click();
    // The download has begun with the click, and keeps what it needs.
    URL.revokeObjectURL(address);
    this.#tell(SAYS.saved);
  }

  async #copy() {
    const text = await this.#sets.text();
    try {
      await navigator.clipboard.writeText(text);
      this.#tell(SAYS.copied);
    } catch {
      this.#tell(SAYS.notCopied);
    }
  }

  /** @param {string} words */
  #tell(words) {
    this.#state.textContent = words;
    say(words);
  }
}
