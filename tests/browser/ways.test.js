/** Everything a reader can do, done with a mouse, with a finger, and with nothing but a keyboard. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from './engine.js';
import { DESKTOP, PHONE, open, textOf, visible } from './widget.js';

/** @import { Page } from './engine.js' */
/** @typedef {'mouse' | 'touch' | 'keyboard'} Way */

/** Whether the first match has the focus. @param {Page} page @param {string} selector */
const hasFocus = (page, selector) =>
  page.evaluate((selector) => {
    const root = document.querySelector('deal-network')?.shadowRoot;
    const wanted = root?.querySelector(selector) ?? document.querySelector(selector);
    const focused = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
    return wanted !== null && wanted === focused;
  }, selector);

/** Goes there by Tab alone, from wherever the focus is, round the end of the page if need be. @param {Page} page @param {string} selector */
async function tabTo(page, selector) {
  for (let turn = 0; turn < 250; turn += 1) {
    if (await hasFocus(page, selector)) return;
    await page.press('Tab');
  }
  assert.fail(`${selector} cannot be reached with the Tab key`);
}

/** Presses the first match. @param {Page} page @param {Way} way @param {string} selector */
async function press(page, way, selector) {
  if (way === 'mouse') return page.click(selector);
  if (way === 'keyboard') {
    await tabTo(page, selector);
    const isBox = await page.evaluate((selector) => {
      const root = document.querySelector('deal-network')?.shadowRoot;
      return (root?.querySelector(selector) ?? document.querySelector(selector)) instanceof HTMLInputElement;
    }, selector);
    return page.press(isBox ? 'Space' : 'Enter');
  }
  await page.waitFor((selector) => {
    const root = document.querySelector('deal-network')?.shadowRoot;
    const wanted = root?.querySelector(selector) ?? document.querySelector(selector);
    wanted?.scrollIntoView({ block: 'center' });
    return wanted?.checkVisibility();
  }, selector);
  const { x, y, width, height } = await still(page, selector);
  return page.touch.tap({ x: x + width / 2, y: y + height / 2 });
}

/** Where the first match is once it stays there: a finger does not hit what scrolls. @param {Page} page @param {string} selector */
async function still(page, selector) {
  for (let before = await page.box(selector); ;) {
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    const box = await page.box(selector);
    assert.ok(box, selector);
    if (before && before.x === box.x && before.y === box.y) return box;
    before = box;
  }
}

/** Until there is something below the figure's shadow root. @param {Page} page @param {string} selector */
const there = (page, selector) =>
  page.waitFor(
    (selector) => document.querySelector('deal-network')?.shadowRoot?.querySelector(selector),
    selector,
  );

/** Until a part of the view says something. @param {Page} page @param {string} part @param {string} words */
const says = (page, part, words) =>
  page.waitFor(
    ({ part, words }) => {
      const state = document.querySelector('deal-network')?.state;
      return state && new RegExp(words).test(Reflect.get(state, part));
    },
    { part, words },
  );

