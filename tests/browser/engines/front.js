/**
 * What stands between a page and the server: every request of the page comes through here, so that a test can have
 * any of them answered otherwise, in every engine alike. It is an HTTP proxy of one page, on a port of its own;
 * nothing beyond this machine can be reached through it.
 */

import { createServer, request as ask } from 'node:http';
import { connect } from 'node:net';

/** @import { IncomingMessage, ServerResponse } from 'node:http' */
/** @import { AddressInfo } from 'node:net' */
/** @import { Answer } from '../engine.js' */

/**
 * @typedef {object} Front
 * @property {string} server `127.0.0.1:port`
 * @property {string[]} failed requests that were answered with 400 or more, or not at all
 * @property {string[]} foreign requests to anywhere but the page's address
 * @property {(url: string, answer: Answer) => void} answer
 * @property {() => void} close
 */

/** What concerns one connection only. */
const HOP = ['connection', 'keep-alive', 'proxy-authenticate', 'proxy-connection', 'transfer-encoding'];

/**
 * @param {string} base the page's address
 * @param {string} [prelude] a script that runs first in every document
 * @returns {Promise<Front>}
 */
export async function makeFront(base, prelude) {
  /** @type {Map<string, Answer>} */
  const answers = new Map();
  /** @type {string[]} */
  const failed = [];
  /** @type {string[]} */
  const foreign = [];
  const server = createServer((request, response) => {
    const url = request.url ?? '';
    if (prelude && new URL(url).pathname === PRELUDE) {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(prelude);
      return;
    }
    if (!url.startsWith(base)) foreign.push(url);
    const fail = (/** @type {string | number} */ why) => void failed.push(`${url} ${why}`);
    // What a script fetches may say that it is a page, and is not one.
    const preluded = prelude !== undefined && (request.headers.accept?.includes('text/html') ?? false);
    respond(request, response, answers.get(url) ?? {}, fail, preluded).catch((error) => {
      fail(error.message);
      response.destroy();
    });
  });
  // A socket of the page's own server goes through; what is encrypted cannot be ours.
  server.on('connect', (request, socket) => {
    const { host } = new URL(base);
    if (request.url !== host) {
      foreign.push(`https://${request.url}/`);
      socket.destroy();
      return;
    }
    const [name, port] = host.split(':');
    const there = connect(Number(port), name, () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      there.pipe(socket).pipe(there);
    });
    for (const end of [there, socket]) end.on('error', () => (there.destroy(), socket.destroy()));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(null)));
  const { port } = /** @type {AddressInfo} */ (server.address());
  return {
    server: `127.0.0.1:${port}`,
    failed,
    foreign,
    answer: (url, answer) => void answers.set(url, answer),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/**
 * @param {IncomingMessage} request
 * @param {ServerResponse} response
 * @param {Answer} answer
 * @param {(why: string | number) => void} fail
 * @param {boolean} preluded
 */
async function respond(request, response, answer, fail, preluded) {
  await answer.hold?.();
  // The page may have gone meanwhile.
  if (response.destroyed) return;
  if (answer.abort) {
    fail('broken off');
    response.destroy();
    return;
  }
  const served = answer.body === undefined ? await fetched(request) : stated(answer.body);
  const { headers } = served;
  const status = answer.status ?? served.status;
  if (answer.type) headers['content-type'] = answer.type;
  let { body } = served;
  if (preluded && String(headers['content-type']).startsWith('text/html')) {
    body = Buffer.from(withPrelude(body.toString()));
  }
  headers['content-length'] = String(body.length);
  if (status >= 400) fail(status);
  response.writeHead(status, headers).end(body);
}

/** @typedef {{ status: number, headers: Record<string, string | string[]>, body: Buffer }} Served */

/**
 * As the server would hand over this text.
 * @param {string | Buffer} body
 * @returns {Served}
 */
function stated(body) {
  return { status: 200, headers: { 'access-control-allow-origin': '*' }, body: Buffer.from(body) };
}

/**
 * What the server says.
 * @param {IncomingMessage} request
 * @returns {Promise<Served>}
 */
async function fetched(request) {
  const { hostname, port, pathname, search } = new URL(request.url ?? '');
  if (!['127.0.0.1', 'localhost'].includes(hostname)) throw new Error('not on this machine');
  const options = { hostname, port, path: pathname + search, method: request.method };
  const asked = ask({ ...options, headers: passed(request.headers) });
  request.pipe(asked);
  const answer = await new Promise((/** @type {(answer: IncomingMessage) => void} */ resolve, reject) => {
    asked.on('response', resolve).on('error', reject);
  });
  const parts = [];
  for await (const part of answer) parts.push(part);
  return { status: answer.statusCode ?? 500, headers: passed(answer.headers), body: Buffer.concat(parts) };
}

/** @param {import('node:http').IncomingHttpHeaders} headers */
function passed(headers) {
  /** @type {Record<string, string | string[]>} */
  const kept = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && !HOP.includes(name)) kept[name] = value;
  }
  return kept;
}

/** Nothing of ours has such a name. */
const PRELUDE = '/.prelude.js';

/**
 * A file of the page's own address, as any policy with `'self'` lets it run; before all else, so that a policy which
 * the document states itself does not concern it yet.
 * @param {string} html
 */
function withPrelude(html) {
  const script = `<script src="${PRELUDE}"></script>`;
  const start = /^\s*(<!doctype[^>]*>)?\s*(<html[^>]*>)?\s*(<head[^>]*>)?/i.exec(html)?.[0].length ?? 0;
  return html.slice(0, start) + script + html.slice(start);
}
