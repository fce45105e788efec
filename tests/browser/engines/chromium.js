/** Chromium or Chrome, driven by playwright-core; the program is named by the environment variable CHROME. */

import { setTimeout as sleep } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { makeFront } from './front.js';
import { located } from './located.js';
import { until } from './wait.js';

/** @import { Engine, Options, Page, Point, Problems } from '../engine.js' */
/** @import { Front } from './front.js' */

/** Nothing that the browser does for itself: no updates, no reports, no look-ups. */
const QUIET = [
  '--disable-quic',
  '--disable-sync',
  '--disable-component-update',
  '--force-color-profile=srgb',
];

/** @returns {Promise<Engine>} */
export async function start() {
  const executablePath = process.env.CHROME;
  if (!executablePath) throw new Error('CHROME does not name a browser; `cargo dev test browser` sets it.');
  const browser = await chromium.launch({ executablePath: await located(executablePath), args: QUIET });
  return {
    impossible: [],
    open: (base, options) => open(browser, base, options),
    version: async () => `Chromium ${browser.version()}`,
    stop: () => browser.close(),
  };
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} base
 * @param {Options} options
 */
async function open(browser, base, options) {
  const front = await makeFront(base);
  const context = await browser.newContext({
    // Also for this machine, which the browser would ask past every proxy.
    proxy: { server: front.server, bypass: '<-loopback>' },
    viewport: { width: options.width ?? 1280, height: options.height ?? 800 },
    deviceScaleFactor: options.scale ?? 1,
    hasTouch: options.touch ?? false,
    javaScriptEnabled: options.javaScript ?? true,
    locale: 'en-US',
    timezoneId: 'UTC',
    ...media(options),
  });
  const view = await context.newPage();
  return {
    page: await makePage(view, base, front),
    close: async () => {
      await context.close();
      front.close();
    },
  };
}

/** @param {Options} options */
function media({ dark, reducedMotion, forcedColors, contrast }) {
  return /** @type {const} */ ({
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
    forcedColors: forcedColors ? 'active' : 'none',
    contrast: contrast ? 'more' : 'no-preference',
  });
}

/**
 * @param {import('playwright-core').Page} view
 * @param {string} base
 * @param {Front} front
 * @returns {Promise<Page>}
 */