/** @type {[string, (page: Page, way: Way) => Promise<void>][]} */
const DEEDS = [
  [
    'opens a loop, follows its money, unrolls it and closes it',
    async (page, way) => {
      await press(page, way, '[data-id="amazon>openai"]');
      await there(page, '.card');
      await press(page, way, '[data-step="1"]');
      await there(page, '.legs [aria-current="step"]');
      await press(page, way, '[data-unroll]');
      assert.equal(await textOf(page, '[data-unroll]'), 'Roll up');
      await press(page, way, '.card [data-close]');
      await page.waitFor(() => !document.querySelector('deal-network')?.shadowRoot?.querySelector('.card'));
    },
  ],
  [
    'shows more companies, all of them, and fewer',
    async (page, way) => {
      await press(page, way, '[data-to]');
      await says(page, 'widen', '^1\\d$');
      await press(page, way, '[data-to]:nth-child(2)');
      await says(page, 'widen', '^all$');
      await press(page, way, '[data-to]:last-child');
      await says(page, 'widen', '^$');
    },
  ],
  [
    'zooms in and sees the whole again',
    async (page, way) => {
      await press(page, way, '[aria-label="Zoom in"]');
      await says(page, 'aim', '^1\\.3');
      await press(page, way, '[aria-label^="Fit"]');
      await says(page, 'aim', '^$');
    },
  ],
  [
    'finds a company and opens a deal and a source list from its card',
    async (page, way) => {
      await press(page, way, '[data-tool="find"]');
      await there(page, '[role="combobox"]');
      await page.type('microsoft');
      await there(page, '[role="option"]');
      if (way === 'keyboard') {
        await page.press('ArrowDown');
        await page.press('Enter');
      } else await press(page, way, '[role="option"]');
      await says(page, 'focus', '^company:microsoft$');
      await press(page, way, '.card .choice[data-kind="deal"]');
      await says(page, 'focus', '^deal:');
      assert.ok((await visible(page, '.card .sources li')) > 0);
    },
  ],
  [
    'filters by status and back',
    async (page, way) => {
      await press(page, way, '[data-tool="filters"]');
      await there(page, '.filters');
      await press(page, way, '[name="statuses-announced"]');
      await says(page, 'filter', '^statuses=reported,signed');
      await press(page, way, '.filters .acts button:nth-child(2)');
      await says(page, 'filter', '^$');
    },
  ],
  [
    'leaves a company out and takes it back',
    async (page, way) => {
      await press(page, way, '[data-id="amazon>openai"]');
      await press(page, way, '.card .choice[data-kind="deal"]');
      await press(page, way, '.card [data-out]');
      await says(page, 'filter', '^without=');
      await press(page, way, '.card [data-out]');
      await says(page, 'filter', '^$');
    },
  ],
  [
    'moves through the dates',
    async (page, way) => {
      await press(page, way, '[data-tool="dates"]');
      await there(page, '.timeline');
      if (way === 'keyboard') {
        await tabTo(page, '.timeline input');
        await page.press('PageDown');
      } else await press(page, way, '.timeline input');
      await says(page, 'until', '^20\\d\\d-\\d\\d$');
      await press(page, way, '.timeline ~ .acts button:nth-child(2)');
      await says(page, 'until', '^$');
    },
  ],
  [
    'opens the table of loops, sorts it and chooses from it',
    async (page, way) => {
      await press(page, way, 'details[part="loop-table"] summary');
      await there(page, 'details[part="loop-table"] tbody tr');
      await press(page, way, 'details[part="loop-table"] th:nth-child(2) button');
      await there(page, 'details[part="loop-table"] th[aria-sort="ascending"]');
      await press(page, way, 'details[part="loop-table"] tbody button');
      await says(page, 'focus', '^loop:');
    },
  ],
  [
    'saves the figure',
    async (page, way) => {
      await page.evaluate(() => {
        const original = HTMLAnchorElement.prototype.click;
        HTMLAnchorElement.prototype.click = function () {
          if (this.download) document.documentElement.dataset.saved = this.download;
          else original.call(this);
        };
      });
      await press(page, way, '[data-tool="save"]');
      await there(page, '.tool fieldset button');
      await press(page, way, '.tool fieldset button');
      await page.waitFor(() => /\.svg$/.test(document.documentElement.dataset.saved ?? ''));
    },
  ],
  [
    'asks for more loops and puts the shortest first',
    async (page, way) => {
      await press(page, way, '[data-more]');
      await there(page, '.order select');
      // A list of choices is the system's own: it is opened by a press and chosen from with the arrow keys.
      if (way === 'keyboard') {
        await page.press('Shift+Tab');
        await tabTo(page, '.order select');
      } else await page.focus('.order select');
      for (let turn = 0; turn < 3; turn += 1) await page.press('ArrowDown');
      await page.waitFor(
        () => document.querySelector('deal-network')?.shadowRoot?.querySelector('select')?.value === 'short',
      );
      assert.doesNotMatch((await textOf(page, '.loops')) ?? '', /and back/, 'pairs come first');
    },
  ],
  [
    'writes a headline and takes it back',
    async (page, way) => {
      await press(page, way, '[data-panel="edit"]');
      await page.waitFor(() => document.querySelector('#bench-headline'));
      if (way === 'keyboard') await tabTo(page, '#bench-headline');
      else await press(page, way, '#bench-headline');
      await page.press('Control+a');
      await page.type('A headline of my own');
      await page.press('Tab');
      await page.waitFor(
        () =>
          document.querySelector('deal-network')?.shadowRoot?.querySelector('.heading')?.textContent ===
          'A headline of my own',
      );
      await page.evaluate(() => {
        for (const button of document.querySelectorAll('.bench button'))
          if (button.textContent === 'Undo') button.id = 'undo';
      });
      await press(page, way, '#undo');
      await page.waitFor(() =>
        /^At the centre/.test(
          document.querySelector('deal-network')?.shadowRoot?.querySelector('.heading')?.textContent ?? '',
        ),
      );
    },
  ],
  [
    'brings data of their own and sees the check list',
    async (page, way) => {
      await press(page, way, '[data-panel="own"]');
      await page.waitFor(() => document.querySelector('textarea'));
      if (way === 'keyboard') await tabTo(page, 'textarea');
      else await press(page, way, 'textarea');
      await page.type('from,to,amount\na,b,5\nb,a,7\n');
      await page.waitFor(() => document.querySelector('deal-network')?.loops.some(({ id }) => id === 'a>b'));
      await press(page, way, '[data-panel="check"]');
      await page.waitFor(() => /without a source/i.test(document.querySelector('main')?.textContent ?? ''));
    },
  ],
];

for (const way of /** @type {Way[]} */ (['mouse', 'touch', 'keyboard'])) {
  for (const [name, act] of DEEDS) {
    test(`with ${way === 'keyboard' ? 'the keyboard alone' : `a ${way === 'touch' ? 'finger' : way}`}, a reader ${name}`, async () => {
      await withPage({ ...(way === 'touch' ? PHONE : DESKTOP), reducedMotion: true }, async (page) => {
        await open(page);
        await act(page, way);
      });
    });
  }
}
