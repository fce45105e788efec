/** Where an element is, for engines whose own search does not see into shadow roots. */

import { setTimeout as sleep } from 'node:timers/promises';

/** @import { Box, Page } from '../engine.js' */

/**
 * Looks for the first match of a selector that sees into open shadow roots: `main button` also finds a button in the
 * shadow root of something in `main`. Runs in the page.
 * @param {{ selector: string, act?: 'focus' | 'show' }} wish `show` scrolls it into view
 * @returns {(Box & { drawn: boolean, hit: boolean }) | null} where it is in the viewport, if there is one; `hit`: a
 *   click in its middle would meet it
 */
function find({ selector, act }) {
  /** @param {Element} element */
  const above = (element) => {
    if (element.parentElement) return element.parentElement;
    const root = element.getRootNode();
    return root instanceof ShadowRoot ? root.host : null;
  };
  /** @param {Element} element @param {string[]} steps @returns {boolean} */
  const matches = (element, steps) => {
    const last = steps.at(-1) ?? '';
    if (!element.matches(last)) return false;
    let rest = steps.slice(0, -1);
    if (!rest.length) return true;
    const direct = rest.at(-1) === '>';
    if (direct) rest = rest.slice(0, -1);
    for (let at = above(element); at; at = direct ? null : above(at)) if (matches(at, rest)) return true;
    return false;
  };
  /** @param {Document | ShadowRoot} root @param {string[][]} ways @returns {Element | null} */
  const search = (root, ways) => {
    for (const element of root.querySelectorAll('*')) {
      if (ways.some((steps) => matches(element, steps))) return element;
      const inner = element.shadowRoot && search(element.shadowRoot, ways);
      if (inner) return inner;
    }
    return null;
  };
  // Split at spaces, `>` and commas that stand outside of brackets and quotes.
  const words = selector.match(/(?:\[(?:"[^"]*"|'[^']*'|[^\]])*\]|\([^)]*\)|[^\s>,[(])+|>|,/g) ?? [];
  /** @type {string[][]} */
  const ways = [[]];
  // A page under test may have other ideas of what `entries` are.
  words.forEach((word, at) => {
    const way = ways.at(-1) ?? [];
    if (word === ',') ways.push([]);
    // Brothers have the same root: the browser finds them.
    else if (/^[~+]$/.test(words[at - 1] ?? '') || /^[~+]$/.test(word)) way.push(`${way.pop()} ${word}`);
    else way.push(word);
  });
  const element = search(document, ways);
  if (!element) return null;
  if (act === 'focus' && element instanceof HTMLElement) element.focus();
  const place = element.getBoundingClientRect();
  if (
    act === 'show' &&
    (place.top < 0 || place.left < 0 || place.bottom > innerHeight || place.right > innerWidth)
  ) {
    element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  }
  const { x, y, width, height } = element.getBoundingClientRect();
  const drawn = element.checkVisibility({ visibilityProperty: true }) && (width > 0 || height > 0);
  let top = document.elementFromPoint(x + width / 2, y + height / 2);
  for (let inner = top; inner;) {
    top = inner;
    const next = inner.shadowRoot?.elementFromPoint(x + width / 2, y + height / 2) ?? null;
    inner = next === inner ? null : next;
  }
  let hit = false;
  for (let at = top; at; at = above(at)) hit ||= at === element;
  return { x, y, width, height, drawn, hit };
}

/**
 * `click`, `focus` and `box` of a page, by what every engine has.
 * @param {Pick<Page, 'evaluate' | 'waitFor' | 'mouse'>} page
 * @returns {Pick<Page, 'click' | 'focus' | 'box'>}
 */
export function bySelector({ evaluate, waitFor, mouse }) {
  return {
    box: async (selector) => {
      await waitFor(find, { selector });
      const found = await evaluate(find, { selector });
      if (!found?.drawn) return null;
      const { x, y, width, height } = found;
      return { x, y, width, height };
    },
    focus: async (selector) => {
      await waitFor(find, { selector, act: /** @type {const} */ ('focus') });
    },
    click: async (selector) => {
      /** @type {string} */
      let before = '';
      for (const end = Date.now() + 10_000; ;) {
        const found = await evaluate(find, { selector, act: /** @type {const} */ ('show') });
        const now = JSON.stringify(found);
        // At the same place twice: what still moves would not be met.
        if (found?.drawn && found.hit && now === before) {
          await mouse.move({ x: found.x + found.width / 2, y: found.y + found.height / 2 });
          await mouse.down();
          await mouse.up();
          return;
        }
        before = now;
        await sleep(50);
        if (Date.now() > end) throw new Error(`Nothing to click upon: ${selector} (${now})`);
      }
    },
  };
}
