// Cards: everything known about one loop, company or deal, with its sources.
import { siteOf, webAddress } from './address.js';
import { h } from './dom.js';
import { amount, count, date, nodes, text } from './format.js';
import { WORDS } from './words.js';

/** @typedef {import('./types.js').Target} Target */
/** @typedef {import('./types.js').DealCard} DealCard */
/** @typedef {import('./context.js').Context} Context */

/** A company of a big network can have hundreds; the table has them all. */
const MOST_DEALS = 40;
const MOST_LOOPS = 12;

/**
 * The card of anything, or null if nothing is known by that id.
 *
 * @param {Context} context
 * @param {Target} target
 * @param {string[]} leftOut what the reader leaves out
 * @returns {HTMLElement | null}
 */
export function cardOf(context, target, leftOut) {
  const make = { loop: loopCard, company: companyCard, deal: dealCard }[target.kind];
  const content = make(context, target.id);
  if (!content) return null;
  const close = h('button', { type: 'button', class: 'quiet close', 'data-close': true }, WORDS.close);
  // A loop closes by its own button as well; a long card of a company must not hide the way back at its end.
  const isOut = leftOut.includes(target.id);
  const out = h(
    'button',
    { type: 'button', class: 'quiet', 'data-out': target.id },
    isOut ? WORDS.takeBack : WORDS.leaveOut,
  );
  const order = target.kind === 'loop' ? [...content, close] : [close, ...content, out];
  return h('div', { class: 'card', part: 'card' }, ...order);
}

/**
 * The sentences of a loop, leg by leg, each with its sources.
 *
 * @param {Context} context
 * @param {string} id
 */
function loopCard({ figure, language }, id) {
  const card = figure.card('loop', id);
  if (!card) return null;
  const legs = card.legs.map((leg) => {
    const deals = leg.deals.flatMap((deal) => figure.card('deal', deal) ?? []);
    return h(
      'li',
      {},
      h('p', {}, ...nodes(leg.sentence, language)),
      h('ul', { class: 'deals' }, ...deals.map((deal) => dealLine(deal, language, deals.length === 1))),
    );
  });
  return [
    h('p', { class: 'lead' }, ...nodes(card.sentence, language)),
    card.time.length > 0 ? h('p', { class: 'note' }, ...nodes(card.time, language)) : '',
    card.note ? h('p', { class: 'note' }, card.note) : '',
    h(
      'div',
      { class: 'buttons' },
      h('button', { type: 'button', class: 'quiet', 'data-step': 1 }, WORDS.follow),
      h('button', { type: 'button', class: 'quiet', 'data-step': -1 }, WORDS.followBack),
      h('button', { type: 'button', class: 'quiet unroll', 'data-unroll': true }, WORDS.unroll),
    ),
    h('ol', { class: 'legs' }, ...legs),
  ];
}

/**
 * @param {Context} context
 * @param {string} id
 */
function companyCard({ figure, language, level }, id) {
  const card = figure.card('company', id);
  if (!card) return null;
  const about = [card.category.replaceAll('_', ' '), card.country, card.ticker].filter(Boolean).join(' · ');
  const home = webAddress(card.homepage);
  return [
    h(heading(level, 1), { class: 'card-title' }, h('bdi', {}, card.name)),
    about || home
      ? h('p', { class: 'about' }, about, ...(home ? [about ? ' · ' : '', link(home, siteOf(home))] : []))
      : '',
    card.note ? h('p', { class: 'note' }, card.note) : '',
    ...dealList(figure, WORDS.given, card.given, language, level),
    ...dealList(figure, WORDS.received, card.received, language, level),
    ...loopList(figure, card.loops, level),
  ];
}

/**
 * @param {Context} context
 * @param {string} id
 */
function dealCard({ figure, language, level }, id) {
  const deal = figure.card('deal', id);
  if (!deal) return null;
  const unit = figure.meta().unit;
  const words = WORDS.facts;
  const next = (deal.replaced && deal.supersededBy) || '';
  /** @type {[string, string][]} */
  const facts = [
    [words.kind, text(deal.kindLabel, language)],
    [words.amount, deal.amountText || text(deal.sum, language)],
    [words.firm, deal.firm === null ? '' : amount(deal.firm, unit, language)],
    [words.term, deal.termYears === null ? '' : WORDS.years(count(deal.termYears, language))],
    [words.status, text(deal.statusLabel, language)],
    [words.date, deal.date ? date(deal.date, language) : ''],
    [words.confidence, deal.confidence],
    [words.superseded, next && (figure.card('deal', next)?.title || next)],
  ];
  const others = figure.card('company', deal.from)?.given.filter((other) => {
    return other !== id && figure.card('deal', other)?.to === deal.to;
  });
  const [from, to] = [deal.from, deal.to].map((company) => figure.card('company', company)?.label ?? company);
  return [
    h(heading(level, 1), { class: 'card-title' }, deal.title || text(deal.sentence, language)),
    deal.title ? h('p', { class: 'lead' }, ...nodes(deal.sentence, language)) : '',
    deal.live ? '' : h('p', { class: 'note' }, ...nodes(deal.whyNot, language)),
    h(
      'dl',
      {},
      ...facts
        .filter(([, value]) => value)
        .map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))),
    ),
    deal.note ? h('p', { class: 'note' }, deal.note) : '',
    h(heading(level, 2), { class: 'card-part' }, WORDS.sources),
    h('ul', { class: 'sources' }, ...sources(deal, language)),
    ...dealList(figure, WORDS.sameWay(from ?? '', to ?? ''), others ?? [], language, level),
  ];
}

