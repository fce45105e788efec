/** What the address of the iframe page asks for. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from '../engine.js';
import { SMALL } from '../widget.js';
import { ask, filled, frame, heard, said, surround } from './frames.js';
import { serve } from './server.js';

const VIEW = { width: 1000, height: 950, mayFail: true };
const LIGHT = 'rgb(255, 255, 255)';
const DARK = 'rgb(21, 23, 26)';

const { origin } = await serve({
  '/frame.html': await filled(SMALL, { language: 'de', title: 'Tom &amp; Jerry' }),
});

/** @type {[query: string, dark: boolean, ground: string, theme: string | undefined][]} */
const THEMES = [
  ['', false, LIGHT, undefined],
  ['', true, DARK, undefined],
  ['?theme=auto', true, DARK, 'auto'],
  ['?theme=light', true, LIGHT, 'light'],
  ['?theme=dark', false, DARK, 'dark'],
  ['?theme=DARK', false, LIGHT, undefined],
  ['?theme=%22%3E%3Cscript%3E', true, DARK, undefined],
  ['?theme=light&theme=dark', true, LIGHT, 'light'],
];

for (const [query, dark, ground, theme] of THEMES) {
  test(`colours: ${query || 'nothing'} for a reader who prefers ${dark ? 'dark' : 'light'}`, async () => {
    await withPage({ ...VIEW, dark }, async (page) => {
      await surround(page, frame(`${origin}/frame.html${query.replaceAll('&', '&amp;')}`));
      await heard(page, 'ready');
      const state = await ask(page, 'state');
      assert.deepEqual(
        [state.ground, state.figure, state.attributes.theme, state.language, state.title],
        [ground, ground, theme, 'de', 'Tom & Jerry'],
      );
    });
  });
}

const PLAIN = { filter: '', until: '', focus: '', widen: '', aim: '' };

/** @type {[query: string, view: Partial<typeof PLAIN>, says: string][]} */
const VIEWS = [
  ['?loop=a%3Eb', { focus: 'loop:a>b' }, ''],
  ['?loop=a>b', { focus: 'loop:a>b' }, ''],
  ['?loop=a>b&focus=company:c', { focus: 'company:c' }, ''],
  ['?loop=a>z', {}, 'a>z'],
  ['?loop=__proto__', {}, '__proto__'],
  ['?loop=', {}, ''],
  ['?until=2024', { until: '2024' }, ''],
  ['?until=2025-09', { until: '2025-09' }, ''],
  ['?until=yesterday', {}, 'yesterday'],
  ['?filter=minAmount%3D6e9', { filter: 'minAmount=6e9' }, ''],
  ['?src=https://example.org/&data=x&heading-level=4&max-loop-length=2', {}, ''],
];

for (const [query, view, says] of VIEWS) {
  test(`the view: ${query}`, async () => {
    await withPage(VIEW, async (page) => {
      await surround(page, frame(`${origin}/frame.html${query.replaceAll('&', '&amp;')}`));
      await heard(page, 'ready');
      const state = await ask(page, 'state');
      assert.deepEqual(state.view, { ...PLAIN, ...view });
      assert.deepEqual(state.attributes, {}, 'nothing else comes from the address');
      const missed = await ask(page, 'text', '.filtered');
      if (says) assert.ok(missed.includes(says), `says what it does not have: ${missed}`);
      const chosen = (await said(page, 'select')).map(({ selected }) => `${selected.kind}:${selected.id}`);
      assert.deepEqual(chosen, view.focus ? [view.focus] : []);
      assert.deepEqual(await ask(page, 'problems'), { refused: [], errors: [] });
    });
  });
}
