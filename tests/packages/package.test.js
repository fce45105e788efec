/** What is published, by the judgement of those who have seen many packages. */

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { DIST, pack, run } from './package.js';

const packed = pack();
const folder = join(DIST, 'npm');
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

test('all that is named is inside, and nothing that only pages of ours need', () => {
  const { files } = packed;
  /** @type {(string | { types: string, default: string })[]} */
  const exported = Object.values(manifest.exports);
  const named = exported.flatMap((entry) =>
    typeof entry === 'string' ? [entry] : [entry.types, entry.default],
  );
  named.push(manifest.main, manifest.types, manifest.unpkg, manifest.customElements, ...manifest.sideEffects);
  for (const file of named) assert.ok(files.includes(file.replace('./', '')), file);
  for (const file of ['README.md', 'LICENSE-MIT', 'LICENSE-APACHE', 'THIRD-PARTY-NOTICES.md']) {
    assert.ok(files.includes(file), file);
  }
  const all = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  assert.equal(files.length, all.length, 'nothing is made that is not packed');
  for (const file of files) assert.doesNotMatch(file, /explorer|workbench|single\/|\.html$|(^|\/)\./);
});

test('types come first in every entry that has them', () => {
  for (const entry of Object.values(manifest.exports)) {
    if (typeof entry !== 'string') assert.equal(Object.keys(entry)[0], 'types');
  }
});

test('the sources are those that are worked on', () => {
  const www = new URL('../../www/', import.meta.url);
  const sources = packed.files.filter((/** @type {string} */ file) => /^(tools\/)?[\w-]+\.js$/.test(file));
  assert.ok(sources.length > 40);
  for (const file of sources) {
    assert.equal(readFileSync(join(folder, file), 'utf8'), readFileSync(new URL(file, www), 'utf8'), file);
  }
});

test('each module has its address once, in the form that bundlers find', () => {
  const sources = packed.files.filter((/** @type {string} */ file) => /^[\w/-]+\.js$/.test(file));
  const text = sources
    .map((/** @type {string} */ file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
  const addresses = [...text.matchAll(/new URL\('\.\/(pkg\/\w+\.wasm)', import\.meta\.url\)/g)].map(
    ([, file]) => file,
  );
  const modules = packed.files.filter((/** @type {string} */ file) => file.endsWith('.wasm'));
  assert.deepEqual(addresses.sort(), modules.sort());
});

test('publint has nothing to say', async () => {
  const { messages, pkg } = await publint({ pkgDir: folder, level: 'suggestion', strict: true, pack: 'npm' });
  assert.deepEqual(
    messages.map((message) => formatMessage(message, pkg)),
    [],
  );
});

test('types are right however the package is imported', async () => {
  const tarball = createPackageFromTarballData(new Uint8Array(readFileSync(packed.file)));
  // Addresses of modules, for bundlers, and the sheet; they have no types.
  const excludeEntrypoints = Object.keys(manifest.exports).filter((name) => /^\.\/wasm|\.css$/.test(name));
  const found = await checkPackage(tarball, { excludeEntrypoints });
  assert.ok(found.types, 'the package has types');
  // There is no other form for who still asks for CommonJS, or knows no `exports`.
  const old = ['node10', 'node16-cjs'];
  const wrong = found.problems.filter(
    (problem) => !('resolutionKind' in problem && old.includes(problem.resolutionKind)),
  );
  assert.deepEqual(wrong, []);
});

test('packing twice gives the same bytes', () => {
  const hash = () => createHash('sha256').update(readFileSync(packed.file)).digest('hex');
  const first = hash();
  run('npm', ['pack', '--pack-destination', join(packed.file, '..')], folder);
  assert.equal(hash(), first);
});

test('every script and module has its hash', () => {
  const hashes = JSON.parse(readFileSync(join(DIST, 'sri.json'), 'utf8'));
  const files = readdirSync(DIST, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.(js|wasm)$/.test(file) && !file.startsWith('npm/'));
  assert.deepEqual(Object.keys(hashes).sort(), files.sort());
  for (const [file, said] of Object.entries(hashes)) {
    const hash = createHash('sha384')
      .update(readFileSync(join(DIST, file)))
      .digest('base64');
    assert.equal(said, `sha384-${hash}`, file);
  }
  const published = JSON.parse(readFileSync(join(folder, 'sri.json'), 'utf8'));
  assert.deepEqual(published, { 'deal-network.min.js': hashes['deal-network.min.js'] });
});
