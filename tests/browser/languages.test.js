/** Numbers and dates of the page's language, pages from right to left, names of any length and script. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from './engine.js';
import { DESKTOP, PHONE, SMALL, colours, listed, textOf, visible } from './widget.js';

/** @import { Page } from './engine.js' */

/**
 * A page in a language, with one figure.
 * @param {Page} page
 * @param {string} html attributes of its root
 * @param {unknown} data
 */
async function speak(page, html, data) {
  await page.answer('host.html', {
    type: 'text/html; charset=utf-8',
    body: `<!doctype html><html ${html}><title>Host</title><link rel="icon" href="data:,"><deal-network></deal-network>
      <script type="module" src="deal-network.js"></script></html>`,
  });
  await page.goto('host.html');
  await page.waitFor(() => customElements.get('deal-network'));
  await page.evaluate((data) => {
    const element = document.querySelector('deal-network');
    return new Promise((resolve) => {
      element?.addEventListener('deal-network-ready', resolve, { once: true });
      if (element) element.data = data;
    }).then(() => null);
  }, data);
}

for (const [lang, sum, month] of /** @type {const} */ ([
  ['en', '$5 billion', 'September 2025'],
  ['de', '5 Milliarden $', 'September 2025'],
  ['fr', '5 milliards $US', 'septembre 2025'],
  ['hi', '$5 अरब', 'सितंबर 2025'],
  ['not a language', '$5 billion', 'September 2025'],
])) {
  test(`sums and dates as in ${lang}`, async () => {
    await withPage(DESKTOP, async (page) => {
      await speak(page, `lang="${lang}"`, SMALL);
      const spaces = (/** @type {string | null} */ text) => (text ?? '').replaceAll(/\s/g, ' ');
      assert.ok(
        spaces(await textOf(page, '.loop .size')).includes(sum),
        spaces(await textOf(page, '.loop .size')),
      );
      await page.click('.loop');
      assert.ok(spaces(await textOf(page, '.card')).includes(month), spaces(await textOf(page, '.card')));
    });
  });
}

test('from right to left: the list is on the other side, and the keys go the other way', async () => {
  await withPage(DESKTOP, async (page) => {
    await speak(page, 'lang="ar" dir="rtl"', SMALL);
    const [list, stage] = [await page.box('.outline'), await page.box('.stage')];
    assert.ok(list && stage && list.x < stage.x, 'the list stands to the left of the drawing');
    await page.focus('.stage');
    await page.press('ArrowDown');
    const loop = await page.evaluate(
      () => document.querySelector('deal-network')?.shadowRoot?.querySelector('[role="status"]')?.textContent,
    );
    // Into the loop is where the text goes: to the left.
    await page.press('ArrowLeft');
    const inside = await page.evaluate(
      () => document.querySelector('deal-network')?.shadowRoot?.querySelector('[role="status"]')?.textContent,
    );
    assert.notEqual(inside, loop);
    assert.match(inside ?? '', /Deal 1 of/);
  });
});

const NAMES = [
  'Société Générale de Surveillance et de Financement des Infrastructures Numériques S.A.',
  '深圳市腾讯计算机系统有限公司',
  'شركة الاتصالات السعودية',
  'Ελληνική Εταιρεία',
  'บริษัท ปตท. จำกัด',
  'Company\u202e gnp.exe',
];

test('long names and names of other scripts: drawn, listed, and nothing sticks out', async () => {
  const deals = NAMES.flatMap((_, place) => {
    const [from, to] = [`n${place}`, `n${(place + 1) % NAMES.length}`];
    return [
      { from, to, kind: 'purchase', amount: 1e9 },
      { from: to, to: from, kind: 'purchase' },
    ];
  });
  const companies = NAMES.map((name, place) => ({ id: `n${place}`, name }));
  for (const size of [DESKTOP, PHONE, { width: 320, height: 640 }]) {
    await withPage(size, async (page) => {
      await speak(page, 'lang="en"', { version: 1, unit: 'USD', companies, deals });
      assert.ok((await colours(page)) > 10);
      if ((await visible(page, '[data-more]')) > 0) await page.click('[data-more]');
      const names = (await listed(page)).map(({ name }) => name ?? '').join();
      for (const name of NAMES.slice(0, 5)) assert.ok(names.includes(name), `${name} in ${names}`);
      assert.ok(!names.includes('\u202e'), 'nothing turns the text around');
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `${wide} pixels stick out`);
    });
  }
});
