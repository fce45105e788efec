// The words of the workbench.

/** @param {number} many */
export const n = (many) => many.toLocaleString('en');

/**
 * @param {number} many
 * @param {string} one
 * @param {string} several
 */
const s = (many, one, several) => `${n(many)} ${many === 1 ? one : several}`;

export const SAYS = {
  close: 'Close',
  failed: 'This could not be loaded. Press again to try again.',
  loading: 'The document is being read …',
  own: 'Your data',
  edit: 'Edit',
  check: 'Check before publishing',
  drop: 'Drop the file to read its deals',
  lead: 'Open a file, drop one anywhere on this page, or paste cells of a spreadsheet with their column names. Nothing leaves your browser: the rows are read here, and kept only while this page is open.',
  gone: 'The rows of a link or of an earlier visit are not kept anywhere: open or paste them again.',
  open: 'Open a file',
  example: 'Start from an example',
  show: 'Show these rows in the figure',
  rows: 'Rows',
  rowsHint: 'Commas, semicolons or tabs between cells, or a document in JSON. Changes are read as you type.',
  tooLong: (/** @type {string} */ name) =>
    `${name} is too long to be corrected here. Correct it in your own program and open it again.`,
  onlyFirst: 'Only the first of the files was read.',
  unchanged: 'The figure has not changed.',
  counts: (/** @type {number} */ read, /** @type {number} */ bad) => {
    const all = s(read + bad, 'row', 'rows');
    const said = `${bad > 0 ? `${n(read)} of ${all}` : all} ${read === 1 ? 'was' : 'were'} read`;
    return bad > 0
      ? `${said}; ${n(bad)} could not be read and ${bad === 1 ? 'is' : 'are'} not drawn.`
      : `${said}.`;
  },
  remarks: (/** @type {number} */ many) => `${s(many, 'remark', 'remarks')} on the others.`,
  problems: 'What is wrong with which row',
  columns: ['Line', 'Column', 'Field', 'Text'],
  reason: 'Reason, and the row',
  error: 'Not drawn',
  remark: 'Remark',
  goTo: (/** @type {number} */ line) => `Go to line ${line}`,
  row: 'Row',
  more: (/** @type {number} */ left) => `Show ${n(left)} more`,
  andMore: (/** @type {number} */ left) => `and ${n(left)} more`,
  which: 'Which columns there can be',
  arrow:
    'One deal a row; only from and to are required. An arrow is value given: the buyer pays the seller, the investor pays the company.',

  fields: { headline: 'Headline', title: 'Title of the data', asOf: 'As of', note: 'Note' },
  hints: {
    headline: 'The finding, in one sentence. Left empty, the figure counts for itself.',
    asOf: '2026, 2026-10 or 2026-10-22',
  },
  loops: 'Loops',
  loopsHint: 'Pinned loops come first and are always coloured. Moving a loop pins it and those above it.',
  filtered: 'A filter is on: loops that it leaves out are not listed.',
  loopName: (/** @type {string} */ name) => `Name of ${name}`,
  loopNote: 'Note',
  noteOf: (/** @type {string} */ name) => `Note on ${name}`,
  pin: 'Pin',
  hide: 'Hide',
  up: 'Up',
  down: 'Down',
  places: 'Places',
  placesHint: 'Drag companies in the figure, then keep them where you put them.',
  keep: 'Keep the places of what I moved',
  forget: 'Forget all places',
  kept: (/** @type {number} */ many) =>
    `${s(many, 'company has its place', 'companies have their places')} kept.`,
  nothingMoved: 'Nothing has been moved since: drag a company in the figure first.',
  save: 'Save the document',
  copy: 'Copy JSON',
  undo: 'Undo',
  startOver: 'Start over',
  plain: 'No changes yet. They are kept while this page is open: save the document to keep them for good.',
  changed: 'Changed. Kept while this page is open: save the document to keep it for good.',
  saved: 'The document is saved as deals.json.',
  copied: 'The document is copied.',
  notCopied: 'This browser does not let the page copy. Save the document instead.',

  checked:
    'Nothing here keeps you from publishing. These are questions that readers, fact-checkers and lawyers ask.',
  fine: 'Nothing found:',
  checks: /** @type {Record<string, [name: string, why: string]>} */ ({
    noSource: ['Deals without a source', 'A reader cannot check them, and the figure says so beside each.'],
    noAddress: [
      'Sources without a web address',
      'Only http and https addresses become links; a reader has to search for the rest.',
    ],
    doubles: [
      'Possible doubles',
      'The same companies, kind, and amount or month: one deal told twice would be summed twice.',
    ],
    ceilings: [
      'Ceilings summed with other amounts',
      '“Up to” and committed sums on one arrow make one sum, which then is at most, not exactly, so large.',
    ],
    noDate: ['Deals without a date', 'They count at every date, also before they were made.'],
    stale: [
      'Old news',
      'In talks, reported or announced more than 18 months before the data end: signed, changed or dropped since?',
    ],
    noAsOf: ['No date of the data', 'Readers cannot see until when you have looked. Set “As of” under Edit.'],
    oldAsOf: [
      'Newer than the data say',
      'These are dated after “As of”, which says until when you have looked.',
    ],
    alike: [
      'Companies that look alike',
      'Two spellings of one company break the loops that lead through it.',
    ],
    undisclosed: [
      'Coloured loops with an undisclosed side',
      'They have no figure. That is right where nothing is known; where something is, add it.',
    ],
    unusual: [
      'Amounts far from all others',
      'A thousand times more or less than the next: thousands, millions or billions mixed up?',
    ],
  }),
};
