/** What the iframe page reads from its address, says and is told; the browser's tests see it at work. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askedOf, themeOf } from '../../www/frame/asked.js';
import { heightMessages, message, wishOf } from '../../www/frame/messages.js';
import { queryOf, stateOf } from '../../www/link.js';

const PLAIN = { filter: '', until: '', focus: '', widen: '', aim: '' };

test('an address names the theme, the view and the frame', () => {
  const query = '?theme=dark&loop=amazon%3Eopenai&until=2025&id=f1&childId=c1&initialWidth=300&parentUrl=x';
  assert.deepEqual(askedOf(query, 'name'), {
    state: { ...PLAIN, focus: 'loop:amazon>openai', until: '2025' },
    theme: 'dark',
    id: 'f1',
    child: 'c1',
  });
  assert.deepEqual(askedOf('', 'name'), { state: PLAIN, theme: null, id: 'name', child: '' });
  assert.equal(askedOf('', '').id, 'deal-network');
});

test('only the three themes are themes', () => {
  assert.deepEqual(['auto', 'light', 'dark'].map(themeOf), ['auto', 'light', 'dark']);
  for (const said of ['', 'Dark', 'dark ', null, undefined, 0, ['dark'], { theme: 'dark' }, 'toString'])
    assert.equal(themeOf(said), null);
});

test('a height is said in each form', () => {
  const frame = { id: 'f1', child: 'c1', address: 'https://example.org/frame.html' };
  assert.deepEqual(heightMessages(700, frame), [
    message('f1', 'height', { height: 700 }),
    { 'datawrapper-height': { f1: 700 } },
    { sentinel: 'amp', type: 'embed-size', height: 700 },
    '{"src":"https://example.org/frame.html","context":"iframe.resize","height":700}',
    'pymxPYMxc1xPYMxheightxPYMx700',
  ]);
  assert.equal(heightMessages(700, { ...frame, child: '' }).length, 4);
});

test('a wish is a theme or the height, and nothing else', () => {
  assert.deepEqual(wishOf({ type: 'theme', theme: 'light', more: 1 }), { theme: 'light' });
  assert.equal(wishOf({ type: 'height' }), 'height');
  const none = [
    null,
    undefined,
    1,
    'theme',
    [],
    {},
    { type: 'theme' },
    { type: 'theme', theme: 'x' },
    { theme: 'dark' },
  ];
  for (const said of none) assert.equal(wishOf(said), null);
});

test('a link to a view of a loop names what is chosen now', () => {
  assert.equal(stateOf('?loop=a%3Eb&focus=deal%3A1').focus, 'deal:1');
  assert.equal(
    queryOf('?loop=a%3Eb&theme=dark', { ...PLAIN, focus: 'company:c' }),
    '?theme=dark&focus=company%3Ac',
  );
  assert.equal(queryOf('?loop=a%3Eb', PLAIN), '');
});
