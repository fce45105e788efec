/** What the iframe page tells the page around: every message of the table, exactly, and only when it is news. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from '../engine.js';
import { SMALL } from '../widget.js';
import { FALLBACK, ask, filled, frame, heard, press, said, soon, surround } from './frames.js';
import { serve } from './server.js';

/** @import { Page } from '../engine.js' */

const VIEW = { width: 1000, height: 950, mayFail: true };

const pages = {
  '/frame.html': await filled(SMALL),
  // The policy of the page keeps the program out, as older browsers do.
  '/no-wasm.html': (await filled(SMALL)).replace(" 'wasm-unsafe-eval'", ''),
  // A program that is cut short.
  '/cut.html': (await filled(SMALL)).replace(/(id="deal_network_desk_bg.wasm">[^<]{100})[^<]+/, '$1'),
};
const { origin, asked } = await serve(pages);

/**
 * The heights, each as whoever listens hears it; fails unless all hear the same, and each change once.
 * @param {Page} page
 * @param {{ id: string, child?: string, address: string }} frame
 */
async function heights(page, { id, child, address }) {
  const all = await said(page);
  const own = all.filter((data) => data?.type === 'height').map(({ height }) => height);
  assert.ok(own.length > 0, 'a height is told');
  for (const [at, height] of own.entries()) {
    assert.ok(Number.isInteger(height) && height > 0, `${height}`);
    assert.notEqual(height, own[at - 1], 'a height is told when it is another one');
  }
  const table = [
    (/** @type {number} */ height) => ({ source: 'deal-network', version: 1, id, type: 'height', height }),
    (/** @type {number} */ height) => ({ 'datawrapper-height': { [id]: height } }),
    (/** @type {number} */ height) => ({ sentinel: 'amp', type: 'embed-size', height }),
    (/** @type {number} */ height) => JSON.stringify({ src: address, context: 'iframe.resize', height }),
    ...(child ? [(/** @type {number} */ height) => `pymxPYMx${child}xPYMxheightxPYMx${height}`] : []),
  ];
  const others = all.filter((data) => !['ready', 'select', 'error'].includes(data?.type));
  assert.deepEqual(
    others,
    own.flatMap((height) => table.map((make) => make(height))),
  );
  return own;
}

/**
 * The table, by what the address and the frame say.
 * @type {[what: string, query: string, attributes: string, named: { id: string, child?: string }][]}
 */
const NAMES = [
  ['nothing', '', '', { id: 'deal-network' }],
  ['the name of the frame', '', 'name="ai"', { id: 'ai' }],
  ['an id in the address', '?id=figure-1', 'name="ai"', { id: 'figure-1' }],
  [
    'the words of pym.js',
    '?initialWidth=700&childId=fig&parentTitle=A&parentUrl=https%3A%2F%2Fexample.org%2F',
    '',
    { id: 'deal-network', child: 'fig' },
  ],
  ['an id like no other', '?id=constructor', '', { id: 'constructor' }],
];

for (const [what, query, attributes, named] of NAMES) {
  test(`every message is as the table says: ${what}`, async () => {
    await withPage(VIEW, async (page) => {
      const address = `${origin}/frame.html${query}`;
      const before = asked.length;
      await surround(page, frame(address.replaceAll('&', '&amp;'), `sandbox="allow-scripts" ${attributes}`));
      await heard(page, 'ready');
      await ask(page, 'state');
      const first = await heights(page, { ...named, address });

      const own = { source: 'deal-network', version: 1, id: named.id };
      assert.deepEqual(await said(page, 'ready'), [{ ...own, type: 'ready', loops: 2, diagnostics: 0 }]);
      assert.deepEqual(await said(page, 'error'), []);
      assert.deepEqual(await said(page, 'select'), []);

      await press(page, '.loops .loop');
      await heard(page, 'select');
      assert.deepEqual(await said(page, 'select'), [
        { ...own, type: 'select', selected: { kind: 'loop', id: 'a>b' } },
      ]);
      await page.press('Escape');
      await heard(page, 'select', 2);
      assert.deepEqual((await said(page, 'select'))[1], { ...own, type: 'select', selected: null });
      assert.deepEqual((await heights(page, { ...named, address })).slice(0, first.length), first);
      assert.deepEqual(asked.slice(before), [`/frame.html${query}`], 'after the page, nothing is asked for');
      assert.deepEqual(await ask(page, 'asked'), []);
      assert.deepEqual(await ask(page, 'problems'), { refused: [], errors: [] });
    });
  });
}

