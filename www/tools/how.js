// How to read the figure: what arrows, widths and colours mean, with samples as wide as the arrows; how loops were found.
import { h } from '../dom.js';
import { nodes, text } from '../format.js';
import { WORDS } from '../words.js';
import { SAYS } from './words.js';

/**
 * @param {import('../context.js').Context} context
 * @param {import('../view.js').View} view
 */
export function how(context, view) {
  const { figure, language } = context;
  const found = h('p');
  const say = () => found.replaceChildren(...nodes(context.figure.summary().how, language));
  view.onChange(say);
  say();
  const explained = [SAYS.arrow, SAYS.width, SAYS.colour, SAYS.numbers, SAYS.sure].map((words) =>
    h('p', {}, words),
  );
  return h('div', {}, ...explained, legend(figure.legend(), figure.meta().unit, language), found);
}

/**
 * @param {import('../types.js').LegendRow[]} rows largest sums first, undisclosed ones last
 * @param {string} unit
 * @param {string} language
 */
function legend(rows, unit, language) {
  const items = rows.map(({ least, width }) => {
    const sample = h('span', { class: 'sample', 'aria-hidden': true });
    sample.style.blockSize = `${width}px`;
    sample.classList.toggle('thin', least === null);
    return h('li', {}, sample, words(least, rows, unit, language));
  });
  return h('ul', { class: 'legend', 'aria-label': SAYS.widths }, ...items);
}

/**
 * @param {number | null} least
 * @param {import('../types.js').LegendRow[]} rows
 * @param {string} unit
 * @param {string} language
 */
function words(least, rows, unit, language) {
  const money = (/** @type {number} */ sum) => text([{ money: sum, unit }], language);
  if (least === null) return WORDS.undisclosed;
  if (least > 0) return SAYS.orMore(money(least));
  return SAYS.less(money(Math.min(...rows.map((row) => row.least || Infinity))));
}
