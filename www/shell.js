// The outer frame of the element: the page's own fallback, then the figure; on a failure the fallback again.
import { button, h } from './dom.js';
import { sheetFor } from './style.js';
import { WORDS } from './words.js';

export class Shell {
  #frame;
  /** Keeps free the room that the figure will need; its size is in nobody's hands but the reader's. */
  #room = h('div', { class: 'room' });
  #failure;
  #sentence = h('p', { role: 'alert' });
  /** @type {HTMLElement | null} */
  #widget = null;

  #states;

  /**
   * @param {ShadowRoot} root
   * @param {CustomStateSet | undefined} states of the host, for the page's own sheets
   * @param {() => void} again
   */
  constructor(root, states, again) {
    this.#states = states;
    const lasting = new AbortController().signal;
    const press = button({ part: 'again' }, again, lasting, WORDS.again);
    this.#failure = h('div', { class: 'failure', part: 'failure', hidden: true }, this.#sentence, press);
    const waiting = h('p', { class: 'waiting' }, WORDS.loading);
    const fallback = h('div', { class: 'fallback' }, h('slot', {}, waiting), this.#failure);
    this.#frame = h('div', { class: 'frame' }, fallback, this.#room);
    root.append(this.#frame);
    this.dress(root);
  }

  /**
   * Gives the root the sheet of the document it is in.
   *
   * @param {ShadowRoot} root
   */
  dress(root) {
    root.adoptedStyleSheets = [sheetFor(root.ownerDocument)];
  }

  /**
   * The figure takes its place, unseen: what stands there stays until `show`.
   *
   * @param {HTMLElement} widget
   */
  place(widget) {
    this.#widget?.remove();
    this.#widget = widget;
    this.#room.append(widget);
  }

  /** The first frame is painted. */
  show() {
    this.#failure.hidden = true;
    this.#frame.classList.add('ready');
  }

  /** Back to the beginning: the fallback alone. */
  clear() {
    this.#widget?.remove();
    this.#widget = null;
    this.#failure.hidden = true;
    this.#frame.classList.remove('failed', 'ready');
    this.#states?.delete('failed');
  }

  /**
   * The fallback, a sentence, and a way to try again.
   *
   * @param {string} sentence
   */
  fail(sentence) {
    this.clear();
    this.#frame.classList.add('failed');
    this.#states?.add('failed');
    this.#failure.hidden = false;
    this.#sentence.textContent = sentence;
  }
}