/**
 * A deal in one line, which opens its card, and its sources beside it.
 *
 * @param {DealCard} deal
 * @param {string} language
 * @param {boolean} [told] its terms stand in the sentence above
 */
function dealLine(deal, language, told = false) {
  const said = deal.title || text(deal.sentence, language);
  // A sentence has its sum in it.
  const sum = deal.amountText || (deal.title ? text(deal.sum, language) : '');
  const when = deal.date ? `${date(deal.date, language)}, ` : '';
  return h(
    'li',
    {},
    choice({ kind: 'deal', id: deal.id }, said),
    told
      ? ''
      : h(
          'span',
          { class: 'terms' },
          `${[sum, `${when}${text(deal.statusLabel, language)}`].filter(Boolean).join(' · ')} `,
        ),
    ...sourceLinks(deal),
  );
}

/**
 * The sources of a deal side by side: the site's name as a link; what has no usable address as it is written.
 *
 * @param {DealCard} deal
 * @returns {(Node | string)[]}
 */
export function sourceLinks({ sources }) {
  if (sources.length === 0) return [h('span', { class: 'flag' }, WORDS.noSource)];
  return sources.flatMap(({ title, url }) => {
    const href = webAddress(url);
    return [href ? link(href, siteOf(href)) : h('bdi', {}, title || url), ' '];
  });
}

/**
 * @param {import('./types.js').Figure} figure
 * @param {string} title
 * @param {string[]} ids
 * @param {string} language
 * @param {number} level
 */
function dealList(figure, title, ids, language, level) {
  if (ids.length === 0) return [];
  const deals = ids.slice(0, MOST_DEALS).flatMap((id) => figure.card('deal', id) ?? []);
  return [
    h(heading(level, 2), { class: 'card-part' }, `${title} (${count(ids.length, language)})`),
    h('ul', { class: 'deals' }, ...deals.map((deal) => dealLine(deal, language))),
  ];
}

/**
 * @param {import('./types.js').Figure} figure
 * @param {string[]} ids
 * @param {number} level
 */
function loopList(figure, ids, level) {
  const rows = ids.slice(0, MOST_LOOPS).flatMap((id) => figure.card('loop', id)?.row ?? []);
  if (rows.length === 0) return [];
  const items = rows.map((row) =>
    h('li', {}, badge(row.slot), ' ', choice({ kind: 'loop', id: row.id }, row.name)),
  );
  return [
    h(heading(level, 2), { class: 'card-part' }, WORDS.inLoops),
    h('ul', { class: 'loops-of' }, ...items),
  ];
}

/**
 * @param {DealCard} deal
 * @param {string} language
 */
function sources(deal, language) {
  if (deal.sources.length === 0) return [h('li', { class: 'flag' }, WORDS.noSource)];
  return deal.sources.map((source) => {
    const href = webAddress(source.url);
    const said = source.title || source.url;
    const about = [href ? siteOf(href) : '', source.date ? date(source.date, language) : '', source.class];
    return h(
      'li',
      {},
      href ? link(href, said) : said,
      h('span', { class: 'terms' }, about.filter(Boolean).join(' · ')),
    );
  });
}

/**
 * The heading so many levels below the figure's own.
 *
 * @param {number} level
 * @param {number} below
 */
export function heading(level, below) {
  return /** @type {'h3'} */ (`h${Math.min(level + below, 6)}`);
}

/**
 * @param {string} href checked by `webAddress`
 * @param {string} said
 */
export function link(href, said) {
  return h('a', { href, target: '_blank', rel: 'noopener noreferrer nofollow' }, said);
}

/**
 * A button that chooses something; the outline hears its click.
 *
 * @param {Target} target
 * @param {string} said
 */
export function choice(target, said) {
  return h(
    'button',
    { type: 'button', class: 'choice', 'data-kind': target.kind, 'data-id': target.id },
    h('bdi', {}, said),
  );
}

/**
 * The number of a loop on its colour; empty for a loop without one.
 *
 * @param {number | null} slot
 */
export function badge(slot) {
  return h(
    'span',
    { class: 'badge', 'data-slot': slot, 'aria-hidden': 'true' },
    slot === null ? '' : String(slot),
  );
}
