/** From nothing to thousands: whatever the size, there is a figure or a sentence, and it can be filtered. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from './engine.js';
import { DESKTOP, colours, host, show, textOf, visible } from './widget.js';

/**
 * So many deals among so many companies, every third one answered; the same at each run.
 * @param {number} companies
 * @param {number} deals
 */
function made(companies, deals) {
  let seed = 7;
  const any = (/** @type {number} */ below) => (seed = (seed * 48_271) % 2_147_483_647) % below;
  const statuses = ['reported', 'announced', 'signed', 'closed'];
  const rows = Array.from({ length: deals }, (_, place) => {
    // A few have most of the deals, as in the world.
    const from = any(any(companies) + 1);
    const to = (from + 1 + any(companies - 1)) % companies;
    const [a, b] = place % 3 === 2 ? [to, from] : [from, to];
    const amount = place % 4 === 0 ? undefined : (1 + any(900)) * 1e7;
    return {
      from: `c${a}`,
      to: `c${b}`,
      kind: 'purchase',
      status: statuses[place % 4],
      amount,
      date: `${2019 + (place % 7)}`,
    };
  });
  return { version: 1, unit: 'USD', deals: rows };
}

test('no deals: a sentence, and the way to try again', async () => {
  await withPage(DESKTOP, async (page) => {
    const script = '<script type="module" src="deal-network.js"></script>';
    await page.answer('host.html', host(`<deal-network><p>Fallback</p></deal-network>${script}`));
    await page.goto('host.html');
    await page.waitFor(() => customElements.get('deal-network'));
    await page.evaluate(() => {
      const element = document.querySelector('deal-network');
      if (element) element.data = { version: 1, deals: [] };
    });
    await page.waitFor(() =>
      document.querySelector('deal-network')?.shadowRoot?.querySelector('.frame.failed'),
    );
    assert.match((await textOf(page, '.failure p')) ?? '', /no deal/i);
  });
});

test('one deal: two companies and an arrow, and that no deals run in a circle', async () => {
  await withPage(DESKTOP, async (page) => {
    await show(page, made(2, 1));
    assert.ok((await colours(page)) > 10);
    assert.match((await textOf(page, '.outline')) ?? '', /No deals run in a circle/);
    assert.match((await textOf(page, 'p.shown')) ?? '', /2 of 2 companies/);
  });
});

for (const [companies, deals] of /** @type {const} */ ([
  [3, 6],
  [74, 230],
  [300, 900],
  [1_200, 5_000],
])) {
  test(`${companies} companies with ${deals} deals: drawn, listed and filtered`, async () => {
    await withPage(DESKTOP, async (page) => {
      await show(page, made(companies, deals));
      assert.ok((await colours(page)) > 10);
      assert.ok((await visible(page, 'button.loop')) > 0);
      const before = await page.evaluate(() =>
        document.querySelector('deal-network')?.loops.map(({ id }) => id),
      );
      const after = await page.evaluate(async () => {
        const element = document.querySelector('deal-network');
        const seen = new Promise((resolve) =>
          element?.addEventListener('deal-network-view', resolve, { once: true }),
        );
        if (element) element.filter = 'statuses=signed,closed';
        await seen;
        return element?.loops.map(({ id, status }) => ({ id, status }));
      });
      assert.ok(after && after.length < (before?.length ?? 0) + 1);
      for (const { status } of after) assert.match(status, /^(signed|closed)$/);
      assert.match((await textOf(page, '.filtered')) ?? '', /only what is signed or closed/);
      if ((await visible(page, '[data-to]')) > 0) await page.click('[data-to]:last-child');
      else assert.ok(companies < 16, 'few are all shown');
      assert.equal(await visible(page, '.failure'), 0);
    });
  });
}
