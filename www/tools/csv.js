// Rows as CSV (RFC 4180) that no spreadsheet takes for formulas. Pure.

/** What makes a spreadsheet compute a cell rather than show it. */
const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i;
/** Commas, quotes and breaks must be quoted; semicolons and tabs separate cells in some countries' spreadsheets. */
const QUOTED = /[",;\t\r\n]|^\s|\s$/;

/** @typedef {string | number | boolean | null} Cell `null` is an empty cell */

/**
 * @param {Iterable<readonly Cell[]>} rows
 * @returns {string} each row ends with CR LF
 */
export function csv(rows) {
  return [...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** @param {Cell} value */
function cell(value) {
  const text = String(value ?? '');
  // An apostrophe says that what follows is text.
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
