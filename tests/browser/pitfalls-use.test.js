/** What users of other tools report again and again, about using a figure, by whatever means. None may happen here. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from './engine.js';
import { DESKTOP, PHONE, open, picture, rest, said, textOf, visible } from './widget.js';

/** @import { Page } from './engine.js' */

/** @param {Page} page */
const top = (page) => page.evaluate(() => scrollY);

/** Everything that can be reached by Tab within the figure, in order. @param {Page} page */
async function stops(page) {
  await page.evaluate(() => {
    const before = document.createElement('button');
    document.querySelector('deal-network')?.before(before);
    before.focus();
  });
  /** @type {string[]} */
  const stops = [];
  for (let turn = 0; turn < 80; turn += 1) {
    await page.press('Tab');
    const at = await page.evaluate(() => {
      const element = document.querySelector('deal-network')?.shadowRoot?.activeElement;
      if (!element) return null;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const seen = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
      const what = element.className || element.getAttribute('data-tool') || element.tagName;
      return `${what}${seen ? '' : ' without a ring'}`;
    });
    if (at === null) return stops;
    stops.push(at);
  }
  return stops;
}

test('interaction: neither the wheel nor a finger is trapped', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    const box = await page.box('.stage');
    assert.ok(box);
    await page.mouse.move({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
    await page.mouse.wheel(0, 300);
    await page.waitFor(() => scrollY > 0);
  });
  await withPage(PHONE, async (page) => {
    await open(page);
    const box = await page.box('.stage');
    assert.ok(box);
    const x = box.x + box.width / 2;
    await page.touch.swipe({ x, y: box.y + box.height - 40 }, { x, y: box.y + 40 });
    await page.waitFor(() => scrollY > 0);
    assert.ok((await top(page)) > 0);
  });
});

test('interaction: nothing is shown on hover only', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    const words = await textOf(page, '.widget');
    const box = await page.box('.stage');
    assert.ok(box);
    for (let part = 0.1; part < 1; part += 0.05) {
      await page.mouse.move({ x: box.x + box.width * part, y: box.y + box.height * part });
      assert.equal(await textOf(page, '.widget'), words, 'the pointer alone brings no words');
    }
  });
});

test('interaction: dragging is never the only way', async () => {
  await withPage(PHONE, async (page) => {
    await open(page);
    const before = await picture(page);
    await page.click('button.move');
    await page.click('[aria-label="Move left"]');
    const moved = await picture(page);
    assert.notEqual(moved, before, 'a button moves the figure');
    await page.click('[aria-label="Move right"]');
    await page.focus('.stage');
    await page.press('Shift+ArrowLeft');
    assert.equal(await picture(page), moved, 'and so does a key');
  });
});

test('interaction: links stand where they can be reached, not in something that follows the pointer', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    await page.focus('button.loop');
    await page.press('Enter');
    for (let turn = 0; turn < 20; turn += 1) {
      await page.press('Tab');
      const link = await page.evaluate(() => {
        const element = document.querySelector('deal-network')?.shadowRoot?.activeElement;
        return element instanceof HTMLAnchorElement ? [element.href, element.rel] : null;
      });
      if (!link) continue;
      assert.match(link[0] ?? '', /^https?:/);
      assert.match(link[1] ?? '', /noopener noreferrer nofollow/);
      return;
    }
    assert.fail('no link within twenty steps of the Tab key');
  });
});

test('interaction: there is always a way back', async () => {
  await withPage({ ...DESKTOP, reducedMotion: true }, async (page) => {
    await open(page);
    const before = await picture(page);
    await page.click('[data-to]');
    await page.click('[data-id="amazon>anthropic"]');
    await page.click('[data-unroll]');
    await page.click('[aria-label="Zoom in"]');
    await page.click('[data-tool="filters"]');
    await page.waitFor(() => document.querySelector('deal-network')?.shadowRoot?.querySelector('.filters'));
    await page.click('.filters .acts button');
    await page.waitFor(() => document.querySelector('deal-network')?.filter !== '');

    await page.click('.filters .acts button:nth-child(2)');
    await page.waitFor(() => document.querySelector('deal-network')?.filter === '');
    await page.click('[data-tool="filters"]');
    await page.click('.card [data-close]');
    await page.click('[aria-label^="Fit"]');
    await page.click('[data-to]:last-child');
    await page.mouse.move({ x: 2, y: 2 });
    await rest(page);
    assert.equal(await picture(page), before);
  });
});

