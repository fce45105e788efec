/** A page that makes and removes figures again and again, and one with very many of them. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from './engine.js';
import { hundred, memory, workshop } from './many.js';
import { DESKTOP, SMALL } from './widget.js';

/** @import { Page } from './engine.js' */

/** What is held when all that was under way is over. @param {Page} page */
async function held(page) {
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
  return { ...(await page.held()), memory: await memory(page) };
}

/** Makes a figure, waits until it is there, and removes it, so many times. @param {Page} page @param {number} times */
const makeAndRemove = (page, times) =>
  page.evaluate(
    async ({ times, data }) => {
      for (let time = 0; time < times; time += 1) {
        const element = document.createElement('deal-network');
        element.data = data;
        const ready = new Promise((resolve) => element.addEventListener('deal-network-ready', resolve));
        document.querySelector('main')?.append(element);
        await ready;
        if (time % 2) element.select('company:a');
        await new Promise((resolve) => requestAnimationFrame(resolve));
        element.remove();
        await new Promise((resolve) => setTimeout(resolve));
      }
    },
    { times, data: SMALL },
  );

test('made and removed a thousand times, a figure leaves nothing behind', async (t) => {
  await withPage(DESKTOP, async (page) => {
    await workshop(page);
    // The browser compiles what runs often, and keeps that: until all is compiled, its heap grows by itself.
    await makeAndRemove(page, 800);
    const before = await held(page);
    await makeAndRemove(page, 1_000);
    const after = await held(page);
    t.diagnostic(`${after.heap - before.heap} bytes of heap more, ${after.memory} of wasm memory`);
    assert.equal(after.nodes - before.nodes, 0, 'no node is left');
    assert.equal(after.listeners - before.listeners, 0, 'no listener is left');
    assert.equal(after.memory, before.memory, 'the memory of the module has not grown');
    assert.ok(after.heap - before.heap < 64 * 1024, `${after.heap - before.heap} bytes of heap are left`);
  });
});

test('a hundred figures of fifty companies on one page: all there, little memory, no frames at rest', async (t) => {
  await withPage(DESKTOP, async (page) => {
    await workshop(page);
    const took = await hundred(page);
    const bytes = await memory(page);
    t.diagnostic(`ready in ${Math.round(took)} ms, ${bytes / 1024 / 1024} MiB of wasm memory`);
    assert.ok(bytes < 64 * 1024 * 1024, `${bytes} bytes of wasm memory`);
    assert.equal(
      await page.evaluate(() =>
        [...document.querySelectorAll('deal-network')].every(({ loops }) => loops.length >= 50),
      ),
      true,
    );
    const frames = await page.evaluate(async () => {
      // Whatever the arrangement still moves comes to rest first.
      let asked = 0;
      const request = window.requestAnimationFrame;
      window.requestAnimationFrame = (act) => ((asked += 1), request.call(window, act));
      for (let before = -1; before !== asked;) {
        before = asked;
        await new Promise((resolve) => setTimeout(resolve, 1_000));
      }
      const before = asked;
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      return asked - before;
    });
    assert.equal(frames, 0, 'at rest, no figure asks for a frame');
  });
});
