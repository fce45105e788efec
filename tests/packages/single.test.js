/** `deal-network.min.js` alone: a copy of that one file, with the data, is all there is. */

import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { withPage } from '../browser/engine.js';
import { DESKTOP, complete, host, picture, rest } from '../browser/widget.js';
import { DIST, PROJECTS, TABLE, WORKING, works } from './package.js';

/** @import { Page } from '../browser/engine.js' */

const FILE = 'deal-network.min.js';
/** @type {Record<string, string>} */
const hashes = JSON.parse(readFileSync(join(DIST, 'sri.json'), 'utf8'));
const hash = hashes[FILE] ?? '';

/** Another address than that of the page. */
const elsewhere = process.env.DEAL_NETWORK_RELEASE_URL ?? '';

/** A page with a figure, and how it loads the script. @param {string} name @param {string} script */
function page(name, script) {
  const folder = join(PROJECTS, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  writeFileSync(join(folder, 'deals.csv'), TABLE);
  const figure = '<deal-network src="deals.csv"><p>The fallback</p></deal-network>';
  writeFileSync(join(folder, 'index.html'), host(figure + script).body);
  return folder;
}

/** What a page has asked for, without itself. @param {Page} page */
const asked = (page) =>
  page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name.split('/').pop()));

test('from a folder, under the strict policy, it fetches the data and nothing else', async () => {
  const folder = page('single', `<script type="module" src="${FILE}" integrity="${hash}"></script>`);
  cpSync(join(DIST, FILE), join(folder, FILE));
  await withPage({ ...DESKTOP, csp: true }, async (page) => {
    await page.goto('single/index.html');
    assert.deepEqual(await works(page), WORKING);
    assert.deepEqual((await asked(page)).sort(), [FILE, 'deals.csv'].sort());
  });
});

test('from another address, by its hash, it fetches nothing but itself from there', async () => {
  const script = `<script type="module" src="${elsewhere}${FILE}" integrity="${hash}" crossorigin="anonymous"></script>`;
  page('elsewhere', script);
  // Of requests that leave the address of the page, the harness makes a problem.
  await withPage({ ...DESKTOP, mayFail: true }, async (page) => {
    await page.goto('elsewhere/index.html');
    assert.deepEqual(await works(page), WORKING);
    assert.deepEqual(page.problems, { errors: [], failed: [], foreign: [elsewhere + FILE] });
  });
});

test('with another hash it is refused, and the fallback stays', async () => {
  const wrong = `sha384-${'A'.repeat(64)}`;
  page(
    'refused',
    `<script type="module" src="${elsewhere}${FILE}" integrity="${wrong}" crossorigin></script>`,
  );
  await withPage({ ...DESKTOP, mayFail: true }, async (page) => {
    await page.goto('refused/index.html');
    assert.match(page.problems.errors.join(), /digest/);
    const shown = await page.evaluate(() => ({
      defined: customElements.get('deal-network') !== undefined,
      fallback: document.querySelector('deal-network p')?.checkVisibility(),
    }));
    assert.deepEqual(shown, { defined: false, fallback: true });
  });
});

test('the site’s own script loads by its hash, too', async () => {
  const script = `<script type="module" src="${elsewhere}deal-network.js" integrity="${hashes['deal-network.js']}" crossorigin></script>`;
  page('bundle', script);
  await withPage({ ...DESKTOP, mayFail: true }, async (page) => {
    await page.goto('bundle/index.html');
    assert.deepEqual(await works(page), WORKING);
    assert.deepEqual([page.problems.errors, page.problems.failed], [[], []]);
  });
});

test('of the modules on a page one stays, whichever comes first', async () => {
  const both = [FILE, 'deal-network.js'].map(
    (file) => `<script type="module" src="${elsewhere}${file}"></script>`,
  );
  page('both', both.join(''));
  await withPage({ ...DESKTOP, mayFail: true }, async (page) => {
    await page.goto('both/index.html');
    assert.deepEqual(await works(page), WORKING);
    assert.deepEqual([page.problems.errors, page.problems.failed], [[], []]);
    assert.ok(!(await asked(page)).some((name) => name?.endsWith('.wasm')), 'the first one works alone');
  });
});

test('its module draws what the reader’s draws, to the pixel', async () => {
  const data = readFileSync(join(DIST, 'data/ai-deals.json'));
  const drawn = [];
  for (const file of [FILE, 'deal-network.js']) {
    const folder = page('same', `<script type="module" src="${elsewhere}${file}"></script>`);
    writeFileSync(join(folder, 'deals.csv'), data);
    const sum = await withPage({ ...DESKTOP, mayFail: true }, async (page) => {
      await page.goto('same/index.html');
      await complete(page);
      await rest(page);
      return picture(page);
    });
    drawn.push(sum);
  }
  assert.notEqual(drawn[0], 0);
  assert.equal(drawn[0], drawn[1]);
});

test('it says what it is, names no address and fits its budget', () => {
  const text = readFileSync(join(DIST, FILE), 'utf8');
  const { version } = JSON.parse(readFileSync(join(DIST, 'npm/package.json'), 'utf8'));
  assert.ok(text.startsWith(`/*! deal-network ${version} | MIT OR Apache-2.0 |`));
  assert.doesNotMatch(text, /import\.meta|\bimport\(/);
  assert.equal(readFileSync(join(DIST, 'npm', FILE), 'utf8'), text);
});
