// Data of the reader's own: a file, or cells of a spreadsheet, with what is wrong beside them.
import { h } from '../dom.js';
import { EXAMPLE, columns } from './columns.js';
import { field, press, say } from './panel.js';
import { rejected, remarks } from './remarks.js';
import { MAX_BYTES, OWN } from './sets.js';
import * as SAYS from './words.js';

/** A pause this long is a moment to read what was typed, in milliseconds. */
const PAUSE = 400;
/** Longer texts make a text field too slow to be worked in. */
const LONGEST = 1_000_000;

export class Own {
  #sets;
  #area = h('textarea', { class: 'rows', rows: 12, wrap: 'off', spellcheck: 'false', autocapitalize: 'off' });
  #state = h('p', { class: 'alert' });
  #remarks = h('div', { class: 'stack' });
  #show;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #pause;

  /**
   * @param {import('./sets.js').Sets} sets
   * @param {HTMLElement} body
   * @param {boolean} gone whether a link led to rows that are not here
   */
  constructor(sets, body, gone) {
    this.#sets = sets;
    const input = h('input', { type: 'file', accept: '.csv,.tsv,.txt,.json', hidden: true });
    input.addEventListener('change', () => {
      if (input.files?.length) this.files([...input.files]);
      // The same file, corrected, may be opened again.
      input.value = '';
    });
    this.#area.addEventListener('input', () => {
      clearTimeout(this.#pause);
      this.#pause = setTimeout(() => this.#type(), PAUSE);
    });
    this.#show = press(SAYS.show, () => sets.show(OWN));
    const example = press(SAYS.example, () => this.#write(EXAMPLE));
    const hint = h('p', { class: 'hint' }, SAYS.rowsHint);
    const acts = h(
      'div',
      { class: 'acts wide' },
      press(SAYS.open, () => input.click()),
      input,
      example,
      this.#show,
    );
    body.append(
      h(
        'div',
        { class: 'two' },
        h('p', { class: 'wide' }, SAYS.lead),
        acts,
        field('bench-rows', SAYS.rows, this.#area, hint, this.#state),
        this.#remarks,
        columns(),
      ),
    );
    if (gone) this.#state.textContent = SAYS.gone;
    sets.onChange(() => this.#offer());
    this.#offer();
  }

  /** There is another way back to rows that were read only while something else is shown. */
  #offer() {
    const { hasOwn, name, failure } = this.#sets;
    // All its deals may be of a kind that is not counted.
    if (name === OWN && failure) this.#answer(failure);
    if (this.#show === document.activeElement) this.#area.focus();
    this.#show.hidden = !hasOwn || name === OWN;
  }

  /** @param {readonly File[]} files */
  async files([file, ...others]) {
    if (!file) return;
    clearTimeout(this.#pause);
    if (file.size > MAX_BYTES) return this.#answer(`${SAYS.large} ${SAYS.unchanged}`);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const text = new TextDecoder().decode(bytes);
    const long = text.length > LONGEST;
    this.#area.value = long ? '' : text;
    const notes = [others.length > 0 ? SAYS.onlyFirst : '', long ? SAYS.tooLong(file.name) : ''];
    await this.#read(bytes, text, notes.filter(Boolean));
  }

  /** @param {string} text */
  #write(text) {
    clearTimeout(this.#pause);
    this.#area.value = text;
    this.#type();
  }

  #type() {
    const text = this.#area.value;
    if (text.trim() === '') return this.#answer('');
    return this.#read(new TextEncoder().encode(text), text, []);
  }

  /**
   * @param {Uint8Array} bytes
   * @param {string} text
   * @param {string[]} notes
   */
  async #read(bytes, text, notes) {
    const answer = await this.#sets.take(bytes);
    if (!answer) return;
    const { sentence, read, diagnostics } = answer;
    const bad = rejected(diagnostics);
    const others = diagnostics.filter(({ severity }) => severity !== 'error').length;
    const counts = read + bad > 0 ? SAYS.counts(read, bad) : '';
    const said = sentence ? [sentence, SAYS.unchanged] : [others > 0 ? SAYS.remarks(others) : '', ...notes];
    const words = [counts, ...said].filter(Boolean).join(' ');
    this.#answer(words, diagnostics, text.split(/\r\n|\r|\n/), sentence !== '');
  }

  /**
   * @param {string} sentence
   * @param {readonly import('../types.js').Diagnostic[]} [diagnostics]
   * @param {readonly string[]} [lines]
   * @param {boolean} [isRefused]
   */
  #answer(sentence, diagnostics = [], lines = [], isRefused = false) {
    this.#state.textContent = sentence;
    say(sentence);
    this.#area.setAttribute('aria-invalid', String(isRefused));
    this.#remarks.replaceChildren(...remarks(diagnostics, lines, (line) => this.#goTo(line)));
  }

  /** Selects a line of the text and brings it into sight. @param {number} line */
  #goTo(line) {
    // The field's own line breaks are all of one kind.
    const lines = this.#area.value.split('\n');
    const start = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0);
    this.#area.focus();
    this.#area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
    const height = this.#area.scrollHeight / Math.max(lines.length, 1);
    this.#area.scrollTop = Math.max(0, (line - 3) * height);
    this.#area.scrollLeft = 0;
  }
}
