// In which order the list has the loops, and which of them: two choices above it.
import { h } from '../dom.js';
import { SAYS } from './words.js';

/** @typedef {import('../types.js').LoopRow} LoopRow */
/** @typedef {'number' | 'total' | 'recent' | 'short'} By */
/** @typedef {'all' | 'pairs' | 'longer'} Which */

/**
 * The loops of the list, those that were chosen, as chosen. What is not known comes last.
 *
 * @param {readonly LoopRow[]} rows by number
 * @param {By} by
 * @param {Which} which
 * @returns {LoopRow[]}
 */
function ordered(rows, by, which) {
  const kept = rows.filter((row) => which === 'all' || (row.length === 2) === (which === 'pairs'));
  /** @type {Record<By, (row: LoopRow) => number>} */
  const keys = {
    number: () => 0,
    total: (row) => (row.total === null ? Infinity : -row.total),
    recent: (row) => (row.completeSince ? -Date.parse(row.completeSince) : Infinity),
    short: (row) => row.length,
  };
  const keyed = kept.map((row) => /** @type {const} */ ([keys[by](row), row]));
  // Equal ones stay as they are; two that are not known are equal, too.
  return keyed.sort(([a], [b]) => (a === b ? 0 : a - b)).map(([, row]) => row);
}

/**
 * The two choices; `choose` is told what arranges the loops as they say.
 *
 * @param {(order: import('../outline.js').Order) => void} choose
 * @param {import('../gestures.js').On} on
 */
export function orderOf(choose, on) {
  const by = select(SAYS.orders);
  const which = select(SAYS.lengths);
  const root = h(
    'div',
    { class: 'order' },
    h('label', {}, SAYS.order, by),
    h('label', {}, SAYS.which, which),
  );
  on(root, 'change', () => {
    const [order, kept] = [/** @type {By} */ (by.value), /** @type {Which} */ (which.value)];
    choose({
      arranged: (rows) => ordered(rows, order, kept),
      byNumber: order === 'number',
      whole: kept === 'all',
    });
  });
  return root;
}

/** @param {Record<string, string>} options */
function select(options) {
  return h('select', {}, ...Object.entries(options).map(([value, said]) => h('option', { value }, said)));
}
