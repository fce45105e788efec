/** Data of the reader's own on the explorer's page: pasted, corrected, and what is said about them. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { audited } from './audit.js';
import { openPanel } from './bench.js';
import { withPage } from './engine.js';
import { ROWS, current, found, loops, paste, state, told } from './own-data.js';
import { DESKTOP, PHONE, complete, open } from './widget.js';

test('rows are pasted, drawn at once, and corrected in place', async () => {
  await withPage({ ...DESKTOP, csp: true }, async (page) => {
    await open(page);
    await openPanel(page, 'own');
    await paste(page, ROWS.replaceAll(',', '\t'));
    await told(page, '2 rows were read.');
    await found(page, 'Chip Maker>Model Lab');
    assert.deepEqual(await current(page), ['Your data']);
    assert.deepEqual(await loops(page), ['Chip Maker>Model Lab']);
    await paste(page, ROWS.replace('8000000000', '$8bn'));
    await told(page, '1 of 2 rows was read; 1 could not be read and is not drawn.');
    await paste(page, ROWS);
    await told(page, '2 rows were read.');
    assert.equal(await page.evaluate(() => document.querySelector('.bench .scroller')), null);
    await found(page, 'Chip Maker>Model Lab');
  });
});

test('what is wrong stands beside the row, errors first, with line, column, field, text and reason', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    await openPanel(page, 'own');
    await paste(
      page,
      `${ROWS}Model Lab,Cloud House,tulips,1,signed,2026\nCloud House,Model Lab,lease,$8bn,maybe,2026\n`,
    );
    await told(page, '3 of 4 rows were read; 1 could not be read and is not drawn. 1 remark on the others.');
    const cells = await page.evaluate(() =>
      [...document.querySelectorAll('.bench .scroller tbody tr')].map((row) =>
        [...row.children].map((cell) => cell.textContent ?? ''),
      ),
    );
    assert.deepEqual(cells[0], ['5', '29', 'amount', '$8bn']);
    assert.match(
      cells[1]?.[0] ?? '',
      /^Not drawn: `amount` must be a plain number.*Row: Cloud House,Model Lab,lease,\$8bn,maybe,2026$/i,
    );
    assert.deepEqual(cells[2], ['5', '34', 'status', 'maybe']);
    assert.deepEqual(cells[4], ['4', '23', 'kind', 'tulips']);
    assert.match(cells[5]?.[0] ?? '', /^Remark: The kind must be one of/i);
    await page.click('.bench tbody button');
    const marked = await page.evaluate(() => {
      const area = document.activeElement;
      return area instanceof HTMLTextAreaElement
        ? area.value.slice(area.selectionStart, area.selectionEnd)
        : null;
    });
    assert.equal(
      marked,
      'Cloud House,Model Lab,lease,$8bn,maybe,2026',
      'the line is marked where it can be corrected',
    );
  });
});

test('many mistakes are counted, and listed in pages', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    await openPanel(page, 'own');
    await paste(page, `${ROWS}${'a,b,lease,?,signed,2026\n'.repeat(130)}`);
    await told(page, '2 of 132 rows were read; 130 could not be read and are not drawn.');
    const rows = () => page.evaluate(() => document.querySelectorAll('.bench tbody .place').length);
    assert.equal(await rows(), 100);
    await page.evaluate(() => {
      const more = [...document.querySelectorAll('.bench button')].find(
        (one) => one.textContent === 'Show 30 more',
      );
      if (more instanceof HTMLElement) more.click();
    });
    assert.equal(await rows(), 130);
  });
});

test('what cannot be read as a whole is one sentence, tied to the field, and changes nothing', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    const before = await loops(page);
    await openPanel(page, 'own');
    /** @type {[string, RegExp][]} */
    const cases = [
      ['hello\nworld\n', /no column `from`/],
      ['{"version":1,"deals":[', /could not be read.*line 1/i],
      ['from,to\n', /no deals in this file/],
    ];
    for (const [text, sentence] of cases) {
      await paste(page, text);
      await page.waitFor(
        () => document.querySelector('#bench-rows')?.getAttribute('aria-invalid') === 'true',
      );
      await page.waitFor(
        (source) => new RegExp(source, 'i').test(document.querySelector('#bench-rows-1')?.textContent ?? ''),
        sentence.source,
      );
      assert.match(await state(page), /The figure has not changed\.$/);
    }
    assert.deepEqual(await loops(page), before);
    assert.deepEqual(await current(page), ['AI deals']);
    const tied = await page.evaluate(() =>
      document.querySelector('#bench-rows')?.getAttribute('aria-describedby'),
    );
    assert.match(tied ?? '', /bench-rows-1/);
    await paste(page, ROWS);
    await told(page, '2 rows were');
    assert.equal(
      await page.evaluate(() => document.querySelector('#bench-rows')?.getAttribute('aria-invalid')),
      'false',
    );
  });
});

test('rows of which none can be read come back with their reasons all the same', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    await openPanel(page, 'own');
    await paste(page, 'from,to,amount\na,b,?\nb,a,!\n');
    await told(page, '0 of 2 rows were read; 2 could not be read and are not drawn. There are no deals');
    const lines = await page.evaluate(() =>
      [...document.querySelectorAll('.bench tbody .place th')].map((cell) => cell.textContent),
    );
    assert.deepEqual(lines.slice(0, 2), ['2', '3']);
    assert.deepEqual(await current(page), ['AI deals']);
  });
});

