/** What users of other tools report again and again, about data and loops. None of it may happen here. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from './engine.js';
import { DESKTOP, SMALL, listed, open, show, textOf, visible } from './widget.js';

/** @import { Page } from './engine.js' */

/** @param {string} from @param {string} to @param {object} [more] */
const deal = (from, to, more) => ({ from, to, kind: 'purchase', status: 'signed', ...more });

/** Every pair of these, in both directions: a network of all there can be. @param {number} count */
const complete = (count) => {
  const names = Array.from({ length: count }, (_, place) => `c${place}`);
  return names.flatMap((from) => names.filter((to) => to !== from).map((to) => deal(from, to)));
};

/** What a pointer finds on the stage, by going over it. @param {Page} page @returns {Promise<string[]>} */
function found(page) {
  return page.evaluate(() => {
    const network = document.querySelector('deal-network');
    const stage = network?.shadowRoot?.querySelector('.stage');
    const frame = stage?.getBoundingClientRect();
    /** @type {Set<string>} */
    const found = new Set();
    if (!network || !stage || !frame) return [];
    network.addEventListener('deal-network-select', (event) => {
      const detail = /** @type {CustomEvent} */ (event).detail;
      if (detail) found.add(`${detail.kind} ${detail.id}`);
    });
    for (let y = 8; y < frame.height; y += 8)
      for (let x = 8; x < frame.width; x += 8) {
        const at = { clientX: frame.left + x, clientY: frame.top + y, pointerId: 1, bubbles: true };
        stage.dispatchEvent(new PointerEvent('pointermove', at));
        if (!stage.classList.contains('over')) continue;
        stage.dispatchEvent(new PointerEvent('pointerdown', at));
        stage.dispatchEvent(new PointerEvent('pointerup', at));
      }
    return [...found];
  });
}

/** @param {Page} page */
const loops = (page) => page.evaluate(() => document.querySelector('deal-network')?.loops ?? []);

test('data: parallel deals are not drawn on top of each other: one arrow, and each of them by its name', async () => {
  await withPage(DESKTOP, async (page) => {
    const parallel = ['x', 'y', 'z'].map((id) => deal('a', 'b', { id, amount: 1e9, title: `Deal ${id}` }));
    await show(page, { version: 1, deals: [...parallel, deal('b', 'a', { id: 'back' })] });
    const deals = (await found(page)).filter((one) => one.startsWith('deal'));
    assert.equal(deals.length, 2, 'two arrows');
    await page.evaluate(() => document.querySelector('deal-network')?.setAttribute('focus', 'deal:x'));
    await page.waitFor(() => document.querySelector('deal-network')?.focused === 'deal:x');
    const card = (await textOf(page, '.card')) ?? '';
    assert.match(card, /Deal y/);
    assert.match(card, /Deal z/);
    await page.evaluate(() => document.querySelector('deal-network')?.setAttribute('focus', 'loop:a>b'));
    await page.waitFor(() => document.querySelector('deal-network')?.focused === 'loop:a>b');
    assert.match((await textOf(page, '.card')) ?? '', /\$3 billion/, 'their sum stands on the arrow');
  });
});

test('data: an arrow from A to B does not hide the one from B to A', async () => {
  await withPage(DESKTOP, async (page) => {
    await show(page, SMALL);
    const deals = (await found(page)).filter((one) => one.startsWith('deal'));
    assert.ok(deals.includes('deal 1') && deals.includes('deal 2'), String(deals));
  });
});

test('data: duplicates are not dropped without a word', async () => {
  await withPage(DESKTOP, async (page) => {
    await show(page, {
      version: 1,
      deals: [deal('a', 'b', { amount: 5 }), deal('a', 'b', { amount: 5 }), deal('b', 'a')],
    });
    await page.click('details[part="table"] summary');
    await page.waitFor(() => document.querySelector('deal-network')?.shadowRoot?.querySelector('tbody tr'));
    assert.equal(await visible(page, 'details[part="table"] tbody tr'), 3);
    // Two rows of one id cannot both keep it: one is reported.
    await show(page, {
      version: 1,
      deals: [deal('a', 'b', { id: 'd' }), deal('a', 'b', { id: 'd' }), deal('b', 'a')],
    });
    assert.match((await textOf(page, '.flag')) ?? '', /1 row could not be read/);
  });
});

test('data: what is undisclosed is not zero', async () => {
  await withPage(DESKTOP, async (page) => {
    await show(page, { version: 1, unit: 'USD', deals: [deal('a', 'b'), deal('b', 'a', { amount: 7e9 })] });
    const all = (await textOf(page, '.widget')) ?? '';
    assert.doesNotMatch(all, /\$0/);
    assert.match((await textOf(page, '.loop .size')) ?? '', /no figure: 1 of 2 sides undisclosed/);
    assert.equal((await loops(page))[0]?.smallestArc, null);
  });
});

