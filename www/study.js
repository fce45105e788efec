// What takes some time and another module: how much could run in circles, and how many loops chance would make. Worked
// out when a reader opens it.
import { breathe, h } from './dom.js';
import { nodes } from './format.js';
import { WORDS } from './words.js';

/** @typedef {import('./types.js').Piece} Piece */
/** @typedef {import('./types.js').Study} Study */
/** @typedef {import('./context.js').Context} Context */

/** The page answers at least so often, in milliseconds. */
const SLICE = 12;
const SAMPLES = 200;

/**
 * A closed `details` that answers on first opening.
 *
 * @param {Context} context
 * @param {() => Promise<Study>} open
 * @returns {HTMLElement}
 */
export function study(context, open) {
  const { language, on, signal } = context;
  const body = h('div');
  const details = h('details', { class: 'how study', part: 'study' }, h('summary', {}, WORDS.study), body);
  let begun = false;

  /** @param {Piece[][]} sentences */
  const say = (sentences) =>
    body.replaceChildren(
      ...sentences.filter(({ length }) => length > 0).map((pieces) => h('p', {}, ...nodes(pieces, language))),
    );
  const answer = async () => {
    say([[WORDS.working]]);
    const figure = await open();
    try {
      await slices(() => figure.search(SLICE), signal);
      await slices(() => figure.weigh(SLICE), signal);
      const weighed = figure.weighed();
      const money = weighed ? [weighed.sentence, weighed.splitSentence] : [];
      say([...money, [WORDS.working]]);
      await slices(() => figure.compare(SAMPLES, SLICE), signal);
      say([...money, figure.compared()?.sentence ?? []]);
      context.say(body.textContent ?? '');
    } finally {
      figure.free();
    }
  };
  on(details, 'toggle', () => {
    if (!details.open || begun) return;
    begun = true;
    answer().catch(() => {
      // Another opening tries again.
      begun = false;
      if (!signal.aborted) say([[WORDS.noStudy]]);
    });
  });
  return details;
}

/**
 * @param {() => boolean} work a slice of it; true when done
 * @param {AbortSignal} signal
 */
async function slices(work, signal) {
  while (!work()) {
    await breathe();
    signal.throwIfAborted();
  }
}
