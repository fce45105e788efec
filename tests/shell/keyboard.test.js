import assert from 'node:assert/strict';
import { test } from 'node:test';
import { intentOf } from '../../www/keys.js';
import { Walk } from '../../www/walk.js';

const none = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };

test('keys mean what the instructions say', () => {
  for (const [key, intent] of [
    ['ArrowDown', 'next'],
    ['ArrowUp', 'previous'],
    ['Home', 'first'],
    ['End', 'last'],
    ['Enter', 'open'],
    ['Escape', 'out'],
    ['f', 'follow'],
    ['F', 'follow'],
    ['u', 'unroll'],
    ['U', 'unroll'],
    ['+', 'zoomIn'],
    ['-', 'zoomOut'],
    ['0', 'fit'],
    ['?', 'help'],
    ['Tab', null],
    ['a', null],
    ['PageDown', null],
  ]) {
    assert.equal(intentOf({ ...none, key: key ?? '' }, false), intent, String(key));
  }
  assert.equal(intentOf({ ...none, key: 'F', shiftKey: true }, false), 'followBack');
  assert.equal(intentOf({ ...none, key: '?', shiftKey: true }, false), 'help');
  assert.equal(intentOf({ ...none, key: '+', shiftKey: true }, false), 'zoomIn');
});

test('the arrows along the line mirror in right-to-left pages, those that move the figure do not', () => {
  assert.equal(intentOf({ ...none, key: 'ArrowRight' }, false), 'open');
  assert.equal(intentOf({ ...none, key: 'ArrowRight' }, true), 'back');
  assert.equal(intentOf({ ...none, key: 'ArrowLeft' }, true), 'open');
  assert.equal(intentOf({ ...none, key: 'ArrowLeft', shiftKey: true }, true), 'panLeft');
});

test('the shortcuts of the browser stay the browser’s', () => {
  for (const held of ['ctrlKey', 'metaKey', 'altKey']) {
    for (const key of ['f', 'F', '+', '-', '0', 'Home', 'ArrowLeft']) {
      assert.equal(intentOf({ ...none, key, [held]: true }, false), null, `${held} ${key}`);
    }
  }
});

/*
 *   loop 1     loop 2     company a
 *   /    \       |            |
 * d1     d2      d3           -
 */
/** @param {string} id @returns {import('../../www/types.js').Target} */
const loop = (id) => ({ kind: 'loop', id });
/** @param {string} id @returns {import('../../www/types.js').Target} */
const deal = (id) => ({ kind: 'deal', id });
/** @type {Record<string, string[]>} */
const deals = { 1: ['d1', 'd2'], 2: ['d3'] };
const tree = {
  top: () => [loop('1'), loop('2'), /** @type {const} */ ({ kind: 'company', id: 'a' })],
  under: (/** @type {import('../../www/types.js').Target} */ { id }) => (deals[id] ?? []).map(deal),
};

test('a walk begins at the first or the last and goes round', () => {
  const down = new Walk(tree);
  assert.equal(down.here, null);
  const seen = [1, 2, 3, 4].map(() => (down.move(1), down.here?.id));
  assert.deepEqual(seen, ['1', '2', 'a', '1']);
  const up = new Walk(tree);
  up.move(-1);
  assert.equal(up.here?.id, 'a');
  up.edge(false);
  assert.equal(up.here?.id, '1');
  up.edge(true);
  assert.equal(up.here?.id, 'a');
});

test('in, along and out again', () => {
  const walk = new Walk(tree);
  assert.equal(walk.enter(), false, 'nowhere to go in');
  walk.move(1);
  assert.equal(walk.enter(), true);
  assert.deepEqual(walk.here, deal('d1'));
  walk.move(1);
  assert.deepEqual([walk.here, walk.place, walk.siblings.length], [deal('d2'), 1, 2]);
  assert.equal(walk.enter(), false, 'a deal has nothing under it');
  assert.equal(walk.leave(), true);
  assert.deepEqual(walk.here, loop('1'));
  assert.equal(walk.leave(), false, 'at the top');
});

test('nothing to walk on is no error', () => {
  const walk = new Walk({ top: () => [], under: () => [] });
  walk.move(1);
  walk.edge(true);
  assert.equal(walk.here, null);
});
