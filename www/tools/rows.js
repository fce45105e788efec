// Deals and loops as rows of a file: the columns of deals are those in which they can be read again. Pure.
import { text } from '../format.js';

/** @typedef {import('../types.js').DealCard} DealCard */
/** @typedef {import('../types.js').LoopRow} LoopRow */
/** @typedef {import('./csv.js').Cell} Cell */

/** Between several things in one cell, as in the data that can be read. */
const AND = ' | ';

/**
 * @param {readonly DealCard[]} deals
 * @param {Map<string, string>} names of companies by their ids
 * @param {string} unit
 * @param {string} language
 * @returns {Cell[][]}
 */
export function dealRows(deals, names, unit, language) {
  const money = unit === 'USD' ? 'amount_usd' : 'amount';
  /** @type {[string, (deal: DealCard) => Cell][]} */
  const columns = [
    ['id', (deal) => deal.id],
    ['date', (deal) => deal.date],
    ['from', (deal) => names.get(deal.from) ?? deal.from],
    ['to', (deal) => names.get(deal.to) ?? deal.to],
    ['kind', (deal) => deal.kind],
    [money, (deal) => deal.amount],
    ['amount_firm', (deal) => deal.firm],
    ['amount_basis', (deal) => (deal.amount === null ? null : deal.basis)],
    ['amount_text', (deal) => deal.amountText],
    ['term_years', (deal) => deal.termYears],
    ['status', (deal) => deal.status],
    ['confidence', (deal) => deal.confidence],
    ['superseded_by', (deal) => deal.supersededBy],
    ['title', (deal) => deal.title],
    ['note', (deal) => deal.note],
    ...['title', 'url', 'date', 'class'].map((part) => {
      const field = /** @type {'title' | 'url' | 'date' | 'class'} */ (part);
      const read = (/** @type {DealCard} */ { sources }) => {
        const said = sources.map((source) => source[field]);
        return said.some(Boolean) ? said.join(AND) : null;
      };
      return /** @type {[string, (deal: DealCard) => Cell]} */ ([`source_${part}`, read]);
    }),
    ['counted', (deal) => (deal.live ? 'yes' : text(deal.whyNot, language))],
  ];
  return table(columns, deals);
}

/**
 * @param {readonly LoopRow[]} loops
 * @param {Map<string, number>} ranks by their ids, from 1
 * @param {Map<string, string>} names of companies by their ids
 * @returns {Cell[][]}
 */
export function loopRows(loops, ranks, names) {
  /** @type {[string, (loop: LoopRow) => Cell][]} */
  const columns = [
    ['rank', (loop) => ranks.get(loop.id) ?? null],
    ['colour', (loop) => loop.slot],
    ['id', (loop) => loop.id],
    ['name', (loop) => loop.name],
    ['companies', (loop) => loop.companies.map((id) => names.get(id) ?? id).join(AND)],
    ['length', (loop) => loop.length],
    ['smallest_arc', (loop) => loop.smallestArc],
    ['smallest_arc_is', (loop) => marks(loop.smallestArc, loop.partly, loop.ceiling, loop.approximate)],
    ['smallest_arc_firm', (loop) => loop.firm],
    ['total', (loop) => loop.total],
    ['total_is', (loop) => marks(loop.total, !loop.exact, loop.totalCeiling, loop.totalApproximate)],
    ['undisclosed_arcs', (loop) => loop.undisclosedArcs],
    ['status', (loop) => loop.status],
    ['confidence', (loop) => loop.confidence],
    ['first', (loop) => loop.first],
    ['complete_since', (loop) => loop.completeSince],
    ['deals', (loop) => loop.arcs.flatMap((arc) => arc.deals).join(AND)],
  ];
  return table(columns, loops);
}

/**
 * What a sum means, in words for programs.
 *
 * @param {number | null} sum
 * @param {boolean} partly
 * @param {boolean} ceiling
 * @param {boolean} approximate
 */
function marks(sum, partly, ceiling, approximate) {
  if (sum === null) return 'undisclosed';
  const said = [partly && 'at_least', ceiling && 'up_to', approximate && 'about'].filter(Boolean);
  return said.join(' ') || 'exact';
}

/**
 * @template R
 * @param {[string, (row: R) => Cell][]} columns
 * @param {readonly R[]} rows
 * @returns {Cell[][]}
 */
function table(columns, rows) {
  return [columns.map(([name]) => name), ...rows.map((row) => columns.map(([, read]) => read(row)))];
}
