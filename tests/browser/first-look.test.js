/** The first look: what stands on the page, where, and that it keeps still. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from './engine.js';
import { DESKTOP, PHONE, colours, complete, open, textOf, visible } from './widget.js';

for (const [name, size, coloured] of /** @type {const} */ ([
  ['a desktop', DESKTOP, 6],
  ['a phone', PHONE, 4],
])) {
  for (const csp of [false, true]) {
    test(`the figure and its list stand on ${name}${csp ? ' under the strict policy' : ''}`, async () => {
      await withPage({ ...size, csp }, async (page) => {
        await open(page);
        assert.ok((await colours(page)) > 8, 'the drawing is not blank');
        assert.equal(await visible(page, '.loops .loop'), coloured);
        assert.match(
          (await textOf(page, '.loops .loop')) ?? '',
          /Amazon and OpenAI.*\$50 billion.*announced/,
        );
        const { width, scroll, shift } = await page.evaluate(() => ({
          width: innerWidth,
          scroll: document.documentElement.scrollWidth,
          shift:
            document.querySelector('deal-network')?.shadowRoot?.querySelector('.stage')?.clientHeight ?? 0,
        }));
        assert.equal(scroll, width, 'nothing sticks out');
        assert.ok(shift >= 300, 'the stage has room');
      });
    });
  }
}

test('at 320 pixels nothing sticks out', async () => {
  await withPage({ width: 320, height: 640, touch: true }, async (page) => {
    await open(page);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
  });
});

test('nothing moves while the page loads', async () => {
  for (const [path, size] of /** @type {const} */ ([
    ['index.html', DESKTOP],
    ['index.html', PHONE],
    ['article.html', DESKTOP],
    ['article.html', PHONE],
  ])) {
    await withPage(size, async (page) => {
      await page.answer('data/ai-deals.json', { delay: 300 });
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
      await complete(page);
      await new Promise((resolve) => setTimeout(resolve, 200));
      assert.equal(await page.evaluate(() => Reflect.get(window, 'shift') ?? 0), 0);
    });
  }
});

test('at rest no frame is asked for', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    const frames = await page.evaluate(async () => {
      let asked = 0;
      const original = window.requestAnimationFrame;
      await new Promise((resolve) => setTimeout(resolve, 300));
      window.requestAnimationFrame = (callback) => ((asked += 1), original(callback));
      await new Promise((resolve) => setTimeout(resolve, 500));
      return asked;
    });
    assert.equal(frames, 0);
  });
});

test('the sharpness follows the screen', async () => {
  await withPage({ ...DESKTOP, scale: 2 }, async (page) => {
    await open(page);
    const [ratio, wide] = await page.evaluate(() => {
      const canvas = document.querySelector('deal-network')?.shadowRoot?.querySelector('canvas');
      return [(canvas?.width ?? 0) / (canvas?.clientWidth ?? 1), canvas?.clientWidth];
    });
    assert.equal(ratio, 2);
    await page.resize(700, 800);
    await page.waitFor(
      (before) =>
        document.querySelector('deal-network')?.shadowRoot?.querySelector('canvas')?.clientWidth !== before,
      wide,
    );
    await page.waitFor(() => {
      const canvas = document.querySelector('deal-network')?.shadowRoot?.querySelector('canvas');
      return canvas && canvas.width === canvas.clientWidth * 2;
    });
  });
});

test('the article keeps its fallback without scripts, and has the figure with them', async () => {
  await withPage({ ...PHONE, javaScript: false }, async (page) => {
    await page.goto('article.html');
    assert.ok(await page.box('deal-network figcaption'));
  });
  await withPage(PHONE, async (page) => {
    await page.goto('article.html');
    await page.evaluate(() => document.querySelector('deal-network')?.scrollIntoView());
    await complete(page);
    assert.equal(await page.box('deal-network figcaption'), null);
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
