/** The graph of modules: what a page preloads, and what it may touch while it is only imported. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const www = new URL('../../www/', import.meta.url);

/**
 * Every module that a module imports, directly or not.
 * @param {string} name
 * @param {Set<string>} found
 */
function reach(name, found = new Set()) {
  if (found.has(name)) return found;
  found.add(name);
  if (name.startsWith('pkg/')) return found;
  const source = readFileSync(new URL(name, www), 'utf8');
  for (const [, path] of source.matchAll(/^(?:import|export)\b[^;]*?from '\.\/([^']+)'/gm))
    reach(path ?? '', found);
  return found;
}

test('index.html preloads every module of the figure, so that they load side by side', () => {
  const page = readFileSync(new URL('index.html', www), 'utf8');
  const preloaded = [...page.matchAll(/rel="modulepreload" href="([^"]+)"/g)].map((match) => match[1]);
  const needed = [...reach('deal-network.js')].filter((name) => name !== 'deal-network.js');
  assert.ok(needed.length > 10);
  assert.deepEqual(preloaded.sort(), needed.sort());
});

test('importing the element on a server touches nothing and fails nowhere', async () => {
  assert.equal('window' in globalThis, false);
  const { DealNetwork } = await import('../../www/deal-network.js');
  assert.equal(typeof DealNetwork, 'function');
});
