// In which order the list has the loops, and which of them.
import { h } from './dom.js';
import { WORDS } from './words.js';

/** @typedef {import('./types.js').LoopRow} LoopRow */
/** @typedef {'number' | 'total' | 'recent' | 'short'} By */
/** @typedef {'all' | 'pairs' | 'longer'} Which */

/**
 * The loops of a report as the list shows them. By number: the coloured ones, then the others by rank. What is not
 * known comes last.
 *
 * @param {readonly LoopRow[]} rows by rank
 * @param {By} by
 * @param {Which} which
 * @returns {LoopRow[]}
 */
export function ordered(rows, by, which) {
  const kept = rows.filter((row) => which === 'all' || (row.length === 2) === (which === 'pairs'));
  /** @type {Record<By, (row: LoopRow) => number>} */
  const keys = {
    number: (row) => row.slot ?? Infinity,
    total: (row) => (row.total === null ? Infinity : -row.total),
    recent: (row) => (row.completeSince ? -Date.parse(row.completeSince) : Infinity),
    short: (row) => row.length,
  };
  const keyed = kept.map((row) => /** @type {const} */ ([keys[by](row), row]));
  // Equal ones keep their rank; two that are not known are equal, too.
  return keyed.sort(([a], [b]) => (a === b ? 0 : a - b)).map(([, row]) => row);
}

/**
 * The two choices above the list; hidden until the reader asks for more than the coloured loops.
 *
 * @param {(by: By, which: Which) => void} choose
 * @param {import('./gestures.js').On} on
 */
export function orderOf(choose, on) {
  const by = select(WORDS.orders);
  const which = select(WORDS.lengths);
  const root = h(
    'div',
    { class: 'order', hidden: true },
    h('label', {}, WORDS.order, by),
    h('label', {}, WORDS.which, which),
  );
  on(root, 'change', () => choose(/** @type {By} */ (by.value), /** @type {Which} */ (which.value)));
  return root;
}

/** @param {Record<string, string>} options */
function select(options) {
  return h('select', {}, ...Object.entries(options).map(([value, said]) => h('option', { value }, said)));
}
