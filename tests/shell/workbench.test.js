/** What an editor decides, and what there is to look at before publishing: pure functions over a document. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Book, editsOf, entryOf, hideLoop, moveLoop, pinLoop, withLoop } from '../../www/workbench/book.js';
import { check, plain } from '../../www/workbench/checks.js';

/** @typedef {import('../../www/workbench/types.js').Document} Document */
/** @typedef {import('../../www/workbench/types.js').Deal} Deal */

/** A deal of which there is nothing to say. @param {Partial<Deal>} some @returns {Deal} */
const deal = (some) => ({
  id: 'd',
  from: 'a',
  to: 'b',
  kind: 'purchase',
  status: 'signed',
  date: '2026-01-02',
  amount: 5e9,
  basis: 'committed',
  sources: [{ title: 'News', url: 'https://example.org/' }],
  ...some,
});

/** @param {Partial<Deal>[]} deals @param {Partial<Document>} [some] @returns {Document} */
const made = (deals, some) => ({
  version: 1,
  asOf: '2026-06',
  companies: [],
  deals: deals.map((one, place) => deal({ id: `d${place}`, ...one })),
  ...some,
});

/** @param {Document} document @param {any[]} [loops] */
const findings = (document, loops = []) =>
  Object.fromEntries(
    check(document, loops)
      .filter(({ found }) => found.length > 0)
      .map((finding) => [finding.check, finding.found]),
  );

test('a sound document has no findings, and all checks are told', () => {
  assert.deepEqual(findings(made([{}])), {});
  assert.equal(check(made([{}]), []).length, 11);
});

/** @type {[string, Document, Record<string, string[][]>][]} */
const table = [
  ['no source', made([{ sources: [] }]), { noSource: [['deal:d0']] }],
  ['a source that says nothing', made([{ sources: [{ title: '' }] }]), { noSource: [['deal:d0']] }],
  ['no address', made([{ sources: [{ title: 'A paper' }] }]), { noAddress: [['deal:d0']] }],
  ['no web address', made([{ sources: [{ url: 'javascript:alert(1)' }] }]), { noAddress: [['deal:d0']] }],
  [
    'the same amount',
    made([{ date: '2025-01' }, { date: '2025-06' }, { amount: 7e9, date: '2025-09' }]),
    { doubles: [['deal:d0', 'deal:d1']] },
  ],
  ['the same month', made([{ amount: 6e9 }, { amount: 7e9 }]), { doubles: [['deal:d0', 'deal:d1']] }],
  ['both, told once', made([{}, {}]), { doubles: [['deal:d0', 'deal:d1']] }],
  ['another kind is no double', made([{}, { kind: 'lease' }]), {}],
  ['the same year is no double', made([{ date: '2026', amount: 1e9 }, { date: '2026' }]), {}],
  ['what replaces another is no double', made([{ supersededBy: 'd1' }, {}]), {}],
  [
    'a ceiling beside a firm amount',
    made([{ basis: 'up_to', date: '2025' }, { amount: 1e9 }]),
    { ceilings: [['deal:d0', 'deal:d1']] },
  ],
  [
    'ceilings alone',
    made([
      { basis: 'up_to', date: '2025' },
      { basis: 'up_to', amount: 1e9 },
    ]),
    {},
  ],
  [
    'a ceiling beside a rate',
    made([{ basis: 'up_to' }, { basis: 'per_year', kind: 'lease', amount: 1e9 }]),
    {},
  ],
  ['a ceiling beside a cancelled one', made([{ basis: 'up_to' }, { status: 'cancelled', kind: 'debt' }]), {}],
  ['a ceiling that was replaced', made([{ basis: 'up_to', supersededBy: 'd1', kind: 'debt' }, {}]), {}],
  ['no date', made([{ date: undefined }]), { noDate: [['deal:d0']] }],
  ['announced 19 months ago', made([{ status: 'announced', date: '2024-11' }]), { stale: [['deal:d0']] }],
  ['announced 18 months ago', made([{ status: 'announced', date: '2024-12' }]), {}],
  ['signed long ago', made([{ date: '2020' }]), {}],
  ['a year counts as its end', made([{ status: 'reported', date: '2024' }]), {}],
  ['no state of knowledge', made([{ status: 'reported', date: '2020' }], { asOf: '' }), { noAsOf: [[]] }],
  ['newer than is known', made([{ date: '2026-07' }]), { oldAsOf: [['deal:d0']] }],
  ['within the month of the state of knowledge', made([{ date: '2026-06-30' }]), {}],
  ['a thousand times the next', made([{}, { kind: 'debt', amount: 5e6 }]), { unusual: [['deal:d0']] }],
  [
    'a thousandth of all others',
    made([{}, { kind: 'debt', amount: 6e9 }, { kind: 'lease', amount: 5 }]),
    { unusual: [['deal:d2']] },
  ],
  ['nothing is no amount', made([{}, { kind: 'debt', amount: 0 }]), {}],
];

for (const [name, document, expected] of table) {
  test(`before publishing: ${name}`, () => assert.deepEqual(findings(document), expected));
}

