/** The element on a page: loading, failing, being set, moved, removed and hidden. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { latch, withPage } from '../engine.js';
import { DESKTOP, SMALL, colours, complete, host, open, textOf, visible } from '../widget.js';

test('a missing file leaves the fallback, a sentence and a way to try again', async () => {
  await withPage({ ...DESKTOP, mayFail: true }, async (page) => {
    await page.answer(
      'host.html',
      host(
        '<deal-network src="deals.json"><p id="fallback">Still here</p></deal-network><script type="module" src="deal-network.js"></script>',
      ),
    );
    await page.answer('deals.json', { status: 404, body: 'no' });
    await page.goto('host.html');
    await page.waitFor(() => document.querySelector('deal-network')?.shadowRoot?.querySelector('.failed'));
    assert.match((await textOf(page, '[role="alert"]')) ?? '', /not found/);
    assert.ok(await page.box('#fallback'), 'the fallback is to be seen');
    await page.answer('deals.json', { type: 'application/json', body: JSON.stringify(SMALL) });
    await page.click('[part="again"]');
    await complete(page);
    assert.equal(await page.box('#fallback'), null, 'the figure has taken its place');
    assert.deepEqual(page.problems.errors, []);
  });
});

/** @type {[string, string, import('../engine.js').Answer, RegExp][]} */
const failures = [
  ['a server in trouble', 'deals.json', { status: 500, body: 'no' }, /did not hand over/],
  ['a broken connection', 'deals.json', { abort: true }, /could not be fetched/],
  [
    'a file that is no data',
    'deals.json',
    { type: 'application/json', body: '{"deals":' },
    /could not be read/,
  ],
  ['an empty file', 'deals.json', { type: 'application/json', body: '' }, /\.$/],
  [
    'deals of nobody',
    'deals.json',
    { type: 'application/json', body: '{"version":1,"companies":[],"deals":[]}' },
    /no deals/,
  ],
  [
    'a module that is none',
    'pkg/deal_network_bg.wasm',
    { type: 'application/wasm', body: 'nothing' },
    /program/,
  ],
  ['a module that is missing', 'pkg/deal_network_bg.wasm', { status: 404, body: '' }, /program/],
];
for (const [name, path, answer, sentence] of failures) {
  test(`${name} ends in a sentence, an event and the fallback`, async () => {
    await withPage({ ...DESKTOP, mayFail: true }, async (page) => {
      await page.answer('deals.json', { type: 'application/json', body: JSON.stringify(SMALL) });
      await page.answer(path, answer);
      await page.answer('host.js', {
        type: 'text/javascript',
        body: `document.addEventListener('deal-network-error', event => { window.said = event.detail.message; });`,
      });
      await page.answer(
        'host.html',
        host(
          '<script src="host.js"></script><deal-network src="deals.json"><p id="fallback">Still here</p></deal-network><script type="module" src="deal-network.js"></script>',
        ),
      );
      await page.goto('host.html');
      await page.waitFor(() => 'said' in window);
      assert.match(await page.evaluate(() => String(Reflect.get(window, 'said'))), sentence);
      assert.equal(
        await textOf(page, '[role="alert"]'),
        await page.evaluate(() => Reflect.get(window, 'said')),
      );
      assert.ok(await page.box('#fallback'));
      assert.deepEqual(page.problems.errors, [], 'nothing is left uncaught');
    });
  });
}

test('where no figure comes, no height is kept free for one', async () => {
  const height = (/** @type {import('../engine.js').Page} */ page) =>
    page.evaluate(() => document.querySelector('deal-network')?.clientHeight ?? 0);
  await withPage({ ...DESKTOP, javaScript: false, mayFail: true }, async (page) => {
    for (const path of ['index.html', 'article.html']) {
      await page.goto(path);
      const box = await page.box('deal-network');
      assert.ok(box && box.height > 0 && box.height < 700, `${path}: ${box?.height}`);
    }
  });
  await withPage({ ...DESKTOP, mayFail: true }, async (page) => {
    const { hold, asked, release } = latch();
    await page.answer('data/ai-deals.json', { status: 404, body: 'no', hold });
    await page.goto('index.html');
    await asked;
    assert.ok((await height(page)) > 700, 'while it loads, it is');
    release();
    await page.waitFor(() => document.querySelector('deal-network')?.shadowRoot?.querySelector('.failed'));
    assert.ok((await height(page)) < 400);
  });
});

test('a module with the wrong type is run all the same', async () => {
  await withPage(DESKTOP, async (page) => {
    await page.answer('pkg/deal_network_bg.wasm', { type: 'application/octet-stream' });
    await open(page);
    assert.equal(await visible(page, '.loops .loop'), 6);
  });
});

/** A page without a figure, on which the element is defined. @param {import('../engine.js').Page} page */
async function workshop(page) {
  await page.answer('host.html', host('<main></main><script type="module" src="deal-network.js"></script>'));
  await page.goto('host.html');
  await page.waitFor(() => customElements.get('deal-network'));
}

