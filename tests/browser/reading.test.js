/** Reading the figure: list, cards, keyboard. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from './engine.js';
import { DESKTOP, focused, listed, open, picture, said, show, textOf, visible } from './widget.js';

test('a pressed loop opens its card below, with legs and linked sources; Escape closes it and gives the focus back', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    const before = await picture(page);
    await page.click('.loop');
    assert.equal(await visible(page, 'li > .loop[aria-expanded="true"] + .card'), 1);
    assert.ok((await visible(page, '.card .legs > li')) === 2);
    assert.ok((await visible(page, '.card a[href^="https://"]')) >= 2);
    const links = await page.evaluate(() =>
      [...(document.querySelector('deal-network')?.shadowRoot?.querySelectorAll('.card a') ?? [])].map(
        (link) => [link.getAttribute('rel'), link.getAttribute('target')],
      ),
    );
    for (const link of links) assert.deepEqual(link, ['noopener noreferrer nofollow', '_blank']);
    assert.notEqual(await picture(page), before, 'the loop stands out');
    await page.focus('.card a');
    await page.press('Escape');
    assert.equal(await visible(page, '.card'), 0);
    assert.match((await focused(page))?.text ?? '', /Amazon and OpenAI/);
  });
});

test('choosing is told to the page', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    await page.evaluate(() => {
      Reflect.set(window, 'told', []);
      document.addEventListener('deal-network-select', (event) => {
        Reflect.get(window, 'told').push(Reflect.get(event, 'detail'));
      });
    });
    await page.click('.loop');
    await page.click('.loop');
    assert.deepEqual(await page.evaluate(() => Reflect.get(window, 'told')), [
      { kind: 'loop', id: 'amazon>openai' },
      null,
    ]);
  });
});

test('hover and focus in the list let a loop stand out, and let go again', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    const before = await picture(page);
    const box = await page.box('.loop');
    assert.ok(box);
    await page.mouse.move({ x: box.x + 40, y: box.y + 10 });
    const hovered = await picture(page);
    assert.notEqual(hovered, before);
    await page.mouse.move({ x: 5, y: 5 });
    assert.equal(await picture(page), before);
    await page.focus('.loop');
    assert.equal(await picture(page), hovered);
  });
});

test('more loops come in pages, never as 240 stops of the Tab key', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    assert.match((await textOf(page, '[data-more]')) ?? '', /^\+ 234 more/);
    await page.click('[data-more]');
    assert.equal(await visible(page, '.loops .loop'), 16);
    assert.match((await textOf(page, '[data-more]')) ?? '', /^\+ 224 more/);
    assert.equal((await focused(page))?.class, 'loop', 'the first of the new ones has the focus');
  });
});

test('what was counted and is not listed is said', async () => {
  await withPage(DESKTOP, async (page) => {
    // Everybody deals with everybody: 28 loops of two, 112 of three, 420 of four, 1,344 of five.
    const names = [...'abcdefgh'];
    const deals = names.flatMap((from) => names.flatMap((to) => (from === to ? [] : [{ from, to }])));
    await show(page, { version: 1, deals });
    assert.equal(await textOf(page, '[data-more]'), '+ 1,898 more loops');
    await page.evaluate(() => {
      const more = document.querySelector('deal-network')?.shadowRoot?.querySelector('[data-more]');
      while (more instanceof HTMLElement && !more.hidden) more.click();
    });
    assert.equal(await visible(page, '[data-more]'), 0);
    assert.equal(await textOf(page, '.outline > .note'), '904 further loops are counted, not listed.');
    assert.equal(await visible(page, '.outline > .note'), 1);
  });
});

test('the keyboard walks every loop and company, opens, follows the money and leaves', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    await page.focus('.stage');
    /** @type {string[]} */
    const walked = [];
    for (let step = 0; step < 15; step += 1) {
      await page.press('ArrowDown');
      walked.push((await said(page)) ?? '');
    }
    assert.match(walked[0] ?? '', /^Loop 1 of 6, Amazon and OpenAI$/);
    assert.match(walked[5] ?? '', /^Loop 6 of 6, /);
    assert.match(walked[6] ?? '', /^Company 1 of 9, /);
    assert.equal(new Set(walked).size, 15, 'six loops and nine companies');
    await page.press('ArrowDown');
    assert.equal(await said(page), walked[0], 'and round');
    await page.press('End');
    assert.equal(await said(page), walked[14]);
    await page.press('Home');
    await page.press('Enter');
    assert.equal(await visible(page, '.loop[aria-expanded="true"] + .card'), 1, 'Enter opens the card');
    assert.match((await said(page)) ?? '', /Deal 1 of \d/);
    await page.press('f');
    const there = await said(page);
    await page.press('f');
    const back = await said(page);
    assert.notEqual(there, back, 'F goes on');
    await page.press('f');
    assert.equal(await said(page), there, 'and round the loop');
    await page.press('Shift+F');
    assert.equal(await said(page), back);
    assert.equal((await focused(page))?.class.split(' ')[0], 'stage', 'the focus never left the stage');
    await page.press('Escape');
    assert.equal(await visible(page, '.card'), 0, 'Escape goes one level up');
    await page.press('Escape');
    assert.equal(await focused(page), null, 'then out');
  });
});

test('the stage is one stop of the Tab key, and the list can be reached past it', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    await page.focus('.stage');
    await page.press('Tab');
    assert.equal((await focused(page))?.text, '+');
    await page.focus('.skip');
    await page.press('Enter');
    assert.equal((await focused(page))?.class, 'list-heading');
    await page.press('Tab');
    assert.equal((await focused(page))?.class, 'loop');
  });
});

test('the instructions are one key away, and only on the stage', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    await page.focus('.loop');
    await page.press('?');
    assert.equal(await visible(page, '.help'), 0);
    await page.focus('.stage');
    await page.press('?');
    assert.equal(await visible(page, '.help'), 1);
    await page.press('?');
    assert.equal(await visible(page, '.help'), 0);
  });
});

test('widening keeps what is there and says what it shows', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    assert.match((await textOf(page, 'p.shown')) ?? '', /^9 of 68 companies/);
    await page.click('[data-to]');
    assert.match((await textOf(page, 'p.shown')) ?? '', /^14 of 68 companies/);
    assert.equal(await visible(page, '[data-to]'), 3);
    assert.match((await said(page)) ?? '', /14/);
    await page.click('[data-to]:last-child');
    assert.match((await textOf(page, 'p.shown')) ?? '', /^9 of 68 companies/);
  });
});
