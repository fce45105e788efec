/** What only some engines can do: the rest of the harness is tried out in `embed/engine.test.js`. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from './engine.js';
import { harness } from './harness.js';

test('fingers arrive, through a shadow root', async () => {
  await withPage({ width: 400, height: 300, touch: true }, async (view) => {
    await harness(view);
    const box = await view.box('button');
    assert.ok(box);
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await view.touch.swipe(middle, { x: middle.x + 20, y: middle.y });
    await view.touch.tap(middle);
    await view.waitFor(() => Reflect.get(window, 'seen').includes('click'));
    assert.ok(await view.evaluate(() => Reflect.get(window, 'seen').includes('touchmove')));
  });
});

test('the wheel arrives with the key that is held', async () => {
  await withPage({}, async (view) => {
    await harness(view);
    await view.click('#host button');
    await view.mouse.wheel(0, 10, ['Control']);
    await view.waitFor(() => Reflect.get(window, 'seen').includes('wheel with Control'));
  });
});

test('what a reader prefers can change while the page is open', async () => {
  await withPage({}, async (view) => {
    await harness(view);
    await view.prefer({ dark: true, reducedMotion: true });
    await view.waitFor(
      () => matchMedia('(prefers-color-scheme: dark) and (prefers-reduced-motion: reduce)').matches,
    );
    await view.prefer({});
    await view.waitFor(() => matchMedia('(prefers-color-scheme: light)').matches);
  });
});
