// All deals as a table; made when the reader opens it.
import { choice, sourceLinks } from '../card.js';
import { h } from '../dom.js';
import { count, date, nodes, text } from '../format.js';
import { WORDS } from '../words.js';
import { companyNames } from './pick.js';
import { dealRows } from './rows.js';
import { STATUSES, day, place, table } from './table.js';
import { DEALS } from './words-take.js';

/** @typedef {import('../types.js').DealCard} DealCard */
/** @typedef {import('../context.js').Context} Context */

/**
 * @param {Context} context
 * @param {import('../view.js').View} view
 * @returns {HTMLElement}
 */
export function dealTable(context, view) {
  const { language } = context;
  const labels = companyNames(context.figure);
  const label = (/** @type {string} */ id) => labels.get(id) ?? id;
  const titleOf = (/** @type {DealCard} */ deal) => deal.title || text(deal.kindLabel, language);
  const [when, from, to, what, sum, status, source] = DEALS.columns;
  let live = 0;
  /** @type {import('./table.js').Column<DealCard>[]} */
  const columns = [
    {
      name: when ?? '',
      class: 'date',
      key: (deal) => day(deal.date),
      cells: (deal) => [deal.date ? date(deal.date, language) : ''],
      falling: true,
    },
    { name: from ?? '', key: (deal) => label(deal.from), cells: (deal) => [h('bdi', {}, label(deal.from))] },
    { name: to ?? '', key: (deal) => label(deal.to), cells: (deal) => [h('bdi', {}, label(deal.to))] },
    {
      name: what ?? '',
      class: 'title',
      key: titleOf,
      cells: (deal) => [choice({ kind: 'deal', id: deal.id }, titleOf(deal))],
    },
    {
      name: sum ?? '',
      class: 'sum',
      key: (deal) => deal.amount,
      cells: (deal) => [deal.amountText || text(deal.sum, language)],
      falling: true,
    },
    {
      name: status ?? '',
      key: (deal) => place(STATUSES, deal.status),
      // Grey alone would not say that a deal does not count.
      cells: (deal) => [
        text(deal.statusLabel, language),
        deal.live ? '' : h('span', { class: 'why' }, ...nodes(deal.whyNot, language)),
      ],
      falling: true,
    },
    {
      name: source ?? '',
      class: 'source',
      key: (deal) => deal.sources[0]?.title || deal.sources[0]?.url || null,
      cells: sourceLinks,
    },
  ];
  return table(context, view, {
    kind: 'deal',
    file: 'deals',
    region: WORDS.deals(count(context.figure.counts().deals, language)),
    search: DEALS.search,
    columns,
    read: () => {
      const deals = context.figure.deals();
      live = deals.filter((deal) => deal.live).length;
      return deals;
    },
    words: (deal) =>
      [
        deal.title,
        label(deal.from),
        label(deal.to),
        text(deal.kindLabel, language),
        text(deal.statusLabel, language),
        deal.date && date(deal.date, language),
        deal.amountText || text(deal.sum, language),
        deal.note,
        ...deal.sources.map((source) => source.title || source.url),
      ].join(' '),
    counted: (deal) => deal.live,
    remark: () => DEALS.counted(live, count(live, language)),
    csv: (deals) =>
      dealRows(deals, companyNames(context.figure, 'name'), context.figure.meta().unit, language),
    json: (deals) => deals.map(plain),
  });
}

/** A deal without what is only for the eye. @param {DealCard} deal */
function plain({ kindLabel, statusLabel, sum, sentence, whyNot, live, ...rest }) {
  return { ...rest, counted: live };
}
