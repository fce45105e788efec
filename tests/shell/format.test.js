import assert from 'node:assert/strict';
import { test } from 'node:test';
import { amount, count, date, share, text } from '../../www/format.js';
import { SENTENCES } from '../../www/sentences.js';

/** Intl joins with spaces that do not break. @param {string} said */
const plain = (said) => said.replace(/[\u00a0\u202f]/g, ' ');

test('sums are said in long words, in the language of the page', () => {
  for (const [value, unit, language, said] of /** @type {[number, string, string, string][]} */ ([
    [5e10, 'USD', 'en', '$50 billion'],
    [43_750_000_000, 'USD', 'en', '$43.8 billion'],
    [1_960_591_450_000, 'USD', 'en', '$1.96 trillion'],
    [750_000_000, 'USD', 'en', '$750 million'],
    [5e10, 'USD', 'de', '50 Milliarden $'],
    [5e10, 'EUR', 'fr', '50 milliards €'],
    [0, 'USD', 'en', '$0'],
    [7_500, 'USD', 'en', '$7,500'],
    [7_500, 'EUR', 'de', '7.500 €'],
    [40, 'widgets', 'en', '40 widgets'],
    [999_499, 'USD', 'en', '$999,499'],
    [999_500, 'USD', 'en', '$1 million'],
    [1_000_000, 'USD', 'en', '$1 million'],
    [12.5, '%', 'en', '12.5%'],
    [12.5, '%', 'de', '12,5 %'],
    [4_200_000, 'barrels', 'en', '4.2 million barrels'],
  ])) {
    assert.equal(plain(amount(value, unit, language)), said);
  }
});

test('a date is as precise as it is known', () => {
  for (const [written, language, said] of /** @type {[string, string, string][]} */ ([
    ['2025', 'en', '2025'],
    ['2025-09', 'en', 'September 2025'],
    ['2025-09-22', 'en', 'September 22, 2025'],
    ['2025-09-22', 'de', '22. September 2025'],
    ['2025-01-01', 'en', 'January 1, 2025'],
    ['soon', 'en', 'soon'],
  ])) {
    assert.equal(date(written, language), said);
  }
});

test('shares and counts', () => {
  assert.equal(share(0.21, 'en'), '21%');
  assert.equal(share(0.006, 'en'), '0.6%');
  assert.equal(share(0, 'en'), '0%');
  assert.equal(count(1_112_073, 'en'), '1,112,073');
});

test('whatever stands in `lang` or as a unit, something is said', () => {
  for (const language of ['', 'x', 'not a language', 'en_US', 'de-AT-u-nu-arab']) {
    assert.ok(amount(1e9, 'USD', language).length > 0);
    assert.ok(date('2025-09', language).includes('2025') || language.includes('arab'));
  }
  assert.match(amount(1e9, 'ZZZ', 'en'), /1 billion/);
});

test('a sentence is its pieces', () => {
  const sentence = [
    { company: 'amazon', label: 'Amazon' },
    ' invests up to ',
    { money: 5e10, unit: 'USD' },
    ', one of ',
    { count: 2 },
    ' deals (',
    { share: 0.5 },
    '), ',
    { date: '2026-02' },
  ];
  assert.equal(text(sentence, 'en'), 'Amazon invests up to $50 billion, one of 2 deals (50%), February 2026');
});

test('words of the table are filled with what stands in their slots, in the order of the language', () => {
  const place = (/** @type {string} */ words) => SENTENCES.indexOf(words);
  const gives = place('{0} to {1}: {2}');
  assert.ok(gives > 0);
  const sum = { say: place('up to {0}'), parts: [[{ money: 5e9, unit: 'USD' }], []] };
  const sentence = {
    say: gives,
    parts: [[{ company: 'a', label: 'A' }], [{ company: 'b', label: 'B' }], [sum], []],
  };
  assert.equal(text([sentence, { say: place('.'), parts: [[]] }], 'en'), 'A to B: up to $5 billion.');
  assert.equal(text([{ say: gives, parts: [] }], 'en'), ' to : ', 'a missing part is empty');
  assert.equal(text([{ say: 9_999, parts: [] }], 'en'), '');
});
