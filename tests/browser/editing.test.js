/** What an editor decides on the explorer's page, the document that says it, and the check list before publishing. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import instantiate from '../../www/pkg/deal_network_desk.js';
import { audited } from './audit.js';
import { withPage } from './engine.js';
import { DESKTOP, PHONE, complete, open, picture, textOf } from './widget.js';

/** @import { Page } from './engine.js' */
/** @typedef {import('../../www/workbench/types.js').Document} Document */

const module = readFileSync(new URL('../../www/pkg/deal_network_desk_bg.wasm', import.meta.url));
const { Desk } = await instantiate(new WebAssembly.Module(module));

/** High enough for a panel and the figure. */
const TALL = { ...DESKTOP, height: 1700 };

/** @param {Page} page @param {'edit' | 'check'} panel */
async function openPanel(page, panel) {
  await page.click(`[data-panel="${panel}"][aria-expanded]`);
  await page.waitFor(
    (panel) => document.querySelector(`.bench[data-panel="${panel}"]`)?.checkVisibility(),
    panel,
  );
}

/** Presses a button of the open panel. @param {Page} page @param {string} name */
const press = (page, name) =>
  page.evaluate((name) => {
    const found = [...document.querySelectorAll('.bench button')].find(
      (one) => one.checkVisibility() && (one.getAttribute('aria-label') ?? one.textContent) === name,
    );
    if (!(found instanceof HTMLElement)) throw new Error(`no button ${name}`);
    found.focus();
    found.click();
  }, name);

/** Writes into a field and leaves it. @param {Page} page @param {string} selector @param {string} text */
async function write(page, selector, text) {
  await page.focus(selector);
  await page.press('Control+a');
  await page.press('Delete');
  if (text) await page.type(text);
  await page.press('Tab');
}

/** The coloured loops, by number. @param {Page} page */
const coloured = (page) =>
  page.evaluate(() =>
    (document.querySelector('deal-network')?.loops ?? [])
      .filter(({ slot }) => slot !== null)
      .sort((a, b) => (a.slot ?? 0) - (b.slot ?? 0))
      .map(({ id }) => id),
  );

/** Until these are the coloured loops. @param {Page} page @param {string[]} ids */
const showing = (page, ids) =>
  page.waitFor((ids) => {
    const slots = (document.querySelector('deal-network')?.loops ?? []).filter(({ slot }) => slot !== null);
    slots.sort((a, b) => (a.slot ?? 0) - (b.slot ?? 0));
    return slots.map(({ id }) => id).join() === ids.join();
  }, ids);

/** Until the figure's heading says this. @param {Page} page @param {string} words */
const headed = (page, words) =>
  page.waitFor(
    (words) =>
      document.querySelector('deal-network')?.shadowRoot?.querySelector('.heading')?.textContent === words,
    words,
  );

/** What a press of "Copy JSON" hands to the clipboard: the document, as it is saved. @param {Page} page */
async function copied(page) {
  await page.evaluate(() => {
    const clipboard = {
      writeText: async (/** @type {string} */ text) => void Reflect.set(window, 'copied', text),
    };
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
    Reflect.deleteProperty(window, 'copied');
  });
  await press(page, 'Copy JSON');
  await page.waitFor(() => 'copied' in window);
  return /** @type {string} */ (await page.evaluate(() => Reflect.get(window, 'copied')));
}

/** The document, which the reader of the command line has nothing to say of and writes as it is. @param {string} text @returns {Document} */
function clean(text) {
  const desk = new Desk(new TextEncoder().encode(text), 'json');
  assert.deepEqual(desk.diagnostics(), []);
  assert.equal(new TextDecoder().decode(desk.json()), text);
  desk.free();
  return JSON.parse(text);
}

/** @param {Page} page */
const view = (page) => page.evaluate(() => document.querySelector('deal-network')?.state);

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

test('companies that were moved keep their places in the document, and lose them again', async () => {
  await withPage({ ...TALL, reducedMotion: true }, async (page) => {
    await open(page);
    await openPanel(page, 'edit');
    await press(page, 'Keep the places of what I moved');
    await page.waitFor(() =>
      /Nothing has been moved/.test(document.querySelector('.bench[data-panel="edit"]')?.textContent ?? ''),
    );
    const before = await picture(page);
    const from = await page.evaluate(() => {
      const stage = document.querySelector('deal-network')?.shadowRoot?.querySelector('.stage');
      if (!stage) return null;
      const { left, top, width, height } = stage.getBoundingClientRect();
      for (let x = 10; x < width; x += 8) {
        for (let y = 10; y < height; y += 8) {
          const at = { clientX: left + x, clientY: top + y, pointerType: 'mouse', pointerId: 1 };
          stage.dispatchEvent(new PointerEvent('pointermove', at));
          if (stage.classList.contains('over')) return { x: at.clientX, y: at.clientY };
        }
      }
      return null;
    });
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
