/** Pages that are unkind to what stands in them, and what a figure does to a page: nothing. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from '../engine.js';
import { DESKTOP, SMALL, complete, host, open, rest } from '../widget.js';

/** @import { Page } from '../engine.js' */

const SCRIPT = '<script type="module" src="deal-network.js"></script>';
const FIGURE = '<deal-network src="deals.json"><p>Still here</p></deal-network>';

/** A page with one figure. @param {Page} page @param {string} body @param {Record<string, [string, string]>} [files] */
async function openHost(page, body, files = {}) {
  await page.answer('deals.json', { type: 'application/json', body: JSON.stringify(SMALL) });
  for (const [name, [type, text]] of Object.entries(files)) await page.answer(name, { type, body: text });
  await page.answer('host.html', host(body));
  await page.goto('host.html');
  await complete(page);
}

/** The size and the place of things below the shadow root, and what they look like. @param {Page} page */
const looks = (page) =>
  page.evaluate(() => {
    const root = document.querySelector('deal-network')?.shadowRoot;
    const figure = root?.querySelector('.widget')?.getBoundingClientRect();
    return [...(root?.querySelectorAll('.widget *') ?? [])].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      const at = [x - (figure?.x ?? 0), y - (figure?.y ?? 0), width, height].map((value) =>
        Math.round(value),
      );
      const { color, fontSize, fontFamily, fontWeight, letterSpacing, lineHeight, textTransform, opacity } =
        style;
      return [element.tagName, ...at, color, fontSize, fontFamily, fontWeight, letterSpacing, lineHeight]
        .concat(textTransform, opacity, style.backgroundColor, style.cursor, style.visibility)
        .join(' ');
    });
  });

/** Rules of a page for everything, for tags and for classes that the figure uses, too. */
const CRUEL = `
  html { font-size: 30px }
  * { color: red !important; font: italic 900 41px/0 fantasy !important; letter-spacing: 9px !important;
    text-transform: uppercase !important; text-align: right !important; text-indent: 80px !important;
    word-spacing: 1em !important; cursor: wait !important; white-space: pre !important; opacity: 1 }
  canvas, button, h2, p, ul, li, figure, table, header, details, span { display: none !important; margin: 50px !important }
  .stage, .loop, .widget, .body, .main, .panel, .card, .badge, .frame { display: none !important; width: 1px !important }
  ::before { content: none !important }`;

test('hostile styles change nothing within the figure', async () => {
  await withPage(DESKTOP, async (page) => {
    await openHost(page, FIGURE + SCRIPT);
    const before = await looks(page);
    assert.ok(before.length > 50);
    await openHost(page, `<link rel="stylesheet" href="cruel.css">${FIGURE}${SCRIPT}`, {
      'cruel.css': ['text/css', CRUEL],
    });
    assert.deepEqual(await looks(page), before);
  });
});

test('the figure changes nothing of the page', async () => {
  await withPage(DESKTOP, async (page) => {
    await page.answer('deals.json', { type: 'application/json', body: JSON.stringify(SMALL) });
    await page.answer('host.html', host(`<p>Before</p>${FIGURE}<p>After</p>`));
    await page.goto('host.html');
    const state = () =>
      page.evaluate(() => {
        const copy = /** @type {HTMLElement} */ (document.documentElement.cloneNode(true));
        for (const script of copy.querySelectorAll('script')) script.remove();
        return {
          page: copy.outerHTML,
          globals: Object.getOwnPropertyNames(window)
            .filter((name) => !/^\d+$/.test(name))
            .sort(),
          sheets: document.adoptedStyleSheets.length + document.styleSheets.length,
          storage: localStorage.length + sessionStorage.length,
          cookie: document.cookie,
          title: document.title,
          address: location.href,
          history: history.length,
          array: Object.getOwnPropertyNames(Array.prototype).length,
          element: Object.getOwnPropertyNames(Element.prototype).length,
        };
      });
    const before = await state();
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.type = 'module';
      script.src = 'deal-network.js';
      document.head.append(script);
    });
    await complete(page);
    await page.evaluate(() => document.querySelector('deal-network')?.select('company:a'));
    await page.waitFor(() =>
      document.querySelector('deal-network')?.shadowRoot?.querySelector('[part="card"]'),
    );
    await page.evaluate(() =>
      document.querySelector('deal-network')?.setAttribute('filter', 'undisclosed=no'),
    );
    await page.waitFor(() => document.querySelector('deal-network')?.loops.length === 1);
    await page.evaluate(() => document.querySelector('deal-network')?.removeAttribute('filter'));
    assert.deepEqual(await state(), before);
  });
});

test('under another base address the data are looked for there, and the program where it is', async () => {
  await withPage(DESKTOP, async (page) => {
    await page.answer('elsewhere/deals.json', { type: 'application/json', body: JSON.stringify(SMALL) });
    await page.answer('deals.json', { status: 404, body: '' });
    await page.answer('host.html', host(`${SCRIPT}<base href="elsewhere/">${FIGURE}`));
    await page.goto('host.html');
    await complete(page);
  });
});

test('loaded twice, and beside another copy, the first one stays and nothing is said', async () => {
  await withPage(DESKTOP, async (page) => {
    await openHost(
      page,
      `${FIGURE}${SCRIPT}${SCRIPT}<script type="module" src="deal-network.js?copy"></script>
       <script type="module" src="twice.js"></script>`,
      {
        'twice.js': [
          'text/javascript',
          `const [first, second] = await Promise.all([import('./deal-network.js'), import('./element.js?other')]);
           window.same = customElements.get('deal-network') === first.DealNetwork;
           window.other = second.DealNetwork !== first.DealNetwork;`,
        ],
      },
    );
    await page.waitFor(() => 'other' in window);
    assert.equal(await page.evaluate(() => Reflect.get(window, 'same')), true);
    assert.equal(await page.evaluate(() => Reflect.get(window, 'other')), true);
  });
});

test('under the strictest policy, with trusted types, nothing is refused', async () => {
  await withPage({ ...DESKTOP, csp: true }, async (page) => {
    await open(page);
    for (const tool of ['filters', 'save', 'dates', 'find']) {
      await page.click(`[data-tool="${tool}"]`);
      await page.waitFor(
        (tool) =>
          document
            .querySelector('deal-network')
            ?.shadowRoot?.querySelector(`[data-tool="${tool}"][aria-expanded="true"]`),
        tool,
      );
      // What has opened moves the buttons: the next click is aimed where they have come to rest.
      await rest(page);
    }
    const svg = await page.evaluate(() => document.querySelector('deal-network')?.toSVG());
    assert.match(svg ?? '', /^<svg/);
    assert.deepEqual(page.problems.errors, []);
  });
});
