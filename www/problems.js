// What could not be read, in sight of every reader: a figure that leaves rows out must say so.
import { h } from './dom.js';
import { count } from './format.js';
import { WORDS } from './words.js';

/** @typedef {import('./types.js').Diagnostic} Diagnostic */

/** Enough to find the mistake; a file that is wrong throughout is wrong for one reason. */
const MOST = 100;

/**
 * A sentence about the rows that are not drawn, and everything that was remarked as a list; nothing if all is well.
 *
 * @param {readonly Diagnostic[]} diagnostics
 * @param {string} language
 * @returns {HTMLElement[]}
 */
export function problems(diagnostics, language) {
  if (diagnostics.length === 0) return [];
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const warnings = diagnostics.filter(({ severity }) => severity !== 'error');
  // One row may be wrong in several ways.
  const rows = new Set(errors.map(rowOf)).size;
  // Rows that are missing go first, so that no number of remarks hides them.
  const listed = [...errors, ...warnings].slice(0, MOST);
  const left = diagnostics.length - listed.length;
  const details = h(
    'details',
    { class: 'problems', part: 'problems' },
    h(
      'summary',
      {},
      rows > 0 ? WORDS.whichRows : WORDS.remarks(warnings.length, count(warnings.length, language)),
    ),
    h('ul', {}, ...listed.map(item)),
    left > 0 ? h('p', {}, WORDS.andMore(count(left, language))) : '',
  );
  return rows > 0
    ? [h('p', { class: 'flag' }, WORDS.rejected(rows, count(rows, language))), details]
    : [details];
}

/** What tells a row, or a company of the list, from another. @param {Diagnostic} one */
function rowOf({ row, path, line }) {
  return row ?? path?.replace(/\].*/, '') ?? `line ${line}`;
}

/** @param {Diagnostic} one */
function item({ line, path, message, text }) {
  // A document in one line needs the path; a table has none.
  const place = [line === null ? '' : WORDS.line(String(line)), path].filter(Boolean).join(', ');
  return h(
    'li',
    {},
    place ? h('span', { class: 'place' }, `${place}: `) : '',
    message,
    ...(text ? [' ', h('code', {}, h('bdi', {}, text))] : []),
  );
}
