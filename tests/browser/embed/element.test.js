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

test('where no figure comes, no height is kept free for one', async () => {
  const height = (/** @type {import('../engine.js').Page} */ page) =>
    page.evaluate(() => document.querySelector('deal-network')?.clientHeight ?? 0);
  await withPage({ ...DESKTOP, javaScript: false, mayFail: true }, async (page) => {
    for (const path of ['index.html', 'article.html']) {
      await page.goto(path);
      const [whole, last] = [await page.box('deal-network'), await page.box('deal-network summary')];
      assert.ok(whole && last, path);
      assert.ok(whole.y + whole.height - last.y - last.height < 40, `${path}: nothing below its text`);
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
    const [whole, last] = [await page.box('deal-network'), await page.box('.failure')];
    assert.ok(whole && last && whole.y + whole.height - last.y - last.height < 40, 'nor below the sentence');
  });
});

/**
 * A page without a figure, on which the element is defined.
 * @param {import('../engine.js').Page} page
 * @param {string} [before] what stands before it
 */
async function workshop(page, before = '') {
  await page.answer(
    'host.html',
    host(`${before}<main></main><script type="module" src="deal-network.js"></script>`),
  );
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
    const kept = await page.evaluate(async (data) => {
      const element = document.querySelector('deal-network');
      if (!element) return null;
      const before = JSON.stringify(data);
      const ready = new Promise((resolve) =>
        element.addEventListener('deal-network-ready', resolve, { once: true }),
      );
      element.data = data;
      await ready;
      const [asked, found] = [element.loops, JSON.stringify(element.loops)];
      asked[0]?.companies.pop();
      asked.pop();
      return {
        same: element.data === data,
        data: JSON.stringify(data) === before,
        loops: JSON.stringify(element.loops) === found && asked.length === 1,
      };
    }, SMALL);
    assert.deepEqual(kept, { same: true, data: true, loops: true });
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

/** Notes what is asked for, and what listens to the page or observes it and has not been told to end. */
const COUNT = `
  window.asked = [];
  const request = window.fetch;
  window.fetch = (address, ...rest) => (asked.push(String(address).split('/').at(-1)), request(address, ...rest));
  const listeners = [];
  const listen = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (type, handler, options) {
    if (options?.signal && !(this instanceof Element)) listeners.push([type, options.signal]);
    return listen.call(this, type, handler, options);
  };
  const observers = new Set();
  for (const name of ['ResizeObserver', 'IntersectionObserver']) {
    window[name] = class extends window[name] {
      observe(...given) { observers.add(this); super.observe(...given); }
      disconnect() { observers.delete(this); super.disconnect(); }
    };
  }
  window.left = () => listeners.filter(([, signal]) => !signal.aborted).map(([type]) => type)
    .concat(Array.from(observers, String));`;

test('removed in the middle of loading, nothing is left over', async () => {
  // What is not waited for any more counts as failed.
  await withPage({ ...DESKTOP, mayFail: true }, async (page) => {
    const answer = { type: 'application/json', body: JSON.stringify(SMALL) };
    for (let turn = 0; turn < 30; turn += 1) await page.answer(`deals.json?${turn}`, answer);
    await page.answer('count.js', { type: 'text/javascript', body: COUNT });
    await workshop(page, '<script src="count.js"></script>');
    const seen = await page.evaluate(async (data) => {
      /** @type {HTMLElementTagNameMap['deal-network'][]} */
      const removed = [];
      /** @type {string[]} */
      const told = [];
      /** @type {() => string[]} */
      const left = Reflect.get(window, 'left');
      /** @type {string[]} */
      const asked = Reflect.get(window, 'asked');
      const before = left();
      for (let turn = 0; turn < 30; turn += 1) {
        const element = document.createElement('deal-network');
        for (const what of ['ready', 'error']) {
          // Whoever is not in the page any more says nothing to it, but could still say it to itself.
          element.addEventListener(`deal-network-${what}`, () => element.isConnected || told.push(what));
        }
        if (turn % 2) element.src = `deals.json?${turn}`;
        else element.data = data;
        document.body.append(element);
        await new Promise((resolve) => setTimeout(resolve, turn % 6));
        element.remove();
        removed.push(element);
      }
      const wishes = asked.length;
      // By then all the others would be ready, too.
      const last = document.createElement('deal-network');
      last.data = data;
      const ready = new Promise((resolve) => last.addEventListener('deal-network-ready', resolve));
      document.body.append(last);
      await ready;
      const loud = left().length > before.length;
      last.remove();
      await null;
      return {
        told,
        loud,
        figures: removed.filter((each) => each.loops.length || each.shadowRoot?.querySelector('.widget'))
          .length,
        later: asked.slice(wishes).filter((file) => file.startsWith('deals.json')),
        listening: left().slice(before.length),
      };
    }, SMALL);
    assert.deepEqual(seen, { told: [], loud: true, figures: 0, later: [], listening: [] });
    assert.deepEqual(page.problems.errors, []);
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
