/** Where the element is put, and what happens to it there: copied, moved elsewhere, hidden, resized, printed. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from '../engine.js';
import { DESKTOP, SMALL, colours, complete, host, rest, visible } from '../widget.js';

/** @import { Page } from '../engine.js' */

const FIGURE = '<deal-network src="data/openai-amazon.json"><p>Fallback</p></deal-network>';
const SCRIPT = '<script type="module" src="deal-network.js"></script>';

/** @param {Page} page @param {string} body */
async function show(page, body) {
  await page.answer('host.html', host(body + SCRIPT));
  await page.goto('host.html');
}

test('a copy is a figure of its own', async () => {
  await withPage(DESKTOP, async (page) => {
    await show(page, FIGURE);
    await complete(page);
    const told = await page.evaluate(async () => {
      const first = document.querySelector('deal-network');
      if (!first) throw new Error('no figure');
      first.setAttribute('until', '2024');
      const copy = /** @type {typeof first} */ (first.cloneNode(true));
      const ready = new Promise((resolve) => copy.addEventListener('deal-network-ready', resolve));
      first.after(copy);
      await ready;
      copy.until = '';
      copy.select('company:openai');
      return {
        until: [first.until, copy.until],
        focused: [first.focused, copy.focused],
        fallback: copy.querySelector('p')?.textContent,
      };
    });
    assert.deepEqual(told.until, ['2024', '']);
    assert.equal(told.focused[0], '');
    assert.notEqual(told.focused[1], '');
    assert.equal(told.fallback, 'Fallback');
  });
});

test('made from a template, and by name, it begins as any other', async () => {
  await withPage(DESKTOP, async (page) => {
    await show(page, `<template>${FIGURE}</template>`);
    const counts = await page.evaluate(async (data) => {
      await customElements.whenDefined('deal-network');
      const template = document.querySelector('template');
      const copied = template?.content.cloneNode(true);
      if (copied) document.body.append(copied);
      const named = document.createElement('deal-network');
      named.data = data;
      document.body.append(named);
      const all = [...document.querySelectorAll('deal-network')];
      await Promise.all(
        all.map((each) => new Promise((resolve) => each.addEventListener('deal-network-ready', resolve))),
      );
      return all.map((each) => each.loops.length);
    }, SMALL);
    assert.deepEqual(counts, [16, 2]);
  });
});

test('adopted by another document and back, it looks and works as before and keeps what was chosen', async () => {
  await withPage(DESKTOP, async (page) => {
    await page.answer('room.html', host('<main></main>'));
    await show(page, `${FIGURE}<iframe src="room.html" width="700" height="900"></iframe>`);
    await complete(page);
    const moved = await page.evaluate(async () => {
      const figure = document.querySelector('deal-network');
      const room = document.querySelector('iframe')?.contentDocument?.querySelector('main');
      if (!figure || !room) throw new Error('no figure or no room');
      const home = /** @type {Element} */ (figure.parentElement);
      figure.focusLoop(figure.loops[0]?.id ?? '');
      const look = () => {
        const list = figure.shadowRoot?.querySelector('.stage');
        return {
          styled: list ? getComputedStyle(list).position : 'none',
          sheets: (figure.shadowRoot?.adoptedStyleSheets.length ?? 0) > 0,
          chosen: figure.focused,
        };
      };
      const before = look();
      /** @param {Element} place */
      const put = async (place) => {
        const ready = new Promise((resolve) =>
          figure.addEventListener('deal-network-ready', resolve, { once: true }),
        );
        place.append(figure);
        await ready;
        return look();
      };
      return { before, there: await put(room), back: await put(home) };
    });
    assert.notEqual(moved.before.chosen, '');
    assert.deepEqual(moved.there, moved.before);
    assert.deepEqual(moved.back, moved.before);
    assert.ok((await colours(page)) > 8, 'the drawing is not blank');
  });
});

/**
 * Places that begin hidden or without a size, what the figure there asks for while it waits, and how each is opened. In
 * a box without a size it may be seen at any moment: it loads, and waits for the size.
 */
const PLACES = /** @type {const} */ ([
  ['a dialog', `<dialog>${FIGURE}</dialog>`, [], () => document.querySelector('dialog')?.showModal()],
  [
    'an accordion',
    `<details><summary>More</summary>${FIGURE}</details>`,
    [],
    () => document.querySelector('details')?.setAttribute('open', ''),
  ],
  [
    'a tab',
    `<div role="tabpanel" hidden>${FIGURE}</div>`,
    [],
    () => document.querySelector('[role=tabpanel]')?.removeAttribute('hidden'),
  ],
  [
    'a box without a size',
    `<div style="width: 0; height: 0; overflow: hidden">${FIGURE}</div>`,
    ['openai-amazon.json'],
    () => document.querySelector('div')?.removeAttribute('style'),
  ],
]);

/** Notes which deals are asked for, and errors of which the engine tells none but the page. */
const ASKED = `
  window.complaints = [];
  addEventListener('error', (event) => complaints.push(event.message));
  window.asked = [];
  const request = window.fetch;
  window.fetch = (address, ...rest) => (asked.push(String(address)), request(address, ...rest));`;