test('before publishing: two kinds of amounts are no mistake', () => {
  const deals = Array.from({ length: 8 }, (_, place) => ({ to: `c${place}`, amount: place < 4 ? 5e9 : 5e3 }));
  assert.deepEqual(findings(made(deals)), {});
});

test('before publishing: companies that are one in all likelihood', () => {
  const names = [
    'Nvidia',
    'NVIDIA Corp.',
    'Électricité',
    'Electricite SA',
    'Acme Holdings, Inc.',
    'ACME',
    'A.B.C.',
    'abc',
  ];
  const companies = ['x', ...names].map((name, place) => ({ id: `c${place}`, name }));
  assert.deepEqual(findings(made([{}], { companies })).alike, [
    ['company:c1', 'company:c2'],
    ['company:c3', 'company:c4'],
    ['company:c5', 'company:c6'],
    ['company:c7', 'company:c8'],
  ]);
  assert.equal(plain('Inc'), 'inc', 'a name is not taken away as a whole');
  assert.notEqual(plain('日本'), plain('中国'));
});

test('before publishing: undisclosed legs, of coloured loops only', () => {
  const arcs = [
    { state: 'full', deals: ['d0'] },
    { state: 'undisclosed', deals: ['d1', 'd2'] },
  ];
  const loops = [
    { id: 'a>b', slot: 1, undisclosedArcs: 1, arcs },
    { id: 'a>c', slot: null, undisclosedArcs: 1, arcs },
    { id: 'a>d', slot: 2, undisclosedArcs: 0, arcs: [] },
  ];
  assert.deepEqual(findings(made([{}]), loops), { undisclosed: [['loop:a>b', 'deal:d1', 'deal:d2']] });
});

test('a change is another object, and can be taken back', () => {
  const book = new Book(made([{}], { headline: 'One' }));
  const first = book.edits;
  book.change({ ...first, headline: 'Two' });
  book.change(withLoop(book.edits, 'a>b', { name: 'A and B' }));
  assert.equal(first.headline, 'One');
  assert.equal(book.edited.headline, 'Two');
  assert.deepEqual(book.edited.loops, [{ id: 'a>b', name: 'A and B' }]);
  book.startOver();
  assert.ok(!book.isChanged);
  book.undo();
  assert.equal(book.edits.headline, 'Two');
  book.undo();
  book.undo();
  assert.ok(!book.isChanged && !book.canUndo);
});

test('rows that are read again keep what was decided, and only that', () => {
  const book = new Book(made([{}], { title: 'Old' }));
  book.reread(made([{}], { title: 'New' }));
  assert.equal(book.edited.title, 'New');
  assert.ok(!book.isChanged);
  book.change({ ...book.edits, note: 'Mine' });
  book.reread(made([{}, {}], { title: 'Newer' }));
  assert.equal(book.edited.note, 'Mine');
  assert.equal(book.edited.deals.length, 2);
  book.undo();
  assert.equal(book.edited.title, 'Newer', 'what was never decided is what the rows say');
});

test('companies may be called as objects are made', () => {
  const document = JSON.parse('{"version":1,"companies":[],"deals":[],"positions":{"__proto__":[1,2]}}');
  const { edited } = new Book(document);
  assert.equal(JSON.stringify(edited.positions), '{"__proto__":[1,2]}');
  assert.equal(Object.getPrototypeOf(edited.positions), Object.prototype);
});

test('loops are named, pinned and hidden; an entry that says nothing goes', () => {
  const none = editsOf(made([]));
  const pinned = pinLoop(none, 'a>b', true);
  assert.equal(entryOf(pinned, 'a>b').pin, true);
  const hidden = hideLoop(pinned, 'a>b', true);
  assert.deepEqual(hidden.loops, [{ id: 'a>b', pin: false, order: null, hide: true }]);
  assert.deepEqual(hideLoop(hidden, 'a>b', false).loops, []);
  assert.equal(entryOf(pinLoop(hidden, 'a>b', true), 'a>b').hide, false);
});

test('moving a loop pins it and those before it, in order', () => {
  const none = editsOf(made([]));
  const coloured = ['a', 'b', 'c', 'd'];
  const order = (/** @type {import('../../www/workbench/types.js').Edits} */ edits) =>
    [...edits.loops]
      .sort((a, b) => (a.order ?? 99) - (b.order ?? 99))
      .map(({ id, pin }) => `${id}${pin ? '!' : ''}`);
  const up = moveLoop(none, coloured, 'c', -1);
  assert.deepEqual(order(up), ['a!', 'c!', 'b!']);
  assert.deepEqual(order(moveLoop(none, coloured, 'a', 1)), ['b!', 'a!']);
  const later = pinLoop(none, 'd', true);
  assert.deepEqual(order(moveLoop(later, ['d', 'a', 'b'], 'd', 1)), ['a!', 'd!']);
  assert.equal(moveLoop(none, coloured, 'a', -1), none);
  assert.equal(moveLoop(none, coloured, 'd', 1), none);
  assert.equal(moveLoop(none, coloured, 'x', 1), none);
});
