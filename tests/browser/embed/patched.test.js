/** Pages whose scripts have changed what the language and the browser come with: the figure works all the same. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from '../engine.js';
import { DESKTOP, SMALL, complete, host, visible } from '../widget.js';

/** Who does it, or what it is, and how. */
const PATCHES = [
  [
    'names in every object, and globals in the way',
    `
  Object.prototype.evil = function () { throw new Error('for in'); };
  Object.defineProperty(Object.prototype, 'kind', { value: 'evil', writable: true, configurable: true });
  Array.prototype.evil = () => { throw new Error('for in'); };
  Array.prototype.toJSON = function () { return String(this); };
  String.prototype.evil = 1;
  window.$ = window.h = window.Map2 = () => { throw new Error('a global'); };
  window.Element.prototype.evil = 1;
  window.name = 'evil'; window.status = 'evil'; window.count = window.text = window.open = undefined;`,
  ],
  [
    'a value in every object that is found by for-in',
    `Object.prototype.tracked = 'yes'; Array.prototype.last = function () { return this[this.length - 1]; };`,
  ],
  [
    'fetch, that of an analytics script',
    `const real = window.fetch;
    window.fetch = function (...given) {
      return real.apply(this, given).then((answer) => (answer.clone(), answer));
    };`,
  ],
  [
    'append, that of an old polyfill',
    `for (const owner of [Element, Document, DocumentFragment]) {
      owner.prototype.append = function () {
        const all = document.createDocumentFragment();
        for (const each of Array.prototype.slice.call(arguments)) {
          all.appendChild(each instanceof Node ? each : document.createTextNode(String(each)));
        }
        this.appendChild(all);
      };
    }`,
  ],
  [
    'flat, that of an old library, which knows no depth',
    `Array.prototype.flat = function flat() {
      return this.reduce((all, each) => all.concat(Array.isArray(each) ? flat.call(each) : [each]), []);
    };`,
  ],
  [
    'then, that of a tracer',
    `const real = Promise.prototype.then;
    const traced = (act) => typeof act === 'function' ? function (...given) { return act.apply(this, given); } : act;
    Promise.prototype.then = function (done, failed) { return real.call(this, traced(done), traced(failed)); };`,
  ],
  [
    'a Promise of its own',
    `window.Promise = class OwnPromise extends Promise { then(...given) { return super.then(...given); } };`,
  ],
  [
    'requestAnimationFrame, that of a tracer',
    `const real = window.requestAnimationFrame;
    window.requestAnimationFrame = (act) => real.call(window, function (now) { return act.apply(this, [now]); });`,
  ],
  [
    'requestAnimationFrame, that of an old polyfill, with the time of day',
    `window.requestAnimationFrame = (act) => setTimeout(() => act(Date.now()), 16);
    window.cancelAnimationFrame = (frame) => clearTimeout(frame);`,
  ],
  [
    'listeners and timers, those of an error reporter',
    `const wrap = (act) => typeof act === 'function' ? function (...given) { return act.apply(this, given); } : act;
    const listen = EventTarget.prototype.addEventListener;
    EventTarget.prototype.addEventListener = function (type, act, options) {
      return listen.call(this, type, wrap(act), options);
    };
    for (const name of ['setTimeout', 'setInterval', 'queueMicrotask']) {
      const real = window[name];
      window[name] = function (act, ...rest) { return real.call(window, wrap(act), ...rest); };
    }`,
  ],
  [
    'shadow roots, elements and sheets, those of a session recorder',
    `const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (options) {
      const root = attach.call(this, options);
      new MutationObserver(() => {}).observe(root, { childList: true, subtree: true, attributes: true });
      return root;
    };
    const define = customElements.define;
    customElements.define = function (...given) { return define.apply(customElements, given); };
    const replace = CSSStyleSheet.prototype.replaceSync;
    CSSStyleSheet.prototype.replaceSync = function (text) { return replace.call(this, text); };
    const sheets = Object.getOwnPropertyDescriptor(ShadowRoot.prototype, 'adoptedStyleSheets');
    if (sheets) Object.defineProperty(ShadowRoot.prototype, 'adoptedStyleSheets', {
      ...sheets, set(list) { return sheets.set.call(this, list); },
    });`,
  ],
  [
    'bind, that of an old Prototype.js',
    `Function.prototype.bind = function () {
      if (arguments.length < 2 && arguments[0] === undefined) return this;
      const method = this;
      const [object, ...first] = Array.prototype.slice.call(arguments);
      return function () { return method.apply(object, first.concat(Array.prototype.slice.call(arguments))); };
    };`,
  ],
  [
    'lists, those of an old Prototype.js',
    `function $A(list) {
      if (!list) return [];
      if ('toArray' in Object(list)) return list.toArray();
      let length = list.length || 0;
      const results = new Array(length);
      while (length--) results[length] = list[length];
      return results;
    }
    const each = (name, act) => { Array.prototype[name] = act; };
    each('toArray', function () { return this.slice(); });
    each('clone', function () { return this.slice(); });
    each('entries', function () { return this.slice(); });
    each('each', function (act) { for (let at = 0; at < this.length; at++) act(this[at], at); return this; });
    each('first', function () { return this[0]; });
    each('compact', function () { return this.filter((one) => one != null); });
    each('toJSON', function () { return '[' + this.join(', ') + ']'; });
    Array.from = $A;`,
  ],
];

