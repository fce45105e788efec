// The desk's figures in Node: filter, weigh, compare; the same as the command line.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import desk from '../../www/pkg/deal_network_desk.js';

const root = new URL('../../', import.meta.url);
const read = (/** @type {string} */ path) => readFileSync(new URL(path, root));
const { Figure } = await desk(new WebAssembly.Module(read('www/pkg/deal_network_desk_bg.wasm')));

/** What `deal-network loops` says of the AI deals. @param {string[]} options */
function told(...options) {
  const program = ['run', '--quiet', '--features', 'cli', '--bin', 'deal-network', '--'];
  const words = ['loops', 'www/data/ai-deals.json', '--format', 'json', ...options];
  return JSON.parse(execFileSync('cargo', [...program, ...words], { cwd: root }).toString());
}

function ai() {
  const figure = Figure.open(read('www/data/ai-deals.json'), false, 1, 5, 10_000, 6, false);
  assert.ok(figure);
  while (!figure.search(5));
  return figure;
}

test('the share that could run in circles, its strictest reading and the split are those of the command line', () => {
  const figure = ai();
  while (!figure.weigh(5));
  const { circularity, split, sentence, splitSentence } = figure.weighed();
  assert.deepEqual({ ...circularity, split }, told().circularity);
  assert.equal(Math.round(circularity.share * 1000), 210);
  assert.ok(sentence.length > 0 && splitSentence.length > 0);
  figure.free();
});

test('the comparison with random networks is that of the command line', () => {
  const figure = ai();
  assert.equal(figure.compared(), null);
  while (!figure.compare(40, 5));
  assert.deepEqual(figure.compared().significance, told('--significance', '40').significance);
  figure.free();
});

for (const [name, parts, options] of /** @type {[string, string[], string[]][]} */ ([
  ['a date', ['until', '2025-09'], ['--until', '2025-09']],
  ['what is firm', ['statuses', 'signed,closed,completed'], ['--statuses', 'signed,closed,completed']],
  [
    'without a company and a sum',
    ['without', 'openai', 'minAmount', '1e9'],
    ['--without', 'openai', '--min-amount', '1e9'],
  ],
])) {
  test(`filtered by ${name}, the loops are those of the command line, and come back`, () => {
    const figure = ai();
    const before = figure.report(1000);
    figure.filter(parts);
    while (!figure.search(5));
    const { circularity, filter, ...expected } = told(...options);
    assert.ok(filter && expected.counted < before.counted);
    assert.deepEqual(figure.report(1000), expected);
    while (!figure.weigh(5));
    const { split, ...money } = circularity;
    assert.deepEqual([figure.weighed().circularity, figure.weighed().split], [money, split]);
    figure.filter([]);
    while (!figure.search(5));
    assert.deepEqual(figure.report(1000), before);
    figure.free();
  });
}

test('a word that is not understood is an Error with a sentence, and changes nothing', () => {
  const figure = ai();
  const before = figure.report(1000);
  assert.throws(() => figure.filter(['statuses', 'signed,unheard']), /unheard/);
  assert.throws(() => figure.filter(['colour', 'red']), /colour/);
  while (!figure.search(5));
  assert.deepEqual(figure.report(1000), before);
  assert.ok(figure.choices().kinds.length > 5);
  figure.free();
});
