/** Messages that are not what they seem: what of them the page around takes for a height. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from '../engine.js';
import { released, surround } from './frames.js';
import { LIAR, LIES, hear, liar, openAnother } from './liar.js';
import { serve } from './server.js';

/** @import { Page } from '../engine.js' */

const VIEW = { width: 1000, height: 950, mayFail: true };

const { origin } = await serve({
  '/liar.html': LIAR,
  '/nest.html': '<!doctype html><title>Nest</title><iframe src="liar.html"></iframe>',
});
const loader = await released('frame-loader.js');
const trusted = `<iframe data-deal-network src="${origin}/liar.html" title="A" height="400" sandbox="allow-scripts"></iframe>`;
const stranger = `<iframe src="${origin}/liar.html" title="B" height="400" sandbox="allow-scripts"></iframe>`;

/** What the heights of all frames were set to. @param {Page} page @returns {Promise<string[]>} */
const heights = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('iframe')].map((frame) => {
      const { height } = frame.style;
      frame.style.height = '';
      return height;
    }),
  );

/** What the page around makes of it, where it comes from the frame itself. @type {[lie: string, height: string][]} */
const FROM_THE_FRAME = [
  ['right', '700px'],
  ['more than is asked for', '700px'],
  ['a fraction', '700.5px'],
  ['too low', '100px'],
  ['nought', '100px'],
  ['negative', '100px'],
  ['huge', '10000px'],
  ['the largest number', '10000px'],
  ['NaN', ''],
  ['infinite', ''],
  ['infinitely negative', ''],
  ['a text', ''],
  ['a length', ''],
  ['a list', ''],
  ['an object', ''],
  ['a number in a box', ''],
  ['a date', ''],
  ['a big integer', ''],
  ['a truth', ''],
  ['nothing', ''],
  ['no height', ''],
  ['a getter', ''],
  ['another version', ''],
  ['a version in words', ''],
  ['no version', ''],
  ['another source', ''],
  ['a source in a list', ''],
  ['another type', ''],
  ['a type in a list', ''],
  ['ready', ''],
  ['JSON', ''],
  ['in a list', ''],
  ['in a map', ''],
  // Odd, but of the right shape, and from the frame itself.
  ['a list with names', '700px'],
  ['in __proto__', ''],
  ['in the prototype', ''],
  ['the height in __proto__', ''],
  ['a text alone', ''],
  ['a number alone', ''],
  ['nothing at all', ''],
  ['undefined', ''],
  ['for Datawrapper', ''],
  ['for AMP', ''],
  ['for Medium', ''],
  ['for pym.js', ''],
];

test('the page around takes heights of the right shape, within bounds, and nothing else', async () => {
  await withPage(VIEW, async (page) => {
    await surround(page, `${trusted}${stranger}<script>${loader}</script>`);
    for (const [lie, height] of FROM_THE_FRAME) {
      await hear(page, lie, 'frames.0', 'parent');
      assert.deepEqual(await heights(page), [height, ''], lie);
      const attributes = await page.evaluate(() => document.querySelector('iframe')?.getAttributeNames());
      assert.deepEqual(attributes, ['data-deal-network', 'src', 'title', 'height', 'sandbox', 'style'], lie);
    }
    assert.deepEqual(page.problems.errors, []);
  });
});

/** Who else may say the right thing. @type {[who: string, from: string, to: string][]} */
const OTHERS = [
  ['another frame of the page', 'frames.1', 'parent'],
  ['a frame within a frame', 'frames.2.frames.0', 'top'],
  ['the page itself', '', 'self'],
  ['another window', 'another', 'opener'],
];

for (const [who, from, to] of OTHERS) {
  test(`the page around takes no height from ${who}`, async () => {
    await withPage(VIEW, async (page) => {
      const nest = `<iframe src="${origin}/nest.html" title="C" height="400"></iframe>`;
      await surround(page, `${trusted}${stranger}${nest}<script>(${liar})();${loader}</script>`);
      await openAnother(page, `${origin}/liar.html`);
      await hear(page, 'right', from, to);
      assert.deepEqual(await heights(page), ['', '', '']);
      await hear(page, 'right', 'frames.0', 'parent');
      assert.deepEqual(await heights(page), ['700px', '', '']);
    });
  });
}

test('what a script of the page makes up is no message', async () => {
  await withPage(VIEW, async (page) => {
    await surround(page, `${trusted}<script>${loader}</script>`);
    const touched = await page.evaluate(() => {
      const right = { source: 'deal-network', version: 1, type: 'height', height: 700 };
      let touched = 0;
      const trap = new Proxy(right, { get: () => (touched += 1) });
      const source = frames[0] ?? null;
      /** @type {[unknown, Window | null][]} */
      const lies = [
        [right, source],
        [trap, source],
        [right, null],
      ];
      for (const [data, source] of lies) {
        let event;
        try {
          event = new MessageEvent('message', { data, source });
        } catch {
          // Firefox lets nobody make up a message from another origin.
          continue;
        }
        dispatchEvent(event);
      }
      return touched;
    });
    assert.equal(touched, 0, 'nothing of it is looked at');
    assert.deepEqual(await heights(page), ['']);
  });
});

test('every lie about heights is told', () => {
  const told = FROM_THE_FRAME.map(([lie]) => lie);
  assert.deepEqual(told, LIES.slice(0, told.length));
});
