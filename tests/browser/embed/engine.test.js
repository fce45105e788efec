/** The harness itself: what it reports must be true in every engine, or every other browser test proves nothing. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PNG } from 'pngjs';
import { engine, withPage } from '../engine.js';
import { HARNESS, harness } from '../harness.js';

test('clicks, keys, letters and the wheel arrive, through a shadow root', async () => {
  await withPage({ width: 400, height: 300 }, async (view) => {
    await harness(view);
    await view.click('#host button');
    await view.focus('#host input');
    await view.type('a B');
    await view.press('Space');
    await view.press('Shift+Home');
    await view.press('Enter');
    await view.mouse.wheel(0, 10);
    await view.waitFor(() => Reflect.get(window, 'seen').includes('wheel'));
    assert.deepEqual(await view.evaluate(() => Reflect.get(window, 'seen')), [
      ...['mousedown', 'mouseup', 'click', 'keydown a', 'keydown  ', 'keydown B', 'keydown  '],
      ...['keydown Shift', 'keydown Home with Shift', 'keydown Enter', 'wheel'],
    ]);
    const value = await view.evaluate(
      () => document.querySelector('#host')?.shadowRoot?.querySelector('input')?.value,
    );
    assert.equal(value, 'a B ');
  });
});

test('a selector sees into shadow roots, and what is not drawn has no place', async () => {
  await withPage({}, async (view) => {
    await harness(view);
    const button = await view.box('button');
    assert.ok(button && button.width > 10 && button.height > 10);
    for (const selector of ['main [data-a="x > y"], main > #host button', 'head ~ body button']) {
      assert.deepEqual(await view.box(selector), button, selector);
    }
    assert.equal(await view.box('main + #hidden'), null);
  });
});

test('a click waits for what is not there yet, and finds what is far below', async () => {
  await withPage({ width: 400, height: 300 }, async (view) => {
    await harness(view);
    await view.evaluate(() => {
      setTimeout(() => {
        const late = document.createElement('button');
        late.id = 'late';
        late.style.marginTop = '2000px';
        late.textContent = 'Late';
        late.addEventListener('click', () => Reflect.set(window, 'late', true));
        document.body.append(late);
      }, 200);
    });
    await view.click('#late');
    assert.ok(await view.evaluate(() => Reflect.get(window, 'late')));
  });
});

test('arguments, results and what is thrown cross over; promises are waited for', async () => {
  await withPage({}, async (view) => {
    await harness(view);
    const given = { text: '"<é>\u2028', list: [1, null, { deep: true }] };
    assert.deepEqual(await view.evaluate((given) => given, given), given);
    assert.equal(await view.evaluate(() => new Promise((resolve) => setTimeout(resolve, 20, 5))), 5);
    assert.equal(await view.evaluate(() => undefined), undefined);
    await assert.rejects(
      view.evaluate(() => {
        throw new Error('thrown inside');
      }),
      /thrown inside/,
    );
    await assert.rejects(
      view.waitFor(() => false, undefined, 50),
      /Waited 50 ms in vain/,
    );
  });
});

/** @type {[import('../engine.js').Options, string][]} */
const wishes = [
  [{ width: 390, height: 844 }, '(width: 390px) and (height: 844px)'],
  [{ width: 320, height: 640 }, '(width: 320px) and (height: 640px)'],
  [
    {},
    '(width: 1280px) and (height: 800px) and (resolution: 1dppx) and (hover: hover) and (scripting: enabled)',
  ],
  [{}, '(prefers-color-scheme: light) and (prefers-reduced-motion: no-preference)'],
  [{ scale: 2 }, '(resolution: 2dppx)'],
  [{ dark: true }, '(prefers-color-scheme: dark)'],
  [{ reducedMotion: true }, '(prefers-reduced-motion: reduce)'],
  [{ forcedColors: true }, '(forced-colors: active)'],
  [{ contrast: true }, '(prefers-contrast: more)'],
  [{ javaScript: false }, '(scripting: none)'],
];
for (const [options, query] of wishes) {
  test(`the page is opened as it is wished for, or it is said that it cannot be: ${query}`, async () => {
    const { impossible } = await engine();
    const work = withPage(options, async (view) => {
      await harness(view);
      assert.ok(await view.evaluate((query) => matchMedia(query).matches, query));
    });
    if (impossible.some((name) => options[name])) await assert.rejects(work, /cannot open a page with/);
    else await work;
  });
}

test('language and clock are the same everywhere', async () => {
  await withPage({}, async (view) => {
    await harness(view);
    assert.deepEqual(
      await view.evaluate(() => [
        navigator.language,
        new Date(0).getTimezoneOffset(),
        (1.5).toLocaleString(),
        isSecureContext,
      ]),
      ['en-US', 0, '1.5', true],
    );
  });
});

