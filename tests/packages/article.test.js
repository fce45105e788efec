/** From a spreadsheet to an article: a new editor's path, with nothing but the README. */

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { withPage } from '../browser/engine.js';
import { colours, complete, visible } from '../browser/widget.js';
import { DIST, PROJECTS, run } from './package.js';

const own = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));

/** The commands of a section of the README. @param {string} heading */
function commands(heading) {
  const section = readFileSync(own('../../README.md'), 'utf8').split(`### ${heading}\n`)[1] ?? '';
  const block = /```sh\n([^]*?)```/.exec(section)?.[1] ?? '';
  return block.trim().split('\n');
}

/**
 * Runs the command that serves a folder, on any free port; hands the address over and ends it.
 * @param {string} command
 * @param {string} folder
 * @param {(address: string) => Promise<void>} work
 */
async function served(command, folder, work) {
  const [program = '', ...words] = command.split(' ');
  const server = spawn(program, [...words, '--port', '0'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    for await (const said of server.stdout) {
      const address = /http:\S+/.exec(String(said));
      if (address) return await work(address[0]);
    }
    assert.fail('the server ended before it said where it is');
  } finally {
    server.kill();
  }
}

/** Notes how high the figure's place is while the page is parsed, and when the element is there. */
const NOTED = `<script>
  const note = () => document.querySelector('deal-network')?.getBoundingClientRect().height;
  window.heights = [note()];
  customElements.whenDefined('deal-network').then(() => window.heights.push(note()));
</script>`;

const article = (/** @type {string} */ pasted) => `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><meta name="viewport" content="width=device-width" /><link rel="icon" href="data:," />
    <title>An article</title></head>
  <body style="max-width: 42em; margin: 0 auto; padding: 1em"><h1>An article</h1><p>Before.</p>
${pasted}
<p>After.</p>
${NOTED}</body>
</html>
`;

test('a table of twenty deals becomes a figure in an article', async () => {
  const [build = '', embed = '', serve = '', ...others] = commands('From a spreadsheet to an article');
  assert.deepEqual(others, []);
  // What the first command writes is there: these tests begin with it. It lies where the second looks for it.
  assert.equal(build, 'cargo dev build --release');
  const folder = join(PROJECTS, 'editor');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  symlinkSync(DIST, join(folder, 'dist'));
  copyFileSync(own('deals.csv'), join(folder, 'deals.csv'));
  assert.equal(readFileSync(join(folder, 'deals.csv'), 'utf8').trim().split('\n').length, 21);

  const [program = '', ...words] = embed.split(' ');
  run(program, words, folder);
  const figure = join(folder, 'figure');
  const files = readdirSync(figure);
  for (const name of [
    'snippet.html',
    'figure.svg',
    'index.html',
    'README.txt',
    'deal-network.css',
    'widget',
  ]) {
    assert.ok(files.includes(name), `${name} is written`);
  }
  assert.ok(gzipSync(readFileSync(join(figure, 'figure.svg'))).length <= 40_000);
  for (const [name, pasted] of [
    ['article.html', 'snippet.html'],
    ['framed.html', 'iframe.html'],
  ]) {
    writeFileSync(join(figure, name ?? ''), article(readFileSync(join(figure, pasted ?? ''), 'utf8')));
  }

  await served(serve, folder, async (address) => {
    process.env.DEAL_NETWORK_URL = address;
    for (const width of [1000, 390]) {
      await withPage({ width, height: 900 }, async (page) => {
        await page.goto('article.html');
        await complete(page);
        assert.ok((await colours(page)) > 8, 'it is drawn');
        assert.equal(await visible(page, '.widget'), 1);
        assert.ok(
          (await page.evaluate(() => document.querySelector('deal-network')?.loops.length ?? 0)) >= 3,
        );
        const heights = await page.evaluate(() => /** @type {number[]} */ (Reflect.get(window, 'heights')));
        const [parsed = 0, defined = 0] = heights;
        assert.ok(defined > 1_200 && Math.abs(parsed - defined) < 3, `first ${parsed}, then ${defined} high`);
        const loaded = await page.evaluate(() =>
          performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
        );
        const programs = loaded.filter((path) => path.includes('/widget/')).map((path) => path.slice(1));
        assert.deepEqual(programs.sort(), ['widget/deal-network.js', 'widget/pkg/deal_network_bg.wasm']);
        const weights = programs.map((file) => gzipSync(readFileSync(join(figure, file))).length);
        const weight = weights.reduce((sum, each) => sum + each, 0);
        assert.ok(weight <= 100_000, `readers load ${weight} bytes`);
      });
    }
    await withPage({ width: 1000, height: 900, javaScript: false }, async (page) => {
      await page.goto('article.html');
      const picture = await page.box('deal-network img');
      assert.ok(
        picture && picture.width > 600 && picture.height > 600,
        'the picture is there without scripts',
      );
      const table = await page.box('deal-network summary');
      assert.ok(table && table.y - picture.y - picture.height < 10, 'and the table right below it');
    });
    await withPage({ width: 700, height: 900, javaScript: false }, async (page) => {
      await page.goto('article.html');
      const picture = await page.box('deal-network img');
      assert.ok(
        picture && picture.width <= 668 && picture.height > picture.width,
        'no wider than the column',
      );
    });
    await withPage({ width: 1000, height: 900 }, async (page) => {
      await page.goto('framed.html');
      await page.evaluate(() => document.querySelector('iframe')?.scrollIntoView());
      await page.waitFor(() => parseInt(document.querySelector('iframe')?.style.height ?? '0') > 800);
    });
  });

  // What needs no server.
  await withPage({ width: 1000, height: 900, mayFail: true }, async (page) => {
    await page.goto(pathToFileURL(join(figure, 'index.html')).href);
    await complete(page);
    assert.ok((await colours(page)) > 8, 'the page for frames opens from the disk');
    assert.deepEqual(page.problems.errors, []);
  });
});
