/** "Embed" on the page: everything that publishing needs, made in the browser. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { audited } from './audit.js';
import { WIDGET, WIDGET_FILES } from '../../www/workbench/pack.js';
import { withPage } from './engine.js';
import { DESKTOP, PHONE, open } from './widget.js';

/** @import { Page } from './engine.js' */

/** What `deal-network embed` writes, beside the folder with the program. */
const FILES = [
  'README.txt',
  'alt.txt',
  'data.json',
  'deal-network.css',
  'figure-dark.svg',
  'figure-light.svg',
  'figure-narrow.svg',
  'figure.png',
  'figure.svg',
  'figure@2x.png',
  'frame-loader.js',
  'iframe.html',
  'index.html',
  'loops.csv',
  'oembed.json',
  'snippet.html',
];

/** What is handed to the browser to be saved is kept where a test can read it; the policy forbids to fetch it. */
function keep() {
  const blobs = /** @type {Map<string, Blob>} */ (new Map());
  const kept = /** @type {Record<string, Promise<number[]>>} */ ({});
  Reflect.set(window, 'kept', kept);
  const make = URL.createObjectURL;
  URL.createObjectURL = (/** @type {Blob} */ blob) => {
    const address = make.call(URL, blob);
    blobs.set(address, blob);
    return address;
  };
  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function () {
    const blob = blobs.get(this.href);
    if (!this.download || !blob) return click.call(this);
    kept[this.download] = blob.arrayBuffer().then((bytes) => [...new Uint8Array(bytes)]);
  };
}

/** @param {Page} page @param {string} name */
async function file(page, name) {
  await page.click(`[data-file="${name}"]`);
  const bytes = await page.evaluate((name) => Reflect.get(window, 'kept')[name], name);
  return Buffer.from(/** @type {number[]} */ (bytes)).toString();
}

/** Opens the panel and has the files made. @param {Page} page @param {string} [base] */
async function make(page, base) {
  await page.evaluate(keep);
  await page.click('[data-panel="embed"]');
  await page.waitFor(() => document.querySelector('.bench[data-panel="embed"]')?.checkVisibility());
  if (base) {
    await page.focus('#bench-base');
    await page.type(base);
  }
  await page.click('[data-make]');
  await page.waitFor(() =>
    /program\. Save|could not/.test(
      document.querySelector('.bench[data-panel="embed"] .alert')?.textContent ?? '',
    ),
  );
}

for (const size of [DESKTOP, PHONE]) {
  test(`all files are made and can be saved, ${size.width} wide`, async () => {
    await withPage({ ...size, height: 1500, release: true }, async (page) => {
      await open(page);
      await make(page);
      const names = await page.evaluate(() =>
        [...document.querySelectorAll('.files [data-file]')].map((pressed) =>
          pressed.getAttribute('data-file'),
        ),
      );
      assert.deepEqual([...names].sort(), FILES);
      const snippet = await file(page, 'snippet.html');
      assert.match(snippet, /^<link rel="stylesheet" href="deal-network\.css">\n/);
      assert.match(snippet, /<script type="module" src="widget\/deal-network\.js">/);
      assert.match(await file(page, 'alt.txt'), /^Network of 9 companies/);
      assert.equal((await file(page, 'figure.png')).slice(1, 4), 'PNG');
      await page.click('[data-all]');
      const archive = Buffer.from(
        await page.evaluate(
          () => /** @type {Promise<number[]>} */ (Reflect.get(window, 'kept')['figure.zip']),
        ),
      );
      for (const name of [...FILES, ...WIDGET_FILES.map((file) => WIDGET + file)]) {
        assert.ok(archive.includes(name), name);
      }
      const items = await page.evaluate(() =>
        [...document.querySelectorAll('.files code')].map((code) => code.textContent),
      );
      assert.deepEqual(
        items.filter((item) => item.startsWith('widget')),
        ['widget/'],
      );
      assert.deepEqual(await audited(page), []);
    });
  });
}

test('the files have the filter, the date and the decisions that hold now, and the address that is given', async () => {
  await withPage({ ...DESKTOP, height: 1500, release: true }, async (page) => {
    await page.goto('index.html?until=2025&filter=minAmount%3D1e9');
    await page.waitFor(() => (document.querySelector('deal-network')?.loops ?? []).length > 0);
    await page.waitFor(() => document.querySelector('deal-network')?.until === '2025');
    await make(page, 'https://example.org/figures/');
    const snippet = await file(page, 'snippet.html');
    assert.match(snippet, /until="2025"/);
    assert.match(snippet, /filter="minAmount=1/);
    assert.match(snippet, /src="https:\/\/example\.org\/figures\/data\.json"/);
    assert.match(await file(page, 'iframe.html'), /src="https:\/\/example\.org\/figures\/index\.html\?/);
  });
});

test('the picture of points is as dark as the page asks', async () => {
  await withPage({ ...DESKTOP, height: 1500, release: true }, async (page) => {
    await open(page);
    /** @type {number[]} */
    const grounds = [];
    for (const theme of ['dark', 'light']) {
      await page.evaluate(
        (theme) => document.querySelector('deal-network')?.setAttribute('theme', theme),
        theme,
      );
      if (theme === 'dark') await make(page);
      else await page.click('[data-make]');
      await page.waitFor(() => document.querySelector('.files')?.checkVisibility());
      await page.click('[data-file="figure.png"]');
      grounds.push(
        await page.evaluate(async () => {
          const bytes = new Uint8Array(await Reflect.get(window, 'kept')['figure.png']);
          const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
          const pen = document.createElement('canvas').getContext('2d');
          pen?.drawImage(image, 0, 0);
          return pen?.getImageData(3, 3, 1, 1).data[0] ?? NaN;
        }),
      );
    }
    const [dark = NaN, light = NaN] = grounds;
    assert.ok(dark < 64 && light > 240, `${dark} and ${light}`);
  });
});

test('where the page for frames is not beside this one, a sentence says so', async () => {
  await withPage({ ...DESKTOP, height: 1500, mayFail: true }, async (page) => {
    await open(page);
    await make(page);
    const said = await page.evaluate(
      () => document.querySelector('.bench[data-panel="embed"] .alert')?.textContent ?? '',
    );
    assert.match(said, /^The files could not be made: frame\.html is not beside this page/);
    assert.deepEqual(page.problems.errors, []);
  });
});
