// What takes some time and another module: how much could run in circles, and how many loops chance would make. Worked
// out when a reader opens it.
import { h } from '../dom.js';
import { nodes } from '../format.js';
import { slices } from '../slices.js';
import { SAYS } from './words.js';

/** @typedef {import('../types.js').Piece} Piece */
/** @typedef {import('../context.js').Context} Context */
/** @typedef {import('../view.js').View} View */

/** So many networks of chance are looked at. */
const SAMPLES = 200;

/**
 * Answers at once with a word that it is being worked out, and then with what came out.
 *
 * @param {Context} context
 * @param {View} view
 */
export function study(context, view) {
  const { language, signal } = context;
  const body = h('div');

  /** @param {Piece[][]} sentences */
  const say = (sentences) =>
    body.replaceChildren(
      ...sentences.filter(({ length }) => length > 0).map((pieces) => h('p', {}, ...nodes(pieces, language))),
    );
  const answer = async () => {
    say([[SAYS.working]]);
    const figure = await view.desk();
    await slices((budget) => figure.weigh(budget), signal);
    const weighed = figure.weighed();
    const money = weighed ? [weighed.sentence, weighed.splitSentence] : [];
    say([...money, [SAYS.working]]);
    await slices((budget) => figure.compare(SAMPLES, budget), signal);
    say([...money, figure.compared()?.sentence ?? []]);
    context.say(body.textContent ?? '');
  };
  const begin = () =>
    answer().catch(() => {
      if (!signal.aborted) say([[SAYS.noStudy]]);
    });
  // The answer is that of what counts.
  view.onChange(() => body.isConnected && begin());
  begin();
  return body;
}
