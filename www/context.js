// What the parts of one widget share while it lives.
import { languageOf } from './dom.js';
import { WORDS } from './words.js';

/** @typedef {import('./types.js').Figure} Figure */
/** @typedef {import('./selection.js').Selection} Selection */

export class Context {
  /** What the stage shows now; its own to say. @type {(() => import('./types.js').Seen) | undefined} */
  seen;

  /**
   * @param {Figure} figure
   * @param {Selection} selection
   * @param {HTMLElement} host
   * @param {number} level of the figure's heading
   * @param {AbortSignal} signal ends with the widget
   * @param {(error: unknown) => void} fail
   * @param {(passing: boolean) => void} changed is told that a link to what is seen would be another one now;
   *   `passing` where the reader is still on the way
   */
  constructor(figure, selection, host, level, signal, fail, changed) {
    this.figure = figure;
    this.selection = selection;
    this.host = host;
    this.level = level;
    this.signal = signal;
    this.fail = fail;
    this.changed = changed;
    this.language = languageOf(host);
    /** The document as it was read, without what could not be. @type {Uint8Array} */
    this.clean = new Uint8Array();
    this.live = document.createElement('p');
    this.live.className = 'unseen';
    this.live.setAttribute('role', 'status');
  }

  /**
   * @template {unknown[]} A
   * @param {(...args: A) => void} act
   * @returns {(...args: A) => void}
   */
  guard = (act) => {
    return (...args) => {
      if (this.signal.aborted) return;
      try {
        act(...args);
      } catch (error) {
        this.fail(error);
      }
    };
  };

  /**
   * A listener that ends with the widget. What it throws ends the widget with a sentence, not with a broken page.
   *
   * @param {EventTarget} target
   * @param {string} type
   * @param {(event: any) => void} handler
   * @param {AddEventListenerOptions} [options]
   */
  on = (target, type, handler, options) => {
    target.addEventListener(type, this.guard(handler), { ...options, signal: this.signal });
  };

  /** The camera turned. */
  turned() {
    this.changed(true);
  }

  /**
   * Has a screen reader say something, after what it says now.
   *
   * @param {string} words
   */
  say(words) {
    this.live.textContent = words;
  }

  /**
   * Unrolls the chosen loop or rolls it up, and says so; false where there is nothing to do.
   *
   * @param {import('./selection.js').Origin} origin
   * @param {boolean} [unrolled] the other way by default
   */
  unroll(origin, unrolled = !this.selection.unrolled) {
    const done = this.selection.unroll(unrolled, origin);
    if (done) this.say(unrolled ? WORDS.unrolled : WORDS.rolledUp);
    return done;
  }

  /**
   * Gives the figure one more sheet, once.
   *
   * @param {(owner: Document) => CSSStyleSheet} sheetFor
   */
  dress(sheetFor) {
    const root = this.host.shadowRoot;
    if (!root) return;
    const sheet = sheetFor(root.ownerDocument);
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  }

  /** Whether the reader asks for less motion. */
  get still() {
    return matchMedia('(prefers-reduced-motion: reduce)').matches;
  }

  get rightToLeft() {
    return getComputedStyle(this.host).direction === 'rtl';
  }
}

/**
 * Reports how long something kept the page busy, in the page's performance entries. One entry per name is kept.
 *
 * @template T
 * @param {string} name
 * @param {() => T} act
 * @returns {T}
 */
export function timed(name, act) {
  const start = performance.now();
  const result = act();
  report(name, start, performance.now() - start);
  return result;
}

/**
 * @param {string} name
 * @param {number} start
 * @param {number} duration
 */
export function report(name, start, duration) {
  const entry = `deal-network:${name}`;
  performance.clearMeasures(entry);
  performance.measure(entry, { start, duration });
}
