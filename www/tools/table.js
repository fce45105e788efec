// A table that is complete without the drawing: sorted by any column, searched, in pages, to take along as a file.
import { h } from '../dom.js';
import { count } from '../format.js';
import { csv } from './csv.js';
import { csvBlob, download, fileName, jsonBlob } from './files.js';
import { fold, matcher } from './fold.js';
import { pick } from './pick.js';
import { SHEET } from './words-take.js';

/** @typedef {import('../context.js').Context} Context */
/** @typedef {import('../view.js').View} View */

/**
 * @template R
 * @typedef {object} Column
 * @property {string} name
 * @property {(row: R) => (Node | string)[]} cells what stands in it
 * @property {(row: R) => string | number | null} [key] by which rows are sorted; null comes last, up or down
 * @property {boolean} [falling] the largest or the latest is what a reader asks for first
 * @property {string} [class]
 */
/**
 * @template R
 * @typedef {object} Sheet
 * @property {import('../types.js').Kind} kind of what a row opens
 * @property {string} file what a file of it is called
 * @property {string} region the table's name
 * @property {string} search what the field is called
 * @property {Column<R>[]} columns
 * @property {Column<R>} [sorted] the column by which rows come sorted, rising
 * @property {() => R[]} read all rows, as they come
 * @property {(row: R) => string} words in which a search looks
 * @property {(row: R) => boolean} [counted] whether it counts; where rows may not
 * @property {(all: number) => string} remark more to be said of them
 * @property {(rows: R[]) => import('./csv.js').Cell[][]} csv with a head
 * @property {(rows: R[]) => unknown} json
 */

/** Rows made at a time: some milliseconds of work. */
const PAGE = 250;

/**
 * @template R
 * @param {Context} context
 * @param {View} view
 * @param {Sheet<R>} sheet
 * @returns {HTMLElement}
 */
export function table(context, view, sheet) {
  const { language, on } = context;
  const body = h('tbody');
  const heads = sheet.columns.map(headOf);
  const grid = h('table', {}, h('thead', {}, h('tr', {}, ...heads)), body);
  const frame = h(
    'div',
    { class: 'scroller', role: 'region', tabindex: 0, 'aria-label': sheet.region },
    grid,
  );
  const search = h('input', { type: 'search', autocomplete: 'off', spellcheck: 'false' });
  const only = h('input', { type: 'checkbox' });
  const asCsv = h('button', { type: 'button', class: 'quiet', 'data-file': 'csv' }, SHEET.csv);
  const asJson = h('button', { type: 'button', class: 'quiet', 'data-file': 'json' }, SHEET.json);
  const state = h('p', { class: 'note' });
  const more = h('button', { type: 'button', class: 'quiet', 'data-more': true });
  const root = h(
    'div',
    { class: 'sheet' },
    h(
      'div',
      { class: 'acts' },
      h('label', {}, h('span', {}, sheet.search), search),
      sheet.counted ? h('label', {}, only, SHEET.onlyCounted) : '',
      h('span', { class: 'buttons' }, asCsv, asJson),
    ),
    state,
    frame,
    more,
  );

  /** @type {R[]} */
  let all = [];
  /** In which is searched; made with the first search. @type {string[] | null} */
  let folded = null;
  /** @type {R[]} */
  let listed = [];
  let made = 0;
  /** @type {{ column: Column<R>, falling: boolean } | null} none: as they come */
  let order = sheet.sorted ? { column: sheet.sorted, falling: false } : null;

  const fill = () => {
    const rows = listed.slice(made, made + PAGE).map((row) => {
      const counts = sheet.counted?.(row) ?? true;
      const cells = sheet.columns.map((column) =>
        h('td', { class: column.class ?? null }, ...column.cells(row)),
      );
      return h('tr', { class: counts ? null : 'not-live' }, ...cells);
    });
    body.append(...rows);
    made += rows.length;
    more.hidden = made === listed.length;
    more.textContent = SHEET.more(count(Math.min(PAGE, listed.length - made), language));
  };
  const list = () => {
    heads.forEach((head, at) => {
      if (sheet.columns[at] !== order?.column) head.removeAttribute('aria-sort');
      else head.setAttribute('aria-sort', order?.falling ? 'descending' : 'ascending');
    });
    const rank = matcher(search.value);
    const counts = (/** @type {R} */ row) => !only.checked || !sheet.counted || sheet.counted(row);
    if (search.value) folded ??= all.map((row) => fold(sheet.words(row)));
    listed = all.filter((row, at) => counts(row) && rank(folded?.[at] ?? '') >= 0);
    if (order) sort(listed, order.column, order.falling, language);
    body.replaceChildren();
    made = 0;
    fill();
    const [few, many] = [count(listed.length, language), count(all.length, language)];
    const said =
      listed.length === all.length ? SHEET.all(many) : listed.length ? SHEET.of(few, many) : SHEET.none;
    state.textContent = [said, sheet.remark(all.length)].filter(Boolean).join(' ');
    frame.hidden = listed.length === 0;
    asCsv.disabled = asJson.disabled = listed.length === 0;
    return said;
  };
  const read = () => {
    all = sheet.read();
    folded = null;
    list();
  };
  read();

  on(search, 'input', () => context.say(list()));
  on(only, 'change', () => context.say(list()));
  on(more, 'click', () => {
    const first = made;
    fill();
    // A hidden button loses the focus: it goes on to the first of the new rows.
    if (more.hidden) body.children[first]?.querySelector('button')?.focus();
  });
  on(grid, 'click', (/** @type {MouseEvent} */ event) => {
    const pressed = /** @type {Element} */ (event.target).closest('button');
    if (!pressed) return;
    if (pressed.dataset.id !== undefined)
      return pick(context, { kind: sheet.kind, id: pressed.dataset.id }, pressed);
    const at = heads.findIndex((head) => head.contains(pressed));
    const column = sheet.columns[at];
    if (!column) return;
    const falling = order?.column === column ? !order.falling : (column.falling ?? false);
    order = { column, falling };
    list();
    frame.scrollTop = 0;
    context.say(SHEET.sorted(column.name, falling));
  });
  const title = () => context.figure.meta().title;
  on(asCsv, 'click', () => download(fileName(title(), sheet.file, 'csv'), csvBlob(csv(sheet.csv(listed)))));
  on(asJson, 'click', () => download(fileName(title(), sheet.file, 'json'), jsonBlob(sheet.json(listed))));
  follow(context, view, root, read);
  return root;
}

