/** The harness itself: what stands between page and server answers as a test says, and when it says so. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { latch, withPage } from '../engine.js';
import { harness } from '../harness.js';

test('any request can be answered otherwise', async () => {
  await withPage({ mayFail: true }, async (view) => {
    await harness(view);
    await view.answer('icon.svg', { type: 'text/plain' });
    await view.answer('page.css', { status: 503 });
    await view.answer('bytes', { type: 'application/wasm', body: Buffer.from([0, 255]) });
    await view.answer('cut', { abort: true });
    const seen = await view.evaluate(async () => {
      const bytes = await fetch('bytes');
      return {
        bytes: [bytes.headers.get('content-type'), ...new Uint8Array(await bytes.arrayBuffer())],
        type: (await fetch('icon.svg')).headers.get('content-type'),
        status: (await fetch('page.css')).status,
        cut: await fetch('cut').catch((error) => error.name),
      };
    });
    assert.deepEqual(seen, {
      bytes: ['application/wasm', 0, 255],
      type: 'text/plain',
      status: 503,
      cut: 'TypeError',
    });
    await view.answer('bytes', { body: 'now' });
    assert.equal(await view.evaluate(async () => (await fetch('bytes')).text()), 'now');
  });
});

test('an answer is held until it is let go, and others go on', async () => {
  await withPage({}, async (view) => {
    await harness(view);
    const { hold, asked, release } = latch();
    await view.answer('late', { body: 'late', hold });
    await view.evaluate(() => {
      fetch('late').then(async (answer) => Reflect.set(window, 'late', await answer.text()));
    });
    await asked;
    assert.equal(await view.evaluate(async () => (await fetch('icon.svg')).status), 200);
    assert.equal(await view.evaluate(() => Reflect.get(window, 'late') ?? null), null);
    release();
    await view.waitFor(() => Reflect.get(window, 'late') === 'late');
  });
});

test('a page closes, even though an answer is still held', async () => {
  await withPage({ mayFail: true }, async (view) => {
    await harness(view);
    const { hold, asked } = latch();
    await view.answer('late', { hold });
    await view.evaluate(() => void fetch('late').catch(() => {}));
    await asked;
  });
});