for (const [place, body, asked, reveal] of PLACES) {
  test(`in ${place} it waits without a complaint, and is there when there is room; closed and opened, too`, async () => {
    await withPage(DESKTOP, async (page) => {
      await page.answer('requests.js', { type: 'text/javascript', body: ASKED });
      const other = '<deal-network id="other" src="data/ai-deals.json"></deal-network>';
      await show(page, `<script src="requests.js"></script>${body}${other}`);
      // The first one has had the time for that, too.
      await page.waitFor(() => document.querySelector('#other')?.shadowRoot?.querySelector('.ready'));
      const seen = await page.evaluate(() => {
        const figure = document.querySelector('deal-network');
        const wishes = /** @type {string[]} */ (Reflect.get(window, 'asked')).filter((address) =>
          /(?<!ai-deals)\.json$/.test(address),
        );
        return {
          asked: wishes.map((address) => address.split('/').at(-1)),
          loops: figure?.loops,
          ready: figure?.shadowRoot?.querySelector('.ready') ?? null,
        };
      });
      assert.deepEqual(seen, { asked: [...asked], loops: [], ready: null });
      await page.evaluate(reveal);
      await complete(page);
      await page.waitFor(
        () => (document.querySelector('deal-network')?.shadowRoot?.querySelector('canvas')?.width ?? 0) > 400,
      );
      assert.ok((await colours(page)) > 8, 'the drawing is not blank');
      await page.evaluate(() => {
        const box = document.querySelector('deal-network')?.parentElement;
        if (box instanceof HTMLDialogElement) box.close();
        else box?.setAttribute('hidden', '');
      });
      await page.evaluate(
        () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
      );
      await page.evaluate(() => {
        const box = document.querySelector('deal-network')?.parentElement;
        if (box instanceof HTMLDialogElement) box.showModal();
        else box?.removeAttribute('hidden');
      });
      await page.waitFor(() =>
        document.querySelector('deal-network')?.shadowRoot?.querySelector('.stage')?.checkVisibility(),
      );
      assert.ok((await colours(page)) > 8, 'the drawing is still there');
      assert.ok((await visible(page, '.loops .loop')) > 0);
      assert.deepEqual(await page.evaluate(() => Reflect.get(window, 'complaints')), []);
    });
  });
}

test('moved to another screen, or zoomed, the drawing is as sharp as that allows', async () => {
  await withPage(DESKTOP, async (page) => {
    await page.answer('screen.js', {
      type: 'text/javascript',
      body: `
        const original = window.matchMedia.bind(window);
        let density = 1;
        Object.defineProperty(window, 'devicePixelRatio', { get: () => density });
        const queries = [];
        window.matchMedia = (text) => {
          if (!text.includes('resolution')) return original(text);
          const query = new EventTarget();
          queries.push(query);
          return query;
        };
        window.toScreen = (next) => {
          density = next;
          for (const query of queries.splice(0)) query.dispatchEvent(new Event('change'));
        };`,
    });
    await show(page, '<script src="screen.js"></script>' + FIGURE);
    await complete(page);
    for (const density of [2, 1.25, 3, 1]) {
      await page.evaluate((density) => Reflect.get(window, 'toScreen')(density), density);
      await page.waitFor((density) => {
        const canvas = document.querySelector('deal-network')?.shadowRoot?.querySelector('canvas');
        return canvas && canvas.width === Math.round(canvas.clientWidth * density);
      }, density);
    }
  });
});

test('made narrower and wider, the drawing is of the size of its stage before that is shown', async () => {
  await withPage(DESKTOP, async (page) => {
    await show(page, FIGURE);
    await complete(page);
    await rest(page);
    const seen = await page.evaluate(async () => {
      const figure = document.querySelector('deal-network');
      const canvas = figure?.shadowRoot?.querySelector('canvas');
      if (!figure || !canvas) throw new Error('There is no figure');
      /** @type {[drawn: number, shown: number][]} */
      const widths = [];
      // Observers are told in the order in which they were made: this one after that of the figure.
      const told = new ResizeObserver(() => widths.push([canvas.width, Math.round(canvas.clientWidth)]));
      told.observe(canvas);
      for (const width of ['', '600px', '420px', '']) {
        figure.style.width = width;
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      }
      return widths;
    });
    assert.ok(new Set(seen.map(([drawn]) => drawn)).size >= 3, `${seen}`);
    assert.deepEqual(
      seen.map(([drawn]) => drawn),
      seen.map(([, shown]) => shown),
    );
  });
});

/** Takes the page to paper and back, as printing does: the sheets' rules for paper hold, and the figure is told. */
const PAPER = `
  const original = window.matchMedia.bind(window);
  const paper = new EventTarget();
  window.matchMedia = (text) => (text === 'print' ? paper : original(text));
  window.turn = (root) => {
    for (const { cssRules } of root.adoptedStyleSheets) {
      for (const { media } of cssRules) {
        if (!media) continue;
        media.mediaText = media.mediaText.replace(/screen|print/, (word) => (word === 'print' ? 'screen' : 'print'));
      }
    }
    paper.dispatchEvent(new Event('change'));
  };`;

test('printed, a dark figure is light, and dark again afterwards', async () => {
  await withPage(DESKTOP, async (page) => {
    await page.answer('paper.js', { type: 'text/javascript', body: PAPER });
    await show(page, '<script src="paper.js"></script>' + FIGURE.replace(' src', ' theme="dark" src'));
    await complete(page);
    await rest(page);
    // All in one go: there are no frames before a page is printed.
    const seen = await page.evaluate(() => {
      const root = document.querySelector('deal-network')?.shadowRoot;
      const canvas = root?.querySelector('canvas');
      const painted = () => canvas?.toDataURL();
      const turn = () => (Reflect.get(window, 'turn')(root), painted());
      return { dark: painted(), paper: turn(), after: turn() };
    });
    assert.ok(seen.after === seen.dark, 'dark again');
    await page.evaluate(() => document.querySelector('deal-network')?.setAttribute('theme', 'light'));
    await rest(page);
    const light = await page.evaluate(() =>
      document.querySelector('deal-network')?.shadowRoot?.querySelector('canvas')?.toDataURL(),
    );
    assert.ok(seen.paper === light, 'as light as on the screen');
    assert.ok(seen.dark !== light);
  });
});
