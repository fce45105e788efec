/** Firefox, driven by puppeteer-core over WebDriver BiDi; the program is named by the environment variable FIREFOX. */

import { rmSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from 'puppeteer-core';
import { makeFront } from './front.js';
import { keysOf } from './keys.js';
import { located } from './located.js';
import { cannot, refuse } from './refuse.js';
import { savings } from './savings.js';
import { bySelector } from './selector.js';
import { truth, until } from './wait.js';

/** @import { Browser, KeyInput } from 'puppeteer-core' */
/** @import { Engine, Options, Page, Point, Problems } from '../engine.js' */
/** @import { Front } from './front.js' */

/** What holds for all pages, from the start. */
const PREFERENCES = {
  // Else the browser asks this machine past every proxy.
  'network.proxy.allow_hijacking_localhost': true,
  // Bars that take no room, as on a telephone and in the other engines.
  'ui.useOverlayScrollbars': 1,
  // What one page has been zoomed to is nothing to the next.
  'browser.zoom.siteSpecific': false,
  'intl.accept_languages': 'en-US',
  // A page that a link opens does not come before the one with the link.
  'browser.tabs.loadDivertedInBackground': true,
  'browser.download.folderList': 2,
  'browser.download.useDownloadDir': true,
  'browser.download.always_ask_before_handling_new_types': false,
  'browser.download.alwaysOpenPanel': false,
  'browser.download.open_pdf_attachments_inline': false,
};

/** @type {(keyof Options)[]} */
const IMPOSSIBLE = ['contrast'];

/** @returns {Promise<Engine>} */
export async function start() {
  const program = process.env.FIREFOX;
  if (!program) throw new Error('FIREFOX does not name a browser; `cargo dev test embedding` sets it.');
  const folder = await mkdtemp(join(tmpdir(), 'deal-network-firefox-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  const browser = await launch({
    browser: 'firefox',
    executablePath: await located(program),
    headless: true,
    // What a reader prefers is not in WebDriver yet; the browser's own settings are.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: { ...PREFERENCES, 'browser.download.dir': folder },
    env: { ...process.env, TZ: 'UTC' },
  });
  const settings = makeSettings(browser);
  let pages = 0;
  return {
    impossible: IMPOSSIBLE,
    version: async () => (await browser.version()).replace('/', ' ').replace('firefox', 'Firefox'),
    stop: () => browser.close(),
    open: async (base, options) => {
      refuse('Firefox', options, IMPOSSIBLE);
      const wish = wished(options);
      // They are the browser's, not the page's.
      if (pages > 0 && settings.differ(wish)) {
        throw new Error('Firefox cannot show two pages at once to readers who prefer different things.');
      }
      await settings.set(wish);
      const { page, close } = await open(browser, base, options, settings, folder);
      pages += 1;
      return { page, close: () => close().finally(() => (pages -= 1)) };
    },
  };
}

/** @typedef {Record<string, number | boolean>} Settings */

/** @param {Options} options @returns {Settings} */
function wished({ dark, reducedMotion, forcedColors, touch, javaScript }) {
  return {
    'ui.systemUsesDarkTheme': dark ? 1 : 0,
    'ui.prefersReducedMotion': reducedMotion ? 1 : 0,
    'browser.display.document_color_use': forcedColors ? 2 : 0,
    'dom.w3c_touch_events.enabled': touch ? 1 : 0,
    // 1 is a finger, 6 a mouse that can hover.
    'ui.primaryPointerCapabilities': touch ? 1 : 6,
    'ui.allPointerCapabilities': touch ? 1 : 6,
    'javascript.enabled': javaScript ?? true,
  };
}

/** @param {Browser} browser */
function makeSettings(browser) {
  let current = JSON.stringify(wished({}));
  const { connection } = /** @type {{ connection: Connection }} */ (/** @type {unknown} */ (browser));
  return {
    differ: (/** @type {Settings} */ wish) => JSON.stringify(wish) !== current,
    set: async (/** @type {Settings} */ wish) => {
      const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
      const lines = Object.entries(wish).map(([name, value]) => {
        return `Services.prefs.set${typeof value === 'boolean' ? 'Bool' : 'Int'}Pref('${name}', ${value});`;
      });
      await connection.send('script.evaluate', {
        expression: lines.join('\n'),
        target: { context: tree.result.contexts[0]?.context },
        awaitPromise: true,
      });
      current = JSON.stringify(wish);
    },
  };
}

/**
 * What puppeteer speaks through; it has no way of its own to Firefox's settings.
 * @typedef {object} Connection
 * @property {(method: string, parameters: object) =>
 *   Promise<{ result: { contexts: { context: string }[] } }>} send
 */

/**
 * @param {Browser} browser
 * @param {string} base
 * @param {Options} options
 * @param {ReturnType<typeof makeSettings>} settings
 * @param {string} folder where files are saved
 */
async function open(browser, base, options, settings, folder) {
  const front = await makeFront(base);
  const context = await browser.createBrowserContext({ proxyServer: front.server });
  const view = await context.newPage();
  const size = { width: options.width ?? 1280, height: options.height ?? 800 };
  await view.setViewport({ ...size, deviceScaleFactor: options.scale ?? 1 });
  return {
    page: makePage(view, base, front, options, settings, folder),
    close: async () => {
      await context.close();
      front.close();
    },
  };
}

/**
 * @param {import('puppeteer-core').Page} view
 * @param {string} base
 * @param {Front} front
 * @param {Options} options
 * @param {ReturnType<typeof makeSettings>} settings
 * @param {string} folder where files are saved
 * @returns {Page}
 */
function makePage(view, base, front, options, settings, folder) {
  const files = savings(folder);
  const problems = watch(view, base);
  /** @param {string} path */
  const absolute = (path) => new URL(path.replace(/^\//, ''), base).href;
  /** @type {Page['evaluate']} */
  const evaluate = (work, argument) =>
    /** @type {Promise<any>} */ (view.evaluate(`(${work})(${JSON.stringify(argument) ?? ''})`));
  /** @type {Page['waitFor']} */
  const waitFor = (work, argument, timeout = 10_000) =>
    until(() => evaluate(truth(work), argument), String(work), timeout);
  /** @type {Page['mouse']} */
  const mouse = {
    move: ({ x, y }) => view.mouse.move(x, y),
    down: () => view.mouse.down(),
    up: () => view.mouse.up(),
    wheel: async (deltaX, deltaY, keys = []) => {
      for (const key of keys) await view.keyboard.down(/** @type {KeyInput} */ (key));
      await view.mouse.wheel({ deltaX, deltaY });
      for (const key of keys) await view.keyboard.up(/** @type {KeyInput} */ (key));
    },
  };
  return {
    problems,
    get saved() {
      return files();
    },
    goto: async (path) => void (await view.goto(absolute(path), { waitUntil: 'load' })),
    evaluate,
    waitFor,
    mouse,
    ...bySelector({ evaluate, waitFor, mouse }),
    screenshot: async ({ path, clip } = {}) => {
      const picture = Buffer.from(await view.screenshot({ clip, captureBeyondViewport: false }));
      if (path) await writeFile(path, picture);
      return picture;
    },
    press: async (chord) => {
      const [key = '', ...held] = keysOf(chord);
      for (const name of held) await view.keyboard.down(/** @type {KeyInput} */ (name));
      await view.keyboard.press(/** @type {KeyInput} */ (key));
      for (const name of held) await view.keyboard.up(/** @type {KeyInput} */ (name));
    },
    type: (text) => view.keyboard.type(text),
    touch: {
      tap: ({ x, y }) => view.touchscreen.tap(x, y),
      swipe: (from, to) => fingers(view, [from], [to]),
      fingers: (from, to) => fingers(view, from, to),
    },
    resize: (width, height) => view.setViewport({ width, height, deviceScaleFactor: options.scale ?? 1 }),
    prefer: (preferences) => {
      refuse('Firefox', preferences, IMPOSSIBLE);
      const { touch, javaScript } = options;
      return settings.set(wished({ ...preferences, touch, javaScript }));
    },
    answer: async (path, answer) => front.answer(absolute(path), answer),
    held: async () => cannot('Firefox', 'say what a page holds'),
    throttle: async () => cannot('Firefox', 'make the processor slower'),
    busy: async () => cannot('Firefox', 'say how long the page has worked'),
  };
}

/**
 * @param {import('puppeteer-core').Page} view
 * @param {string} base
 */
function watch(view, base) {
  /** @type {Problems} */
  const problems = { errors: [], failed: [], foreign: [] };
  view.on('console', (message) => {
    if (message.type() === 'error') problems.errors.push(message.text());
  });
  view.on('pageerror', (error) => problems.errors.push(String(error)));
  view.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(base) && !/^(data|blob|about):/.test(url)) problems.foreign.push(url);
  });
  view.on('requestfailed', (request) => {
    problems.failed.push(`${request.url()} ${request.failure()?.errorText ?? ''}`);
  });
  view.on('response', (response) => {
    if (response.status() >= 400) problems.failed.push(`${response.url()} ${response.status()}`);
  });
  return problems;
}

/**
 * @param {import('puppeteer-core').Page} view
 * @param {Point[]} from
 * @param {Point[]} to
 */
async function fingers(view, from, to) {
  const steps = 12;
  const hand = [];
  for (const { x, y } of from) hand.push(await view.touchscreen.touchStart(x, y));
  for (let step = 1; step <= steps; step += 1) {
    for (const [at, { x, y }] of from.entries()) {
      const end = to[at] ?? { x, y };
      await hand[at]?.move(x + ((end.x - x) * step) / steps, y + ((end.y - y) * step) / steps);
    }
  }
  for (const finger of hand) await finger.end();
}
