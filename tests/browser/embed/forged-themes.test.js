/** Messages that are not what they seem: what of them the frame takes for a wish of the page around. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from '../engine.js';
import { SMALL } from '../widget.js';
import { ask, filled, frame, heard, said, surround } from './frames.js';
import { LIAR, LIES, hear, liar, openAnother } from './liar.js';
import { serve } from './server.js';

const VIEW = { width: 1000, height: 950, mayFail: true };

const { origin } = await serve({ '/liar.html': LIAR, '/frame.html': await filled(SMALL) });
const stranger = `<iframe src="${origin}/liar.html" title="B" height="400" sandbox="allow-scripts"></iframe>`;

/** What the frame makes of it, where it comes from the page around. @type {[lie: string, theme: string | null][]} */
const TO_THE_FRAME = [
  ['in capitals', null],
  ['with space', null],
  ['a theme in a list', null],
  ['a theme in a box', null],
  ['no theme', null],
  ['an empty theme', null],
  ['markup as a theme', null],
  ['an attribute', null],
  ['a date to see', null],
  ['other data', null],
  ['a choice', null],
  ['a constructor', null],
  ['theme as JSON', null],
  ['theme in __proto__', null],
  ['in the prototype', null],
  ['a list with names', null],
  ['nothing at all', null],
  ['undefined', null],
  ['a number alone', null],
  ['dark', 'dark'],
  ['light', 'light'],
  ['dark, and more', 'dark'],
  ['auto', 'auto'],
];

test('the frame takes themes from the page around, and nothing else changes', async () => {
  await withPage(VIEW, async (page) => {
    await surround(page, `${frame(`${origin}/frame.html`)}<script>(${liar})();</script>`);
    await heard(page, 'ready');
    const { attributes, ...before } = await ask(page, 'state');
    /** @type {string | null} */
    let theme = null;
    for (const [lie, next] of TO_THE_FRAME) {
      await hear(page, lie, '', 'first');
      theme = next ?? theme;
      const { attributes: now, ground, figure, ...after } = await ask(page, 'state');
      assert.deepEqual(now, theme ? { ...attributes, theme } : attributes, lie);
      /** @type {string} */
      const colour = theme === 'dark' ? 'rgb(21, 23, 26)' : 'rgb(255, 255, 255)';
      assert.deepEqual([ground, figure], [colour, colour], lie);
      assert.deepEqual({ ground: before.ground, figure: before.figure, ...after }, before, lie);
    }
    assert.deepEqual(await ask(page, 'traces'), []);
    assert.deepEqual(await ask(page, 'problems'), { refused: [], errors: [] });
    assert.deepEqual(await said(page, 'select'), []);
  });
});

for (const [who, from] of /** @type {const} */ ([
  ['another frame of the page', 'frames.1'],
  ['another window', 'another'],
])) {
  test(`the frame takes no theme from ${who}`, async () => {
    await withPage(VIEW, async (page) => {
      await surround(page, `${frame(`${origin}/frame.html`)}${stranger}<script>(${liar})();</script>`);
      await heard(page, 'ready');
      await openAnother(page, `${origin}/liar.html`);
      await hear(page, 'dark', from, 'first');
      assert.equal((await ask(page, 'state')).attributes.theme, undefined);
      await hear(page, 'dark', '', 'first');
      assert.equal((await ask(page, 'state')).attributes.theme, 'dark');
    });
  });
}

test('every lie about themes is told', () => {
  const told = new Set(TO_THE_FRAME.map(([lie]) => lie));
  const own = LIES.slice(LIES.indexOf('dark'));
  assert.ok(own.length > 10);
  assert.deepEqual(
    own.filter((lie) => !told.has(lie)),
    [],
  );
});
