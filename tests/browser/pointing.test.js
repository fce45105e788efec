/** Reading the figure by pointer and touch. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from './engine.js';
import { DESKTOP, PHONE, focused, open, picture, rest, visible } from './widget.js';

/** @import { Page } from './engine.js' */

/** Where a company, a loop or a deal is to be found, by looking. @param {Page} page @param {string} kind */
async function find(page, kind) {
  const box = await page.box('.stage');
  assert.ok(box);
  for (let y = 20; y < box.height; y += 12) {
    for (let x = 20; x < box.width; x += 12) {
      await page.mouse.move({ x: box.x + x, y: box.y + y });
      const over = await page.evaluate(() =>
        document
          .querySelector('deal-network')
          ?.shadowRoot?.querySelector('.stage')
          ?.classList.contains('over'),
      );
      if (!over) continue;
      await page.mouse.down();
      await page.mouse.up();
      const heading =
        kind === 'company' ? '.details .about' : kind === 'deal' ? '.details dl' : '.loops .card';
      if (await visible(page, heading)) return { x: box.x + x, y: box.y + y };
    }
  }
  throw new Error(`There is no ${kind} on the stage`);
}

test('a press on a company or an arrow opens its card, one beside them closes it', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    const company = await find(page, 'company');
    assert.ok((await visible(page, '.details .deals li')) > 0);
    await page.click('.details .close');
    assert.equal(await visible(page, '.card'), 0);
    assert.equal((await focused(page))?.class.split(' ')[0], 'stage', 'the focus is back where it came from');
    await find(page, 'deal');
    assert.ok((await visible(page, '.details .sources a')) > 0);
    const box = await page.box('.stage');
    assert.ok(box);
    await page.mouse.move({ x: box.x + 3, y: box.y + box.height - 3 });
    await page.mouse.down();
    await page.mouse.up();
    assert.equal(await visible(page, '.card'), 0);
    assert.ok(company);
  });
});

test('the wheel belongs to the page unless Ctrl is held', async () => {
  await withPage({ width: 1280, height: 500 }, async (page) => {
    await open(page);
    const box = await page.box('.stage');
    assert.ok(box);
    await page.mouse.move({ x: box.x + 3, y: box.y + 200 });
    const before = await picture(page);
    await page.mouse.wheel(0, 120);
    await page.waitFor(() => scrollY > 0);
    assert.equal(await picture(page), before);
    const scrolled = await page.evaluate(() => scrollY);
    await page.mouse.wheel(0, -100, ['Control']);
    assert.notEqual(await picture(page), before);
    assert.equal(await page.evaluate(() => scrollY), scrolled);
    await page.click('[title="Fit the whole figure"]');
    assert.equal(await picture(page), before, 'Fit brings it back');
  });
});

test('a finger scrolls the page until the reader presses "Move the figure"', async () => {
  await withPage(PHONE, async (page) => {
    await open(page);
    const before = await picture(page);
    const swipe = async () => {
      const box = await page.box('.stage');
      assert.ok(box);
      const from = { x: box.x + 30, y: box.y + 250 };
      await page.touch.swipe(from, { x: from.x, y: from.y - 120 });
    };
    await swipe();
    await page.waitFor(() => scrollY > 60);
    assert.equal(await picture(page), before);
    await page.click('.move');
    await page.evaluate(() => scrollTo(0, 200));
    const scrolled = await page.evaluate(() => scrollY);
    await swipe();
    assert.equal(await page.evaluate(() => scrollY), scrolled);
    assert.notEqual(await picture(page), before);
  });
});

test('two fingers move and zoom the figure, and leave the page as it is', async () => {
  await withPage(PHONE, async (page) => {
    await open(page);
    await page.evaluate(() =>
      document.querySelector('deal-network')?.shadowRoot?.querySelector('.stage')?.scrollIntoView(),
    );
    const box = await page.box('.stage');
    assert.ok(box);
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const around = (/** @type {number} */ reach, shift = 0) => [
      { x: x - reach + shift, y: y - reach + shift },
      { x: x + reach + shift, y: y + reach + shift },
    ];
    const seen = () =>
      page.evaluate(() => {
        const aim = document.querySelector('deal-network')?.state.aim ?? '';
        const [zoom = 1, x = 0.5, y = 0.5] = aim ? aim.split(',').map(Number) : [];
        return { zoom, x, y, scrolled: scrollY, page: visualViewport?.scale };
      });
    const before = await seen();
    await page.touch.fingers(around(40), around(80));
    const near = await seen();
    assert.ok(Math.abs(near.zoom - 2) < 0.15, `as much nearer as the fingers went apart: ${near.zoom}`);
    assert.ok(Math.abs(near.x - before.x) < 0.1 && Math.abs(near.y - before.y) < 0.1, 'about where they are');
    await page.touch.fingers(around(60), around(60, 50));
    const moved = await seen();
    assert.ok(Math.abs(moved.zoom - near.zoom) < 0.1, 'as near as before');
    assert.ok(moved.x < near.x - 0.03 && moved.y < near.y - 0.03, 'what is in the middle has moved along');
    assert.equal(moved.scrolled, before.scrolled, 'the page has not scrolled');
    assert.equal(moved.page, 1, 'nor has it become larger');
    assert.equal(
      await page.evaluate(() => document.querySelector('deal-network')?.focused),
      '',
      'nothing is chosen',
    );
  });
});

test('a dragged company follows the pointer and the figure comes to rest', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    const at = await find(page, 'company');
    await page.press('Escape');
    const before = await picture(page);
    await page.mouse.move(at);
    await page.mouse.down();
    for (let step = 1; step <= 10; step += 1)
      await page.mouse.move({ x: at.x + 8 * step, y: at.y + 4 * step });
    assert.notEqual(await picture(page), before);
    await page.mouse.up();
    await page.mouse.move({ x: 3, y: 3 });
    let last = 0;
    for (let turn = 0; turn < 100; turn += 1) {
      const now = await picture(page);
      if (now === last) return;
      last = now;
    }
    assert.fail('it never rests');
  });
});
