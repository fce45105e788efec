/** The first look: what stands on the page, where, and that it keeps still. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { latch, withPage } from './engine.js';
import { DESKTOP, PHONE, colours, complete, open, visible } from './widget.js';

for (const csp of [false, true]) {
  test(`the figure and its list stand on a phone${csp ? ' under the strict policy' : ''}`, async () => {
    await withPage({ ...PHONE, csp }, async (page) => {
      await open(page);
      assert.ok((await colours(page)) > 8, 'the drawing is not blank');
      assert.equal(await visible(page, '.loops .loop'), 4);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
    });
  });
}

test('nothing moves while the page loads', async () => {
  for (const [path, size] of /** @type {const} */ ([
    ['index.html', DESKTOP],
    ['index.html', PHONE],
    ['article.html', DESKTOP],
    ['article.html', PHONE],
  ])) {
    await withPage(size, async (page) => {
      const { hold, asked, release } = latch();
      await page.answer('data/ai-deals.json', { hold });
      await page.goto(path);
      await page.evaluate(() => {
        // What is below it would be pushed down as well.
        document.querySelector('deal-network')?.scrollIntoView({ block: 'end' });
        const watch = new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            Reflect.set(
              window,
              'shift',
              Number(Reflect.get(window, 'shift') ?? 0) + Number(Reflect.get(entry, 'value')),
            );
          }
        });
        watch.observe({ type: 'layout-shift', buffered: true });
      });
      await asked;
      release();
      await complete(page);
      await new Promise((resolve) => setTimeout(resolve, 200));
      assert.equal(await page.evaluate(() => Reflect.get(window, 'shift') ?? 0), 0);
    });
  }
});

test('on a phone, a loop has room for its small picture before that has come', async () => {
  await withPage(PHONE, async (page) => {
    await open(page);
    const { hold, asked, release } = latch();
    await page.answer('tools.js', { hold });
    await page.click('[data-id="amazon>openai"]');
    await asked;
    const before = await page.box('.card .lead');
    release();
    await page.waitFor(() =>
      document.querySelector('deal-network')?.shadowRoot?.querySelector('.card svg.ring')?.checkVisibility(),
    );
    assert.deepEqual(await page.box('.card .lead'), before);
  });
});

test('who asks for more contrast has no pale grey', async () => {
  for (const dark of [false, true]) {
    await withPage({ ...DESKTOP, dark, contrast: true }, async (page) => {
      await open(page);
      const colours = await page.evaluate(() => {
        const element = document.querySelector('deal-network');
        const frame = element?.shadowRoot?.querySelector('.frame');
        if (!element || !frame) return [];
        const [drawn, read] = [getComputedStyle(element), getComputedStyle(frame)];
        const roles = ['plain', 'bed', 'bed-outline'].map((role) => drawn.getPropertyValue(`--_${role}`));
        return [...roles, read.getPropertyValue('--_muted'), drawn.getPropertyValue('--_ground')];
      });
      const [ground = NaN, ...others] = colours.reverse().map(lightness);
      assert.equal(others.length, 4);
      for (const other of others) {
        const ratio = (Math.max(ground, other) + 0.05) / (Math.min(ground, other) + 0.05);
        assert.ok(ratio >= 7, `${ratio.toFixed(1)} to 1`);
      }
    });
  }
});

/** As the guidelines for contrast reckon it. @param {string} colour `#rrggbb` */
function lightness(colour) {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.trim().slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
