/** What users of other tools report again and again, about the drawing. None of it may happen here. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawn } from './drawn.js';
import { withPage } from './engine.js';
import { DESKTOP, PHONE, SMALL, colours, host, open, picture, rest, show } from './widget.js';

/** @import { Page } from './engine.js' */

/** @typedef {{ x: number, y: number, width: number, height: number, word: string }} Box */

/** How far two boxes reach into each other, in pixels. @param {Box} a @param {Box} b */
function overlap(a, b) {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.min(across, down);
}

test('drawing: not blurred on a sharp screen', async () => {
  await withPage({ ...DESKTOP, scale: 2 }, async (page) => {
    await open(page);
    const [drawn, seen] = await page.evaluate(() => {
      const canvas = document.querySelector('deal-network')?.shadowRoot?.querySelector('canvas');
      return [canvas?.width ?? 0, canvas?.clientWidth ?? 0];
    });
    assert.equal(drawn, seen * 2);
  });
});

test('drawing: no label over another, in the first picture and with all companies', async () => {
  await withPage(DESKTOP, async (page) => {
    await page.goto('index.html');
    for (const stage of [
      { width: 960, height: 640 },
      { width: 390, height: 600 },
      { width: 960, height: 640, widen: 68 },
    ]) {
      const { texts } = await drawn(page, stage);
      assert.ok(texts.length > 8, `${texts.length} labels`);
      for (const [place, label] of texts.entries())
        for (const other of texts.slice(place + 1))
          // A line of text is a few pixels higher than its letters.
          assert.ok(overlap(label, other) < 4, `${label.word} over ${other.word}`);
    }
  });
});

test('drawing: no label over the circle of a company', async () => {
  await withPage(DESKTOP, async (page) => {
    await page.goto('index.html');
    const { texts, circles } = await drawn(page, { width: 960, height: 640 });
    const discs = circles.filter(({ width }) => width > 20);
    assert.ok(discs.length >= 9);
    const names = texts.filter(({ word }) => !/^\d$/.test(word));
    for (const label of names)
      for (const disc of discs)
        assert.ok(overlap(label, { ...disc, word: '' }) < 5, `${label.word} over a circle`);
  });
});

for (const [data, width, height, most] of /** @type {const} */ ([
  ['ai-deals', 960, 640, 0],
  ['openai-amazon', 960, 640, 0],
  // Where all is close, a corner of a name may touch a stripe; its halo keeps it readable.
  ['ai-deals', 390, 600, 0.12],
  ['openai-amazon', 390, 600, 0.12],
])) {
  test(`drawing: no label over an arrowhead or a coloured edge, ${data} at ${width}`, async () => {
    await withPage(DESKTOP, async (page) => {
      await page.goto('index.html');
      const { texts } = await drawn(page, { width, height, data });
      const labels = texts.filter(({ word }) => !/^\d$/.test(word));
      assert.ok(labels.length >= 8);
      for (const { word, heads, stripes, halo } of labels) {
        assert.equal(heads, 0, `${word} over an arrowhead`);
        assert.ok(stripes <= most, `${word} over coloured edges: ${stripes}`);
        assert.ok(halo, `${word} stands out from what is below`);
      }
    });
  });
}

test('drawing: no text under 12 pixels, on a phone either', async () => {
  await withPage(PHONE, async (page) => {
    await page.goto('index.html');
    const { texts } = await drawn(page, { width: 390, height: 600 });
    assert.ok(texts.length > 8);
    for (const { size, word } of texts) assert.ok(size >= 12, `${word}: ${size}`);
  });
});

