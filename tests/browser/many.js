/** Very many figures on one page. */

import { host } from './widget.js';

/** @import { Page } from './engine.js' */

/** Keeps the memory of every module that is started. */
const MEMORIES = `
  window.memories = [];
  const instantiate = WebAssembly.instantiate;
  WebAssembly.instantiate = async (...given) => {
    const instance = await instantiate(...given);
    window.memories.push(instance.exports.memory);
    return instance;
  };`;

/** An empty page on which the element is defined. @param {Page} page */
export async function workshop(page) {
  await page.answer('memories.js', { type: 'text/javascript', body: MEMORIES });
  await page.answer(
    'host.html',
    host(
      '<script src="memories.js"></script><script type="module" src="deal-network.js"></script><main></main>',
    ),
  );
  await page.goto('host.html');
  await page.waitFor(() => customElements.get('deal-network'));
}

/** Bytes of memory of all modules. @param {Page} page */
export const memory = (page) =>
  page.evaluate(() => {
    /** @type {WebAssembly.Memory[]} */
    const memories = Reflect.get(window, 'memories');
    return memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
  });

/** A network of so many companies, most of them with deals in both directions. @param {number} companies */
function network(companies) {
  const ids = Array.from({ length: companies }, (_, at) => `c${at}`);
  const deals = ids.flatMap((id, at) =>
    [1, 7, companies - 1].map((step) => ({
      id: `${id}-${step}`,
      from: id,
      to: ids[(at + step) % companies],
      kind: 'purchase',
      status: 'signed',
      amount: (1 + ((at * step) % 13)) * 1_000_000_000,
    })),
  );
  return { version: 1, title: 'Many', unit: 'USD', companies: ids.map((id) => ({ id, name: id })), deals };
}

/**
 * Puts a hundred figures of fifty companies onto a page, all in the window; how many milliseconds until all are ready.
 *
 * @param {Page} page
 */
export function hundred(page) {
  return page.evaluate(async (data) => {
    const began = performance.now();
    const main = document.querySelector('main');
    const figures = Array.from({ length: 100 }, () => document.createElement('deal-network'));
    const ready = figures.map(
      (figure) => new Promise((resolve) => figure.addEventListener('deal-network-ready', resolve)),
    );
    for (const figure of figures) {
      // All in the window, so that none waits for the reader.
      figure.style.position = 'absolute';
      figure.style.inlineSize = '100%';
      figure.data = data;
      main?.append(figure);
    }
    await Promise.all(ready);
    return performance.now() - began;
  }, network(50));
}
