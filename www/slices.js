// Long work in slices, between which the page takes its turn.
import { breathe } from './dom.js';

/** Nothing keeps the page from answering for longer than this, in milliseconds. */
const SLICE = 12;

/**
 * Works until it is done.
 *
 * @param {(budget: number) => boolean} work for about so many milliseconds; true when done
 * @param {AbortSignal} signal ends it
 * @returns {Promise<number>} the milliseconds in which the page was kept busy, without those in which it was not
 */
export async function slices(work, signal) {
  let busy = 0;
  for (;;) {
    const start = performance.now();
    const done = work(SLICE);
    busy += performance.now() - start;
    if (done) return busy;
    await breathe();
    signal.throwIfAborted();
  }
}
