/** What an automatic audit can say about access, in the states a reader meets. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { withPage } from './engine.js';
import { STATES } from './states.js';
import { DESKTOP, PHONE, open } from './widget.js';

/** @import { Page } from './engine.js' */

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** @param {Page} page */
async function violations(page) {
  await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const script = document.createElement('script');
        script.src = 'axe.js';
        script.onload = resolve;
        script.onerror = reject;
        document.head.append(script);
      }),
  );
  return page.evaluate(async () => {
    const { violations } = await Reflect.get(window, 'axe').run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.map((/** @type {any} */ { id, nodes }) => [
      id,
      ...nodes.map((/** @type {any} */ node) => `${node.target} ${node.failureSummary}`),
    ]);
  });
}

for (const { name, reach } of STATES) {
  for (const dark of [false, true]) {
    test(`no violation in the state ${name}, ${dark ? 'dark' : 'light'}`, async () => {
      for (const size of [DESKTOP, PHONE]) {
        await withPage({ ...size, dark, reducedMotion: true }, async (page) => {
          await page.answer('axe.js', { type: 'text/javascript', body: axe });
          await reach(page);
          assert.deepEqual(await violations(page), []);
        });
      }
    });
  }
}

test('no violation in the article and after a failure', async () => {
  await withPage({ ...DESKTOP, mayFail: true }, async (page) => {
    await page.answer('axe.js', { type: 'text/javascript', body: axe });
    await open(page, 'article.html');
    assert.deepEqual(await violations(page), []);
    await page.evaluate(() => document.querySelector('deal-network')?.setAttribute('src', 'data/none.json'));
    await page.waitFor(() => document.querySelector('deal-network')?.shadowRoot?.querySelector('.failed'));
    assert.deepEqual(await violations(page), []);
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
