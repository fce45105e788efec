// The words of what finds, lists and saves.

/** @typedef {(n: number, said: string) => string} Counted */

export const FIND = {
  label: 'A company, a deal or a loop',
  results: 'What was found',
  kinds: { company: 'Companies', loop: 'Loops', deal: 'Deals' },
  kind: { company: 'Company', loop: 'Loop', deal: 'Deal' },
  hint: 'Type a part of a name. Accents and capitals do not matter.',
  none: (/** @type {string} */ typed) => `Nothing here is called “${typed}”.`,
  found: /** @type {Counted} */ ((n, said) => (n === 1 ? '1 result.' : `${said} results.`)),
  some: (/** @type {string} */ shown, /** @type {string} */ all) => `${shown} of ${all} results.`,
};

export const SHEET = {
  onlyCounted: 'Only those that count',
  csv: 'Save as CSV',
  json: 'Save as JSON',
  of: (/** @type {string} */ shown, /** @type {string} */ all) => `${shown} of ${all} are listed.`,
  all: (/** @type {string} */ all) => `${all} are listed.`,
  none: 'Nothing matches.',
  more: (/** @type {string} */ more) => `Show ${more} more`,
  sorted: (/** @type {string} */ column, /** @type {boolean} */ falling) =>
    `Sorted by ${column}, ${falling ? 'descending' : 'ascending'}.`,
};

export const DEALS = {
  search: 'Search these deals',
  columns: ['Date', 'From', 'To', 'Deal', 'Amount', 'Status', 'Source'],
  counted: /** @type {Counted} */ ((n, said) => (n === 1 ? '1 deal counts.' : `${said} deals count.`)),
};

export const LOOPS = {
  search: 'Search these loops',
  region: 'All loops as a table',
  columns: {
    rank: 'Rank',
    loop: 'Loop',
    companies: 'Companies',
    smallest: 'Smallest side or leg',
    total: 'Total of all sides',
    status: 'Status',
    confidence: 'Confidence',
    since: 'A loop since',
  },
  colour: (/** @type {number} */ slot) => `Number ${slot} in the figure`,
  noFigure: (/** @type {string} */ open, /** @type {string} */ of) =>
    `no figure: ${open} of ${of} undisclosed`,
  undisclosed: 'undisclosed',
};

/**
 * A sum with the words for what it means, as in the core.
 *
 * @param {string} sum
 * @param {boolean} partly
 * @param {boolean} ceiling
 * @param {boolean} approximate
 */
export function meaning(sum, partly, ceiling, approximate) {
  if (ceiling) return partly ? `up to ${sum} and more undisclosed` : `up to ${sum}`;
  return [partly && 'at least', approximate && 'about', sum].filter(Boolean).join(' ');
}

export const SAVE = {
  figure: 'The figure as it is seen now',
  light: 'Light',
  dark: 'Dark',
  svg: 'SVG',
  png: 'PNG',
  png2: 'PNG, twice as sharp',
  data: 'The data',
  document: 'Everything (JSON)',
  deals: 'Deals (CSV)',
  loops: 'Loops (CSV)',
  view: 'This view',
  link: 'Copy link',
  print: 'Print',
  noPrint: 'The page around does not let the figure print.',
  saving: (/** @type {string} */ name) => `Saving ${name}`,
  working: 'Drawing the picture …',
  failed: 'This could not be saved. Try again.',
  copied: 'The link is copied.',
  copyThis: 'Copy this link:',
  source: (/** @type {string} */ title, /** @type {string} */ when) =>
    when ? `${title}. Data to ${when}.` : `${title}.`,
};
