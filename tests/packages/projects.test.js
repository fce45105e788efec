/** The package where people install it: on a server, without a bundler, with Vite, with esbuild, in TypeScript. */

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { engine, withPage } from '../browser/engine.js';
import { DESKTOP } from '../browser/widget.js';
import { WORKING, install, run, tool, works } from './package.js';

test('on a server it can be imported, and defines nothing', () => {
  const said = run(process.execPath, ['--no-warnings', 'server.js'], install('plain'));
  const { attributes, ...rest } = JSON.parse(said);
  assert.ok(attributes.includes('src'));
  assert.deepEqual(rest, { same: true, single: 'function', module: true, tag: 'deal-network', dom: false });
});

test('without a bundler it draws, and a second copy changes nothing', async () => {
  install('plain');
  await withPage(DESKTOP, async (page) => {
    await page.goto('plain/index.html');
    assert.deepEqual(await works(page), WORKING);
    const found = await page.evaluate(() => Reflect.get(globalThis, 'copies'));
    assert.deepEqual(found, { one: true, two: false, defined: true });
    const tag = await page.evaluate(() => document.createElement('own-network').shadowRoot !== null);
    assert.ok(tag, 'the class can have another name');
  });
});

test('with Vite it is built and draws, under the strict policy', async () => {
  const folder = install('vite');
  run(tool('vite'), ['build', '--base', './', '--logLevel', 'warn'], folder);
  await withPage({ ...DESKTOP, csp: true }, async (page) => {
    await page.goto('vite/dist/index.html');
    assert.deepEqual(await works(page), WORKING);
  });
});

/** A port that nobody uses: with port 0 Vite tells its page to listen at port 0. @returns {Promise<string>} */
async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
  probe.close();
  await once(probe, 'close');
  return String(port);
}

test('with Vite’s own server it draws while a page is worked on', async () => {
  const folder = install('vite');
  const port = await freePort();
  const server = spawn(tool('vite'), ['--host', '127.0.0.1', '--port', port, '--strictPort'], {
    cwd: folder,
  });
  try {
    let said = '';
    server.stdout.on('data', (/** @type {Buffer} */ part) => (said += part));
    let base;
    while (!base) {
      await Promise.race([once(server.stdout, 'data'), once(server, 'exit').then(() => assert.fail(said))]);
      base = /http:\/\/127\.0\.0\.1:\d+\//.exec(said.replace(/\x1b\[\d+m/g, ''))?.[0];
    }
    const { page, close } = await (await engine()).open(base, DESKTOP);
    try {
      await page.goto('index.html');
      assert.deepEqual(await works(page), WORKING);
      assert.deepEqual(page.problems, { errors: [], failed: [], foreign: [] });
    } finally {
      await close();
    }
  } finally {
    server.kill();
  }
});

test('with esbuild it is bundled and draws, under the strict policy', async () => {
  const folder = install('esbuild');
  const out = join(folder, 'out');
  run(
    tool('esbuild'),
    ['main.js', '--bundle', '--splitting', '--format=esm', '--minify', `--outdir=${out}`],
    folder,
  );
  // esbuild leaves addresses of other files as they are.
  const modules = join(folder, 'node_modules/deal-network/pkg');
  mkdirSync(join(out, 'pkg'));
  for (const file of readdirSync(modules).filter((file) => file.endsWith('.wasm'))) {
    cpSync(join(modules, file), join(out, 'pkg', file));
  }
  await withPage({ ...DESKTOP, csp: true }, async (page) => {
    await page.goto('esbuild/index.html');
    assert.deepEqual(await works(page), WORKING);
  });
});

for (const how of ['bundler', 'nodenext']) {
  test(`in TypeScript the tag, its class and its events have types (${how})`, () => {
    const folder = install('types');
    assert.equal(run(tool('tsc'), ['--project', `tsconfig.${how}.json`], folder), '');
  });
}
