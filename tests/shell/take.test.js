/** What finding, listing and saving stand on, without a page. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csv } from '../../www/tools/csv.js';
import { fileName } from '../../www/tools/files.js';
import { best } from '../../www/tools/find.js';
import { fold, matcher } from '../../www/tools/fold.js';
import { xml } from '../../www/tools/poster.js';
import { dealRows } from '../../www/tools/rows.js';
import { day } from '../../www/tools/table.js';
import { meaning } from '../../www/tools/words-take.js';
import { wrapped } from '../../www/tools/wrap.js';

test('cells that a spreadsheet would compute are text, plain numbers are numbers', () => {
  for (const [cell, written] of /** @type {[string | number | null, string][]} */ ([
    ['=1+1', "'=1+1"],
    ['+SUM(A1)', "'+SUM(A1)"],
    ['-2+3', "'-2+3"],
    ['@cmd', "'@cmd"],
    ['\t=1', '"\'\t=1"'],
    ['\r=1', '"\'\r=1"'],
    ['=HYPERLINK("https://a.example","x")', '"\'=HYPERLINK(""https://a.example"",""x"")"'],
    ['-5', '-5'],
    ['+1.5e9', '+1.5e9'],
    [-5, '-5'],
    [1e21, '1e+21'],
    ['a = b', 'a = b'],
    ['5-3', '5-3'],
    [null, ''],
    ['', ''],
  ])) {
    assert.equal(csv([[cell]]), `${written}\r\n`, JSON.stringify(cell));
  }
});

test('commas, quotes, breaks and what else separates cells somewhere are quoted', () => {
  const rows = [
    ['a', 'b,c', 'say "hi"'],
    ['two\nlines', 'x;y', ' space '],
  ];
  assert.equal(csv(rows), 'a,"b,c","say ""hi"""\r\n"two\nlines","x;y"," space "\r\n');
});

test('case, accents, apostrophes and punctuation do not count, in any script', () => {
  for (const [written, folded] of [
    ['Société Générale & Cie.', 'societe generale cie'],
    ['L’Oréal', 'loreal'],
    ['STRASSE straße', 'strasse strasse'],
    ['Ørsted, Łódź, Đà Nẵng', 'orsted lodz da nang'],
    ['ΟΔΟΣ οδός', 'οδοσ οδοσ'],
    ['İstanbul ıstanbul', 'istanbul istanbul'],
    ['Ёлка', 'елка'],
    ['شَرِكَة', 'شركة'],
    ['ＮＴＴ', 'ntt'],
    ['三菱', '三菱'],
    ['(=;)', ''],
  ]) {
    assert.equal(fold(written ?? ''), folded, written);
  }
});

test('the beginning goes before words, words before their beginnings, these before what is within', () => {
  const rank = matcher('OPEN ai');
  assert.equal(rank(fold('Open AI Global')), 0);
  assert.equal(rank(fold('The Open AI')), 1);
  assert.equal(rank(fold('AI that is open')), 2);
  assert.equal(rank(fold('reopen said')), 3);
  assert.equal(rank(fold('open')), -1);
  assert.equal(matcher('')('anything'), 0);
});

test('at most twelve are found, of each kind at least four where there are so many', () => {
  const entries = new Map(
    /** @type {const} */ (['company', 'loop', 'deal']).map((kind) => [
      kind,
      Array.from({ length: kind === 'company' ? 2 : 30 }, (_, at) => ({
        kind,
        id: `${at}`,
        name: `Name ${at}`,
        folded: at === 1 ? 'name' : `x name ${at}`,
        slot: null,
      })),
    ]),
  );
  const { shown, all } = best(entries, 'name');
  assert.equal(all, 62);
  assert.equal(shown.length, 12);
  const of = (/** @type {string} */ kind) => shown.filter((entry) => entry.kind === kind).map(({ id }) => id);
  assert.deepEqual(of('company'), ['1', '0'], 'the one that begins with it goes first');
  assert.deepEqual(of('loop'), ['0', '1', '2', '3', '4', '5'], 'larger ones go first');
  assert.equal(of('deal').length, 4);
});

test('names of files are plain on every system', () => {
  for (const [title, name] of [
    ['Deals between AI companies', 'deals-between-ai-companies-deals.csv'],
    ['Société: Générale/..\\"<>|', 'societe-generale-deals.csv'],
    ['../../etc', 'etc-deals.csv'],
    ['三菱', 'deal-network-deals.csv'],
    ['', 'deal-network-deals.csv'],
  ]) {
    assert.equal(fileName(title ?? '', 'deals', 'csv'), name);
  }
  assert.ok(fileName('long '.repeat(100), 'deals', 'csv').length < 80);
});

test('lines are as long as fits, and a word without spaces is broken', () => {
  const measure = (/** @type {string} */ words) => words.length;
  assert.deepEqual(wrapped('one two three', 7, measure), ['one two', 'three']);
  assert.deepEqual(wrapped('abcdefgh ij', 3, measure), ['abc', 'def', 'gh', 'ij']);
  assert.deepEqual(wrapped('  ', 3, measure), []);
  assert.deepEqual(wrapped('🙂🙂', 2, measure), ['🙂', '🙂'], 'a sign is never cut');
});

test('text in XML is text', () => {
  assert.equal(xml('</text><script a="b">&\u0000\u0008'), '&lt;/text&gt;&lt;script a=&quot;b&quot;&gt;&amp;');
});

test('a partial date counts as its earliest day', () => {
  const dates = ['2025-09-22', '2025', '2025-09', '2024-12-31'];
  const sorted = dates.sort((a, b) => (day(a) ?? 0) - (day(b) ?? 0));
  assert.deepEqual(sorted, ['2024-12-31', '2025', '2025-09', '2025-09-22']);
  assert.equal(day(null), null);
  assert.equal(day(''), null);
});

test('sums are said with what they mean', () => {
  assert.equal(meaning('$5', false, false, false), '$5');
  assert.equal(meaning('$5', true, false, true), 'at least about $5');
  assert.equal(meaning('$5', true, true, false), 'up to $5 and more undisclosed');
  assert.equal(meaning('$5', false, true, true), 'up to $5');
});

test('an undisclosed amount is an empty cell, not zero, and says nothing of its meaning', () => {
  const deal = {
    id: '1',
    from: 'a',
    to: 'b',
    kind: 'purchase',
    kindLabel: [],
    status: 'signed',
    statusLabel: [],
    date: null,
    amount: null,
    firm: null,
    basis: /** @type {const} */ ('committed'),
    amountText: '',
    sum: [],
    termYears: null,
    confidence: 'high',
    supersededBy: null,
    replaced: false,
    title: '',
    note: '',
    sentence: [],
    live: false,
    whyNot: ['cancelled'],
    sources: [
      { title: 'One', url: '', date: '', class: '' },
      { title: 'Two', url: '', date: '', class: '' },
    ],
  };
  const [head = [], row = []] = dealRows([deal], new Map([['a', 'A, Inc.']]), 'EUR', 'en');
  const said = Object.fromEntries(head.map((name, at) => [String(name), row[at]]));
  assert.equal(said.from, 'A, Inc.');
  assert.equal(said.to, 'b');
  assert.equal(said.amount, null);
  assert.equal(said.amount_basis, null);
  assert.equal(said.source_title, 'One | Two');
  assert.equal(said.source_url, null);
  assert.equal(said.counted, 'cancelled');
});
