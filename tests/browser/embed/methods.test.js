/** What a page can ask the element to do. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from '../engine.js';
import { DESKTOP, SMALL, complete, host, picture, show, visible } from '../widget.js';

test('select and focusLoop choose what a press chooses, and tell the page', async () => {
  await withPage(DESKTOP, async (page) => {
    await show(page, SMALL);
    const told = await page.evaluate(async () => {
      const element = document.querySelector('deal-network');
      if (!element) return [];
      /** @type {unknown[]} */
      const told = [];
      /** @param {() => void} act */
      const after = (act) =>
        new Promise((resolve) => {
          element.addEventListener(
            'deal-network-select',
            (event) => (told.push(event.detail), resolve(null)),
            {
              once: true,
            },
          );
          act();
        });
      await after(() => element.select('company:a'));
      await after(() => element.select({ kind: 'deal', id: '2' }));
      await after(() => element.focusLoop('a>b'));
      told.push(element.focused);
      await after(() => element.select(null));
      return told;
    });
    assert.deepEqual(told, [
      { kind: 'company', id: 'a' },
      { kind: 'deal', id: '2' },
      { kind: 'loop', id: 'a>b' },
      'loop:a>b',
      null,
    ]);
  });
});

test('what a page asks for before there is a figure is shown as soon as there is one', async () => {
  await withPage(DESKTOP, async (page) => {
    await page.answer('deals.json', { type: 'application/json', body: JSON.stringify(SMALL) });
    await page.answer(
      'host.html',
      host(
        '<deal-network src="deals.json"></deal-network><script type="module" src="deal-network.js"></script>',
      ),
    );
    await page.goto('host.html');
    await page.waitFor(() => customElements.get('deal-network'));
    await page.evaluate(() => document.querySelector('deal-network')?.focusLoop('a>b'));
    await complete(page);
    await page.waitFor(() => document.querySelector('deal-network')?.focused === 'loop:a>b');
    assert.equal(await visible(page, '[part="card"]'), 1);
  });
});

test('fit shows all of the figure', async () => {
  await withPage(DESKTOP, async (page) => {
    await show(page, SMALL);
    const before = await picture(page);
    await page.evaluate(() => {
      const element = document.querySelector('deal-network');
      if (element) element.state = { ...element.state, aim: '3,0.3,0.3' };
    });
    await page.waitFor(() => document.querySelector('deal-network')?.state.aim);
    assert.notEqual(await picture(page), before);
    await page.evaluate(() => document.querySelector('deal-network')?.fit());
    await page.waitFor(() => !document.querySelector('deal-network')?.state.aim);
    assert.equal(await picture(page), before);
  });
});

test('toSVG and toPNG hand over the figure with its heading, and nothing before there is one', async () => {
  await withPage(DESKTOP, async (page) => {
    await page.answer(
      'host.html',
      host('<main></main><script type="module" src="deal-network.js"></script>'),
    );
    await page.goto('host.html');
    await page.waitFor(() => customElements.get('deal-network'));
    const early = await page.evaluate(() =>
      document
        .createElement('deal-network')
        .toSVG()
        .then(String, (error) => String(error)),
    );
    assert.match(early, /wait for deal-network-ready/);
    await show(page, SMALL);
    const made = await page.evaluate(async () => {
      const element = document.querySelector('deal-network');
      if (!element) return null;
      const [light, dark] = [await element.toSVG(), await element.toSVG({ theme: 'dark' })];
      const file = new DOMParser().parseFromString(light, 'image/svg+xml');
      const png = await element.toPNG({ scale: 1 });
      const [once, twice] = [await createImageBitmap(png), await createImageBitmap(await element.toPNG())];
      return {
        root: file.documentElement.nodeName,
        words: file.documentElement.textContent ?? '',
        differ: light !== dark,
        type: png.type,
        scale: twice.width / once.width,
      };
    });
    assert.equal(made?.root, 'svg');
    assert.match(made?.words ?? '', /Company A/);
    assert.ok(made?.differ);
    assert.equal(made?.type, 'image/png');
    assert.equal(made?.scale, 2);
  });
});

test('destroy frees the figure and leaves the fallback; put into the page again, it begins anew', async () => {
  await withPage(DESKTOP, async (page) => {
    await show(page, SMALL);
    await page.evaluate(() => {
      const element = document.querySelector('deal-network');
      element?.append('Still here');
      element?.destroy();
      // Nothing of this starts it again.
      element?.setAttribute('top-loops', '2');
      element?.select('company:a');
      element?.destroy();
    });
    // It has had the time for that when another one is ready.
    await page.evaluate(async (data) => {
      const other = document.createElement('deal-network');
      other.data = data;
      const ready = new Promise((resolve) => other.addEventListener('deal-network-ready', resolve));
      document.querySelector('deal-network')?.after(other);
      await ready;
      other.remove();
    }, SMALL);
    assert.equal(await visible(page, '.widget'), 0);
    assert.equal(await visible(page, '.fallback'), 1);
    assert.deepEqual(await page.evaluate(() => document.querySelector('deal-network')?.loops), []);
    await page.evaluate(() => {
      const element = document.querySelector('deal-network');
      element?.remove();
      if (element) document.body.append(element);
    });
    await complete(page);
    assert.equal(await visible(page, '.widget'), 1);
  });
});