async function makePage(view, base, front) {
  const protocol = await view.context().newCDPSession(view);
  /** @type {Page['evaluate']} */
  const evaluate = (work, argument) => call(protocol, work, argument);
  /** @param {string} path */
  const absolute = (path) => new URL(path.replace(/^\//, ''), base).href;
  /** @param {string} selector */
  const first = (selector) => view.locator(selector).first();
  /** @type {string[]} */
  const saved = [];
  view.on('download', (download) => saved.push(download.suggestedFilename()));
  return {
    problems: watch(view, base),
    saved,
    goto: async (path) => void (await view.goto(absolute(path), { waitUntil: 'load' })),
    evaluate,
    waitFor: (work, argument, timeout = 10_000) =>
      until(() => evaluate(work, argument), String(work), timeout),
    screenshot: ({ path, clip } = {}) => view.screenshot({ path, clip }),
    click: (selector) => first(selector).click(),
    focus: (selector) => first(selector).focus(),
    box: (selector) => first(selector).boundingBox(),
    press: (key) => view.keyboard.press(key),
    type: (text) => view.keyboard.type(text),
    mouse: {
      move: ({ x, y }) => view.mouse.move(x, y),
      down: () => view.mouse.down(),
      up: () => view.mouse.up(),
      wheel: async (deltaX, deltaY, keys = []) => {
        for (const key of keys) await view.keyboard.down(key);
        await view.mouse.wheel(deltaX, deltaY);
        for (const key of keys) await view.keyboard.up(key);
      },
    },
    touch: {
      tap: ({ x, y }) => view.touchscreen.tap(x, y),
      swipe: (from, to) => fingers(protocol, [from], [to]),
      fingers: (from, to) => fingers(protocol, from, to),
    },
    resize: (width, height) => view.setViewportSize({ width, height }),
    prefer: (preferences) => view.emulateMedia(media(preferences)),
    answer: async (path, answer) => front.answer(absolute(path), answer),
    throttle: async (rate) => void (await protocol.send('Emulation.setCPUThrottlingRate', { rate })),
    held: async () => {
      await protocol.send('HeapProfiler.enable');
      // What a first round lets go of may hold more.
      for (let round = 0; round < 3; round += 1) await protocol.send('HeapProfiler.collectGarbage');
      const [heap, nodes, listeners] = await metrics(protocol, [
        'JSHeapUsedSize',
        'Nodes',
        'JSEventListeners',
      ]);
      return { heap, nodes, listeners };
    },
    busy: async () => (await metrics(protocol, ['TaskDuration']))[0],
  };
}

/**
 * @template {string[]} N
 * @param {import('playwright-core').CDPSession} protocol
 * @param {[...N]} names
 */
async function metrics(protocol, names) {
  await protocol.send('Performance.enable');
  const { metrics } = await protocol.send('Performance.getMetrics');
  return /** @type {{ [K in keyof N]: number }} */ (
    names.map((name) => metrics.find((metric) => metric.name === name)?.value ?? NaN)
  );
}

/**
 * Playwright's own evaluation goes through `eval`, which the strict policy forbids; the protocol's does not.
 * @template T, A
 * @param {import('playwright-core').CDPSession} protocol
 * @param {(argument: A) => T | Promise<T>} work
 * @param {A} [argument]
 * @returns {Promise<T>}
 */
async function call(protocol, work, argument) {
  const { result, exceptionDetails } = await protocol.send('Runtime.evaluate', {
    expression: `(${work})(${JSON.stringify(argument) ?? ''})`,
    awaitPromise: true,
    returnByValue: true,
    userGesture: true,
  });
  if (exceptionDetails) {
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  }
  return result.value;
}

/**
 * @param {import('playwright-core').Page} view
 * @param {string} base
 */
function watch(view, base) {
  /** @type {Problems} */
  const problems = { errors: [], failed: [], foreign: [] };
  view.on('console', (message) => {
    // A failed request is listed as such.
    const failedRequest = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !failedRequest) problems.errors.push(message.text());
  });
  view.on('pageerror', (error) => problems.errors.push(String(error)));
  view.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(base) && !/^(data|blob|about):/.test(url)) problems.foreign.push(url);
  });
  view.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    // The browser drops its own wish for the icon where the page goes on before.
    if (why === 'net::ERR_ABORTED' && request.url().endsWith('/icon.svg')) return;
    problems.failed.push(`${request.url()} ${why}`);
  });
  view.on('response', (response) => {
    if (response.status() >= 400) problems.failed.push(`${response.url()} ${response.status()}`);
  });
  return problems;
}

/**
 * @param {import('playwright-core').CDPSession} protocol
 * @param {Point[]} from
 * @param {Point[]} to
 */
async function fingers(protocol, from, to) {
  const steps = 12;
  const touch = (
    /** @type {'touchStart' | 'touchMove' | 'touchEnd'} */ type,
    /** @type {Point[]} */ points,
  ) =>
    protocol.send('Input.dispatchTouchEvent', { type, touchPoints: points.map((at, id) => ({ ...at, id })) });
  for (const count of from.keys()) await touch('touchStart', from.slice(0, count + 1));
  for (let step = 1; step <= steps; step += 1) {
    const part = step / steps;
    const between = from.map(({ x, y }, finger) => {
      const end = to[finger] ?? { x, y };
      return { x: x + (end.x - x) * part, y: y + (end.y - y) * part };
    });
    await touch('touchMove', between);
    await sleep(16);
  }
  await touch('touchEnd', []);
}
