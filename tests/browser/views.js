/** What the tests of filters and views share. */

/** @import { Page } from './engine.js' */

/** @param {Page} page */
export const state = (page) => page.evaluate(() => document.querySelector('deal-network')?.state);

/** Until the line under the drawing says what counts. @param {Page} page @param {string} words */
export const counts = (page, words) =>
  page.waitFor(
    (words) =>
      document.querySelector('deal-network')?.shadowRoot?.querySelector('.filtered')?.textContent === words,
    words,
  );

/** @param {Page} page @param {string} tool @param {string} inside what it has in it */
export async function openTool(page, tool, inside) {
  await page.click(`[data-tool=${tool}]`);
  await page.waitFor((inside) => {
    const root = document.querySelector('deal-network')?.shadowRoot;
    return root?.querySelector(inside) !== null;
  }, inside);
}

export const FIRM = 'Counting only what is signed, closed or completed.';
