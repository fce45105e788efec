/** The view in attributes, properties and links. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from './engine.js';
import { FIRM, counts, openTool, state } from './views.js';
import { DESKTOP, SMALL, complete, listed, open, picture, rest, show, textOf, visible } from './widget.js';

test('the address has the view: a link shows it again, back and forward lead through it', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    await page.click('[data-to]');
    await page.waitFor(() => new URLSearchParams(location.search).get('widen') === '14');
    await page.click('button.loop');
    await page.waitFor(() => new URLSearchParams(location.search).has('focus'));
    await openTool(page, 'filters', '.filters');
    await page.click('.filters .acts button');
    await page.waitFor(() => new URLSearchParams(location.search).has('filter'));
    const link = await page.evaluate(() => location.search);
    const wanted = await state(page);

    await page.evaluate(() => history.back());
    await counts(page, '');
    assert.deepEqual(await state(page), { ...wanted, filter: '', focus: 'loop:amazon>openai' });
    await page.evaluate(() => history.forward());
    await counts(page, FIRM);
    assert.deepEqual(await state(page), wanted);

    await open(page, `index.html${link}`);
    await counts(page, FIRM);
    assert.deepEqual(await state(page), wanted);
    assert.match((await textOf(page, 'p.shown')) ?? '', /^14 of 68/);
  });
});

test('how near the reader is stands in the address, without filling the history', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    const length = await page.evaluate(() => history.length);
    await page.click('[aria-label="Zoom in"]');
    await page.click('[aria-label="Zoom in"]');
    await page.waitFor(() => new URLSearchParams(location.search).has('aim'));
    assert.equal(await page.evaluate(() => history.length), length);
    const near = await picture(page);
    const link = await page.evaluate(() => location.search);
    await open(page, `index.html${link}`);
    await page.waitFor(() => document.querySelector('deal-network')?.state.aim !== '');
    assert.equal(await picture(page), near, 'the same picture');
  });
});

test('a link from other data says what it could not find, and shows the rest', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(
      page,
      'index.html?focus=loop:gone>away&filter=without%3Dnobody,nvidia%26statuses%3Dsure&until=2025-03',
    );
    const words = (await textOf(page, '.filtered')) ?? '';
    assert.match(words, /As known in March 2025\..*Without Nvidia\./);
    assert.match(words, /nothing called “nobody”/);
    assert.match(words, /“loop:gone>away”/);
    assert.match(words, /`sure` is not a status/);
  });
});

test('attributes and properties ask for the same views', async () => {
  await withPage(DESKTOP, async (page) => {
    await show(page, SMALL);
    await page.evaluate(() =>
      document.querySelector('deal-network')?.setAttribute('filter', 'statuses=signed,closed'),
    );
    await counts(page, 'Counting only what is signed or closed.');
    assert.equal((await listed(page)).length, 0);
    await page.evaluate(() => document.querySelector('deal-network')?.removeAttribute('filter'));
    await counts(page, '');
    await page.evaluate(() => document.querySelector('deal-network')?.setAttribute('until', '2024'));
    await counts(page, 'As known at the end of 2024.');
    await page.evaluate(() => {
      const element = document.querySelector('deal-network');
      if (element) [element.until, element.focused] = ['', 'loop:a>b'];
    });
    await counts(page, '');
    assert.equal(await visible(page, '.card'), 1);
    assert.equal(await page.evaluate(() => document.querySelector('deal-network')?.focused), 'loop:a>b');
    await page.evaluate(() => document.querySelector('deal-network')?.setAttribute('focus', 'c'));
    assert.match((await textOf(page, '.card')) ?? '', /Company C/);
  });
});

test('attributes that are there from the beginning hold from the first picture on', async () => {
  await withPage(DESKTOP, async (page) => {
    await page.answer('host.html', {
      type: 'text/html',
      body: `<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:,">
        <deal-network src="data/ai-deals.json" filter="statuses=signed,closed,completed" widen="all"
          focus="company:openai"></deal-network>
        <script type="module" src="deal-network.js"></script></html>`,
    });
    await page.goto('host.html');
    await complete(page);
    await counts(page, FIRM);
    assert.equal(await page.evaluate(() => document.querySelector('deal-network')?.loops.length), 17);
    assert.equal((await state(page))?.widen, 'all');
    assert.match((await textOf(page, '.card')) ?? '', /OpenAI/);
  });
});

test('the page is told of every view, once', async () => {
  await withPage(DESKTOP, async (page) => {
    await show(page, SMALL);
    const views = await page.evaluate(async () => {
      const element = document.querySelector('deal-network');
      /** @type {unknown[]} */
      const told = [];
      element?.addEventListener('deal-network-view', (event) =>
        told.push(/** @type {CustomEvent} */ (event).detail),
      );
      const next = () =>
        new Promise((resolve) => element?.addEventListener('deal-network-view', resolve, { once: true }));
      let wait = next();
      if (element) element.until = '2024';
      await wait;
      wait = next();
      element?.shadowRoot?.querySelector('canvas')?.parentElement?.focus();
      if (element) element.focused = 'a';
      await wait;
      return told;
    });
    assert.deepEqual(views, [
      { filter: '', until: '2024', focus: '', widen: '', aim: '', passing: false },
      { filter: '', until: '2024', focus: 'company:a', widen: '', aim: '', passing: false },
    ]);
  });
});

test('what the reader moved stays where it is when another figure does the counting', async () => {
  await withPage(DESKTOP, async (page) => {
    await show(page, SMALL);
    // Where a company is: the pointer says so.
    const box = await page.box('.stage');
    assert.ok(box);
    const at = await page.evaluate(() => {
      const network = document.querySelector('deal-network');
      const stage = network?.shadowRoot?.querySelector('.stage');
      const frame = stage?.getBoundingClientRect();
      if (!network || !stage || !frame) return null;
      for (let y = 10; y < frame.height; y += 8)
        for (let x = 10; x < frame.width; x += 8) {
          stage.dispatchEvent(
            new PointerEvent('pointermove', {
              clientX: frame.left + x,
              clientY: frame.top + y,
              pointerId: 1,
            }),
          );
          if (stage.classList.contains('over')) return { x: frame.left + x + 6, y: frame.top + y + 6 };
        }
      return null;
    });
    assert.ok(at);
    await page.mouse.move(at);
    await page.mouse.down();
    await page.mouse.move({ x: at.x - 30, y: at.y + 40 });
    await page.mouse.move({ x: at.x - 60, y: at.y + 70 });
    await page.mouse.up();
    await page.mouse.move({ x: 2, y: 2 });
    await rest(page);
    const moved = await picture(page);
    await page.evaluate(() => {
      const element = document.querySelector('deal-network');
      if (element) element.until = '2030';
    });
    await counts(page, 'As known at the end of 2030.');
    await rest(page);
    assert.equal(await picture(page), moved);
  });
});
