// The built module as the shell uses it, in Node.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import reader from '../../www/pkg/deal_network.js';
import desk from '../../www/pkg/deal_network_desk.js';

const root = new URL('../../', import.meta.url);
const read = (/** @type {string} */ path) => readFileSync(new URL(path, root));
const { Figure } = await reader(new WebAssembly.Module(read('www/pkg/deal_network_bg.wasm')));
const { Desk, svg } = await desk(new WebAssembly.Module(read('www/pkg/deal_network_desk_bg.wasm')));

/** @type {[number, number, number, number, boolean]} */
const OPTIONS = [1, 5, 10_000, 6, false];

/** A figure of some bytes with all its loops found. */
function figure(/** @type {Uint8Array} */ bytes) {
  const made =
    Figure.open(bytes, false, ...OPTIONS) ?? Figure.open(new Desk(bytes, 'auto').json(), true, ...OPTIONS);
  assert.ok(made);
  while (!made.search(1));
  return made;
}

const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text);
const ai = () => figure(read('www/data/ai-deals.json'));

test('the loops of the AI deals are those of the independent answers', () => {
  const made = ai();
  const reference = JSON.parse(read('tests/data/ai_deals.loops.json').toString());
  const report = made.report(1000);
  assert.equal(report.counted, reference.counted);
  assert.deepEqual(report.byLength, reference.byLength);
  assert.deepEqual(new Set(report.loops.map((/** @type {any} */ row) => row.id)), new Set(reference.loops));
  const priced = report.loops.slice(0, reference.priced.length);
  assert.deepEqual(
    priced.map((/** @type {any} */ row) => ({
      loop: row.id,
      smallestArc: row.smallestArc,
      exact: row.exact,
    })),
    reference.priced,
  );
  made.free();
});

test('the module and the command line report the same and draw the same', () => {
  const run = (/** @type {string[]} */ ...words) =>
    execFileSync('cargo', ['run', '--quiet', '--features', 'cli', '--bin', 'deal-network', '--', ...words], {
      cwd: root,
    }).toString();
  const made = ai();
  const told = JSON.parse(run('loops', 'www/data/ai-deals.json', '--format', 'json'));
  // The command line says more: with which filter.
  const report = made.report(1000);
  const common = Object.fromEntries(Object.keys(report).map((key) => [key, told[key]]));
  assert.deepEqual(report, common);
  made.arrange(960, 640);
  // The camera of `deal-network figure`, in the core's 32-bit arithmetic.
  const f = Math.fround;
  const [left = 0, top = 0, right = 0, bottom = 0] = made.bounds();
  const scale = Math.min(f(912 / f(right - left)), f(592 / f(bottom - top)), 1.5);
  const middle = (/** @type {number} */ a, /** @type {number} */ b) => f(f(f(a + b) / 2) * scale);
  const scene = new Float32Array(100_000);
  const length = made.scene(
    960,
    640,
    scale,
    f(480 - middle(left, right)),
    f(320 - middle(top, bottom)),
    false,
    scene,
  );
  const drawn = run('figure', 'www/data/ai-deals.json', '-o', '-', '--theme', 'light');
  const font =
    /font-family="([^"]*)"/.exec(drawn)?.[1]?.replaceAll('&#39;', "'").replaceAll('&apos;', "'") ?? '';
  const [, title = ''] = /<title[^>]*>(.*)<\/title>/.exec(drawn) ?? [];
  const [, words = ''] = /<desc[^>]*>([^]*)<\/desc>/.exec(drawn) ?? [];
  const [description = '', ...loops] = words.split('\n');
  const marks = scene.subarray(0, length);
  assert.equal(svg(marks, 960, 640, made.texts(), 'light', title, description, loops, font), drawn);
  made.free();
});

test('the data sets are read without the desk, a table and a document with remarks are not', () => {
  for (const name of ['ai-deals', 'openai-amazon'])
    assert.ok(Figure.open(read(`www/data/${name}.json`), false, ...OPTIONS), name);
  for (const text of ['from,to\na,b\n', '{"version":1,"deals":[{"from":"a","to":"a"}]}', '{', ''])
    assert.equal(Figure.open(bytes(text), false, ...OPTIONS), undefined, text);
});

