// Comes with the desk, which knows of it. What could not be read, in sight of every reader: a figure that leaves rows out must say so.
import { h } from './dom.js';
import { count } from './format.js';

/** @typedef {import('./types.js').Diagnostic} Diagnostic */

const SAYS = {
  rejected: (/** @type {number} */ rows, /** @type {string} */ said) =>
    rows === 1
      ? '1 row could not be read and is not drawn.'
      : `${said} rows could not be read and are not drawn.`,
  whichRows: 'What could not be read',
  remarks: (/** @type {number} */ remarks, /** @type {string} */ said) =>
    remarks === 1 ? '1 remark about the data' : `${said} remarks about the data`,
  line: (/** @type {string} */ line) => `Line ${line}`,
  andMore: (/** @type {string} */ left) => `and ${left} more`,
};

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
      rows > 0 ? SAYS.whichRows : SAYS.remarks(warnings.length, count(warnings.length, language)),
    ),
    h('ul', {}, ...listed.map(item)),
    left > 0 ? h('p', {}, SAYS.andMore(count(left, language))) : '',
  );
  return rows > 0
    ? [h('p', { class: 'flag' }, SAYS.rejected(rows, count(rows, language))), details]
    : [details];
}

/** What tells a row, or a company of the list, from another. @param {Diagnostic} one */
function rowOf({ row, path, line }) {
  return row ?? path?.replace(/\].*/, '') ?? `line ${line}`;
}

/** @param {Diagnostic} one */
function item({ line, path, message, text }) {
  // A document in one line needs the path; a table has none.
  const place = [line === null ? '' : SAYS.line(String(line)), path].filter(Boolean).join(', ');
  return h(
    'li',
    {},
    place ? h('span', { class: 'place' }, `${place}: `) : '',
    message,
    ...(text ? [' ', h('code', {}, h('bdi', {}, text))] : []),
  );
}