test('accessibility: the drawing has a role, a name and instructions', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    const stage = await page.evaluate(() => {
      const root = document.querySelector('deal-network')?.shadowRoot;
      const stage = root?.querySelector('.stage');
      const help = root?.getElementById(stage?.getAttribute('aria-describedby') ?? '');
      return {
        role: stage?.getAttribute('role'),
        description: stage?.getAttribute('aria-roledescription'),
        name: stage?.getAttribute('aria-label') ?? '',
        help: help?.textContent ?? '',
        hidden: stage?.querySelector('canvas')?.getAttribute('aria-hidden'),
      };
    });
    assert.equal(stage.role, 'application');
    assert.ok(stage.description && stage.hidden === 'true');
    assert.match(stage.help, /Enter opens/);
    assert.match(stage.name, /^Network of 9 companies/, 'not "chart"');
    assert.match(stage.name, /Amazon and OpenAI/);
  });
});

test('accessibility: no tab stop per company, and every stop can be seen', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    await page.click('[data-to]:last-child');
    const all = await stops(page);
    assert.ok(all.length > 10 && all.length < 40, `${all.length} stops with all 68 companies`);
    assert.equal(all.filter((stop) => stop.includes('stage')).length, 1);
    assert.deepEqual(
      all.filter((stop) => stop.endsWith('without a ring')),
      [],
    );
  });
});

test('accessibility: colour is never the only sign', async () => {
  await withPage({ ...DESKTOP, forcedColors: true }, async (page) => {
    await open(page);
    const loops = await page.evaluate(() =>
      [...(document.querySelector('deal-network')?.shadowRoot?.querySelectorAll('button.loop') ?? [])].map(
        (loop) => loop.querySelector('.badge')?.textContent,
      ),
    );
    assert.deepEqual(loops, ['1', '2', '3', '4', '5', '6'], 'the numbers stand in the list');
    const texts = await page.evaluate(async () => {
      const { engine } = await import(new URL('engine.js', document.baseURI).href);
      const Figure = await engine();
      const bytes = new Uint8Array(await (await fetch('data/ai-deals.json')).arrayBuffer());
      const figure = Figure.open(bytes, false, 1, 5, 10_000, 6, false);
      while (!figure.search(50));
      figure.arrange(960, 640);
      figure.scene(960, 640, 1, 480, 320, false, new Float32Array(1 << 18));
      const texts = figure.texts();
      figure.free();
      return texts;
    });
    for (const number of loops) assert.ok(texts.includes(number ?? ''), `${number} stands in the drawing`);
  });
});

test('accessibility: motion can be stopped, and is not there for who asks for less', async () => {
  await withPage({ ...DESKTOP, reducedMotion: true }, async (page) => {
    await open(page);
    const pictures = await page.evaluate(async () => {
      const root = document.querySelector('deal-network')?.shadowRoot;
      const canvas = root?.querySelector('canvas');
      const pen = canvas?.getContext('2d');
      if (!root || !canvas || !pen) return -1;
      const look = () => {
        const data = new Uint32Array(pen.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
        return data.reduce((sum, pixel) => (Math.imul(sum, 31) + pixel) | 0, 0);
      };
      const pictures = [look()];
      const button = root.querySelector('[data-to]:last-child');
      if (button instanceof HTMLElement) button.click();
      for (let frame = 0; frame < 60; frame += 1) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
        const now = look();
        if (now !== pictures.at(-1)) pictures.push(now);
      }
      return pictures.length;
    });
    assert.equal(pictures, 2, 'before and after, and nothing in between');
  });
});

test('accessibility: changes are announced', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    await page.click('[data-to]');
    assert.match((await said(page)) ?? '', /14 companies are shown/);
    await page.focus('.stage');
    await page.press('ArrowDown');
    assert.match((await said(page)) ?? '', /^Loop 1 of 6, Amazon and OpenAI/);
    await page.press('Enter');
    assert.match((await said(page)) ?? '', /\$50 billion/);
    await page.click('.card [data-step="1"]');
    assert.match((await said(page)) ?? '', /Amazon invests up to \$50 billion/);
    await page.click('[data-unroll]');
    assert.match((await said(page)) ?? '', /ring of its own/);
  });
});

test('accessibility: every loop is walked by keyboard, and each announcement says where the reader is', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    while ((await visible(page, '[data-more]')) > 0) await page.click('[data-more]');
    const names = await page.evaluate(() =>
      [...(document.querySelector('deal-network')?.shadowRoot?.querySelectorAll('.loop .name') ?? [])].map(
        (name) => name.textContent,
      ),
    );
    assert.equal(names.length, 240);
    await page.focus('.stage');
    for (const [place, name] of names.entries()) {
      await page.press('ArrowDown');
      assert.equal(await said(page), `Loop ${place + 1} of 240, ${name}`);
    }
  });
});
