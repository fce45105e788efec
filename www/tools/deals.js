// All deals as a table, in pages; made when the reader opens it.
import { choice, sourceLinks } from '../card.js';
import { h } from '../dom.js';
import { count, date, text } from '../format.js';
import { same } from '../selection.js';
import { WORDS } from '../words.js';

/** @typedef {import('../types.js').DealCard} DealCard */
/** @typedef {import('../context.js').Context} Context */

/** Rows made at a time: some milliseconds of work. */
const PAGE = 250;

/**
 * @param {Context} context
 * @returns {HTMLElement}
 */
export function dealTable(context) {
  const { figure, language, on } = context;
  const body = h('tbody');
  const more = h('button', { type: 'button', class: 'quiet' });
  const head = h('tr', {}, ...WORDS.columns.map((name) => h('th', { scope: 'col' }, name)));
  const table = h('table', {}, h('thead', {}, head), body);
  const name = WORDS.deals(count(figure.counts().deals, language));
  const frame = h('div', { class: 'scroller', role: 'region', tabindex: 0, 'aria-label': name }, table);

  /** @type {DealCard[] | undefined} */
  let deals;
  /** @type {Map<string, string>} */
  const labels = new Map();
  let made = 0;

  const fill = () => {
    if (!deals) {
      for (const company of figure.companies()) labels.set(company.id, company.label);
      deals = figure.deals();
    }
    body.append(...deals.slice(made, made + PAGE).map((deal) => rowOf(deal, labels, language)));
    made = Math.min(made + PAGE, deals.length);
    more.hidden = made === deals.length;
    more.textContent = WORDS.moreDeals(count(Math.min(PAGE, deals.length - made), language));
  };
  fill();
  on(more, 'click', () => {
    const first = made;
    fill();
    // A hidden button loses the focus: it goes on to the first of the new rows.
    if (more.hidden) body.children[first]?.querySelector('button')?.focus();
  });
  on(body, 'click', (/** @type {MouseEvent} */ event) => {
    const pressed = /** @type {Element} */ (event.target).closest('button');
    if (!pressed) return;
    /** @type {import('../types.js').Target} */
    const target = { kind: 'deal', id: pressed.dataset.id ?? '' };
    // Its card may be open out of sight: it opens again, and comes into sight.
    if (same(target, context.selection.chosen)) context.selection.choose(null, 'table');
    context.selection.choose(target, 'table', pressed);
  });
  return h('div', {}, frame, more);
}

/**
 * @param {DealCard} deal
 * @param {Map<string, string>} labels
 * @param {string} language
 */
function rowOf(deal, labels, language) {
  return h(
    'tr',
    { class: deal.live ? null : 'not-live' },
    h('td', { class: 'date' }, deal.date ? date(deal.date, language) : ''),
    h('td', {}, h('bdi', {}, labels.get(deal.from) ?? deal.from)),
    h('td', {}, h('bdi', {}, labels.get(deal.to) ?? deal.to)),
    h(
      'td',
      { class: 'title' },
      choice({ kind: 'deal', id: deal.id }, deal.title || text(deal.kindLabel, language)),
    ),
    h('td', { class: 'sum' }, deal.amountText || text(deal.sum, language)),
    h('td', {}, text(deal.statusLabel, language)),
    h('td', {}, ...sourceLinks(deal)),
  );
}
