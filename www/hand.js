// What a pointer on the stage means: looking, choosing, moving a company or the whole figure.
import { attach } from './gestures.js';

/** @typedef {import('./context.js').Context} Context */
/** @typedef {import('./stage.js').Stage} Stage */

/** How near a pointer must come, in CSS pixels: a fingertip is 24 wide. */
const SLOP = { mouse: 4, touch: 12 };

export class Hand {
  #context;
  #stage;
  /** The company in it. */
  held = '';
  /** Where companies were put down, in layout units. @type {Map<string, [number, number]>} */
  #put = new Map();

  /**
   * @param {Context} context
   * @param {Stage} stage
   */
  constructor(context, stage) {
    this.#context = context;
    this.#stage = stage;
  }

  /** Where the reader has put companies, in layout units. A copy. */
  get places() {
    return new Map(this.#put);
  }

  /** Brings back what was moved. */
  restore() {
    this.#context.figure.pin('');
    this.#put.clear();
  }

  /** Moves in another figure of the same document what was moved in the one before. */
  repeat() {
    const { figure } = this.#context;
    for (const [company, at] of this.#put) {
      figure.pin(company, ...at);
      figure.pin(company);
    }
  }

  /** @param {HTMLElement} box */
  attach(box) {
    const { selection, on } = this.#context;
    const stage = this.#stage;
    const pick = (/** @type {number} */ x, /** @type {number} */ y, touch = false) =>
      this.#context.figure.pick(x, y, touch ? SLOP.touch : SLOP.mouse);
    /** @type {import('./gestures.js').Intents} */
    const intents = {
      hover: (x, y) => {
        const target = pick(x, y);
        box.classList.toggle('over', target !== null);
        selection.look(target, 'stage');
      },
      leave: () => selection.look(null, 'stage'),
      tap: (x, y, touch) => selection.choose(pick(x, y, touch), 'stage'),
      grab: (x, y, touch) => {
        if (touch && !stage.moving) return 'idle';
        const target = pick(x, y, touch);
        // On a ring everything has its place.
        if (target?.kind !== 'company' || selection.unrolled) return 'ground';
        this.held = target.id;
        stage.rest();
        return 'company';
      },
      drag: (x, y) => {
        const at = stage.toLayout(x, y);
        this.#context.figure.pin(this.held, ...at);
        this.#put.set(this.held, at);
        stage.invalidate();
      },
      drop: () => {
        this.#context.figure.pin(this.held);
        this.held = '';
        stage.settle();
      },
      pan: (dx, dy) => stage.pan(dx, dy),
      zoom: (factor, x, y) => stage.zoom(factor, x, y),
    };
    attach(box, intents, on);
  }
}