test('data: the objects of the page stay as they are', async () => {
  await withPage(DESKTOP, async (page) => {
    await show(page, SMALL);
    const same = await page.evaluate(async (data) => {
      const freeze = (/** @type {any} */ value) => {
        if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
        return value;
      };
      const element = document.querySelector('deal-network');
      const given = freeze(structuredClone(data));
      const ready = new Promise((resolve) =>
        element?.addEventListener('deal-network-ready', resolve, { once: true }),
      );
      if (element) element.data = given;
      await ready;
      return element?.data === given && JSON.stringify(given) === JSON.stringify(data);
    }, SMALL);
    assert.ok(same);
  });
});

test('data: a company that no list names crashes nothing', async () => {
  await withPage(DESKTOP, async (page) => {
    await show(page, {
      version: 1,
      companies: [{ id: 'a' }],
      deals: [deal('a', 'nobody'), deal('nobody', 'a')],
    });
    assert.equal(await visible(page, '.failure'), 0);
    assert.match((await textOf(page, '.loop .name')) ?? '', /nobody/);
  });
});

test('loops: where none is found, the figure says so', async () => {
  await withPage(DESKTOP, async (page) => {
    const chain = Array.from({ length: 200 }, (_, place) => deal(`c${place}`, `c${place + 1}`));
    await show(page, { version: 1, deals: chain });
    assert.match((await textOf(page, '.outline')) ?? '', /No deals run in a circle here\./);
    assert.match((await textOf(page, '.summary')) ?? '', /No /);
  });
});

test('loops: all are found, not only the first', async () => {
  await withPage(DESKTOP, async (page) => {
    await show(page, { version: 1, deals: complete(5) });
    // 10 of two companies, 20 of three, 30 of four, 24 of five.
    assert.equal((await loops(page)).length, 84);
  });
});

test('loops: a search that would never end is cut and says so, and the page goes on', async () => {
  await withPage(DESKTOP, async (page) => {
    await show(page, SMALL);
    await page.evaluate((deals) => {
      const element = document.querySelector('deal-network');
      element?.setAttribute('max-loop-length', '20');
      const ready = new Promise((resolve) =>
        element?.addEventListener('deal-network-ready', resolve, { once: true }),
      );
      // More loops than there are atoms.
      if (element) element.data = { version: 1, deals };
      return ready;
    }, complete(60));
    assert.match(
      (await textOf(page, '.summary')) ?? '',
      /at least|more than|first/i,
      'it says that it stopped',
    );
    assert.equal((await loops(page)).length, 1_000);
    await page.click('.loop');
    assert.equal(await visible(page, '.card'), 1);
  });
});

test('loops: each stands once, however often it could be begun or its deals are doubled', async () => {
  await withPage(DESKTOP, async (page) => {
    const triangle = [deal('a', 'b'), deal('b', 'c'), deal('c', 'a')];
    await show(page, { version: 1, deals: [...triangle, ...triangle, ...triangle] });
    assert.deepEqual(
      (await loops(page)).map(({ id }) => id),
      ['a>b>c'],
    );
  });
});

test('loops: colours and numbers survive a filter and a reload', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    const before = await listed(page);
    await open(page, 'index.html?filter=statuses%3Dsigned,closed,completed');
    const left = (await listed(page)).filter(({ slot }) => slot !== null);
    assert.ok(left.length > 0);
    for (const one of left)
      assert.deepEqual(
        one,
        before.find(({ name }) => name === one.name),
      );
    await open(page);
    assert.deepEqual(await listed(page), before);
  });
});

test('loops: the coloured ones are not six variants of one triangle', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    const coloured = (await loops(page)).filter(({ slot }) => slot !== null);
    assert.equal(coloured.length, 6);
    coloured.sort((a, b) => (a.slot ?? 0) - (b.slot ?? 0));
    /** @type {Set<string>} */
    const covered = new Set();
    for (const { name, arcs } of coloured) {
      const own = arcs.map(({ from, to }) => `${from}>${to}`);
      const fresh = own.filter((arc) => !covered.has(arc)).length;
      assert.ok(fresh * 2 >= own.length, `${name} shows at least half of what no other shows`);
      own.forEach((arc) => covered.add(arc));
    }
  });
});

test('loops: none goes through a cancelled deal', async () => {
  await withPage(DESKTOP, async (page) => {
    const cancelled = [deal('a', 'b', { status: 'cancelled' }), deal('b', 'a'), deal('b', 'c')];
    await show(page, { version: 1, deals: cancelled });
    assert.deepEqual(await loops(page), []);
    await open(page);
    const statuses = (await loops(page)).flatMap(({ arcs }) => arcs.map(({ status }) => status));
    assert.ok(statuses.length > 0 && !statuses.includes('cancelled') && !statuses.includes('in_talks'));
  });
});
