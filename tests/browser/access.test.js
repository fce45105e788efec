/** What an automatic audit can say about access, in the states a reader meets. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { audited } from './audit.js';
import { withPage } from './engine.js';
import { STATES } from './states.js';
import { DESKTOP, PHONE, open } from './widget.js';

for (const { name, reach } of STATES) {
  for (const dark of [false, true]) {
    test(`no violation in the state ${name}, ${dark ? 'dark' : 'light'}`, async () => {
      for (const size of [DESKTOP, PHONE]) {
        await withPage({ ...size, dark, reducedMotion: true }, async (page) => {
          await reach(page);
          assert.deepEqual(await audited(page), []);
        });
      }
    });
  }
}

test('no violation in the article and after a failure', async () => {
  await withPage({ ...DESKTOP, mayFail: true }, async (page) => {
    await open(page, 'article.html');
    assert.deepEqual(await audited(page), []);
    await page.evaluate(() => document.querySelector('deal-network')?.setAttribute('src', 'data/none.json'));
    await page.waitFor(() => document.querySelector('deal-network')?.shadowRoot?.querySelector('.failed'));
    assert.deepEqual(await audited(page), []);
  });
});

test('what can be pressed is at least 24 pixels large, what is read at least 12', async () => {
  await withPage({ ...PHONE, width: 320 }, async (page) => {
    await open(page);
    await page.click('.loop');
    const small = await page.evaluate(() => {
      const root = document.querySelector('deal-network')?.shadowRoot;
      const pressed = [...(root?.querySelectorAll('button:not(.skip), summary, .deals a, .sources a') ?? [])];
      const read = [...(root?.querySelectorAll('.widget *') ?? [])].filter((one) => one.checkVisibility());
      return [
        ...pressed
          .filter((one) => one.checkVisibility())
          .map((one) => ({ name: one.className, ...one.getBoundingClientRect().toJSON() }))
          .filter((box) => box.width < 24 || box.height < 24),
        ...read
          .filter((one) => Number.parseFloat(getComputedStyle(one).fontSize) < 12)
          .map((one) => one.className),
      ];
    });
    assert.deepEqual(small, []);
  });
});
