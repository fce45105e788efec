/** A server of its own, as a graphics desk has one: other origin than the page around, and no CORS headers. */

import { createServer } from 'node:http';
import { after } from 'node:test';

/** @type {Record<string, string>} */
const TYPES = { css: 'text/css', html: 'text/html', js: 'text/javascript', svg: 'image/svg+xml' };

/**
 * Serves texts until the tests of the file are over.
 * @param {Record<string, string>} pages by their paths, `/frame.html`; may grow
 * @returns {Promise<{ origin: string, asked: string[] }>} `asked`: the path and query of every request so far
 */
export async function serve(pages) {
  /** @type {string[]} */
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const [path = ''] = (request.url ?? '').split('?');
    const page = pages[path];
    const type = TYPES[path.split('.').pop() ?? ''] ?? 'text/plain';
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': `${type}; charset=utf-8` });
    response.end(page ?? 'There is no such file.');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(null)));
  after(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The server has no address.');
  return { origin: `http://127.0.0.1:${address.port}`, asked };
}
