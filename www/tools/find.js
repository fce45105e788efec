// Finding a company, a loop or a deal by a part of its name: a text field with a list of what it may mean.
import { badge } from '../card.js';
import { h } from '../dom.js';
import { count, date, text } from '../format.js';
import { fold, matcher } from './fold.js';
import { companyNames, pick } from './pick.js';
import { FIND } from './words-take.js';

/** @typedef {import('../context.js').Context} Context */
/** @typedef {import('../types.js').Kind} Kind */
/** @typedef {{ kind: Kind, id: string, name: string, folded: string, slot: number | null }} Entry */

/** More than these are no help: another letter is. */
const MOST = 12;
/** So many of each kind have a place, however many there are of another. */
const EACH = 4;
/** As many loops as there are cards at hand. */
const LOOPS = 1_000;
/** In this order. */
const KINDS = /** @type {const} */ (['company', 'loop', 'deal']);

/**
 * @param {Context} context
 * @param {import('../view.js').View} view
 * @returns {HTMLElement}
 */
export function find(context, view) {
  const { language, on } = context;
  const input = h('input', {
    type: 'text',
    id: 'find',
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': 'found',
    'aria-describedby': 'find-hint',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    enterkeyhint: 'go',
  });
  const list = h('div', { id: 'found', role: 'listbox', 'aria-label': FIND.results, hidden: true });
  const hint = h('p', { class: 'note', id: 'find-hint' }, FIND.hint);
  const root = h(
    'div',
    { class: 'find' },
    h('label', { class: 'field-name', for: 'find' }, FIND.label),
    input,
    list,
    hint,
  );

  /** @type {Map<Kind, Entry[]> | null} made when something is looked for */
  let entries = null;
  /** @type {HTMLElement[]} */
  let options = [];
  let active = -1;

  /** @param {number} at in the list; -1 for none */
  const mark = (at) => {
    options[active]?.setAttribute('aria-selected', 'false');
    active = at;
    const option = options[at];
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest' });
    if (option) input.setAttribute('aria-activedescendant', option.id);
    else input.removeAttribute('aria-activedescendant');
  };
  /** @param {boolean} open */
  const unfold = (open) => {
    list.hidden = !open;
    input.setAttribute('aria-expanded', String(open));
    if (!open) mark(-1);
  };
  const look = () => {
    const typed = input.value.trim();
    mark(-1);
    options = [];
    if (fold(typed) === '') {
      list.replaceChildren();
      hint.textContent = typed ? FIND.none(typed) : FIND.hint;
      return unfold(false);
    }
    entries ??= everything(context);
    const { shown, all } = best(entries, typed);
    list.replaceChildren(
      ...KINDS.filter((kind) => shown.some((entry) => entry.kind === kind)).map((kind) => {
        const made = shown.filter((entry) => entry.kind === kind);
        const rows = made.map((entry, at) => optionOf(context, entry, `found-${kind}-${at}`));
        options.push(...rows);
        const name = h('div', { class: 'kind', id: `found-${kind}`, role: 'presentation' }, FIND.kinds[kind]);
        return h('div', { role: 'group', 'aria-labelledby': name.id }, name, ...rows);
      }),
    );
    unfold(options.length > 0);
    const [few, many] = [count(shown.length, language), count(all, language)];
    hint.textContent =
      all === 0 ? FIND.none(typed) : all > shown.length ? FIND.some(few, many) : FIND.found(all, many);
    context.say(hint.textContent);
  };
  /** @param {HTMLElement | undefined} option */
  const choose = (option) => {
    if (!option) return;
    const { kind, id, name } = option.dataset;
    input.value = name ?? '';
    unfold(false);
    pick(context, { kind: /** @type {Kind} */ (kind), id: id ?? '' }, input);
  };

  on(input, 'input', look);
  // Who comes back begins anew with the first letter.
  on(input, 'focus', () => input.select());
  on(input, 'keydown', (/** @type {KeyboardEvent} */ event) => {
    if (event.isComposing) return;
    const last = options.length - 1;
    const open = !list.hidden;
    if (event.key === 'Escape') {
      // First the list, then what was typed; the next one closes the panel.
      if (!open && input.value === '') return;
      if (open) unfold(false);
      else {
        input.value = '';
        look();
      }
    } else if (event.key === 'Enter') {
      if (!open) look();
      else choose(options[Math.max(active, 0)]);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (!open) look();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      // Before the first one and after the last one is the field itself.
      const next = active + step;
      mark(next < -1 ? last : next > last ? -1 : next);
    } else if (active >= 0 && (event.key === 'Home' || event.key === 'End')) {
      mark(event.key === 'Home' ? 0 : last);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
  // The field keeps the focus, and a phone its keyboard.
  on(list, 'pointerdown', (/** @type {Event} */ event) => event.preventDefault());
  on(list, 'mousedown', (/** @type {Event} */ event) => event.preventDefault());
  on(list, 'click', (/** @type {Event} */ event) => {
    const pressed = event.target instanceof Element ? event.target.closest('[role="option"]') : null;
    choose(options.find((option) => option === pressed));
  });
  view.onChange(() => {
    entries = null;
    if (!list.hidden) unfold(false);
  });
  return root;
}

/**
 * All there is to be found, each kind with the most important first.
 *
 * @param {Context} context
 * @returns {Map<Kind, Entry[]>}
 */
function everything({ figure, language }) {
  const labels = companyNames(figure);
  const label = (/** @type {string} */ id) => labels.get(id) ?? id;
  const companies = figure.companies().map(({ id, label, name, ticker, given, received }) => ({
    entry: entryOf('company', id, label, [name, ticker, id]),
    deals: given.length + received.length,
  }));
  companies.sort((a, b) => b.deals - a.deals);
  const deals = figure.deals().map((deal) => {
    const name = deal.title || text(deal.sentence, language);
    const more = [label(deal.from), label(deal.to), text(deal.kindLabel, language), deal.id];
    return { entry: entryOf('deal', deal.id, name, more), amount: deal.amount ?? -1 };
  });
  deals.sort((a, b) => b.amount - a.amount);
  const loops = figure
    .report(LOOPS)
    .loops.map(({ id, name, companies, slot }) => entryOf('loop', id, name, companies.map(label), slot));
  return new Map([
    ['company', companies.map(({ entry }) => entry)],
    ['loop', loops],
    ['deal', deals.map(({ entry }) => entry)],
  ]);
}

/**
 * @param {Kind} kind
 * @param {string} id
 * @param {string} name
 * @param {string[]} more by which it may be known, too
 * @param {number | null} [slot]
 * @returns {Entry}
 */
function entryOf(kind, id, name, more, slot = null) {
  return { kind, id, name, folded: fold([name, ...more].join(' ')), slot };
}

/**
 * The best matches of each kind.
 *
 * @param {Map<Kind, Entry[]>} entries
 * @param {string} typed
 */
export function best(entries, typed) {
  const rank = matcher(typed);
  // Where a name stands in a loop or in the title of a deal says nothing: there, the larger one comes first.
  const order = (/** @type {Entry} */ { kind, folded }) => {
    const found = rank(folded);
    return kind === 'company' || found < 0 ? found : Number(found === 3);
  };
  const found = KINDS.map((kind) =>
    (entries.get(kind) ?? [])
      .map((entry) => ({ entry, rank: order(entry) }))
      .filter((match) => match.rank >= 0)
      .sort((a, b) => a.rank - b.rank)
      .map(({ entry }) => entry),
  );
  const taken = found.map((list) => Math.min(list.length, EACH));
  let left = MOST - taken.reduce((sum, n) => sum + n, 0);
  found.forEach((list, at) => {
    const more = Math.min(left, list.length - (taken[at] ?? 0));
    taken[at] = (taken[at] ?? 0) + more;
    left -= more;
  });
  const all = found.reduce((sum, list) => sum + list.length, 0);
  return { shown: found.flatMap((list, at) => list.slice(0, taken[at])), all };
}

/**
 * @param {Context} context
 * @param {Entry} entry
 * @param {string} id
 */
function optionOf({ figure, language }, { kind, id: of, name, slot }, id) {
  let about = '';
  if (kind === 'loop') about = text(figure.card('loop', of)?.figure ?? [], language);
  else if (kind === 'company') about = (figure.card('company', of)?.category ?? '').replaceAll('_', ' ');
  else {
    const deal = figure.card('deal', of);
    const terms = deal
      ? [deal.amountText || text(deal.sum, language), deal.date && date(deal.date, language)]
      : [];
    about = terms.filter(Boolean).join(' · ');
  }
  return h(
    'div',
    { role: 'option', id, 'aria-selected': 'false', 'data-kind': kind, 'data-id': of, 'data-name': name },
    slot === null ? '' : badge(slot),
    h(
      'span',
      {},
      h('bdi', {}, name),
      h('span', { class: 'note' }, h('span', { class: 'unseen' }, `, ${FIND.kind[kind]}. `), about),
    ),
  );
}
