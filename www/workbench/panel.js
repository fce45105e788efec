// A panel of the workbench between the bar and the figure. It is part of the page: nothing is locked while it is open.
import { h } from '../dom.js';
import * as SAYS from './words.js';

export class Panel {
  /** @type {HTMLElement | null} the button that opened it */
  #opener = null;
  #close = h('button', { type: 'button' }, SAYS.close);

  /**
   * @param {string} name
   * @param {string} title
   */
  constructor(name, title) {
    const id = `bench-${name}`;
    this.name = name;
    this.body = h('div');
    this.root = h(
      'section',
      { class: 'bench', 'aria-labelledby': id, 'data-panel': name, hidden: true },
      h('header', {}, h('h2', { id }, title), this.#close),
      this.body,
    );
    this.#close.addEventListener('click', () => this.close());
    this.root.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      event.preventDefault();
      this.close();
    });
  }

  get isOpen() {
    return !this.root.hidden;
  }

  /** @param {HTMLElement} opener the focus returns to it */
  open(opener) {
    this.#opener = opener;
    opener.setAttribute('aria-expanded', 'true');
    this.root.hidden = false;
    /** @type {HTMLElement | null} */ (this.body.querySelector('button,input,textarea,summary'))?.focus();
  }

  /** @param {boolean} [back] whether the focus returns */
  close(back = true) {
    this.root.hidden = true;
    this.#opener?.setAttribute('aria-expanded', 'false');
    if (back) this.#opener?.focus();
  }
}

/** The one place for what is said and not to be seen. */
export const live = h('p', { class: 'unseen', role: 'status' });

/**
 * Has a screen reader say something.
 *
 * @param {string} words
 */
export function say(words) {
  live.textContent = words;
}

/**
 * @param {string} name
 * @param {() => void} act
 * @param {Record<string, string | boolean>} [attributes]
 */
export function press(name, act, attributes = {}) {
  const made = h('button', { type: 'button', ...attributes }, name);
  made.addEventListener('click', () => made.getAttribute('aria-disabled') !== 'true' && act());
  return made;
}

/**
 * A field with its name and, where there is one, a hint.
 *
 * @param {string} id
 * @param {string} name
 * @param {HTMLInputElement | HTMLTextAreaElement} input
 * @param {...HTMLElement} hints
 */
export function field(id, name, input, ...hints) {
  input.id = id;
  hints.forEach((hint, place) => (hint.id = `${id}-${place}`));
  if (hints.length > 0) input.setAttribute('aria-describedby', hints.map((hint) => hint.id).join(' '));
  return h('div', { class: 'field' }, h('label', { for: id }, name), input, ...hints);
}