/**
 * Reads anew when other deals count; where the table is folded away, as soon as it is opened again.
 *
 * @param {Context} context
 * @param {View} view
 * @param {HTMLElement} root
 * @param {() => void} read
 */
function follow({ on }, view, root, read) {
  let waits = false;
  view.onChange(() => {
    const details = root.closest('details');
    if (!details || details.open) return read();
    if (waits) return;
    waits = true;
    on(details, 'toggle', () => ((waits = false), read()), { once: true });
  });
}

/**
 * @template R
 * @param {Column<R>} column
 */
function headOf({ name, key, class: kind }) {
  const content = key ? h('button', { type: 'button', class: 'sort' }, name) : name;
  return h('th', { scope: 'col', class: kind ?? null }, content);
}

/**
 * Numbers by their size, text as the language orders it; rows that say nothing come last either way.
 *
 * @template R
 * @param {R[]} rows
 * @param {Column<R>} column
 * @param {boolean} falling
 * @param {string} language
 */
function sort(rows, column, falling, language) {
  const { compare } = collator(language);
  const keys = new Map(rows.map((row) => [row, column.key?.(row) ?? null]));
  rows.sort((x, y) => {
    const [a, b] = [keys.get(x) ?? null, keys.get(y) ?? null];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    const order = typeof a === 'number' && typeof b === 'number' ? a - b : compare(String(a), String(b));
    return falling ? -order : order;
  });
}

/** A page may carry any text in `lang`. @param {string} language */
function collator(language) {
  try {
    return new Intl.Collator(language, { numeric: true });
  } catch {
    return new Intl.Collator('en', { numeric: true });
  }
}

/**
 * The earliest day that a date may mean, as a number that grows with time; null for none.
 *
 * @param {string | null} date `2025`, `2025-09` or `2025-09-22`
 */
export function day(date) {
  if (!date) return null;
  const [year, month = '01', day = '01'] = date.split('-');
  return Number(`${year}${month}${day}`);
}

/**
 * Where something stands in a list that grows.
 *
 * @param {readonly string[]} list
 * @param {string} name
 */
export function place(list, name) {
  const at = list.indexOf(name);
  return at < 0 ? null : at;
}

export const STATUSES = ['cancelled', 'in_talks', 'reported', 'announced', 'signed', 'closed', 'completed'];
export const CONFIDENCES = ['low', 'medium', 'high'];
