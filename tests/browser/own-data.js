/** Data of the reader's own on the explorer's page: how they get there, and what can be seen of them. */

/** @import { Page } from './engine.js' */

export const ROWS = `from,to,kind,amount,status,date
Chip Maker,Model Lab,equity_investment,5000000000,announced,2026-02-27
Model Lab,Chip Maker,chip_purchase,8000000000,signed,2026-03
`;

/** Puts a text where the reader writes rows, at once as pasting does. @param {Page} page @param {string} text */
export const paste = (page, text) =>
  page.evaluate((text) => {
    const area = document.querySelector('#bench-rows');
    if (!(area instanceof HTMLTextAreaElement)) throw new Error('no field');
    area.focus();
    area.setSelectionRange(0, area.value.length);
    document.execCommand('insertText', false, text);
  }, text);

/** What stands below the rows. @param {Page} page */
export const state = (page) =>
  page.evaluate(() => document.querySelector('#bench-rows-1')?.textContent ?? '');

/** @param {Page} page @param {string} words */
export const told = (page, words) =>
  page.waitFor((words) => document.querySelector('#bench-rows-1')?.textContent?.includes(words), words);

/** @param {Page} page */
export const current = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('nav [aria-current]')].map((one) => one.textContent?.trim()),
  );

/** The ids of the loops. @param {Page} page */
export const loops = (page) =>
  page.evaluate(() => document.querySelector('deal-network')?.loops.map(({ id }) => id) ?? []);

/** @param {Page} page @param {string} id */
export const found = (page, id) =>
  page.waitFor((id) => document.querySelector('deal-network')?.loops.some((loop) => loop.id === id), id);

/**
 * Opens or drops files, as the browser hands them over.
 * @param {Page} page
 * @param {'open' | 'drop' | 'dragover' | 'dragleave'} how
 * @param {[name: string, text: string][]} files
 */
export const hand = (page, how, files) =>
  page.evaluate(
    ({ how, files }) => {
      const data = new DataTransfer();
      for (const [name, text] of files) data.items.add(new File([text], name));
      if (how === 'open') {
        const input = document.querySelector('input[type="file"]');
        if (!(input instanceof HTMLInputElement)) throw new Error('no input');
        input.files = data.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
      } else {
        const event = new DragEvent(how, { dataTransfer: data, bubbles: true, cancelable: true });
        document.body.dispatchEvent(event);
        return event.defaultPrevented;
      }
      return true;
    },
    { how, files },
  );
