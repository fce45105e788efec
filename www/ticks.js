// How far the physics goes in one frame: as far as time has passed, within what a frame has time for.

/** The physics rests long before; this is only a bound. */
const MOST = 600;
/** Ticks of the physics a second, and how many a frame makes up for at most where the page is slow. */
const PACE = 60;
const MOST_AT_ONCE = 4;
/** Very many companies find their places in so many milliseconds of each frame. */
const SLICE = 8;

export class Ticks {
  /** When the last frame was in which something moved; 0 at rest. */
  #then = 0;

  /**
   * The ticks since the last frame; all of them at once for a reader who asks for less motion. True while there is more.
   *
   * @param {() => boolean} step one tick; true while something moves
   * @param {number} now
   * @param {boolean} still
   */
  run(step, now, still) {
    const due = this.#then && Math.round(((now - this.#then) * PACE) / 1000);
    let left = still ? MOST : Math.max(1, Math.min(due, MOST_AT_ONCE));
    while (left > 0 && step()) left -= 1;
    this.#then = left === 0 ? now : 0;
    return left === 0;
  }

  /**
   * As many ticks as a frame has time for, while very many find their places. True while there is more.
   *
   * @param {() => boolean} step
   */
  crowd(step) {
    const end = performance.now() + SLICE;
    while (step()) if (performance.now() >= end) return true;
    return false;
  }
}