for (const [what, script] of PATCHES) {
  test(`on a page that has changed ${what}`, async () => {
    await withPage(DESKTOP, async (page) => {
      await page.answer('deals.json', { type: 'application/json', body: JSON.stringify(SMALL) });
      await page.answer('patches.js', { type: 'text/javascript', body: `{${script}}` });
      const figure = '<deal-network src="deals.json"><p>Still here</p></deal-network>';
      const scripts =
        '<script src="patches.js"></script><script type="module" src="deal-network.js"></script>';
      await page.answer('host.html', host(scripts + figure));
      await page.goto('host.html');
      await complete(page);
      assert.equal(await page.evaluate(() => document.querySelector('deal-network')?.loops.length), 2);
      // Also what is handed over as an object, and what comes when it is asked for.
      const found = await page.evaluate(async (text) => {
        const element = document.querySelector('deal-network');
        if (!element) return null;
        const ready = new Promise((resolve) =>
          element.addEventListener('deal-network-ready', resolve, { once: true }),
        );
        element.data = JSON.parse(text);
        await ready;
        const shown = element.shadowRoot?.querySelector('.badge[data-slot="1"]');
        return `${element.loops.length} ${shown ? getComputedStyle(shown).backgroundColor : ''}`;
      }, JSON.stringify(SMALL));
      assert.equal(found, '2 rgb(13, 20, 238)');
      await page.evaluate(() => document.querySelector('deal-network')?.select('company:a'));
      await page.waitFor(() =>
        document.querySelector('deal-network')?.shadowRoot?.querySelector('[part="card"]'),
      );
      for (const [press, comes] of /** @type {const} */ ([
        ['[data-tool="dates"]', '.tool [type="range"]'],
        ['details.table summary', 'details.table th'],
        ['[data-tool="find"]', '.tool [role="combobox"]'],
      ])) {
        await page.click(press);
        await page.waitFor(
          (comes) => document.querySelector('deal-network')?.shadowRoot?.querySelector(comes),
          comes,
        );
      }
      await page.type('company');
      await page.waitFor(() =>
        document.querySelector('deal-network')?.shadowRoot?.querySelector('.tool [role="option"]'),
      );
      await page.evaluate(() => {
        const element = document.querySelector('deal-network');
        if (element) element.filter = 'undisclosed=no';
      });
      await page.waitFor(() => document.querySelector('deal-network')?.loops.length === 1);
      const svg = await page.evaluate(() => document.querySelector('deal-network')?.toSVG());
      assert.match(svg ?? '', /^<svg[^]*Company A/);
      assert.equal(await visible(page, '.widget'), 1);
    });
  });
}
