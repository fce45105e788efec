// The words of the workbench.

/** @param {number} many */
export const n = (many) => many.toLocaleString('en');

/**
 * @param {number} many
 * @param {string} one
 * @param {string} several
 */
const s = (many, one, several) => `${n(many)} ${many === 1 ? one : several}`;

export const close = 'Close';
export const failed = 'This could not be loaded. Try again.';
export const own = 'Your data';
export const edit = 'Edit';
export const check = 'Check before publishing';
export const drop = 'Drop the file to read its deals';
export const lead =
  'Open a file, drop one anywhere on this page, or paste cells of a spreadsheet with their column names. Nothing leaves your browser: rows are kept while this page is open, and nowhere else.';
export const gone = 'Rows of an earlier visit are not kept anywhere: paste them again.';
export const open = 'Open a file';
export const example = 'Start from an example';
export const show = 'Show these rows in the figure';
export const rows = 'Rows';
export const rowsHint = 'Commas, semicolons or tabs between cells, or JSON. Changes are read as you type.';
export const tooLong = (/** @type {string} */ name) => `${name} is too long to be corrected here.`;
export const onlyFirst = 'Only the first file was read.';
export const large = 'The file of deals is larger than 10 MiB: this figure takes no more.';
export const empty = 'There are no deals in this file that could be drawn.';
export const unreadable = (/** @type {string} */ why) => `The deals could not be read: ${why}.`;
export const unchanged = 'The figure has not changed.';
export const counts = (/** @type {number} */ read, /** @type {number} */ bad) => {
  const all = s(read + bad, 'row', 'rows');
  const said = `${bad > 0 ? `${n(read)} of ${all}` : all} ${read === 1 ? 'was' : 'were'} read`;
  return bad > 0
    ? `${said}; ${n(bad)} could not be read and ${bad === 1 ? 'is' : 'are'} not drawn.`
    : `${said}.`;
};
export const remarks = (/** @type {number} */ many) => `${s(many, 'remark', 'remarks')} on the others.`;
export const problems = 'What is wrong with which row';
export const columns = ['Line', 'Column', 'Field', 'Text'];
export const error = 'Not drawn';
export const remark = 'Remark';
export const goTo = (/** @type {number} */ line) => `Go to line ${line}`;
export const row = 'Row';
export const more = (/** @type {number} */ left) => `Show ${n(left)} more`;
export const andMore = (/** @type {number} */ left) => `and ${n(left)} more`;
export const which = 'Which columns there can be';
export const arrow =
  'One deal a row; only from and to are required. The buyer pays the seller, the investor pays the company.';
export const fields = { headline: 'Headline', title: 'Title of the data', asOf: 'As of', note: 'Note' };
export const hints = {
  headline: 'The finding, in one sentence. Left empty, the figure counts for itself.',
  asOf: '2026, 2026-10 or 2026-10-22',
};
export const loops = 'Loops';
export const loopsHint =
  'Pinned loops come first and are always coloured. Moving a loop pins it and those above it.';
export const filtered = 'A filter is on: loops that it leaves out are not listed.';
export const loopName = (/** @type {string} */ name) => `Name of ${name}`;
export const loopNote = 'Note';
export const noteOf = (/** @type {string} */ name) => `Note on ${name}`;
export const pin = 'Pin';
export const hide = 'Hide';
export const up = 'Up';
export const down = 'Down';
export const places = 'Places';
export const placesHint = 'Drag companies in the figure, then keep their places.';
export const keep = 'Keep the places of what I moved';
export const forget = 'Forget all places';
export const kept = (/** @type {number} */ many) =>
  `${s(many, 'company has its place', 'companies have their places')} kept.`;
export const nothingMoved = 'Nothing has been moved.';
export const save = 'Save the document';
export const copy = 'Copy JSON';
export const undo = 'Undo';
export const startOver = 'Start over';
export const plain = 'No changes yet.';
export const changed = 'Changed, for as long as this page is open: save the document.';
export const saved = 'The document is saved as deals.json.';
export const copied = 'The document is copied.';
export const notCopied = 'The browser did not copy it: save the document.';
export const checked =
  'Nothing here keeps you from publishing: it is what readers, fact-checkers and lawyers ask.';
export const fine = 'Nothing found:';
export const checks = /** @type {Record<string, [name: string, why: string]>} */ ({
  noSource: ['Deals without a source', 'A reader cannot check them.'],
  noAddress: ['Sources without a web address', 'Only http and https addresses become links.'],
  doubles: [
    'Possible doubles',
    'The same companies, kind, and amount or month: told twice, a deal is summed twice.',
  ],
  ceilings: [
    'Ceilings summed with other amounts',
    '“Up to” and firm sums on one arrow make one sum, which is then a ceiling, too.',
  ],
  noDate: ['Deals without a date', 'They count at every date, also before they were made.'],
  stale: [
    'Old news',
    'In talks, reported or announced more than 18 months before “As of”: signed or dropped since?',
  ],
  noAsOf: ['No date of the data', 'Readers cannot see until when you have looked: set “As of”.'],
  oldAsOf: ['Newer than the data say', 'They are dated after “As of”.'],
  alike: ['Companies that look alike', 'Two spellings of one company break its loops.'],
  undisclosed: ['Coloured loops with an undisclosed side', 'They have no figure. Is nothing known?'],
  unusual: [
    'Amounts far from all others',
    'A thousand times more or less than the next: thousands, millions or billions mixed up?',
  ],
});
export const publish = 'Embed';
export const publishLead =
  'Everything that publishing this figure needs, with the filter, the date and the decisions that hold now: pictures with key and source, what to paste into an article, a page for frames, and a README.txt that says which file is for what. Nothing leaves your browser.';
export const base = 'Address of the folder in which the files will be';
export const baseHint =
  'Such as https://example.org/figures/deals/. Left empty, addresses in the files are relative.';
export const make = 'Make the files';
export const making = 'Making the files…';
export const made = (/** @type {number} */ many) =>
  `${n(many)} files and the program. Save them, or copy what is to be pasted.`;
export const notMade = (/** @type {string} */ why) => `The files could not be made: ${why}.`;
export const notBeside = (/** @type {string} */ name) =>
  `${name} is not beside this page; the release has it (cargo dev build --release)`;
export const saveAll = 'Save all as figure.zip';
export const saveFile = 'Save';
export const copyFile = 'Copy';
export const fileSaved = (/** @type {string} */ name) => `${name} is saved.`;
export const fileCopied = (/** @type {string} */ name) => `${name} is copied.`;
export const fileNotCopied = 'The browser did not copy it: save the file.';
/** What each file of a pack is. @type {Record<string, string>} */
export const files = {
  'figure.svg': 'the figure, light or dark as the reader’s system is',
  'figure-narrow.svg': 'the same for phones',
  'figure-light.svg': 'always light',
  'figure-dark.svg': 'always dark',
  'figure.png': 'as points',
  'figure@2x.png': 'as points, twice as sharp: to be shown half as wide',
  'index.html': 'the page for frames: one file that loads nothing else',
  'snippet.html': 'to paste into an article: the element, picture and table inside',
  'iframe.html': 'to paste where only frames are taken',
  'frame-loader.js': 'gives the frame its height',
  'deal-network.css': 'keeps the page from jumping while the figure loads',
  'widget/': 'the program, for the snippet; all its files are in the zip',
  'oembed.json': 'describes the frame for systems that ask',
  'alt.txt': 'the figure in words',
  'data.json': 'companies, deals and sources',
  'loops.csv': 'all loops, ranked',
  'README.txt': 'which file to use where',
};
