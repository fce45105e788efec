/** What an editor decides on the explorer's page, and how it is taken back. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { audited } from './audit.js';
import { TALL, clean, coloured, copied, headed, openPanel, press, showing, view, write } from './bench.js';
import { withPage } from './engine.js';
import { DESKTOP, PHONE, complete, open, textOf } from './widget.js';

test('headline, title, date and note go into the figure and into a clean document', async () => {
  await withPage({ ...DESKTOP, csp: true }, async (page) => {
    await open(page);
    await openPanel(page, 'edit');
    await write(page, '#bench-headline', '<b>Nine</b> companies');
    await headed(page, '<b>Nine</b> companies');
    await write(page, '#bench-title', 'Deals of ours');
    await write(page, '#bench-asOf', '2026-11');
    await write(page, '#bench-note', 'Corrected.');
    await complete(page);
    const made = clean(await copied(page));
    const { headline, title, asOf, note } = made;
    assert.deepEqual(
      { headline, title, asOf, note },
      {
        headline: '<b>Nine</b> companies',
        title: 'Deals of ours',
        asOf: '2026-11',
        note: 'Corrected.',
      },
    );
    assert.equal(made.deals.length, 223, 'the deals are all there');
    await write(page, '#bench-headline', '');
    await page.waitFor(
      () =>
        !/Nine/.test(
          document.querySelector('deal-network')?.shadowRoot?.querySelector('.heading')?.textContent ??
            'Nine',
        ),
    );
    assert.equal(clean(await copied(page)).headline, undefined);
  });
});

test('a date that is none is told beside its field, and stays out of the document', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    await openPanel(page, 'edit');
    await write(page, '#bench-asOf', 'soon');
    await page.waitFor(() => document.querySelector('#bench-asOf')?.getAttribute('aria-invalid') === 'true');
    const told = await page.evaluate(() =>
      (document.querySelector('#bench-asOf')?.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent)
        .join(' '),
    );
    assert.match(told, /`asOf` must be a year, a month or a day/);
    assert.equal(clean(await copied(page)).asOf, undefined);
  });
});

test('loops are named, noted, pinned, hidden and put in order, and the view stays', async () => {
  await withPage(TALL, async (page) => {
    await open(page);
    const [first = '', second = '', third = '', ...others] = await coloured(page);
    await page.evaluate((focus) => {
      const network = document.querySelector('deal-network');
      if (network) network.state = { ...network.state, filter: 'minAmount=1e9', focus };
    }, `loop:${third}`);
    await page.waitFor(() => document.querySelector('deal-network')?.state.filter !== '');
    const before = await view(page);
    await openPanel(page, 'edit');
    const field = (/** @type {string} */ id) => `.bench [data-loop="${id}"] input`;
    await write(page, field(first), 'The great pair');
    await page.waitFor(
      (id) =>
        document.querySelector('deal-network')?.loops.find((row) => row.id === id)?.name === 'The great pair',
      first,
    );
    assert.deepEqual(await view(page), before, 'filter and choice stay');
    assert.equal(await textOf(page, '.loops .name'), 'The great pair');

    await press(page, 'Down: Amazon and OpenAI');
    await page.waitFor(
      (id) => document.querySelector('deal-network')?.loops.find((row) => row.id === id)?.slot === 2,
      first,
    );
    assert.equal((await coloured(page))[0], second);
    const focus = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    assert.equal(focus, 'Down: Amazon and OpenAI', 'the focus goes along');

    await press(page, 'Hide: Amazon and Anthropic');
    await page.waitFor(
      (id) => document.querySelector('deal-network')?.loops.find((row) => row.id === id)?.slot === null,
      third,
    );
    await press(page, 'Note on Anthropic and Google');
    await write(page, `.bench [data-loop="${second}"] textarea`, 'Both sides are ceilings.');
    await complete(page);
    const { loops = [] } = clean(await copied(page));
    assert.deepEqual(
      [...loops].sort((a, b) => (a.order ?? 99) - (b.order ?? 99)),
      [
        { id: second, note: 'Both sides are ceilings.', pin: true, order: 1 },
        { id: first, name: 'The great pair', pin: true, order: 2 },
        { id: third, hide: true },
      ],
    );
    assert.ok(others.length > 0);
  });
});

