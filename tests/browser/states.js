/** The states in which a reader meets the figure: each is audited for access and stands in the gallery. */

import { DESKTOP, PHONE, open } from './widget.js';

/** @import { Page, Options } from './engine.js' */

/**
 * @typedef {object} State
 * @property {string} name
 * @property {Options} picture the screen on which it stands in the gallery
 * @property {(page: Page) => Promise<void>} reach from nothing
 */

/** Until something is there. @param {Page} page @param {string} selector below the figure's shadow root */
const there = (page, selector) =>
  page.waitFor(
    (selector) => document.querySelector('deal-network')?.shadowRoot?.querySelector(selector) !== null,
    selector,
  );

/** Opens the page, with a view in its address. @param {string} [query] */
const at = (query) => (/** @type {Page} */ page) => open(page, `index.html${query ?? ''}`);

/** Opens one of the panels. @param {string} tool @param {string} inside @param {string} [query] */
const panel = (tool, inside, query) => async (/** @type {Page} */ page) => {
  await open(page, `index.html${query ?? ''}`);
  await page.click(`[data-tool="${tool}"]`);
  await there(page, inside);
};

const DARK = { ...DESKTOP, dark: true };
const PHONE_DARK = { ...PHONE, dark: true };

/** @type {State[]} */
export const STATES = [
  { name: 'first', picture: DESKTOP, reach: at() },
  { name: 'first-phone', picture: PHONE_DARK, reach: at() },
  { name: 'article', picture: DESKTOP, reach: at('?data=openai-amazon') },
  { name: 'loop', picture: DESKTOP, reach: at('?focus=loop:nvidia>openai>oracle') },
  {
    name: 'loop-phone',
    picture: PHONE,
    reach: async (page) => {
      await open(page);
      await page.click('[data-id="amazon>openai"]');
      // Its small picture has come, where there is one.
      await there(page, '.card:not(:has(div.ring))');
    },
  },
  {
    name: 'unrolled',
    picture: DARK,
    reach: async (page) => {
      await open(page, 'index.html?focus=loop:nvidia>openai>oracle');
      await page.click('[data-unroll]');
    },
  },
  { name: 'company', picture: DESKTOP, reach: at('?focus=company:nvidia') },
  {
    name: 'deal',
    picture: DARK,
    reach: async (page) => {
      await open(page);
      await page.click('.loop');
      await page.click('.card .choice');
    },
  },
  { name: 'all', picture: DARK, reach: at('?widen=all') },
  {
    name: 'filtered',
    picture: DESKTOP,
    reach: panel('filters', '.filters', '?filter=statuses%3Dsigned,closed,completed'),
  },
  { name: 'dates', picture: DESKTOP, reach: panel('dates', '.timeline', '?until=2025-10') },
  {
    name: 'explained',
    picture: DESKTOP,
    reach: async (page) => {
      await open(page);
      await page.click('.how summary');
      await there(page, '.legend');
      await page.click('details[part="table"] summary');
      await there(page, 'tbody tr');
    },
  },
  {
    name: 'found',
    picture: PHONE_DARK,
    reach: async (page) => {
      await panel('find', '#find')(page);
      await page.focus('#find');
      await page.type('open');
      await page.press('ArrowDown');
    },
  },
  { name: 'saved', picture: DESKTOP, reach: panel('save', '.save') },
  {
    name: 'tables',
    picture: DESKTOP,
    reach: async (page) => {
      await open(page);
      for (const part of ['table', 'loop-table']) {
        await page.click(`details[part="${part}"] summary`);
        await page.click(`details[part="${part}"] th:nth-child(2) button`);
      }
    },
  },
];
