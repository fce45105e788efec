/** The little of WebDriver that a page needs: https://www.w3.org/TR/webdriver2/. */

import { createServer } from 'node:net';
import { run } from './programs.js';
import { until } from './wait.js';

/** @import { AddressInfo } from 'node:net' */

/**
 * @typedef {object} Session
 * @property {(method: 'GET' | 'POST', path: string, body?: object) => Promise<any>} send one command after the other
 * @property {() => Promise<void>} close ends the browser, too
 */

/**
 * Starts a driver and through it a browser.
 * @param {string} program
 * @param {NodeJS.ProcessEnv} env of both
 * @param {object} capabilities
 * @returns {Promise<Session & { version: string }>}
 */
export async function session(program, env, capabilities) {
  const port = await freePort();
  const driver = run(program, [`--port=${port}`], env);
  try {
    const address = `http://127.0.0.1:${port}`;
    await until(() => fetch(`${address}/status`).then(Boolean, () => false), program, 20_000);
    const { sessionId, capabilities: had } = await command(address, 'POST', '/session', {
      capabilities: { alwaysMatch: capabilities },
    });
    const inside = `${address}/session/${sessionId}`;
    /** @type {Promise<unknown>} */
    let last = Promise.resolve();
    return {
      version: had.browserVersion,
      send: (method, path, body) => {
        const next = last.then(() => command(inside, method, path, body));
        last = next.catch(() => {});
        return next;
      },
      close: async () => {
        // The browser goes in order; what does not is ended with the driver.
        await last.then(() => command(inside, 'DELETE', '')).catch(() => {});
        await driver.stop();
      },
    };
  } catch (error) {
    await driver.stop();
    throw error;
  }
}

/**
 * @param {string} address
 * @param {string} method
 * @param {string} path
 * @param {object} [body]
 * @returns {Promise<any>}
 */
async function command(address, method, path, body) {
  const init = method === 'POST' ? { method, body: JSON.stringify(body ?? {}) } : { method };
  const { value } = /** @type {{ value: any }} */ (await (await fetch(address + path, init)).json());
  if (value?.error) throw new Error(`${path}: ${value.error}: ${value.message}`);
  return value;
}

/** A driver has to be told one. */
async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(null)));
  const { port } = /** @type {AddressInfo} */ (server.address());
  await new Promise((resolve) => server.close(resolve));
  return port;
}