test('a loop without a colour is found below, and pinned', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    await openPanel(page, 'edit');
    const before = await coloured(page);
    await press(page, 'Show 10 more');
    const wanted = await page.evaluate(() => {
      const items = [...document.querySelectorAll('.bench .loops > li')];
      return items[7] instanceof HTMLElement ? (items[7].dataset.loop ?? '') : '';
    });
    assert.ok(wanted && !before.includes(wanted));
    await page.click(`.bench [data-loop="${wanted}"] [aria-pressed]`);
    await page.waitFor(
      (id) => document.querySelector('deal-network')?.loops.find((row) => row.id === id)?.slot === 1,
      wanted,
    );
    assert.deepEqual(clean(await copied(page)).loops, [{ id: wanted, pin: true }]);
  });
});

test('changes are taken back one by one, and all at once', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    const heading = await textOf(page, '.heading');
    const before = await coloured(page);
    await openPanel(page, 'edit');
    const original = await copied(page);
    await write(page, '#bench-headline', 'One');
    await headed(page, 'One');
    await press(page, 'Hide: Amazon and OpenAI');
    await page.waitFor(
      (id) => document.querySelector('deal-network')?.loops.some((row) => row.id === id && row.slot === null),
      before[0] ?? '',
    );
    await press(page, 'Undo');
    await showing(page, before);
    await headed(page, 'One');
    await press(page, 'Undo');
    await headed(page, heading ?? '');
    assert.equal(await copied(page), original);
    await write(page, '#bench-headline', 'Two');
    await headed(page, 'Two');
    await press(page, 'Start over');
    await headed(page, heading ?? '');
    await press(page, 'Undo');
    await headed(page, 'Two');
    const value = await page.evaluate(() => {
      const field = document.querySelector('#bench-headline');
      return field instanceof HTMLTextAreaElement ? field.value : null;
    });
    assert.equal(value, 'Two', 'the field goes along');
  });
});

test('by keyboard alone: a loop goes up, and the panel closes', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    const [first = '', second = '', ...others] = await coloured(page);
    await page.focus('[data-panel="edit"]');
    await page.press('Enter');
    await page.waitFor(() => document.activeElement?.id === 'bench-headline');
    for (let pressed = 0; pressed < 40; pressed += 1) {
      await page.press('Tab');
      if (
        await page.evaluate(
          () => document.activeElement?.getAttribute('aria-label') === 'Up: Anthropic and Google',
        )
      )
        break;
    }
    await page.press('Enter');
    await showing(page, [second, first, ...others]);
    assert.equal(
      await page.evaluate(() => document.activeElement?.getAttribute('aria-label')),
      'Up: Anthropic and Google',
    );
    assert.match(
      await page.evaluate(() => document.querySelector('main > [role="status"]')?.textContent ?? ''),
      /^Anthropic and Google: 1$/,
    );
    await page.press('Escape');
    assert.equal(
      await page.evaluate(
        () => document.activeElement instanceof HTMLElement && document.activeElement.dataset.panel,
      ),
      'edit',
    );
  });
});

for (const dark of [false, true]) {
  test(`no violation in the open panels, ${dark ? 'dark' : 'light'}`, async () => {
    for (const size of [DESKTOP, PHONE]) {
      await withPage({ ...size, dark, reducedMotion: true }, async (page) => {
        await open(page);
        await openPanel(page, 'edit');
        await page.click('.bench [aria-expanded]');
        assert.deepEqual(await audited(page), []);
        await openPanel(page, 'check');
        await page.click('.checks summary');
        assert.deepEqual(await audited(page), []);
      });
    }
  });
}
