// What the widths of arrows mean, with samples as wide as the arrows.
import { h } from './dom.js';
import { text } from './format.js';
import { WORDS } from './words.js';

/**
 * @param {import('./types.js').LegendRow[]} rows largest sums first, undisclosed ones last
 * @param {string} unit
 * @param {string} language
 */
export function legend(rows, unit, language) {
  const items = rows.map(({ least, width }) => {
    const sample = h('span', { class: 'sample', 'aria-hidden': true });
    sample.style.blockSize = `${width}px`;
    sample.classList.toggle('thin', least === null);
    return h('li', {}, sample, words(least, rows, unit, language));
  });
  return h('ul', { class: 'legend', 'aria-label': WORDS.widths }, ...items);
}

/**
 * @param {number | null} least
 * @param {import('./types.js').LegendRow[]} rows
 * @param {string} unit
 * @param {string} language
 */
function words(least, rows, unit, language) {
  const money = (/** @type {number} */ sum) => text([{ money: sum, unit }], language);
  if (least === null) return WORDS.undisclosed;
  if (least > 0) return WORDS.orMore(money(least));
  return WORDS.less(money(Math.min(...rows.map((row) => row.least || Infinity))));
}