test('data set before the element is defined, and after, in any form', async () => {
  await withPage(DESKTOP, async (page) => {
    await page.answer('host.html', host('<main><deal-network></deal-network></main>'));
    await page.goto('host.html');
    await page.evaluate((data) => {
      Object.assign(document.querySelector('deal-network') ?? {}, { data });
      const script = document.createElement('script');
      script.type = 'module';
      script.src = 'deal-network.js';
      document.head.append(script);
    }, SMALL);
    await complete(page);
    assert.equal(await page.evaluate(() => document.querySelector('deal-network')?.loops.length), 2);
    for (const form of ['text', 'bytes']) {
      const name = await page.evaluate(
        ({ data, form }) => {
          const element = document.querySelector('deal-network');
          if (!element) return '';
          const text = JSON.stringify(data).replaceAll('Company', form);
          element.data = form === 'text' ? text : new TextEncoder().encode(text);
          return new Promise((resolve) => {
            element.addEventListener('deal-network-ready', () => resolve(element.loops[0]?.name), {
              once: true,
            });
          });
        },
        { data: SMALL, form },
      );
      assert.equal(name, `${form} A and ${form} B`);
    }
    const [same, frozen] = await page.evaluate((data) => {
      const element = document.querySelector('deal-network');
      const before = JSON.stringify(data);
      if (element) element.data = data;
      element?.loops.pop();
      return [JSON.stringify(data) === before, element?.data === data];
    }, SMALL);
    assert.ok(same && frozen, 'the caller’s object is neither changed nor replaced');
  });
});

test('a moved element keeps its state, a removed one lets go and comes back', async () => {
  await withPage(DESKTOP, async (page) => {
    await workshop(page);
    const seen = await page.evaluate(async (data) => {
      const main = document.querySelector('main');
      const element = document.createElement('deal-network');
      /** @param {string} type */
      const next = (type) =>
        new Promise((resolve) => element.addEventListener(type, resolve, { once: true }));
      element.data = data;
      main?.append(element);
      await next('deal-network-ready');
      const figure = element.shadowRoot?.querySelector('.widget');
      document.body.append(element);
      await new Promise((resolve) => setTimeout(resolve, 50));
      const moved = element.shadowRoot?.querySelector('.widget') === figure;
      element.remove();
      await new Promise((resolve) => setTimeout(resolve, 50));
      const removed = element.shadowRoot?.querySelector('.widget') === null && element.loops.length === 0;
      main?.append(element);
      await next('deal-network-ready');
      return { moved, removed, back: element.loops.length };
    }, SMALL);
    assert.deepEqual(seen, { moved: true, removed: true, back: 2 });
  });
});

test('removed in the middle of loading, nothing is left over', async () => {
  await withPage(DESKTOP, async (page) => {
    await workshop(page);
    const events = await page.evaluate(async (data) => {
      /** @type {string[]} */
      const events = [];
      for (const what of ['ready', 'error']) {
        document.addEventListener(`deal-network-${what}`, () => events.push(what));
      }
      for (let turn = 0; turn < 30; turn += 1) {
        const element = document.createElement('deal-network');
        element.data = data;
        document.body.append(element);
        await new Promise((resolve) => setTimeout(resolve, turn % 6));
        element.remove();
      }
      await new Promise((resolve) => setTimeout(resolve, 200));
      return events.filter((event) => event === 'error');
    }, SMALL);
    assert.deepEqual(events, []);
  });
});

test('in a hidden place the figure waits, and appears when it is shown', async () => {
  await withPage(DESKTOP, async (page) => {
    await page.answer(
      'host.html',
      host(
        '<details><summary>Open</summary><deal-network src="data/openai-amazon.json"></deal-network></details><script type="module" src="deal-network.js"></script>',
      ),
    );
    await page.goto('host.html');
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal(await page.evaluate(() => document.querySelector('deal-network')?.loops.length), 0);
    await page.evaluate(() => document.querySelector('details')?.setAttribute('open', ''));
    await complete(page);
    assert.ok((await colours(page)) > 8);
  });
});

test('attributes: fewer coloured loops, shorter loops, another heading, nonsense', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    /** @param {Record<string, string>} attributes */
    const set = (attributes) =>
      page.evaluate(
        (attributes) =>
          new Promise((resolve) => {
            const element = document.querySelector('deal-network');
            element?.addEventListener('deal-network-ready', () => resolve(undefined), { once: true });
            for (const [name, value] of Object.entries(attributes)) element?.setAttribute(name, value);
          }),
        attributes,
      );
    await set({ 'top-loops': '4', 'max-loop-length': '2' });
    assert.equal(await visible(page, '.loops .loop'), 4);
    assert.equal(await page.evaluate(() => document.querySelector('deal-network')?.loops.length), 27);
    await set({ 'top-loops': 'many', 'max-loop-length': '' });
    assert.equal(await visible(page, '.loops .loop'), 6);
    await page.evaluate(() => document.querySelector('deal-network')?.setAttribute('heading-level', '3'));
    assert.equal(await visible(page, 'h3.heading'), 1);
    assert.equal(await visible(page, '.stage[tabindex="0"]'), 1);
  });
});
