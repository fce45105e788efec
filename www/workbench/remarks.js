// What is wrong with rows, each beside the row it is about; rows that are not drawn first.
import { h } from '../dom.js';
import { press } from './panel.js';
import * as SAYS from './words.js';

/** @typedef {import('../types.js').Diagnostic} Diagnostic */

/** Rows of the table made at a time. */
const PAGE = 100;

/** How many rows could not be read: one row may be wrong in several ways. @param {readonly Diagnostic[]} diagnostics */
export function rejected(diagnostics) {
  const rows = diagnostics.filter(({ severity, row }) => severity === 'error' && row !== null);
  return new Set(rows.map(({ row }) => row)).size;
}

/**
 * @param {readonly Diagnostic[]} diagnostics
 * @param {readonly string[]} lines of the text
 * @param {(line: number) => void} goTo
 * @returns {HTMLElement[]}
 */
export function remarks(diagnostics, lines, goTo) {
  if (diagnostics.length === 0) return [];
  const isError = (/** @type {Diagnostic} */ { severity }) => severity === 'error';
  const sorted = [...diagnostics.filter(isError), ...diagnostics.filter((one) => !isError(one))];
  const head = SAYS.columns.map((name) => h('th', { scope: 'col' }, name));
  const body = h('tbody');
  const table = h('table', {}, h('thead', {}, h('tr', {}, ...head)), body);
  const frame = h(
    'div',
    { class: 'scroller', role: 'region', tabindex: 0, 'aria-label': SAYS.problems },
    table,
  );
  let made = 0;
  const fill = () => {
    body.append(...sorted.slice(made, made + PAGE).flatMap((one) => rowsOf(one, lines, goTo)));
    made += PAGE;
    more.hidden = made >= sorted.length;
    more.textContent = SAYS.more(sorted.length - made);
    // A hidden button loses the focus.
    if (more.hidden && document.activeElement === document.body) frame.focus();
  };
  const more = press('', fill);
  fill();
  return [h('h3', {}, SAYS.problems), frame, more];
}

/**
 * Where it is, and below that what is said and, where there is one, the line that it is said of.
 *
 * @param {Diagnostic} one
 * @param {readonly string[]} lines
 * @param {(line: number) => void} goTo
 */
function rowsOf({ severity, line, column, field, path, text, message }, lines, goTo) {
  const source = (line && lines[line - 1]) || '';
  const number = String(line ?? '');
  const jump =
    line && source
      ? press(number, () => goTo(line), { class: 'link', 'aria-label': SAYS.goTo(line) })
      : number;
  const said = `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
  const why = h('strong', {}, severity === 'error' ? SAYS.error : SAYS.remark);
  const shown = source && source !== text ? h('code', {}, h('bdi', {}, source.slice(0, 500))) : '';
  const label = h('span', { class: 'unseen' }, ` ${SAYS.row}: `);
  return [
    h(
      'tr',
      { class: 'place' },
      h('th', { scope: 'row', rowspan: 2 }, jump),
      h('td', {}, String(column ?? '')),
      h('td', {}, h('bdi', {}, field ?? path ?? '')),
      h('td', {}, text && h('code', {}, h('bdi', {}, text))),
    ),
    h('tr', {}, h('td', { colspan: 3 }, h('p', {}, why, `: ${said}`), shown && label, shown)),
  ];
}
