/** The loader of the page around: small, once, for every frame, also late and under a strict policy. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from '../engine.js';
import { SMALL } from '../widget.js';
import { ask, filled, heard, released, said, soon, surround } from './frames.js';
import { serve } from './server.js';

/** @import { Page } from '../engine.js' */

const VIEW = { width: 1000, height: 950, mayFail: true };

const loader = await released('frame-loader.js');
const { origin } = await serve({ '/frame.html': await filled(SMALL), '/frame-loader.js': loader });

/** @param {string} [more] */
const marked = (more = '') =>
  `<iframe data-deal-network src="${origin}/frame.html" title="Deals" width="1000" height="333" ${more}
    sandbox="allow-scripts"></iframe>`;

/**
 * Waits until a frame is as high as what is in it.
 * @param {Page} page
 * @param {number} [which]
 */
async function fits(page, which = 0) {
  await heard(page, 'ready', which + 1);
  const content = await ask(page, 'box', 'body', which);
  const height = await page.evaluate(
    (which) => [...document.querySelectorAll('iframe')].map(({ style }) => style.height)[which],
    which,
  );
  assert.equal(height, `${Math.ceil(content.height)}px`);
}

test('a kilobyte is enough for it', () => {
  const size = Buffer.byteLength(loader);
  assert.ok(size > 200 && size <= 1_024, `${size} bytes`);
});

test('a frame gets the height of its content, and one that comes later, too', async () => {
  await withPage(VIEW, async (page) => {
    await surround(page, `${marked()}<script>${loader}</script>`);
    await fits(page);
    await page.evaluate((src) => {
      const late = document.createElement('iframe');
      late.dataset.dealNetwork = '';
      late.src = src;
      document.body.append(late);
    }, `${origin}/frame.html`);
    await fits(page, 1);
    assert.deepEqual(page.problems.errors, []);
  });
});

test('a loader that comes after the frame is ready asks for the height', async () => {
  await withPage(VIEW, async (page) => {
    await surround(page, marked());
    await heard(page, 'ready');
    await ask(page, 'state');
    const before = (await said(page, 'height')).length;
    await page.evaluate((code) => {
      const script = document.createElement('script');
      script.textContent = code;
      document.body.append(script);
    }, loader);
    await heard(page, 'height', before + 1);
    await fits(page);
  });
});

test('loaded twice, it listens once, and leaves no name', async () => {
  await withPage(VIEW, async (page) => {
    const count = `let listeners = 0; const add = window.addEventListener;
      window.addEventListener = function (...args) { listeners += 1; return add.apply(this, args); };
      const names = Object.getOwnPropertyNames(window);
      const added = () => Object.getOwnPropertyNames(window).filter((name) => !names.includes(name));
      document.addEventListener('DOMContentLoaded', () => { window.found = [listeners, added()]; });`;
    await surround(
      page,
      `${marked()}<script>{${count}}</script><script>${loader}</script><script>${loader}</script>`,
    );
    assert.deepEqual(await page.evaluate(() => Reflect.get(window, 'found')), [1, []]);
    await fits(page);
  });
});

test('it works under a policy that lets in nothing but it and the frame', async () => {
  await withPage(VIEW, async (page) => {
    const policy = `default-src 'none'; script-src ${origin}; frame-src ${origin}; base-uri 'none'; form-action 'none';
      require-trusted-types-for 'script'; trusted-types 'none'`;
    // The page's own listener and style are refused, and so it is looked at from outside.
    await surround(
      page,
      `${marked()}<script src="${origin}/frame-loader.js"></script>`,
      `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    );
    const height = () => page.evaluate(() => document.querySelector('iframe')?.style.height ?? '');
    await soon(height, 'a height');
    const [content] = [await ask(page, 'box', 'body')];
    await soon(async () => (await height()) === `${Math.ceil(content.height)}px`, 'the right height');
  });
});
