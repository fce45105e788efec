/** Files and links with data of the reader's own: opened, dropped, fetched, left and come back to. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPanel } from './bench.js';
import { withPage } from './engine.js';
import { ROWS, current, found, hand, loops, paste, told } from './own-data.js';
import { DESKTOP, open } from './widget.js';

test('a file is opened and corrected; one that is too large is refused before it is read', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    await openPanel(page, 'own');
    await hand(page, 'open', [['deals.csv', `\ufeff${ROWS.replaceAll(',', ';').replaceAll('\n', '\r\n')}`]]);
    await told(page, '2 rows were read.');
    await found(page, 'Chip Maker>Model Lab');
    await page.evaluate(() => {
      const input = document.querySelector('input[type="file"]');
      if (!(input instanceof HTMLInputElement)) return;
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(10 * 1024 * 1024 + 1)], 'large.csv'));
      input.files = data.files;
      input.dispatchEvent(new Event('change'));
    });
    await told(page, 'larger than 10 MiB');
    assert.deepEqual(await loops(page), ['Chip Maker>Model Lab']);
  });
});

test('a file is dropped anywhere on the page, with a hint while it is over it', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    const hint = () => page.evaluate(() => document.querySelector('.drop')?.checkVisibility() ?? false);
    assert.equal(
      await hand(page, 'dragover', [['deals.csv', ROWS]]),
      true,
      'the browser does not leave the page',
    );
    await page.waitFor(() => document.querySelector('.drop')?.checkVisibility());
    await hand(page, 'dragleave', [['deals.csv', ROWS]]);
    assert.equal(await hint(), false);
    await hand(page, 'dragover', [['deals.csv', ROWS]]);
    await page.waitFor(() => document.querySelector('.drop')?.checkVisibility());
    assert.equal(
      await hand(page, 'drop', [
        ['deals.csv', ROWS],
        ['more.csv', ROWS],
      ]),
      true,
    );
    await told(page, '2 rows were read. Only the first file was read.');
    assert.equal(await hint(), false);
    await found(page, 'Chip Maker>Model Lab');
    assert.deepEqual(await current(page), ['Your data']);
  });
});

test('of two files that are opened at once, the last one counts', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    await openPanel(page, 'own');
    await Promise.all([
      hand(page, 'open', [['deals.csv', ROWS]]),
      hand(page, 'open', [['deals.csv', 'from,to\nx,y\ny,x\nx,z\n']]),
    ]);
    await told(page, '3 rows were read.');
    await found(page, 'x>y');
  });
});

test('what cannot be fetched is told, and tried again', async () => {
  await withPage({ ...DESKTOP, mayFail: true }, async (page) => {
    await page.answer('pkg/deal_network_desk_bg.wasm', { abort: true });
    await open(page);
    await page.click('[data-panel="edit"]');
    const alert = () => page.evaluate(() => document.querySelector('.bar [role="alert"]')?.textContent);
    await page.waitFor(() => document.querySelector('.bar [role="alert"]')?.textContent !== '');
    assert.match((await alert()) ?? '', /could not be loaded/);
    await page.answer('pkg/deal_network_desk_bg.wasm', {});
    await openPanel(page, 'edit');
    assert.equal(await alert(), '');
  });
});

test('text that is dragged is left alone', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    const stopped = await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', 'x');
      const event = new DragEvent('dragover', { dataTransfer: data, bubbles: true, cancelable: true });
      document.body.dispatchEvent(event);
      return event.defaultPrevented;
    });
    assert.equal(stopped, false);
  });
});

test('the page’s own sets and the reader’s rows are left and come back, in the address as well', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    await openPanel(page, 'own');
    await paste(page, ROWS);
    await found(page, 'Chip Maker>Model Lab');
    const query = () => page.evaluate(() => location.search);
    assert.equal(await query(), '?data=own');
    await page.click('a[data-set="openai-amazon"]');
    await page.waitFor(() =>
      document.querySelector('deal-network')?.loops.some(({ id }) => /openai/i.test(id)),
    );
    assert.deepEqual(await current(page), ['OpenAI and Amazon']);
    assert.equal(await query(), '?data=openai-amazon');
    assert.equal(
      await page.evaluate(() => {
        const area = document.querySelector('#bench-rows');
        return area instanceof HTMLTextAreaElement && area.value;
      }),
      ROWS,
      'the text is kept while the page is open',
    );
    await page.evaluate(() => history.back());
    await found(page, 'Chip Maker>Model Lab');
    assert.deepEqual(await current(page), ['Your data']);
    await page.click('a[data-set="ai-deals"]');
    await page.waitFor(() => (document.querySelector('deal-network')?.loops.length ?? 0) > 100);
    assert.equal(await query(), '');
    const stored = await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length]);
    assert.deepEqual(stored, ['', 0, 0], 'nothing is stored');
  });
});

test('a link to rows that are not here says so', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page, 'index.html?data=own');
    await told(page, 'not kept anywhere');
    assert.deepEqual(await current(page), ['AI deals']);
  });
});
