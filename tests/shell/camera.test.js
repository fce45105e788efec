import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MAX_SCALE, MIN_SCALE, fit, keep, pan, toLayout, zoom } from '../../www/camera.js';

/** @param {import('../../www/types.js').Camera} camera @param {number} x @param {number} y */
const onScreen = ({ scale, ...at }, x, y) => [x * scale + at.x, y * scale + at.y];

test('fit shows all of the figure, in the middle, within the margin', () => {
  for (const bounds of [
    [-300, -100, 500, 200],
    [0, 0, 40, 900],
    [-5000, -10, 5000, 10],
  ]) {
    const camera = fit(bounds, 800, 600, 16);
    const [left = 0, top = 0] = onScreen(camera, bounds[0] ?? 0, bounds[1] ?? 0);
    const [right = 0, bottom = 0] = onScreen(camera, bounds[2] ?? 0, bounds[3] ?? 0);
    if (camera.scale > MIN_SCALE)
      assert.ok(left >= 15.999 && right <= 784.001 && top >= 15.999 && bottom <= 584.001);
    assert.ok(Math.abs((left + right) / 2 - 400) < 1e-9 && Math.abs((top + bottom) / 2 - 300) < 1e-9);
  }
});

test('fit does not blow up a small figure, and survives an empty one', () => {
  assert.equal(fit([-1, -1, 1, 1], 800, 600).scale, 1.5);
  assert.deepEqual(fit([0, 0, 0, 0], 800, 600), { scale: 1.5, x: 400, y: 300 });
  for (const broken of [[], [NaN, 0, 1, 1], [Infinity, 0, -Infinity, 0]]) {
    const { scale, x, y } = fit(broken, 800, 600);
    assert.ok([scale, x, y].every(Number.isFinite), String(broken));
  }
});

test('zoom keeps the point under the pointer where it is', () => {
  const before = { scale: 1.2, x: 30, y: -40 };
  const [x, y] = toLayout(before, 200, 150);
  const after = zoom(before, 1.7, 200, 150);
  const [screenX = 0, screenY = 0] = onScreen(after, x, y);
  assert.ok(Math.abs(screenX - 200) < 1e-9 && Math.abs(screenY - 150) < 1e-9);
  assert.ok(Math.abs(after.scale - 2.04) < 1e-9);
});

test('zoom stops at its limits without moving the figure', () => {
  const nearest = zoom({ scale: MAX_SCALE, x: 5, y: 6 }, 2, 100, 100);
  assert.deepEqual(nearest, { scale: MAX_SCALE, x: 5, y: 6 });
  assert.equal(zoom({ scale: 1, x: 0, y: 0 }, 1e-9, 0, 0).scale, MIN_SCALE);
});

test('however far the reader pans, part of the figure stays on the stage', () => {
  const bounds = [-100, -100, 100, 100];
  for (const [dx, dy] of [
    [1e6, 0],
    [-1e6, 1e6],
    [0, -1e6],
  ]) {
    const camera = keep(pan(fit(bounds, 800, 600), dx ?? 0, dy ?? 0), bounds, 800, 600);
    const [left = 0, top = 0] = onScreen(camera, -100, -100);
    const [right = 0, bottom = 0] = onScreen(camera, 100, 100);
    assert.ok(left < 800 && right > 0 && top < 600 && bottom > 0);
  }
  const camera = fit(bounds, 800, 600);
  assert.deepEqual(keep(camera, bounds, 800, 600), camera, 'what is in sight is not moved');
});
