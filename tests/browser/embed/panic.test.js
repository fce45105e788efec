/** The core stops in the middle of something: a panic, in one of several figures of a page. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from '../engine.js';
import { DESKTOP, SMALL, host, visible } from '../widget.js';

/** @import { Page } from '../engine.js' */

/**
 * Before anything else runs: counts the instances of modules and lets an export of some of them trap, once each, as a
 * panic in a released module does.
 */
const SABOTAGE = `
  window.instances = 0;
  const trap = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array([
    0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 8, 1, 4, 116, 114, 97, 112, 0, 0, 10, 5, 1, 3, 0, 0, 11,
  ]))).exports.trap;
  const instantiate = WebAssembly.instantiate;
  WebAssembly.instantiate = async (module, imports) => {
    const instance = await instantiate(module, imports);
    window.instances += 1;
    const age = window.instances;
    const watched = (name, act) => (...args) => {
      if (window.trapped?.name === name && window.trapped.ages.has(age)) {
        window.trapped.ages.delete(age);
        trap();
      }
      return act(...args);
    };
    const exports = {};
    for (const [name, value] of Object.entries(instance.exports))
      exports[name] = typeof value === 'function' ? watched(name, value) : value;
    return { exports };
  };`;

/** A page of figures. @param {Page} page @param {number} count */
async function several(page, count) {
  const figures = Array.from(
    { length: count },
    (_, at) => `<deal-network id="n${at}">Fallback ${at}</deal-network>`,
  );
  await page.answer('sabotage.js', { type: 'text/javascript', body: SABOTAGE });
  await page.answer(
    'host.html',
    host(
      `<script src="sabotage.js"></script>${figures.join('')}<script type="module" src="deal-network.js"></script>`,
    ),
  );
  await page.goto('host.html');
  await page.waitFor(() => customElements.get('deal-network'));
  await page.evaluate((data) => {
    for (const element of document.querySelectorAll('deal-network')) element.data = data;
    // Those below the window wait for the reader.
    for (const element of document.querySelectorAll('deal-network')) element.scrollIntoView();
  }, SMALL);
  for (let at = 0; at < count; at += 1) {
    await page.evaluate((at) => document.querySelectorAll('deal-network')[at]?.scrollIntoView(), at);
    await page.waitFor((at) => document.querySelectorAll('deal-network')[at]?.loops.length, at);
  }
}

/** Has an export of the first instance trap at its next call. @param {Page} page @param {string} name */
const sabotage = (page, name) =>
  page.evaluate((name) => void Object.assign(window, { trapped: { name, ages: new Set([1]) } }), name);

const instances = (/** @type {Page} */ page) => page.evaluate(() => Number(Reflect.get(window, 'instances')));

test('after a panic that figure shows its fallback and a sentence; the others begin anew in another instance', async () => {
  await withPage({ ...DESKTOP, mayFail: true }, async (page) => {
    await several(page, 3);
    assert.equal(await instances(page), 1, 'one instance for all figures of a page');
    await page.evaluate(() => {
      const other = document.querySelector('#n2');
      Object.assign(window, { again: 0 });
      other?.addEventListener('deal-network-ready', () => Object.assign(window, { again: 1 }));
      document.querySelector('deal-network')?.scrollIntoView();
    });
    await sabotage(page, 'figure_card');
    await page.evaluate(() => document.querySelector('deal-network')?.select('company:a'));
    await page.waitFor(() => document.querySelector('deal-network')?.shadowRoot?.querySelector('.failed'));
    assert.equal(
      await page.evaluate(
        () =>
          document.querySelector('deal-network')?.shadowRoot?.querySelector('[role="alert"]')?.textContent,
      ),
      'The figure stopped because of a mistake in it.',
    );
    await page.evaluate(() => document.querySelector('#n2')?.scrollIntoView());
    await page.waitFor(() => Reflect.get(window, 'again') === 1);
    assert.equal(await instances(page), 2);
    assert.equal(
      await page.evaluate(() => document.querySelectorAll('deal-network')[2]?.loops.length),
      2,
      'it is there again',
    );
    await page.evaluate(() => document.querySelector('deal-network')?.scrollIntoView());
    await page.click('[part="again"]');
    await page.waitFor(() => document.querySelector('deal-network')?.loops.length);
    assert.equal(await visible(page, '.widget'), 1);
    assert.equal(await instances(page), 2, 'in the instance that is there');
    assert.deepEqual(page.problems.errors, [], 'nothing is left uncaught');
  });
});

test('what a reader had chosen in another figure is chosen when it has begun anew', async () => {
  await withPage({ ...DESKTOP, mayFail: true }, async (page) => {
    await several(page, 2);
    await page.evaluate(() => document.querySelectorAll('deal-network')[1]?.select('company:b'));
    await page.waitFor(() => document.querySelectorAll('deal-network')[1]?.focused === 'company:b');
    await sabotage(page, 'figure_card');
    await page.evaluate(() => document.querySelector('deal-network')?.select('company:a'));
    await page.waitFor(() => document.querySelectorAll('deal-network')[1]?.loops.length);
    await page.waitFor(() =>
      document.querySelectorAll('deal-network')[1]?.shadowRoot?.querySelector('[part="card"]'),
    );
    assert.equal(
      await page.evaluate(() => document.querySelectorAll('deal-network')[1]?.focused),
      'company:b',
    );
  });
});

for (const name of [
  'figure_open',
  'figure_search',
  'figure_arrange',
  'figure_scene',
  'figure_report',
  'figure_summary',
]) {
  /** The figure begins anew, and that export traps in so many instances. @param {Page} page @param {number[]} ages */
  const begin = async (page, ages) => {
    await several(page, 1);
    await page.evaluate(() => {
      const told = Object.assign(window, { told: /** @type {string[]} */ ([]) }).told;
      for (const kind of ['ready', 'error'])
        document.addEventListener(`deal-network-${kind}`, () => told.push(kind));
    });
    // In one go: the figure that is there may be about to paint.
    await page.evaluate(
      ({ name, ages, data }) => {
        Object.assign(document.querySelector('deal-network') ?? {}, { data });
        queueMicrotask(() => Object.assign(window, { trapped: { name, ages: new Set(ages) } }));
      },
      { name, ages, data: SMALL },
    );
    await page.waitFor(() => Reflect.get(window, 'told').length);
    return page.evaluate(() => Reflect.get(window, 'told'));
  };

  test(`after a panic in ${name} while a figure begins it begins once more, and nobody is troubled`, async () => {
    await withPage({ ...DESKTOP, mayFail: true }, async (page) => {
      assert.deepEqual(await begin(page, [1]), ['ready']);
      assert.equal(await instances(page), 2);
      assert.equal(await visible(page, '.widget'), 1);
      assert.equal(await visible(page, '[part="failure"]'), 0);
      assert.deepEqual(page.problems.errors, [], 'nothing is left uncaught');
    });
  });

  test(`a second panic in ${name} while a figure begins leaves its fallback, and "Try again" works`, async () => {
    await withPage({ ...DESKTOP, mayFail: true }, async (page) => {
      assert.deepEqual(await begin(page, [1, 2]), ['error']);
      assert.ok(await visible(page, '[part="failure"]'));
      await page.click('[part="again"]');
      await page.waitFor(() => document.querySelector('deal-network')?.loops.length);
      assert.equal(await instances(page), 3);
      assert.deepEqual(page.problems.errors, [], 'nothing is left uncaught');
    });
  });
}
