/** What moves by itself: a loop onto its ring and back, a picture that widens, what a reader has put somewhere. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from './engine.js';
import { DESKTOP, focused, leftmost, open, picture, said, textOf, visible } from './widget.js';

/** @import { Page } from './engine.js' */

/** Every picture that is drawn from a press on, until nothing moves. @param {Page} page @param {string} selector */
function film(page, selector) {
  return page.evaluate(async (selector) => {
    const root = document.querySelector('deal-network')?.shadowRoot;
    const canvas = root?.querySelector('canvas');
    const pen = canvas?.getContext('2d');
    if (!canvas || !pen) return [];
    const look = () => {
      const data = new Uint32Array(pen.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
      return data.reduce((sum, pixel) => (Math.imul(sum, 31) + pixel) | 0, 0);
    };
    const original = window.requestAnimationFrame;
    let [asked, pending, most] = [0, 0, 0];
    window.requestAnimationFrame = (callback) => {
      asked += 1;
      most = Math.max(most, (pending += 1));
      return original((now) => ((pending -= 1), callback(now)));
    };
    const pictures = [look()];
    const button = root?.querySelector(selector);
    if (button instanceof HTMLElement) button.click();
    for (let rest = 0; rest < 10;) {
      const before = asked;
      await new Promise((resolve) => original(resolve));
      const now = look();
      if (now !== pictures.at(-1)) pictures.push(now);
      rest = asked === before ? rest + 1 : 0;
    }
    window.requestAnimationFrame = original;
    if (most > 1) throw new Error(`${most} frames were pending at once`);
    return pictures;
  }, selector);
}

test('a loop is unrolled and rolled up by its button, and everything is back to the last pixel', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    await page.click('.loop');
    assert.equal(await textOf(page, '.card [data-unroll]'), 'Unroll');
    const there = await film(page, '.card [data-unroll]');
    assert.ok(there.length > 6, `${there.length} pictures on the way`);
    assert.equal(await textOf(page, '.card [data-unroll]'), 'Roll up');
    assert.match((await said(page)) ?? '', /ring/);
    const back = await film(page, '.card [data-unroll]');
    assert.equal(back[0], there.at(-1));
    assert.equal(back.at(-1), there[0]);
    assert.match((await said(page)) ?? '', /back/);
    assert.equal(await visible(page, '.card'), 1, 'its card stays');
  });
});

test('by keyboard: U unrolls, F goes round, Escape undoes that first', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    await page.focus('.stage');
    await page.press('ArrowDown');
    await page.press('u');
    assert.equal(await textOf(page, '.card [data-unroll]'), 'Roll up');
    assert.match((await said(page)) ?? '', /ring/);
    await page.press('f');
    assert.match((await said(page)) ?? '', /Amazon/);
    assert.equal(await textOf(page, '.card [data-unroll]'), 'Roll up', 'still on its ring');
    await page.press('Escape');
    assert.equal(await textOf(page, '.card [data-unroll]'), 'Unroll');
    assert.match((await said(page)) ?? '', /back/);
    await page.press('u');
    await page.press('u');
    assert.equal(await textOf(page, '.card [data-unroll]'), 'Unroll', 'U goes both ways');
    await page.press('Escape');
    assert.equal(await visible(page, '.card'), 0);
  });
});

test('Escape in the card rolls up first, then closes it', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    await page.click('.loop');
    await page.focus('.card [data-unroll]');
    await page.press('Enter');
    await page.press('Escape');
    assert.equal(await textOf(page, '.card [data-unroll]'), 'Unroll');
    assert.equal((await focused(page))?.text, 'Unroll', 'the focus stays');
    await page.press('Escape');
    assert.equal(await visible(page, '.card'), 0);
  });
});

test('another choice rolls up', async () => {
  await withPage({ ...DESKTOP, reducedMotion: true }, async (page) => {
    await open(page);
    await page.focus('.stage');
    const before = await picture(page);
    await page.click('.loop');
    await page.click('.card [data-unroll]');
    await page.click('li:nth-child(2) > .loop');
    assert.equal(await textOf(page, '.card [data-unroll]'), 'Unroll');
    await page.focus('.card [data-unroll]');
    await page.press('Escape');
    await page.focus('.stage');
    await page.mouse.move({ x: 2, y: 2 });
    assert.equal(await picture(page), before);
  });
});

test('what stays glides to its new place, and rests', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    const pictures = await film(page, '[data-to]');
    assert.ok(pictures.length > 6, `${pictures.length} pictures on the way`);
    assert.ok(pictures.length < 60, `${pictures.length} pictures on the way`);
  });
});

test('for a reader who asks for less motion everything is there in one frame', async () => {
  await withPage({ ...DESKTOP, reducedMotion: true }, async (page) => {
    await open(page);
    assert.equal((await film(page, '[data-to]')).length, 2);
    await page.click('.loop');
    await page.mouse.move({ x: 2, y: 2 });
    const there = await film(page, '.card [data-unroll]');
    assert.equal(there.length, 2);
    const back = await film(page, '.card [data-unroll]');
    assert.deepEqual(back, [there[1], there[0]]);
  });
});

test('a company stays where it is put, and Fit brings it back', async () => {
  await withPage({ ...DESKTOP, reducedMotion: true }, async (page) => {
    await open(page);
    const before = await picture(page);
    const box = await page.box('.stage');
    assert.ok(box);
    // The first company from the left, and a drag by a third of the stage.
    const from = await leftmost(page);
    assert.ok(from);
    const drag = async (/** @type {number} */ by) => {
      await page.mouse.move({ x: from.x + 8, y: from.y + 4 });
      await page.mouse.down();
      await page.mouse.move({ x: from.x + 20, y: from.y });
      await page.mouse.move({ x: from.x + by, y: from.y });
      await page.mouse.up();
      await page.mouse.move({ x: 2, y: 2 });
    };
    await drag(60);
    const moved = await picture(page);
    assert.notEqual(moved, before);
    await page.click('[title="Zoom in"]');
    await page.click('[title="Fit the whole figure"]');
    assert.notEqual(await picture(page), before, 'what was zoomed is fitted, what was put somewhere stays');
    await page.click('[title="Fit the whole figure"]');
    await page.mouse.move({ x: 2, y: 2 });
    assert.equal(await picture(page), before);
  });
});
