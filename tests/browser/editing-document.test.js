/** The document that says what an editor has decided: places, the saved file, rows that are corrected. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TALL, clean, coloured, copied, headed, openPanel, press, showing, write } from './bench.js';
import { withPage } from './engine.js';
import { DESKTOP, complete, leftmost, open, picture, textOf } from './widget.js';

test('companies that were moved keep their places in the document, and lose them again', async () => {
  await withPage({ ...TALL, reducedMotion: true }, async (page) => {
    await open(page);
    await openPanel(page, 'edit');
    await press(page, 'Keep the places of what I moved');
    await page.waitFor(() =>
      /Nothing has been moved/.test(document.querySelector('.bench[data-panel="edit"]')?.textContent ?? ''),
    );
    const before = await picture(page);
    const from = await leftmost(page);
    assert.ok(from);
    await page.mouse.move({ x: from.x + 8, y: from.y + 4 });
    await page.mouse.down();
    await page.mouse.move({ x: from.x + 30, y: from.y });
    await page.mouse.move({ x: from.x + 70, y: from.y });
    await page.mouse.up();
    await page.mouse.move({ x: 2, y: 2 });
    const places = await page.evaluate(() => [...(document.querySelector('deal-network')?.places ?? [])]);
    assert.equal(places.length, 1);
    // Another decision makes the figure anew: what was moved before is not forgotten.
    await write(page, '#bench-headline', 'Moved');
    await headed(page, 'Moved');
    await press(page, 'Keep the places of what I moved');
    await page.waitFor(() =>
      /1 company has its place kept/.test(
        document.querySelector('.bench[data-panel="edit"]')?.textContent ?? '',
      ),
    );
    await complete(page);
    const [[id, at] = ['', [0, 0]]] = places;
    const { positions } = clean(await copied(page));
    assert.deepEqual(Object.keys(positions ?? {}), [id]);
    const [x = NaN, y = NaN] = positions?.[id] ?? [];
    assert.ok(Math.abs(x - at[0]) < 0.01 && Math.abs(y - at[1]) < 0.01, 'to two decimals');
    assert.notEqual(await picture(page), before);
    await press(page, 'Forget all places');
    await page.waitFor(
      () => !/its place kept/.test(document.querySelector('.bench[data-panel="edit"]')?.textContent ?? ''),
    );
    await complete(page);
    assert.equal(await picture(page), before);
    assert.equal(clean(await copied(page)).positions, undefined);
  });
});

test('the document is saved as a file, and opened again it is the same figure', async () => {
  await withPage({ ...DESKTOP, csp: true }, async (page) => {
    await open(page);
    await openPanel(page, 'edit');
    await press(page, 'Hide: Amazon and OpenAI');
    await page.waitFor(
      () =>
        document.querySelector('deal-network')?.loops.find(({ id }) => id === 'amazon>openai')?.slot === null,
    );
    await write(page, '#bench-headline', 'Saved');
    await headed(page, 'Saved');
    const before = await coloured(page);
    await page.evaluate(() => {
      const make = URL.createObjectURL;
      URL.createObjectURL = (what) => {
        Reflect.set(window, 'saved', what);
        return make(what);
      };
      // Not pressed for good: a test has no use for a file.
      HTMLAnchorElement.prototype.click = function () {
        Reflect.set(window, 'file', this.download);
      };
    });
    await press(page, 'Save the document');
    await page.waitFor(() => 'saved' in window && 'file' in window);
    assert.equal(await page.evaluate(() => Reflect.get(window, 'file')), 'deals.json');
    const text = await page.evaluate(() => /** @type {Blob} */ (Reflect.get(window, 'saved')).text());
    clean(text);
    assert.equal(text, await copied(page));
    await page.evaluate((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'deals.json'));
      document.body.dispatchEvent(
        new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }),
      );
    }, text);
    await page.waitFor(() => location.search === '?data=own');
    await headed(page, 'Saved');
    await showing(page, before);
  });
});

test('rows that are corrected keep what was decided about them', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page, 'index.html?data=own');
    const rows = 'from,to,amount\na,b,5\nb,a,6\n';
    const put = (/** @type {string} */ text) =>
      page.evaluate((text) => {
        const area = document.querySelector('#bench-rows');
        if (!(area instanceof HTMLTextAreaElement)) throw new Error('no field');
        area.value = text;
        area.dispatchEvent(new Event('input'));
      }, text);
    await page.waitFor(() => document.querySelector('#bench-rows')?.checkVisibility());
    await put(rows);
    await showing(page, ['a>b']);
    await openPanel(page, 'edit');
    await write(page, '#bench-headline', 'Two of them');
    await headed(page, 'Two of them');
    await put(`${rows}b,c,7\nc,b,8\n`);
    await page.waitFor(() => document.querySelector('deal-network')?.loops.length === 2);
    await headed(page, 'Two of them');
    const { headline, deals } = clean(await copied(page));
    assert.deepEqual([headline, deals.length], ['Two of them', 4]);
    // The page's own set has decisions of its own.
    await page.click('a[data-set="ai-deals"]');
    await page.waitFor(() => (document.querySelector('deal-network')?.loops.length ?? 0) > 100);
    assert.notEqual(await textOf(page, '.heading'), 'Two of them');
  });
});
