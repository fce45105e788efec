/** The examples in www, as `cargo dev serve` shows them, and the one with a frame as it is released, too. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { audited } from '../audit.js';
import { withPage } from '../engine.js';
import { released } from './frames.js';
import { DESKTOP, NARROW, colours, complete } from '../widget.js';
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

for (const path of ['dark.html', 'right-to-left.html', 'strict.html']) {
  for (const size of [DESKTOP, NARROW]) {
    test(`${path} shows its figure, ${size.width} wide`, async () => {
      await withPage(size, async (page) => {
        await page.goto(path);
        await page.evaluate(() => document.querySelector('deal-network')?.scrollIntoView());
        await complete(page);
        assert.ok((await colours(page)) > 8, 'the drawing is not blank');
        const look = await page.evaluate(() => {
          const figure = document.querySelector('deal-network');
          const stage = figure?.shadowRoot?.querySelector('.stage');
          const ground =
            figure &&
            getComputedStyle(figure)
              .color.match(/[0-9.]+/g)
              ?.map(Number);
          return {
            overflow: document.documentElement.scrollWidth - innerWidth,
            light: (ground?.[0] ?? 0) > 128,
            direction: stage && getComputedStyle(stage).direction,
          };
        });
        assert.deepEqual(look, {
          overflow: 0,
          light: path === 'dark.html',
          direction: path === 'right-to-left.html' ? 'rtl' : 'ltr',
        });
        assert.deepEqual(await audited(page), []);
      });
    });
  }
}

test('twenty figures on a page share one program, and each begins when a reader comes near it', async () => {
  await withPage(DESKTOP, async (page) => {
    await page.goto('many.html');
    await page.waitFor(() => document.querySelector('deal-network')?.shadowRoot?.querySelector('.ready'));
    const [all, ready] = await page.evaluate(() => {
      const figures = [...document.querySelectorAll('deal-network')];
      return [figures.length, figures.filter((each) => each.shadowRoot?.querySelector('.ready')).length];
    });
    assert.equal(all, 20);
    assert.ok(ready < 5, 'those far below wait');
    for (let at = 0; at < 20; at += 1) {
      // Again and again: what takes its room above may push it out of sight.
      await page.waitFor(
        (at) => {
          const figure = document.querySelectorAll('deal-network')[at];
          figure?.scrollIntoView();
          return figure?.shadowRoot?.querySelector('.ready');
        },
        at,
        30_000,
      );
    }
    const programs = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => name.split('/').at(-1) ?? '')
        .filter((name) => name.endsWith('.wasm')),
    );
    // The reader, and what knows filters and dates; each of them once.
    assert.deepEqual(programs.sort(), ['deal_network_bg.wasm', 'deal_network_desk_bg.wasm']);
  });
});

test('a page with a frame, from the sources', async () => {
  await withPage({ width: 960, height: 900 }, async (page) => {
    await page.goto('cms.html');
    await follows(page);
    assert.deepEqual(await audited(page), []);
  });
});

test('a page with a frame, from the release', async () => {
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
});

test('the release has both templates, with each placeholder once', async () => {
  for (const file of ['frame.html', 'frame-large.html']) {
    const page = await released(file);
    const placeholders = [...page.matchAll(/\{\{\w+\}\}/g)].map(([found]) => found);
    assert.deepEqual(placeholders.sort(), ['{{data}}', '{{fallback}}', '{{language}}', '{{title}}'], file);
    assert.ok(!/<script[^>]+src=|<link[^>]+href="(?!data:,)/.test(page), `${file} loads nothing`);
  }
});
