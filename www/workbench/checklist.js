// What to look at before publishing, as a list: each deal in it opens its card in the figure.
import { h } from '../dom.js';
import { check } from './checks.js';
import { press } from './panel.js';
import * as SAYS from './words.js';

/** @typedef {import('./types.js').Document} Document */

const long = new Intl.NumberFormat('en', {
  notation: 'compact',
  compactDisplay: 'long',
  maximumSignificantDigits: 3,
});
/** So many of one kind are listed. */
const MOST = 20;

export class Checklist {
  #sets;
  #body;
  /** The checks that the reader has opened. @type {Set<string>} */
  #opened = new Set();

  /**
   * @param {import('./sets.js').Sets} sets
   * @param {HTMLElement} body
   */
  constructor(sets, body) {
    this.#sets = sets;
    this.#body = body;
    sets.onChange(() => this.update());
  }

  update() {
    const { book, loops } = this.#sets;
    if (!book) return;
    const focused = this.#body.contains(document.activeElement);
    const edited = book.edited;
    const name = namer(edited, loops);
    const findings = check(edited, loops);
    const items = findings
      .filter(({ found }) => found.length > 0)
      .map(({ check, found }) => this.#item(check, found, name));
    const fine = findings
      .filter(({ found }) => found.length === 0)
      .map(({ check }) => (SAYS.checks[check]?.[0] ?? check).toLowerCase());
    this.#body.replaceChildren(
      h(
        'div',
        { class: 'stack', tabindex: -1 },
        h('p', { class: 'muted' }, SAYS.checked),
        h('ul', { class: 'checks' }, ...items),
        fine.length > 0 ? h('p', { class: 'muted' }, `${SAYS.fine} ${fine.join('; ')}.`) : '',
      ),
    );
    // The list is another one: the focus stays in it.
    if (focused) /** @type {HTMLElement | null} */ (this.#body.firstElementChild)?.focus();
  }

  /**
   * @param {string} check
   * @param {string[][]} found
   * @param {(focus: string) => string} name
   */
  #item(check, found, name) {
    const [title, why] = SAYS.checks[check] ?? [check, ''];
    const groups = found.filter(({ length }) => length > 0);
    const reason = h('span', { class: 'why' }, why);
    const rows = groups.slice(0, MOST).map((group) =>
      h(
        'li',
        {},
        ...group.map((focus) => {
          const button = press('', () => this.#sets.look(focus), { class: 'link', 'data-focus': focus });
          button.append(h('bdi', {}, name(focus)));
          return button;
        }),
      ),
    );
    const left = groups.length - rows.length;
    if (left > 0) rows.push(h('li', {}, SAYS.andMore(left)));
    if (groups.length === 0) return h('li', {}, h('strong', {}, title), reason);
    const details = h(
      'details',
      { 'data-check': check, open: this.#opened.has(check) },
      h('summary', {}, `${title}: ${SAYS.n(found.length)}`, reason),
      h('ul', { class: 'found' }, ...rows),
    );
    details.addEventListener('toggle', () => {
      if (details.open) this.#opened.add(check);
      else this.#opened.delete(check);
    });
    return h('li', {}, details);
  }
}

/**
 * What deals, companies and loops are called.
 *
 * @param {Document} document
 * @param {readonly import('../types.js').LoopRow[]} loops
 * @returns {(focus: string) => string}
 */
function namer({ companies, deals, unit = '' }, loops) {
  const names = new Map(companies.map(({ id, name }) => [id, name || id]));
  const loopNames = new Map(loops.map(({ id, name }) => [id, name]));
  const byId = new Map(deals.map((deal) => [deal.id, deal]));
  const company = (/** @type {string} */ id) => names.get(id) ?? id;
  return (focus) => {
    const id = focus.slice(focus.indexOf(':') + 1);
    if (focus.startsWith('company:')) return company(id) === id ? id : `${company(id)} (${id})`;
    const deal = byId.get(id);
    if (!deal) return loopNames.get(id) ?? id;
    const { from, to, title, kind, date, amount } = deal;
    const sum = amount === undefined ? '' : `${long.format(amount)} ${unit}`;
    return [`${company(from)} to ${company(to)}`, title || kind.replaceAll('_', ' '), sum, date]
      .filter(Boolean)
      .join(', ');
  };
}
