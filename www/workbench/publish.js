// Everything that publishing the figure needs, as files: the same as `deal-network embed` writes.
import { h } from '../dom.js';
import { download } from '../tools/files.js';
import { BESIDE, WIDGET, WIDGET_FILES } from './pack.js';
import { field, press, say } from './panel.js';
import { pictures } from './pictures.js';
import * as SAYS from './words.js';
import { zip } from './zip.js';

/** @typedef {import('./zip.js').File} Printed */

/** What is pasted somewhere, so that it can be copied as well. */
const PASTED = new Set(['snippet.html', 'iframe.html', 'alt.txt']);
/** The page for iframes, by whether there are more companies than the small one takes. */
const TEMPLATES = /** @type {const} */ (['frame.html', 'frame-large.html']);
const MANY = 250;
/** Where each file that a release adds lies beside this page, by its name in a pack. */
const ADDED = new Map([
  ...BESIDE.map((name) => /** @type {const} */ ([name, name])),
  ...WIDGET_FILES.map((name) => /** @type {const} */ ([WIDGET + name, name])),
]);

export class Publish {
  #sets;
  #network;
  #press;
  #base = h('input', { type: 'url', placeholder: 'https://' });
  #state = h('p', { class: 'alert' });
  #list = h('ul', { class: 'files' });
  /** @type {Printed[]} */
  #files = [];
  /** Ends what is being made when something else is asked for. */
  #making = new AbortController();

  /**
   * @param {import('./sets.js').Sets} sets
   * @param {import('../element.js').DealNetwork} network
   * @param {() => Promise<typeof import('../press.js')>} load fetches the press
   * @param {HTMLElement} body
   */
  constructor(sets, network, load, body) {
    this.#sets = sets;
    this.#network = network;
    this.#press = load;
    const hint = h('p', { class: 'hint' }, SAYS.baseHint);
    this.#list.hidden = true;
    body.append(
      h(
        'div',
        { class: 'stack' },
        h('p', { class: 'muted' }, SAYS.publishLead),
        field('bench-base', SAYS.base, this.#base, hint),
        h(
          'div',
          { class: 'acts' },
          press(SAYS.make, () => this.#make(), { 'data-make': true }),
        ),
        this.#state,
        this.#list,
      ),
    );
  }

  async #make() {
    this.#making.abort();
    this.#making = new AbortController();
    const { signal } = this.#making;
    this.#list.hidden = true;
    this.#tell(SAYS.making);
    try {
      const made = await this.#printed(signal);
      signal.throwIfAborted();
      this.#files = made;
      const single = made.filter(({ name }) => !name.startsWith(WIDGET));
      const items = single.map((file) => this.#item(file));
      this.#list.replaceChildren(this.#all(), ...items, item(WIDGET));
      this.#list.hidden = false;
      this.#tell(SAYS.made(single.length));
    } catch (error) {
      if (!signal.aborted) this.#tell(SAYS.notMade(error instanceof Error ? error.message : String(error)));
    }
  }

  /**
   * @param {AbortSignal} signal
   * @returns {Promise<Printed[]>}
   */
  async #printed(signal) {
    const network = this.#network;
    const document = new TextEncoder().encode(await this.#sets.text());
    const isLarge = (this.#sets.book?.edited.companies.length ?? 0) > MANY;
    const [template, ...added] = await Promise.all([
      fetched(TEMPLATES[isLarge ? 1 : 0], signal),
      ...[...ADDED].map(async ([name, path]) => ({ name, bytes: await fetched(path, signal) })),
    ]);
    const { print } = await this.#press();
    const order = {
      document,
      filter: partsOf(network.filter, network.until),
      theme: network.getAttribute('theme') ?? 'auto',
      script: '',
      base: this.#base.value.trim(),
      template: new TextDecoder().decode(template),
    };
    const texts = await print(order, signal);
    const files = texts.map(({ name, text }) => ({ name, bytes: new TextEncoder().encode(text) }));
    const pictured = order.theme === 'dark' ? 'figure-dark.svg' : 'figure-light.svg';
    const drawn = texts.find(({ name }) => name === pictured)?.text ?? '';
    return [...files, ...(await pictures(drawn)), ...added];
  }

  /** What saves all of them as one. */
  #all() {
    const save = () => this.#save('figure.zip', zip(this.#files));
    return h('li', {}, press(SAYS.saveAll, save, { 'data-all': true }));
  }

  /** @param {Printed} file */
  #item({ name, bytes }) {
    const acts = [press(SAYS.saveFile, () => this.#save(name, bytes), { 'data-file': name })];
    if (PASTED.has(name))
      acts.push(press(SAYS.copyFile, () => this.#copy(name, bytes), { 'data-copy': name }));
    for (const act of acts) act.setAttribute('aria-label', `${act.textContent} ${name}`);
    return item(name, h('span', { class: 'acts' }, ...acts));
  }

  /**
   * @param {string} name
   * @param {Uint8Array} bytes
   */
  #save(name, bytes) {
    download(name, new Blob([/** @type {BlobPart} */ (bytes)]));
    this.#tell(SAYS.fileSaved(name));
  }

  /**
   * @param {string} name
   * @param {Uint8Array} bytes
   */
  async #copy(name, bytes) {
    try {
      await navigator.clipboard.writeText(new TextDecoder().decode(bytes));
      this.#tell(SAYS.fileCopied(name));
    } catch {
      this.#tell(SAYS.fileNotCopied);
    }
  }

  /** @param {string} words */
  #tell(words) {
    this.#state.textContent = words;
    say(words);
  }
}

/**
 * A file or a folder with what it is for.
 *
 * @param {string} name
 * @param {...HTMLElement} acts
 */
function item(name, ...acts) {
  const what = SAYS.files[name] ?? '';
  return h('li', {}, h('code', {}, name), h('span', { class: 'muted' }, what), ...acts);
}

/**
 * A file that lies beside this page where it is published.
 *
 * @param {string} name
 * @param {AbortSignal} signal
 */
async function fetched(name, signal) {
  const response = await fetch(name, { signal });
  if (!response.ok) throw new Error(SAYS.notBeside(name));
  return new Uint8Array(await response.arrayBuffer());
}

/**
 * The parts of a filter, each followed by its words.
 *
 * @param {string} filter as in the attribute
 * @param {string} until
 */
function partsOf(filter, until) {
  const parts = [...new URLSearchParams(filter)].flat();
  return until ? [...parts, 'until', until] : parts;
}