for (const [where, opening, closed] of /** @type {const} */ ([
  ['a dialog', 'dialog', '<dialog><deal-network></deal-network></dialog>'],
  ['an accordion', 'details', '<details><summary>More</summary><deal-network></deal-network></details>'],
  ['a tab', 'section', '<section hidden><deal-network></deal-network></section>'],
  ['a box without a size', 'div', '<div class="none"><deal-network></deal-network></div>'],
])) {
  test(`drawing: not blank in ${where} that opens later`, async () => {
    await withPage(DESKTOP, async (page) => {
      const script = '<script type="module" src="deal-network.js"></script>';
      await page.answer('none.css', {
        type: 'text/css',
        body: '.none { inline-size: 0; block-size: 0; overflow: hidden }',
      });
      await page.answer('host.html', host(`<link rel="stylesheet" href="none.css">${closed}${script}`));
      await page.goto('host.html');
      await page.waitFor(() => customElements.get('deal-network'));
      await page.evaluate(
        ({ opening, data }) => {
          const element = document.querySelector('deal-network');
          if (element) element.data = data;
          const box = document.querySelector(opening);
          if (box instanceof HTMLDialogElement) box.showModal();
          else if (box instanceof HTMLDetailsElement) box.open = true;
          else if (box) [box.className, box.hidden] = ['', false];
        },
        { opening, data: SMALL },
      );
      await page.waitFor(() => (document.querySelector('deal-network')?.loops ?? []).length > 0);
      assert.ok((await colours(page)) > 10);
    });
  });
}

/** Two networks that have nothing to do with each other. */
const APART = {
  version: 1,
  deals: ['a', 'b', 'c', 'd'].flatMap((name) => [
    { from: `${name}1`, to: `${name}2`, kind: 'purchase' },
    { from: `${name}2`, to: `${name}1`, kind: 'purchase' },
  ]),
};

test('drawing: companies without a connection do not drift off', async () => {
  await withPage(DESKTOP, async (page) => {
    await show(page, APART);
    await rest(page);
    const before = await picture(page);
    // What the physics would do, if it went on: a tug at the figure wakes it up.
    await page.click('[aria-label^="Fit"]');
    await rest(page);
    await page.click('[aria-label^="Fit"]');
    await rest(page);
    assert.equal(await picture(page), before);
  });
});

test('drawing: the same picture at each load', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    const first = await picture(page);
    await open(page);
    assert.equal(await picture(page), first);
  });
});

test('drawing: it comes to rest', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    await page.click('[data-to]:last-child');
    await rest(page);
    const frames = await page.evaluate(async () => {
      let frames = 0;
      const original = window.requestAnimationFrame;
      window.requestAnimationFrame = (callback) => ((frames += 1), original(callback));
      for (let turn = 0; turn < 60; turn += 1) await new Promise((resolve) => original(resolve));
      window.requestAnimationFrame = original;
      return frames;
    });
    assert.equal(frames, 0);
  });
});

test('drawing: one amount a thousand times the next does not make everything else tiny', async () => {
  await withPage(DESKTOP, async (page) => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const deals = names.flatMap((from, place) => {
      const to = names[(place + 1) % names.length];
      const amount = place === 0 ? 1e12 : 1e9;
      return [
        { from, to, kind: 'purchase', amount },
        { from: to, to: from, kind: 'purchase', amount: 1e9 },
      ];
    });
    await show(page, { version: 1, unit: 'USD', deals });
    const smallest = await page.evaluate(() => {
      const element = document.querySelector('deal-network');
      const stage = element?.shadowRoot?.querySelector('.stage');
      const frame = stage?.getBoundingClientRect();
      if (!element || !stage || !frame) return 0;
      // How many places of the stage belong to each company, one in four pixels.
      /** @type {Map<string, number>} */
      const places = new Map();
      element.addEventListener('deal-network-select', (event) => {
        const detail = /** @type {CustomEvent} */ (event).detail;
        if (detail?.kind === 'company') places.set(detail.id, (places.get(detail.id) ?? 0) + 1);
      });
      const press = (/** @type {number} */ x, /** @type {number} */ y) => {
        const at = { clientX: frame.left + x, clientY: frame.top + y, pointerId: 1, bubbles: true };
        stage.dispatchEvent(new PointerEvent('pointerdown', at));
        stage.dispatchEvent(new PointerEvent('pointerup', at));
      };
      for (let y = 2; y < frame.height; y += 4)
        for (let x = 2; x < frame.width; x += 4) {
          press(x, y);
          // Beside the figure: what is chosen already cannot be chosen again.
          press(1, 1);
        }
      return places.size === 5 ? Math.min(...places.values()) : -places.size;
    });
    // A circle of radius 12 has 28 such places.
    assert.ok(smallest >= 28, `${smallest} places`);
  });
});
