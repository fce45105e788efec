/** The panels of the explorer's page, as an editor uses them, and the document that comes of it. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import instantiate from '../../www/pkg/deal_network_desk.js';
import { DESKTOP } from './widget.js';

/** @import { Page } from './engine.js' */
/** @typedef {import('../../www/workbench/types.js').Document} Document */

const module = readFileSync(new URL('../../www/pkg/deal_network_desk_bg.wasm', import.meta.url));
const { Desk } = await instantiate(new WebAssembly.Module(module));

/** High enough for a panel and the figure. */
export const TALL = { ...DESKTOP, height: 1700 };

/** @param {Page} page @param {string} panel */
export async function openPanel(page, panel) {
  await page.click(`[data-panel="${panel}"][aria-expanded]`);
  await page.waitFor(
    (panel) => document.querySelector(`.bench[data-panel="${panel}"]`)?.checkVisibility(),
    panel,
  );
}

/** Presses a button of the open panel. @param {Page} page @param {string} name */
export const press = (page, name) =>
  page.evaluate((name) => {
    const found = [...document.querySelectorAll('.bench button')].find(
      (one) => one.checkVisibility() && (one.getAttribute('aria-label') ?? one.textContent) === name,
    );
    if (!(found instanceof HTMLElement)) throw new Error(`no button ${name}`);
    found.focus();
    found.click();
  }, name);

/** Writes into a field and leaves it. @param {Page} page @param {string} selector @param {string} text */
export async function write(page, selector, text) {
  await page.focus(selector);
  await page.press('Control+a');
  await page.press('Delete');
  if (text) await page.type(text);
  await page.press('Tab');
}

/** The coloured loops, by number. @param {Page} page */
export const coloured = (page) =>
  page.evaluate(() =>
    (document.querySelector('deal-network')?.loops ?? [])
      .filter(({ slot }) => slot !== null)
      .sort((a, b) => (a.slot ?? 0) - (b.slot ?? 0))
      .map(({ id }) => id),
  );

/** Until these are the coloured loops. @param {Page} page @param {string[]} ids */
export const showing = (page, ids) =>
  page.waitFor((ids) => {
    const slots = (document.querySelector('deal-network')?.loops ?? []).filter(({ slot }) => slot !== null);
    slots.sort((a, b) => (a.slot ?? 0) - (b.slot ?? 0));
    return slots.map(({ id }) => id).join() === ids.join();
  }, ids);

/** Until the figure's heading says this. @param {Page} page @param {string} words */
export const headed = (page, words) =>
  page.waitFor(
    (words) =>
      document.querySelector('deal-network')?.shadowRoot?.querySelector('.heading')?.textContent === words,
    words,
  );

/** What a press of "Copy JSON" hands to the clipboard: the document, as it is saved. @param {Page} page */
export async function copied(page) {
  await page.evaluate(() => {
    const clipboard = {
      writeText: async (/** @type {string} */ text) => void Reflect.set(window, 'copied', text),
    };
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
    Reflect.deleteProperty(window, 'copied');
  });
  await press(page, 'Copy JSON');
  await page.waitFor(() => 'copied' in window);
  return /** @type {string} */ (await page.evaluate(() => Reflect.get(window, 'copied')));
}

/** The document, which the reader of the command line has nothing to say of and writes as it is. @param {string} text @returns {Document} */
export function clean(text) {
  const desk = new Desk(new TextEncoder().encode(text), 'json');
  assert.deepEqual(desk.diagnostics(), []);
  assert.equal(new TextDecoder().decode(desk.json()), text);
  desk.free();
  return JSON.parse(text);
}

/** @param {Page} page */
export const view = (page) => page.evaluate(() => document.querySelector('deal-network')?.state);
