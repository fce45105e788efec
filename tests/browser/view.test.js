/** Filters, dates, what is left out, and the view in attributes, properties and links. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from './engine.js';
import {
  DESKTOP,
  PHONE,
  SMALL,
  complete,
  listed,
  open,
  picture,
  rest,
  said,
  show,
  textOf,
  visible,
} from './widget.js';

/** @import { Page } from './engine.js' */

/** @param {Page} page */
const state = (page) => page.evaluate(() => document.querySelector('deal-network')?.state);

/** Until the line under the drawing says what counts. @param {Page} page @param {string} words */
const counts = (page, words) =>
  page.waitFor(
    (words) =>
      document.querySelector('deal-network')?.shadowRoot?.querySelector('.filtered')?.textContent === words,
    words,
  );

/** @param {Page} page @param {string} tool @param {string} inside what it has in it */
async function openTool(page, tool, inside) {
  await page.click(`[data-tool=${tool}]`);
  await page.waitFor((inside) => {
    const root = document.querySelector('deal-network')?.shadowRoot;
    return root?.querySelector(inside) !== null;
  }, inside);
}

const FIRM = 'Counting only what is signed, closed or completed.';

test('only what is signed or done: the list, the drawing and the words count the same', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    const before = await picture(page);
    const coloured = await listed(page);
    await openTool(page, 'filters', '.filters');
    await page.click('.filters .acts button');
    await counts(page, FIRM);
    assert.match((await textOf(page, '.summary')) ?? '', /^9 pairs of companies/);
    assert.match((await textOf(page, '.filters .acts')) ?? '', /100 deals count · 17 loops/);
    assert.equal((await page.evaluate(() => document.querySelector('deal-network')?.loops))?.length, 17);
    assert.notEqual(await picture(page), before, 'the drawing is another one');
    const left = await listed(page);
    const kept = left.filter(({ slot }) => slot !== null);
    assert.ok(kept.length > 0 && kept.length < coloured.length);
    for (const one of kept)
      assert.ok(coloured.some((old) => old.name === one.name && old.number === one.number));
    const numbers = left.map(({ number }) => number);
    assert.equal(new Set(numbers).size, numbers.length, 'no number stands twice');
    assert.match((await said(page)) ?? '', /17 loops/);

    await page.click('.filters .acts button:nth-child(2)');
    await counts(page, '');
    assert.deepEqual(await listed(page), coloured, 'all is as it was');
    assert.equal(await picture(page), before);
  });
});

test('every choice has its count, and can be made with the keyboard alone', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    await page.focus('[data-tool=filters]');
    await page.press('Enter');
    await page.waitFor(() => document.querySelector('deal-network')?.shadowRoot?.querySelector('.filters'));
    const counted = await page.evaluate(() =>
      [
        ...(document.querySelector('deal-network')?.shadowRoot?.querySelectorAll('.filters label .n') ?? []),
      ].map((one) => Number(one.textContent)),
    );
    assert.ok(counted.length > 10 && counted.some((count) => count > 30));
    await page.focus('[name="statuses-reported"]');
    await page.press('Space');
    await counts(page, 'Counting only what is announced, signed, closed or completed.');
    const name = await page.evaluate(() =>
      document.querySelector('deal-network')?.shadowRoot?.activeElement?.getAttribute('name'),
    );
    assert.equal(name, 'statuses-reported', 'the focus stays where it was');
    await page.press('Escape');
    assert.equal(await visible(page, '.filters'), 0);
    const tool = await page.evaluate(() =>
      document.querySelector('deal-network')?.shadowRoot?.activeElement?.getAttribute('data-tool'),
    );
    assert.equal(tool, 'filters', 'Escape closes the panel and gives the focus back');
    assert.equal((await state(page))?.filter, 'statuses=announced,signed,closed,completed');
  });
});

test('a deal or a company is left out from its card, and taken back', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page, 'index.html?focus=company:nvidia');
    assert.equal(await visible(page, '.card'), 1);
    await page.click('.card [data-out]');
    await counts(page, 'Without Nvidia.');
    assert.match((await said(page)) ?? '', /loops remain/);
    assert.ok((await listed(page)).every(({ name }) => !/Nvidia/.test(name ?? '')));
    assert.equal(await textOf(page, '.card [data-out]'), 'Take back in');
    await openTool(page, 'filters', '.filters .chips button');
    await page.click('.filters .chips button');
    await counts(page, '');
  });
});

test('dates by keyboard: what was known then, and which loops became complete', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    await openTool(page, 'dates', '.timeline');
    await page.focus('.timeline input');
    for (let month = 0; month < 9; month += 1) await page.press('ArrowLeft');
    await page.waitFor(() => /^20/.test(document.querySelector('deal-network')?.state.until ?? ''));
    const { until = '' } = (await state(page)) ?? {};
    assert.match(until, /^\d{4}-\d\d$/);
    const known = await page.evaluate(() => document.querySelector('deal-network')?.loops.length ?? 0);
    await page.press('End');
    await counts(page, '');
    const all = await page.evaluate(() => document.querySelector('deal-network')?.loops.length ?? 0);
    assert.ok(known < all, `${known} of ${all}`);
    assert.match((await textOf(page, '.log')) ?? '', /a loop since/);
    assert.match((await said(page)) ?? '', /All dates.*a loop since/);
  });
});

test('dates play, silently, and pause', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page, 'index.html?until=2025-01');
    await openTool(page, 'dates', '.timeline');
    const before = await said(page);
    await page.click('.timeline ~ .acts button');
    await page.waitFor(() => (document.querySelector('deal-network')?.state.until ?? '') > '2025-01');
    assert.equal(await said(page), before, 'nothing is announced while it plays');
    assert.equal(await textOf(page, '.timeline ~ .acts button'), 'Pause');
    await page.click('.timeline ~ .acts button');
    assert.equal(await textOf(page, '.timeline ~ .acts button'), 'Play');
    assert.match((await said(page)) ?? '', /As known in/);
  });
});

test('dates under a finger', async () => {
  await withPage(PHONE, async (page) => {
    await open(page);
    await openTool(page, 'dates', '.timeline');
    await page.evaluate(() =>
      document
        .querySelector('deal-network')
        ?.shadowRoot?.querySelector('.timeline')
        ?.scrollIntoView({ block: 'center' }),
    );
    const box = await page.box('.timeline input');
    assert.ok(box && box.height >= 24);
    await page.touch.tap({ x: box.x + box.width * 0.8, y: box.y + box.height / 2 });
    await page.waitFor(() => (document.querySelector('deal-network')?.state.until ?? '') !== '');
  });
});

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
