// What publishing a figure needs, made in the browser: the same files as those of the command line.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { BESIDE, WIDGET, WIDGET_FILES } from '../../www/workbench/pack.js';
import press from '../../www/pkg/deal_network_press.js';

const root = new URL('../../', import.meta.url);
const read = (/** @type {string} */ path) => readFileSync(new URL(path, root));
const { Figure } = await press(new WebAssembly.Module(read('www/pkg/deal_network_press_bg.wasm')));

const BASE = 'https://example.org/figures/';
const TEMPLATE =
  '<html lang="{{language}}"><title>{{title}}</title><deal-network>{{fallback}}</deal-network>{{data}}';

function article() {
  const figure = Figure.open(read('www/data/openai-amazon.json'), false, 1, 5, 10_000, 6, false);
  assert.ok(figure);
  while (!figure.search(5));
  return figure;
}

test('the files are those of the command line, but for its pictures of points', () => {
  const folder = mkdtempSync(join(tmpdir(), 'deal-network-'));
  const template = join(folder, 'page.html');
  writeFileSync(template, TEMPLATE);
  // What a release has beside it; what is missing would be told in README.txt.
  mkdirSync(join(folder, 'pkg'));
  for (const file of [...BESIDE, ...WIDGET_FILES]) writeFileSync(join(folder, file), '');
  const output = join(folder, 'pack');
  const program = ['run', '--quiet', '--features', 'cli', '--bin', 'deal-network', '--'];
  const words = [
    'embed',
    'www/data/openai-amazon.json',
    '-o',
    output,
    '--template',
    template,
    '--base',
    BASE,
  ];
  execFileSync('cargo', [...program, ...words, '--until', '2026-02'], { cwd: root });

  const figure = article();
  figure.filter(['until', '2026-02']);
  while (!figure.search(5));
  /** @type {{ name: string, text: string }[]} */
  const files = figure.pack(960, 640, 'auto', '', BASE, TEMPLATE);
  figure.free();
  const others = [...BESIDE, WIDGET.replace('/', '')];
  const names = readdirSync(output).filter((name) => !name.endsWith('.png') && !others.includes(name));
  assert.deepEqual(files.map(({ name }) => name).sort(), names.sort());
  for (const { name, text } of files) assert.equal(text, readFileSync(join(output, name), 'utf8'), name);
});

test('a page that is no template is an Error with a sentence', () => {
  const figure = article();
  assert.throws(() => figure.pack(960, 640, 'auto', 'w.js', '', '<html>{{data}}</html>'), /\{\{language\}\}/);
  figure.free();
});
