// All loops as a table, the largest first; made when the reader opens it.
import { badge, choice } from '../card.js';
import { h } from '../dom.js';
import { amount, count, date } from '../format.js';
import { WORDS } from '../words.js';
import { companyNames } from './pick.js';
import { loopRows } from './rows.js';
import { CONFIDENCES, STATUSES, day, place, table } from './table.js';
import { LOOPS, meaning } from './words-take.js';

/** @typedef {import('../types.js').LoopRow} LoopRow */
/** @typedef {import('../context.js').Context} Context */

/** As many as have a card at hand. */
const MOST = 1_000;

/**
 * @param {Context} context
 * @param {import('../view.js').View} view
 * @returns {HTMLElement}
 */
export function loopTable(context, view) {
  const { language } = context;
  const unit = context.figure.meta().unit;
  const labels = companyNames(context.figure);
  const words = LOOPS.columns;
  const number = (/** @type {number} */ n) => count(n, language);
  /** @type {Map<string, number>} */
  let ranks = new Map();
  let counted = 0;

  const rankOf = (/** @type {LoopRow} */ { id }) => {
    const rank = ranks.get(id);
    return rank === undefined ? '' : number(rank);
  };
  const smallest = (/** @type {LoopRow} */ loop) =>
    loop.smallestArc === null
      ? LOOPS.noFigure(number(loop.undisclosedArcs), number(loop.length))
      : meaning(amount(loop.smallestArc, unit, language), loop.partly, loop.ceiling, loop.approximate);
  const total = (/** @type {LoopRow} */ loop) =>
    loop.total === null
      ? LOOPS.undisclosed
      : meaning(amount(loop.total, unit, language), !loop.exact, loop.totalCeiling, loop.totalApproximate);

  /** @type {import('./table.js').Column<LoopRow>[]} */
  const columns = [
    {
      name: words.rank,
      class: 'rank',
      key: (loop) => ranks.get(loop.id) ?? null,
      cells: (loop) => [rankOf(loop)],
    },
    {
      name: words.loop,
      class: 'title',
      key: (loop) => loop.name,
      cells: (loop) => [
        choice({ kind: 'loop', id: loop.id }, loop.name),
        ...(loop.slot === null
          ? []
          : [' ', badge(loop.slot), h('span', { class: 'unseen' }, LOOPS.colour(loop.slot))]),
      ],
    },
    { name: words.companies, key: (loop) => loop.length, cells: (loop) => [number(loop.length)] },
    {
      name: words.smallest,
      key: (loop) => loop.smallestArc,
      cells: (loop) => [smallest(loop)],
      falling: true,
    },
    { name: words.total, key: (loop) => loop.total, cells: (loop) => [total(loop)], falling: true },
    {
      name: words.status,
      key: (loop) => place(STATUSES, loop.status),
      cells: (loop) => [loop.status.replaceAll('_', ' ')],
      falling: true,
    },
    {
      name: words.confidence,
      key: (loop) => place(CONFIDENCES, loop.confidence),
      cells: (loop) => [loop.confidence],
      falling: true,
    },
    {
      name: words.since,
      class: 'date',
      key: (loop) => day(loop.completeSince),
      cells: (loop) => [loop.completeSince ? date(loop.completeSince, language) : ''],
      falling: true,
    },
  ];
  return table(context, view, {
    kind: 'loop',
    file: 'loops',
    region: LOOPS.region,
    search: LOOPS.search,
    columns,
    ...(columns[0] && { sorted: columns[0] }),
    read: () => {
      const report = context.figure.report(MOST);
      counted = report.counted;
      // Behind these come coloured ones that are not among the first.
      ranks = new Map(report.loops.slice(0, MOST).map((loop, at) => [loop.id, at + 1]));
      return report.loops;
    },
    words: (loop) =>
      [
        loop.name,
        ...loop.companies.map((id) => labels.get(id) ?? id),
        loop.status.replaceAll('_', ' '),
        smallest(loop),
        loop.completeSince && date(loop.completeSince, language),
      ].join(' '),
    remark: (listed) => {
      const left = counted - listed;
      return left > 0 ? WORDS.unlisted(left, number(left)) : '';
    },
    csv: (loops) => loopRows(loops, ranks, companyNames(context.figure, 'name')),
    json: (loops) => loops,
  });
}