test('the height is that of the content, however high the frame is', async () => {
  await withPage(VIEW, async (page) => {
    await surround(page, frame(`${origin}/frame.html`));
    await heard(page, 'ready');
    await ask(page, 'state');
    const before = (await said(page)).length;
    for (const height of [200, 900, 3000, 150]) {
      await page.evaluate((height) => {
        const frame = document.querySelector('iframe');
        if (frame) frame.style.height = `${height}px`;
      }, height);
      await ask(page, 'state');
    }
    assert.equal((await said(page)).length, before, 'another height of the window is no news');
    const times = (await said(page, 'height')).length;
    await page.evaluate(() => document.querySelector('iframe')?.setAttribute('width', '390'));
    await heard(page, 'height', times + 1);
    await ask(page, 'state');
    const [last] = (await said(page, 'height')).slice(-1);
    const content = await ask(page, 'box', 'body');
    assert.equal(last.height, Math.ceil(content.height));
  });
});

test('what a reader opens makes the page higher, and the page around is told', async () => {
  // Wide, where little more is kept free than this small figure takes.
  await withPage({ ...VIEW, width: 1_100 }, async (page) => {
    await surround(
      page,
      `<iframe src="${origin}/frame.html" width="1000" height="900" title="Deals"></iframe>`,
    );
    await heard(page, 'ready');
    await ask(page, 'state');
    const [before] = (await said(page, 'height')).slice(-1);
    const times = (await said(page, 'height')).length;
    await press(page, '.loops .loop');
    await press(page, '.how.table summary');
    await heard(page, 'height', times + 1);
    await ask(page, 'state');
    const [after] = (await said(page, 'height')).slice(-1);
    assert.ok(after.height > before.height + 50, `${before.height}, then ${after.height}`);
  });
});

test('where the page around follows, nothing scrolls inside', async () => {
  await withPage(VIEW, async (page) => {
    await surround(page, frame(`${origin}/frame.html`));
    await heard(page, 'ready');
    await page.evaluate(() => {
      const frame = document.querySelector('iframe');
      if (frame) frame.style.height = '3000px';
    });
    await soon(() => ask(page, 'followed'), 'the frame to see it');
    await page.evaluate(() => {
      const frame = document.querySelector('iframe');
      if (frame) frame.style.height = '300px';
    });
    await soon(async () => !(await ask(page, 'followed')), 'the frame to see it');
  });
});

for (const file of ['no-wasm.html', 'cut.html']) {
  test(`without its program the page tells why, and how high its fallback is: ${file}`, async () => {
    await withPage(VIEW, async (page) => {
      await surround(page, frame(`${origin}/${file}`));
      await heard(page, 'error');
      const [{ message, ...rest }] = await said(page, 'error');
      assert.deepEqual(rest, { source: 'deal-network', version: 1, id: 'deal-network', type: 'error' });
      assert.equal(message, await ask(page, 'text', '.failure p'));
      assert.ok(await ask(page, 'shown', '.failure p'));
      assert.ok(await ask(page, 'shown', 'deal-network > p'));
      assert.equal(await ask(page, 'text', 'deal-network'), FALLBACK.replaceAll(/<[^>]+>/g, ''));
      await ask(page, 'state');
      const own = await heights(page, { id: 'deal-network', address: `${origin}/${file}` });
      const content = await ask(page, 'box', 'body');
      assert.equal(own.at(-1), Math.ceil(content.height));
      assert.ok(content.height < 300, 'no more than the text needs');
      assert.deepEqual(await said(page, 'ready'), []);
    });
  });
}

test('a page of its own tells nobody anything, and its heading is the page’s', async () => {
  await withPage({ ...VIEW }, async (page) => {
    await page.goto(`${origin}/frame.html`);
    await page.waitFor(() => (document.querySelector('deal-network')?.loops ?? []).length > 0);
    const { errors, failed } = page.problems;
    assert.deepEqual([errors, failed], [[], []]);
    assert.deepEqual(
      await page.evaluate(() =>
        [...(document.querySelector('deal-network')?.shadowRoot?.querySelectorAll('h1') ?? [])].map(
          (heading) => heading.id,
        ),
      ),
      ['heading'],
    );
  });
});
