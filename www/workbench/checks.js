// What an editor should look at before publishing. Pure: a clean document in, findings out. None of them says that
// something is wrong.
import { webAddress } from '../address.js';

/** @typedef {import('./types.js').Document} Document */
/** @typedef {import('./types.js').Deal} Deal */
/** @typedef {import('../types.js').LoopRow} LoopRow */

/** A deal that is only talked about for longer than so many months has been done or dropped. */
const STALE = 18;
/** What is so many times the next amount is a typing mistake more often than a deal. */
const UNUSUAL = 1_000;
/** More than so many amounts apart from the others are a kind of their own, not a mistake. */
const FEW = 3;

/** Not done yet. */
const OPEN = new Set(['in_talks', 'reported', 'announced']);
/** As in the core: these make no arrow, and those are never summed. */
const NO_ARROW = new Set(['acquisition', 'guarantee', 'partnership', 'holding']);
const NOT_COUNTED = new Set(['cancelled', 'in_talks']);
const NOT_SUMMED = new Set(['per_year', 'valuation']);
/** What a company's name may or may not say at its end. */
const LEGAL =
  /[\s,.]+(inc(orporated)?|corp(oration)?|co(mpany)?|ltd|limited|llc|lp|plc|gmbh|ag|s[ae]|[nb]v|spa|group|holdings?)\.?$/;

/** The checks, in the order in which they are listed. @type {Record<string, (document: Document, loops: readonly LoopRow[]) => string[][]>} */
const CHECKS = {
  noSource: ({ deals }) => each(deals.filter((deal) => sourcesOf(deal).length === 0)),
  noAddress: ({ deals }) =>
    each(
      deals.filter((deal) => {
        const sources = sourcesOf(deal);
        return sources.length > 0 && !sources.every(({ url = '' }) => webAddress(url));
      }),
    ),
  doubles,
  ceilings,
  noDate: ({ deals }) => each(deals.filter(({ date }) => !date)),
  stale,
  noAsOf: ({ asOf }) => (asOf ? [] : [[]]),
  oldAsOf: ({ asOf, deals }) =>
    each(asOf ? deals.filter(({ date }) => date && earliest(date) > latest(asOf)) : []),
  alike,
  undisclosed: (_, loops) =>
    loops
      .filter(({ slot, undisclosedArcs }) => slot !== null && undisclosedArcs > 0)
      .map(({ id, arcs }) => [
        `loop:${id}`,
        ...arcs
          .filter(({ state }) => state === 'undisclosed')
          .flatMap(({ deals }) => deals.map((deal) => `deal:${deal}`)),
      ]),
  unusual,
};

/**
 * All checks, those that found nothing as well.
 *
 * @param {Document} document
 * @param {readonly LoopRow[]} loops
 * @returns {import('./types.js').Finding[]}
 */
export function check(document, loops) {
  return Object.entries(CHECKS).map(([name, find]) => ({ check: name, found: find(document, loops) }));
}

/** @param {readonly Deal[]} deals */
function each(deals) {
  return deals.map(({ id }) => [`deal:${id}`]);
}

/** @param {Deal} deal */
function sourcesOf({ sources = [] }) {
  return sources.filter(({ title, url }) => title || url);
}

/**
 * The deals that are equal in what a key takes of them, group by group; without a key they are equal to none.
 *
 * @template T
 * @param {readonly T[]} all
 * @param {(one: T) => unknown} key
 * @returns {T[][]}
 */
function groups(all, key) {
  /** @type {Map<string, T[]>} */
  const found = new Map();
  for (const one of all) {
    const said = key(one);
    if (said === null) continue;
    const name = JSON.stringify(said);
    found.set(name, [...(found.get(name) ?? []), one]);
  }
  return [...found.values()].filter(({ length }) => length > 1);
}

/**
 * The same from, to and kind, and the same amount or month. What replaces another is no double of it.
 *
 * @param {Document} document
 */
function doubles({ deals }) {
  const open = deals.filter(({ supersededBy }) => !supersededBy);
  const found = [
    ...groups(open, ({ from, to, kind, amount }) => (amount ? [from, to, kind, amount] : null)),
    ...groups(open, ({ from, to, kind, date = '' }) =>
      date.length < 7 ? null : [from, to, kind, date.slice(0, 7)],
    ),
  ].map((group) => group.map(({ id }) => `deal:${id}`));
  // The same deals may be equal in both.
  return [...new Map(found.map((group) => [group.join('\n'), group])).values()];
}

/**
 * "Up to" summed with other amounts on one arrow.
 *
 * @param {Document} document
 */
function ceilings({ deals }) {
  const counted = new Set(
    deals.filter(({ kind, status }) => !NO_ARROW.has(kind) && !NOT_COUNTED.has(status)),
  );
  const live = new Set([...counted].map(({ id }) => id));
  const summed = [...counted].filter(
    ({ amount, basis = '', supersededBy = '' }) =>
      amount !== undefined && !NOT_SUMMED.has(basis) && !live.has(supersededBy),
  );
  return groups(summed, ({ from, to }) => [from, to])
    .filter((group) => new Set(group.map(({ basis }) => basis === 'up_to')).size === 2)
    .map((group) => group.map(({ id }) => `deal:${id}`));
}

/**
 * Not done yet, and surely older than it may be: partial dates count to its advantage.
 *
 * @param {Document} document
 */
function stale({ asOf, deals }) {
  if (!asOf) return [];
  const end = months(earliest(asOf)) - STALE;
  return each(deals.filter(({ status, date }) => OPEN.has(status) && date && months(latest(date)) < end));
}

/**
 * Companies whose names are the same but for case, accents, signs and the form of the company.
 *
 * @param {Document} document
 */
function alike({ companies }) {
  return groups(companies, ({ id, name }) => plain(name || id) || null).map((group) =>
    group.map(({ id }) => `company:${id}`),
  );
}

/** @param {string} name */
export function plain(name) {
  let said = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
  // "Holdings Inc." has two such ends.
  for (let last = ''; last !== said;) {
    last = said;
    said = said.replace(LEGAL, '');
  }
  return said.replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * The few amounts that a gap of a thousand times parts from all others, at either end.
 *
 * @param {Document} document
 */
function unusual({ deals }) {
  const sorted = deals
    .filter(({ amount, basis = '' }) => amount && !NOT_SUMMED.has(basis))
    .sort((a, b) => (b.amount ?? 0) - (a.amount ?? 0));
  /** @type {Set<Deal>} */
  const found = new Set();
  for (const [place, { amount = 0 }] of sorted.entries()) {
    const next = sorted[place + 1]?.amount ?? amount;
    if (amount < next * UNUSUAL) continue;
    const [above, below] = [sorted.slice(0, place + 1), sorted.slice(place + 1)];
    const fewer = above.length <= below.length ? above : below;
    if (fewer.length <= FEW) fewer.forEach((deal) => found.add(deal));
  }
  return each([...found]);
}

/** The first and the last day that a date may mean. @param {string} date */
function earliest(date) {
  return `${date}-01-01`.slice(0, 10);
}

/** @param {string} date */
function latest(date) {
  return date.length === 4 ? `${date}-12-31` : `${date}-31`.slice(0, 10);
}

/** @param {string} date */
function months(date) {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
}
