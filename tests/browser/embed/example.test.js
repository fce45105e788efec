/** The example of a page with a frame, as `cargo dev serve` shows it and as it is released. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { audited } from '../audit.js';
import { address, withPage } from '../engine.js';
import { released } from './frames.js';
import { serve } from './server.js';

/** @import { Page } from '../engine.js' */

/** @param {Page} page */
async function follows(page) {
  await page.waitFor(() => {
    const frame = document.querySelector('iframe');
    return frame && parseInt(frame.style.height) > 1_500;
  });
  const box = await page.box('iframe');
  assert.ok(box && box.height > 1_500, 'the page has made room for the figure and the chosen loop');
}

test('from the sources', async () => {
  await withPage({ width: 960, height: 900 }, async (page) => {
    await page.goto('cms.html');
    await follows(page);
    assert.deepEqual(await audited(page), []);
  });
});

test('from the release', async () => {
  const files = ['cms.html', 'page.css', 'frame-loader.js', 'embed.html', 'icon.svg'];
  /** @type {Record<string, string>} */
  const pages = {};
  for (const file of files) pages[`/${file}`] = await released(file);
  const { origin, asked } = await serve(pages);
  await withPage({ width: 390, height: 844, dark: true, mayFail: true }, async (page) => {
    await page.goto(`${origin}/cms.html`);
    await follows(page);
    const { errors, failed } = page.problems;
    assert.deepEqual([errors, failed], [[], []]);
    const others = asked.filter((path) => !files.includes(path.split('?')[0]?.slice(1) ?? ''));
    assert.deepEqual(others, [], 'the frame asks for nothing');
  });
  assert.ok(address().startsWith('http'));
});

test('the release has both templates, with each placeholder once', async () => {
  for (const file of ['frame.html', 'frame-large.html']) {
    const page = await released(file);
    const placeholders = [...page.matchAll(/\{\{\w+\}\}/g)].map(([found]) => found);
    assert.deepEqual(placeholders.sort(), ['{{data}}', '{{fallback}}', '{{language}}', '{{title}}'], file);
    assert.ok(!/<script[^>]+src=|<link[^>]+href="(?!data:,)/.test(page), `${file} loads nothing`);
  }
});