test('a document that cannot be read is an Error with one sentence', () => {
  for (const [text, words] of [
    ['{"deals": [', /line 1/],
    ['{"version": 7, "deals": []}', /version/],
  ]) {
    assert.throws(
      () => new Desk(bytes(String(text)), 'auto'),
      (/** @type {unknown} */ error) =>
        error instanceof Error && /** @type {RegExp} */ (words).test(error.message),
    );
  }
});

test('bad rows are diagnostics, good rows are there', () => {
  const desk = new Desk(bytes('from,to,amount\na,b,5\nb,a,$7\nb,a,8\n'), 'auto');
  const made = figure(desk.json());
  assert.equal(made.report(1).counted, 1);
  const [diagnostic, ...others] = desk.diagnostics();
  assert.deepEqual(others, []);
  assert.deepEqual(
    { severity: diagnostic.severity, line: diagnostic.line, field: diagnostic.field, text: diagnostic.text },
    { severity: 'error', line: 3, field: 'amount', text: '$7' },
  );
  made.free();
});

test('a scene crosses in an array that JavaScript owns', () => {
  const made = ai();
  made.arrange(800, 500);
  const draw = (/** @type {Float32Array} */ out) => made.scene(800, 500, 1, 400, 250, false, out);
  const length = draw(new Float32Array(0));
  assert.ok(length > 100);
  const short = new Float32Array(length - 1);
  assert.equal(draw(short), length);
  assert.ok(short.every((value) => value === 0));
  const long = new Float32Array(length + 1).fill(-1);
  assert.equal(draw(long), length);
  assert.ok(long.subarray(0, length).every(Number.isFinite));
  assert.equal(long[length], -1);
  assert.equal(made.texts().length, made.counts().texts);
  made.free();
});

test('a loop is unrolled by its id, and what was moved is brought back', () => {
  const made = ai();
  made.arrange(800, 500);
  const settled = () => {
    for (let ticks = 0; made.step(); ticks += 1) assert.ok(ticks < 600);
    // All that is drawn: its bounds alone can be the same on a ring.
    const scene = new Float32Array(made.scene(800, 500, 1, 400, 250, false, new Float32Array(0)));
    made.scene(800, 500, 1, 400, 250, false, scene);
    return scene;
  };
  made.look('loop', 'amazon>openai', true);
  const before = settled();
  assert.equal(made.step(), false);
  made.unroll(true);
  assert.notDeepEqual(settled(), before);
  made.unroll(false);
  assert.deepEqual(settled(), before);
  made.pin('nvidia', 600, 0);
  made.pin('nvidia');
  settled();
  assert.ok(made.bounds()[2] > 600);
  made.pin('');
  assert.deepEqual(settled(), before);
  made.free();
});

test('ids that mean something to JavaScript are just ids', () => {
  const made = figure(bytes('from,to,amount\n__proto__,constructor,5\nconstructor,__proto__,7\n'));
  const [row] = made.report(5).loops;
  assert.deepEqual(row.companies, ['__proto__', 'constructor']);
  assert.equal(made.card('company', '__proto__').name, '__proto__');
  assert.equal(made.card('loop', 'no such loop'), null);
  made.free();
});

test('empty and lone documents are drawn without an error', () => {
  for (const text of [
    '',
    'from,to\n',
    'from,to\na,a\n',
    'from,to,amount\na,b,1\n',
    '{"version":1,"deals":[]}',
  ]) {
    const made = figure(bytes(text));
    made.arrange(300, 300);
    assert.ok(made.bounds().every(Number.isFinite), text);
    assert.ok(made.scene(300, 300, 1, 150, 150, true, new Float32Array(0)) >= 0, text);
    assert.ok(made.summary().headline.length > 0, text);
    assert.equal(made.step(), false, text);
    made.free();
  }
});
