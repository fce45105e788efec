/** The check list before publishing. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPanel, view, write } from './bench.js';
import { withPage } from './engine.js';
import { DESKTOP, complete, open, textOf } from './widget.js';

test('the check list counts, explains, and opens the deal that it is about', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    await openPanel(page, 'check');
    const summaries = await page.evaluate(() =>
      [...document.querySelectorAll('.checks summary')].map((one) => one.textContent),
    );
    assert.match(summaries[0] ?? '', /^Possible doubles: 2The same companies/);
    await page.click('[data-check="stale"] summary');
    const listed = await page.evaluate(() =>
      [...document.querySelectorAll('[data-check="stale"] li')].map((one) => one.textContent),
    );
    assert.equal(listed.length, 21);
    assert.match(listed[20] ?? '', /^and \d+ more$/);
    await page.click('[data-check="stale"] button');
    const wanted = await page.evaluate(() => {
      const button = document.querySelector('[data-check="stale"] button');
      return button instanceof HTMLElement ? button.dataset.focus : '';
    });
    assert.match(wanted ?? '', /^deal:/);
    assert.equal((await view(page))?.focus, wanted);
    assert.ok(await textOf(page, '.details .card-title'));
    await page.waitFor(() => {
      const card = document.querySelector('deal-network')?.shadowRoot?.querySelector('.details .card-title');
      const { top = -1, bottom = Infinity } = card?.getBoundingClientRect() ?? {};
      return top >= 0 && bottom <= innerHeight;
    });
  });
});

test('the check list follows what is decided', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    await openPanel(page, 'edit');
    await write(page, '#bench-asOf', '');
    await complete(page);
    await openPanel(page, 'check');
    await page.waitFor(() =>
      /No date of the data/.test(document.querySelector('.checks')?.textContent ?? ''),
    );
    await openPanel(page, 'edit');
    await write(page, '#bench-asOf', '2020');
    await openPanel(page, 'check');
    await page.waitFor(() => document.querySelector('[data-check="oldAsOf"]'));
  });
});