test('by keyboard alone: open, paste, correct, close; the focus returns', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    await page.focus('[data-panel="own"]');
    await page.press('Enter');
    await page.waitFor(() => document.activeElement?.textContent === 'Open a file');
    await page.press('Tab');
    await page.press('Enter');
    await told(page, '4 rows were read.');
    await page.waitFor(() => (document.querySelector('deal-network')?.loops.length ?? 0) > 0);
    await page.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'bench-rows');
    await page.press('Control+End');
    await page.type('A,B,lease,?\n');
    await told(page, '1 could not be read');
    assert.match(
      await page.evaluate(() => document.querySelector('main > [role="status"]')?.textContent ?? ''),
      /^4 of 5 rows were read/,
      'a screen reader is told',
    );
    await page.press('Escape');
    const closed = await page.evaluate(() => [
      document.activeElement instanceof HTMLElement && document.activeElement.dataset.panel,
      document.querySelector('[data-panel="own"]')?.getAttribute('aria-expanded'),
      document.querySelector('.bench[data-panel="own"]')?.checkVisibility(),
    ]);
    assert.deepEqual(closed, ['own', 'false', false]);
  });
});

test('hostile cells are text, everywhere', async () => {
  await withPage({ ...DESKTOP, csp: true }, async (page) => {
    await open(page);
    await openPanel(page, 'own');
    const nasty = ['<img src=x onerror=alert(1)>', '=cmd|calc', '__proto__', 'constructor', 'a\u202eb'];
    const rows = nasty.map(
      (id, place) => `${id},${nasty[(place + 1) % nasty.length]},"<b>x</b>",5,signed,2026`,
    );
    const bad = '<script>alert(1)</script>,javascript:alert(1),lease,<i>5</i>,signed,2026';
    await paste(page, ['from,to,kind,amount,status,date', ...rows, bad, ''].join('\n'));
    await told(page, '5 of 6 rows were read');
    await page.waitFor(() => (document.querySelector('deal-network')?.loops.length ?? 0) > 0);
    await page.waitFor(() => document.querySelector('.bench tbody'));
    const made = await page.evaluate(() => ({
      elements: document.querySelectorAll('.bench :is(img, b, i, script)').length,
      shown: document.querySelector('.bench tbody')?.textContent?.includes('<i>5</i>'),
      polluted: Reflect.get({}, 'pin') ?? null,
    }));
    assert.deepEqual(made, { elements: 0, shown: true, polluted: null });
    await openPanel(page, 'edit');
    await openPanel(page, 'check');
    assert.equal(
      await page.evaluate(() => document.querySelectorAll('.bench :is(img, b, i, script)').length),
      0,
    );
  });
});

test('the figure itself says what it leaves out, and a set without counted deals says so in the panel', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    await openPanel(page, 'own');
    await paste(page, `${ROWS}a,b,lease,?,signed,2026\n`);
    await found(page, 'Chip Maker>Model Lab');
    await page.waitFor(
      () =>
        document.querySelector('deal-network')?.shadowRoot?.querySelector('.foot > .flag')?.textContent ===
        '1 row could not be read and is not drawn.',
    );
    await paste(page, 'from,to,status\na,b,cancelled\n');
    await told(page, 'no deals in this file that could be drawn');
  });
});

test('the release has the workbench in a file of its own, fetched when it is asked for', async () => {
  await withPage({ ...DESKTOP, release: true }, async (page) => {
    await open(page);
    const asked = () =>
      page.evaluate(() =>
        performance.getEntriesByType('resource').some(({ name }) => /workbench/.test(name)),
      );
    assert.equal(await asked(), false);
    await openPanel(page, 'own');
    assert.equal(await asked(), true);
    await paste(page, ROWS);
    await found(page, 'Chip Maker>Model Lab');
  });
});

for (const dark of [false, true]) {
  test(`no violation in the panel, ${dark ? 'dark' : 'light'}`, async () => {
    for (const size of [DESKTOP, { ...PHONE, width: 320 }]) {
      await withPage({ ...size, dark, reducedMotion: true }, async (page) => {
        await open(page);
        await openPanel(page, 'own');
        await paste(page, `${ROWS}a,b,lease,?,signed,2026\n`);
        await found(page, 'Chip Maker>Model Lab');
        await page.click('.bench summary');
        assert.deepEqual(await audited(page), []);
      });
    }
  });
}

test('at 320 pixels nothing is cut off, no target is small, no text is tiny', async () => {
  await withPage({ ...PHONE, width: 320 }, async (page) => {
    await open(page);
    for (const panel of ['own', 'edit', 'check']) {
      await openPanel(page, panel);
      if (panel === 'own') await paste(page, `${ROWS}a,b,lease,?,signed,2026\n`);
      await complete(page);
      const bad = await page.evaluate(() => {
        const shown = [...document.querySelectorAll('.bench *, .bar *')].filter((one) =>
          one.checkVisibility(),
        );
        const pressed = shown.filter((one) => one.matches('button, input, textarea, summary, select'));
        return {
          wide: document.documentElement.scrollWidth > innerWidth,
          small: pressed
            .map((one) => ({ name: one.textContent, ...one.getBoundingClientRect().toJSON() }))
            .filter(({ width, height }) => width < 24 || height < 24),
          tiny: shown
            .filter((one) => Number.parseFloat(getComputedStyle(one).fontSize) < 12)
            .map((one) => one.className),
        };
      });
      assert.deepEqual(bad, { wide: false, small: [], tiny: [] }, panel);
    }
  });
});