test('the size can be changed, and a picture is of it or of a part', async () => {
  await withPage({ width: 400, height: 300, scale: 2 }, async (view) => {
    await harness(view);
    await view.resize(360, 500);
    assert.deepEqual(await view.evaluate(() => [innerWidth, innerHeight]), [360, 500]);
    const whole = PNG.sync.read(await view.screenshot());
    assert.deepEqual([whole.width, whole.height], [720, 1000]);
    const clip = { x: 10, y: 20, width: 30, height: 40 };
    const part = PNG.sync.read(await view.screenshot({ clip }));
    assert.deepEqual([part.width, part.height], [60, 80]);
  });
});

test('errors, failed requests and foreign requests are seen', async () => {
  await withPage({ mayFail: true }, async (view) => {
    await view.answer('cut', { abort: true });
    await harness(
      view,
      `console.error('said'); Promise.reject(new Error('rejected')); setTimeout(() => { throw new Error('thrown'); });
        Promise.allSettled(['no-such-file', 'cut', 'http://elsewhere.invalid/'].map((file) => fetch(file)))
          .then(() => setTimeout(() => { window.done = true; }));`,
    );
    await view.waitFor(() => 'done' in window);
    const { errors, failed, foreign } = view.problems;
    assert.ok(errors.includes('said'), String(errors));
    assert.ok(
      errors.some((text) => text.includes('thrown')),
      String(errors),
    );
    assert.ok(
      errors.some((text) => text.includes('rejected')),
      String(errors),
    );
    assert.ok(
      failed.some((text) => text.includes('no-such-file') && text.endsWith('404')),
      String(failed),
    );
    assert.ok(
      failed.some((text) => text.includes('/cut ')),
      String(failed),
    );
    assert.deepEqual(foreign, ['http://elsewhere.invalid/']);
  });
});

test('errors in a frame are seen as well, and no listener of the page is in their way', async () => {
  await withPage({ mayFail: true }, async (view) => {
    await view.answer('inner.html', {
      type: 'text/html',
      body: `<!doctype html><title>Inner</title><script>
        parent.postMessage('hello', '*'); throw new Error('thrown in a frame');</script>`,
    });
    await harness(
      view,
      `window.heard = []; addEventListener('message', event => window.heard.push(event.data));
        const frame = document.createElement('iframe');
        frame.setAttribute('sandbox', 'allow-scripts');
        frame.src = 'inner.html';
        document.body.append(frame);`,
    );
    await view.waitFor(() => Reflect.get(window, 'heard').length > 0);
    await view.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
    assert.deepEqual(await view.evaluate(() => Reflect.get(window, 'heard')), ['hello']);
    assert.ok(
      // Of a frame that is sandboxed, WebKit tells nobody more than that there was one.
      view.problems.errors.some((text) => /thrown in a frame|^Script error/.test(text)),
      String(view.problems.errors),
    );
  });
});

for (const [what, script] of [
  ['an error that is said', `console.error('said')`],
  ['an error that nobody catches', `throw new Error('thrown')`],
  ['a file that is not there', `fetch('no-such-file')`],
  ['a question to somebody else', `fetch('http://elsewhere.invalid/').catch(() => {})`],
]) {
  test(`a problem fails a test that does not expect one: ${what}`, async () => {
    const careless = withPage({}, async (view) => {
      await harness(view, script);
      await view.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)));
    });
    await assert.rejects(careless, /the page has no problems/);
  });
}

test('the strict policy is in force, and the harness can still look inside', async () => {
  await withPage({ csp: true, mayFail: true }, async (view) => {
    await view.goto('index.html');
    const outcome = await view.evaluate(() => {
      try {
        document.body.innerHTML = 'text';
        return 'allowed';
      } catch (error) {
        return error instanceof TypeError ? 'refused' : String(error);
      }
    });
    assert.equal(outcome, 'refused');
    await view.evaluate(() => fetch('http://elsewhere.invalid/').catch(() => {}));
    await view.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
    assert.ok(
      view.problems.errors.some((text) => text.includes('elsewhere.invalid')),
      'what the policy refuses is an error',
    );
  });
});

test('without JavaScript no script runs', async () => {
  await withPage({ javaScript: false }, async (view) => {
    await view.answer('harness.html', HARNESS);
    await view.answer('harness.js', { type: 'text/javascript', body: `document.title = 'ran'` });
    await view.goto('harness.html');
    assert.equal(await view.evaluate(() => document.title), 'Harness');
    assert.ok(await view.box('noscript p'));
  });
});

test('pages know nothing of each other', async () => {
  const work = () =>
    withPage({}, async (view) => {
      await harness(view);
      return view.evaluate(() => {
        const before = localStorage.getItem('seen');
        localStorage.setItem('seen', 'yes');
        return before;
      });
    });
  assert.deepEqual([await work(), await work()], [null, null]);
});

test('the browser says its name and version', async () => {
  await withPage({}, async () => {
    assert.match(await (await engine()).version(), /^(Chromium|Firefox|WebKitGTK) \d+\.\d/);
  });
});
