/**
 * WebKitGTK: its small browser, driven by its own driver over WebDriver, on a screen that nobody sees. The browser is
 * named by the environment variable MINIBROWSER. A page has a browser of its own: there all that a reader prefers is
 * said when it starts.
 */

import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { makeFront } from './front.js';
import { keyDown, keyUp, stroke } from './keystrokes.js';
import { keysOf } from './keys.js';
import { run } from './programs.js';
import { RECORDER, recorded } from './recorder.js';
import { cannot, refuse } from './refuse.js';
import { savings } from './savings.js';
import { bySelector } from './selector.js';
import { truth, until } from './wait.js';
import { session } from './webdriver.js';

/** @import { Box, Engine, Options, Page, Point } from '../engine.js' */
/** @import { Front } from './front.js' */
/** @import { Session } from './webdriver.js' */

/** Large enough for a desktop's page with two pixels to one. */
const SCREEN = '3840x2400x24';

/** The browser's own buttons would keep the window from being as narrow as a telephone. */
const STYLE =
  'window * { min-width: 0; min-height: 0; margin: 0; padding: 0; border-width: 0; font-size: 1px; }';

/** @type {(keyof Options)[]} */
const IMPOSSIBLE = ['forcedColors', 'contrast', 'touch'];

/** @returns {Promise<Engine>} */
export async function start() {
  const browser = process.env.MINIBROWSER;
  if (!browser) throw new Error('MINIBROWSER does not name a browser; `cargo dev test embedding` sets it.');
  const folder = await mkdtemp(join(tmpdir(), 'deal-network-webkit-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  // It looks for a free display by itself.
  const screen = run('Xvfb', ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp', '-noreset']);
  const display = `:${await screen.said}`;
  let version = '';
  return {
    impossible: IMPOSSIBLE,
    version: async () => `WebKitGTK ${version}`,
    open: async (base, options) => {
      refuse('WebKitGTK', options, IMPOSSIBLE);
      const front = await makeFront(base, RECORDER);
      const env = await surroundings(folder, display, options);
      const driver = await session('WebKitWebDriver', env, {
        'webkitgtk:browserOptions': { binary: browser, args: words(options) },
        proxy: { proxyType: 'manual', httpProxy: front.server, sslProxy: front.server },
      });
      version = driver.version;
      const close = async () => {
        await driver.close();
        front.close();
      };
      try {
        return { page: await makePage(driver, base, front, options, folder), close };
      } catch (error) {
        await close();
        throw error;
      }
    },
    stop: () => screen.stop(),
  };
}

/** @param {Options} options */
function words({ dark, javaScript }) {
  // Windows that a script opens, as in the other engines.
  const words = ['--automation', '--javascript-can-open-windows-automatically=true'];
  if (dark) words.push('--dark-mode');
  if (javaScript === false) words.push('--enable-javascript=false');
  return words;
}

/**
 * What the driver and the browser find around them: nothing of this machine's own settings.
 * @param {string} folder
 * @param {string} display
 * @param {Options} options
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
async function surroundings(folder, display, { reducedMotion, scale }) {
  const settings = join(folder, reducedMotion ? 'still' : 'moving');
  await mkdir(join(settings, 'gtk-3.0'), { recursive: true });
  await writeFile(join(settings, 'gtk-3.0/gtk.css'), STYLE);
  const animations = `[Settings]\ngtk-enable-animations=${reducedMotion ? 0 : 1}\n`;
  await writeFile(join(settings, 'gtk-3.0/settings.ini'), animations);
  // Where files are saved.
  await writeFile(join(settings, 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${join(folder, 'Downloads')}"\n`);
  return {
    PATH: process.env.PATH,
    HOME: folder,
    XDG_CONFIG_HOME: settings,
    XDG_RUNTIME_DIR: folder,
    DISPLAY: display,
    GDK_BACKEND: 'x11',
    GDK_SCALE: String(scale ?? 1),
    LANG: 'en_US.UTF-8',
    LANGUAGE: 'en_US',
    TZ: 'UTC',
    NO_AT_BRIDGE: '1',
    // Version 2.50 compiles beside the page, and about once in 500 figures what it compiles reads a wrong number; what
    // is tested here is the figure. See `SIMD` in `src/bin/dev/wasm.rs`.
    JSC_useConcurrentJIT: '0',
  };
}

/**
 * @param {Session} driver
 * @param {string} base
 * @param {Front} front
 * @param {Options} options
 * @param {string} folder the browser's home
 * @returns {Promise<Page>}
 */
async function makePage(driver, base, front, options, folder) {
  const files = savings(join(folder, 'Downloads'));
  const { width = 1280, height = 800, scale = 1, javaScript = true } = options;
  const problems = { errors: /** @type {string[]} */ ([]), failed: front.failed, foreign: front.foreign };
  /** @param {string} path */
  const absolute = (path) => new URL(path.replace(/^\//, ''), base).href;
  /** @type {Page['evaluate']} */
  const evaluate = async (work, argument) => {
    const call = `(${work})(${JSON.stringify(argument) ?? ''})`;
    // Without scripts nothing is called back.
    const script = javaScript ? `(${wrapped(call)})(arguments[0])` : `return (${direct(call)})()`;
    const way = javaScript ? 'async' : 'sync';
    const outcome = await driver.send('POST', `/execute/${way}`, { script, args: [] });
    const { value, thrown, errors = [] } = JSON.parse(outcome);
    problems.errors.push(...errors);
    if (thrown !== undefined) throw new Error(thrown);
    return value;
  };
  /** @type {Page['waitFor']} */
  const waitFor = (work, argument, timeout = 10_000) =>
    until(() => evaluate(truth(work), argument).catch(unread), String(work), timeout);
  /** @param {object[]} actions */
  const act = (actions) => driver.send('POST', '/actions', { actions });
  /** @param {object[]} actions */
  const point = (...actions) =>
    act([{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }]);
  /** @param {object[]} actions */
  const strike = (...actions) => act([{ type: 'key', id: 'keyboard', actions }]);
  /** @type {Point} */
  let place = { x: 0, y: 0 };
  /** @type {Page['mouse']} */
  const mouse = {
    move: async ({ x, y }) => {
      place = { x: Math.round(x), y: Math.round(y) };
      await point({ type: 'pointerMove', duration: 0, origin: 'viewport', ...place });
    },
    down: () => point({ type: 'pointerDown', button: 0 }),
    up: () => point({ type: 'pointerUp', button: 0 }),
    wheel: async (deltaX, deltaY, keys = []) => {
      // The driver does not tell the page which keys are held.
      if (keys.length) cannot('WebKitGTK', `turn the wheel while ${keys.join(' and ')} is held`);
      const scroll = { type: 'scroll', duration: 0, origin: 'viewport', ...place, deltaX, deltaY };
      await act([{ type: 'wheel', id: 'wheel', actions: [scroll] }]);
    },
  };
  /** @type {Page['resize']} */
  const resize = async (width, height) => {
    const set = () => driver.send('POST', '/window/rect', { width: asked[0], height: asked[1] });
    let asked = [width, height];
    await set();
    // The window is larger than the page by what stands around it, and the page learns of its size later.
    const there = async () => {
      const [inside, around] = await evaluate(() => [
        [innerWidth, innerHeight],
        [outerWidth, outerHeight],
      ]);
      if (`${around}` !== `${asked}`) return false;
      const [wide = 0, high = 0] = inside ?? [];
      if (wide === width && high === height) return true;
      asked = [asked[0] + width - wide, asked[1] + height - high];
      await set();
      return false;
    };
    await until(there, `a window of ${width} by ${height}`, 10_000);
  };
  await driver.send('POST', '/timeouts', { script: 600_000 });
  await resize(width, height);
  return {
    problems,
    get saved() {
      return files();
    },
    goto: async (path) => {
      await evaluate(() => null);
      await driver.send('POST', '/url', { url: absolute(path) });
    },
    evaluate,
    waitFor,
    mouse,
    resize,
    ...bySelector({ evaluate, waitFor, mouse }),
    screenshot: async ({ path, clip } = {}) => {
      const picture = cut(Buffer.from(await driver.send('GET', '/screenshot'), 'base64'), scale, clip);
      if (path) await writeFile(path, picture);
      return picture;
    },
    press: async (chord) => {
      const [key = '', ...held] = keysOf(chord);
      await strike(...held.map(keyDown), ...stroke(key), ...held.map(keyUp));
    },
    type: (text) => strike(...[...text].flatMap(stroke)),
    touch: {
      tap: async () => cannot('WebKitGTK', 'touch'),
      swipe: async () => cannot('WebKitGTK', 'touch'),
      fingers: async () => cannot('WebKitGTK', 'touch'),
    },
    prefer: async () => cannot('WebKitGTK', 'change what the reader prefers while a page is open'),
    answer: async (path, answer) => front.answer(absolute(path), answer),
    held: async () => cannot('WebKitGTK', 'say what a page holds'),
    throttle: async () => cannot('WebKitGTK', 'make the processor slower'),
    busy: async () => cannot('WebKitGTK', 'say how long the page has worked'),
  };
}

/**
 * Once in thousands of questions the driver cannot read what the page has answered. One that only waits for something
 * to become true is asked again; anything else fails, since it may have acted.
 * @param {Error} error
 */
function unread(error) {
  if (!error.message.endsWith('Could not parse script result')) throw error;
  return false;
}

/**
 * A function that calls, waits, and hands over what came of it with the errors of the page.
 * @param {string} call
 */
function wrapped(call) {
  return `async (done) => {
    const outcome = {};
    try {
      outcome.value = await ${call};
    } catch (error) {
      outcome.thrown = String(error) + ' ' + error?.stack;
    }
    outcome.errors = (${recorded})();
    done((${json})(outcome));
  }`;
}

/** The same for a page without scripts, where no promise is ever kept. @param {string} call */
function direct(call) {
  return `() => {
    const value = ${call};
    if (value instanceof Promise) throw new Error('Without scripts nothing can be waited for.');
    return (${json})({ value });
  }`;
}

/**
 * What `JSON.stringify` does, on pages, too, that have changed what it relies upon. Runs in the page.
 * @param {unknown} value
 * @returns {string}
 */
function json(value) {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  let text = '';
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at += 1) text += (at ? ',' : '') + json(value[at]);
    return `[${text}]`;
  }
  for (const [name, part] of Object.entries(value)) {
    if (part !== undefined) text += `${text && ','}${JSON.stringify(name)}:${json(part)}`;
  }
  return `{${text}}`;
}

/** @param {Buffer} picture @param {number} scale @param {Box} [clip] */
function cut(picture, scale, clip) {
  if (!clip) return picture;
  const whole = PNG.sync.read(picture);
  const [x, y, width, height] = [clip.x, clip.y, clip.width, clip.height].map((side) =>
    Math.round(side * scale),
  );
  const part = new PNG({ width: width ?? 0, height: height ?? 0 });
  PNG.bitblt(whole, part, x, y, width, height, 0, 0);
  return PNG.sync.write(part);
}
