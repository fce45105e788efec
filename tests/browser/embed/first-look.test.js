/** The first look on any page: the figure stands there, in every engine, under the strict policy, without scripts. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from '../engine.js';
import { DESKTOP, NARROW, colours, complete, open, textOf, visible } from '../widget.js';

for (const [name, size, coloured] of /** @type {const} */ ([
  ['a desktop', DESKTOP, 6],
  ['a narrow page', NARROW, 4],
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
  await withPage({ width: 320, height: 640 }, async (page) => {
    await open(page);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
  });
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

for (const width of [320, 390, 500, 600, 760, 920, 1280]) {
  test(`the height that is kept free is enough for the list, ${width} wide`, async () => {
    await withPage({ width, height: 800 }, async (page) => {
      await open(page);
      await page.waitFor(() => document.querySelector('deal-network')?.shadowRoot?.querySelector('.foot'));
      const [host = 0, kept = 0] = await page.evaluate(() => {
        const figure = document.querySelector('deal-network');
        const room = figure?.shadowRoot?.querySelector('.room');
        return [figure?.clientHeight ?? 0, room ? parseFloat(getComputedStyle(room, '::before').height) : 0];
      });
      assert.ok(kept > 800 && Math.abs(host - kept) < 2, `${host} high, ${kept} kept`);
    });
  });
}

for (const path of ['index.html', 'article.html']) {
  test(`${path} has the figure and the table without scripts, and the widget with them`, async () => {
    // Chromium tells of each module that is fetched early and may not run.
    await withPage({ ...NARROW, javaScript: false, mayFail: true }, async (page) => {
      await page.goto(path);
      const picture = await page.box('deal-network img');
      assert.ok(picture && picture.width > 300 && picture.height > 1_000, 'all of the figure');
      assert.ok(await page.box('deal-network summary'), 'and the table, folded away');
    });
    await withPage(NARROW, async (page) => {
      await page.goto(path);
      await page.evaluate(() => document.querySelector('deal-network')?.scrollIntoView());
      await complete(page);
      const shown = await page.evaluate(() => document.querySelector('deal-network img')?.checkVisibility());
      assert.ok(!shown);
    });
  });
}
