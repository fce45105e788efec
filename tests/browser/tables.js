/** What the tests of the tables share. */

/** @import { Page } from './engine.js' */

/**
 * Opens a table and waits for so many rows.
 * @param {Page} page
 * @param {number} rows
 * @param {'table' | 'loop-table'} [part]
 */
export async function openTable(page, rows, part = 'table') {
  await page.click(`details[part="${part}"] summary`);
  await page.waitFor(
    ({ rows, part }) => {
      const root = document.querySelector('deal-network')?.shadowRoot;
      return root?.querySelectorAll(`details[part="${part}"] tbody tr`).length === rows;
    },
    { rows, part },
  );
}

/**
 * What stands in a column, from the top.
 * @param {Page} page
 * @param {number} column from 1
 * @param {string} [part]
 */
export function column(page, column, part = 'table') {
  return page.evaluate(
    ({ column, part }) => {
      const root = document.querySelector('deal-network')?.shadowRoot;
      const found = root?.querySelectorAll(`details[part="${part}"] tbody td:nth-child(${column})`) ?? [];
      return [...found].map((cell) => cell.textContent ?? '');
    },
    { column, part },
  );
}

/** The columns that say they are sorted, and how. @param {Page} page @param {string} [part] */
export function sortedBy(page, part = 'table') {
  return page.evaluate((part) => {
    const root = document.querySelector('deal-network')?.shadowRoot;
    const found = root?.querySelectorAll(`details[part="${part}"] th[aria-sort]`) ?? [];
    return [...found].map((head) => `${head.textContent} ${head.getAttribute('aria-sort')}`);
  }, part);
}

/** Whether the whole of a card's first button is in the window. @param {Page} page */
export function cardInSight(page) {
  return page.waitFor(() => {
    const card = document.querySelector('deal-network')?.shadowRoot?.querySelector('.card button');
    const box = card?.getBoundingClientRect();
    return box && box.top >= 0 && box.bottom <= innerHeight;
  });
}
