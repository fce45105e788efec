/** The harness itself: what it reports must be true, or every other browser test proves nothing. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from './engine.js';

const page = {
  type: 'text/html',
  body: `<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Harness</title>
    <main id="host"></main><script src="harness.js"></script></html>`,
};
const script = {
  type: 'text/javascript',
  body: `
    const root = document.getElementById('host').attachShadow({ mode: 'open' });
    const button = document.createElement('button');
    button.textContent = 'Press';
    root.append(button);
    window.seen = [];
    for (const type of ['click', 'keydown', 'wheel', 'touchmove']) {
      root.addEventListener(type, event => window.seen.push(type + (event.ctrlKey ? ' with Ctrl' : '')));
    }`,
};

test('clicks, keys, the wheel and preferences arrive, through a shadow root', async () => {
  await withPage({ width: 400, height: 300, dark: true, reducedMotion: true, touch: true }, async (view) => {
    await view.answer('harness.html', page);
    await view.answer('harness.js', script);
    await view.goto('harness.html');
    await view.click('#host button');
    await view.press('f');
    await view.mouse.wheel(0, 10, ['Control']);
    const box = await view.box('button');
    assert.ok(box);
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await view.touch.swipe(middle, { x: middle.x + 20, y: middle.y });
    await view.waitFor(() => 'seen' in window && new Set(/** @type {string[]} */ (window.seen)).size === 4);
    const found = await view.evaluate(
      (queries) => queries.map((query) => matchMedia(query).matches),
      ['(prefers-color-scheme: dark)', '(prefers-reduced-motion: reduce)', '(width: 400px)'],
    );
    assert.deepEqual(found, [true, true, true]);
    assert.equal((await view.screenshot()).subarray(1, 4).toString(), 'PNG');
  });
});

test('errors, failed requests and foreign requests are seen', async () => {
  await withPage({ mayFail: true }, async (view) => {
    await view.answer('harness.html', page);
    await view.answer('harness.js', {
      type: 'text/javascript',
      body: `console.error('said'); fetch('no-such-file').catch(() => {}); fetch('cut').catch(() => {});
        fetch('http://127.0.0.1:1/').catch(() => {}); setTimeout(() => { throw new Error('thrown'); });
        setTimeout(() => { window.done = true; }, 300);`,
    });
    await view.answer('cut', { abort: true });
    await view.goto('harness.html');
    await view.waitFor(() => 'done' in window);
    const { errors, failed, foreign } = view.problems;
    assert.ok(errors.includes('said'), String(errors));
    assert.ok(errors.some((text) => text.includes('thrown')));
    assert.ok(failed.some((text) => text.includes('no-such-file') && text.endsWith('404')));
    assert.ok(failed.some((text) => text.includes('/cut ')));
    assert.deepEqual(foreign, ['http://127.0.0.1:1/']);
  });
});

test('a problem fails a test that does not expect one', async () => {
  const careless = withPage({}, async (view) => {
    await view.answer('harness.html', page);
    await view.answer('harness.js', { type: 'text/javascript', body: `console.error('said')` });
    await view.goto('harness.html');
  });
  await assert.rejects(careless, /the page has no problems/);
});

test('the strict policy is in force, and the harness can still look inside', async () => {
  await withPage({ csp: true, mayFail: true }, async (view) => {
    await view.goto('data/openai-amazon.txt');
    const outcome = await view.evaluate(() => {
      try {
        document.body.innerHTML = 'text';
        return 'allowed';
      } catch (error) {
        return error instanceof TypeError ? 'refused' : String(error);
      }
    });
    assert.equal(outcome, 'refused');
  });
});

test('without JavaScript no script runs', async () => {
  await withPage({ javaScript: false }, async (view) => {
    await view.answer('harness.html', page);
    await view.answer('harness.js', { type: 'text/javascript', body: `console.error('ran')` });
    await view.goto('harness.html');
  });
});
