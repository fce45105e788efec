/** Pages with a policy: which of them let the figure be, and what a reader is told on the others. */

import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { address, withPage } from '../engine.js';
import { DESKTOP } from '../widget.js';
import { MODULE, NOT_LOADED, REFUSED, UNREACHABLE, becomes, openHost, outcome } from './faults.js';

/** @import { Outcome } from './faults.js' */

const manual = await readFile(new URL('../../../www/README.md', import.meta.url), 'utf8');
const [, strictest] = /```\n(default-src [^`]*)```/.exec(manual) ?? [];
if (!strictest) throw new Error('The manual names no policy.');
/** Both are asked for at once; which of them fails first is the engine's affair. */
const EITHER = new RegExp(`${NOT_LOADED.source}|${UNREACHABLE.source}`);
const PROGRAM = "script-src 'self' 'wasm-unsafe-eval'";

/** What the policy allows, the policy, and what becomes of the figure. */
const POLICIES = /** @type {[string, string, Outcome][]} */ ([
  ['no WebAssembly', "script-src 'self'", REFUSED],
  ['WebAssembly', PROGRAM, 'figure'],
  ['whatever can be evaluated', "script-src 'self' 'unsafe-eval'", 'figure'],
  ['no script', "script-src 'none'", 'fallback'],
  ['a script of somebody else', "script-src https://elsewhere.invalid 'wasm-unsafe-eval'", 'fallback'],
  ['nothing', "default-src 'none'", 'fallback'],
  ['nothing but the program', `default-src 'none'; ${PROGRAM}`, EITHER],
  ['no request', "connect-src 'none'", EITHER],
  ['a request for the data alone', `connect-src ${address()}deals.json`, NOT_LOADED],
  ['a request for the program alone', `connect-src ${address()}${MODULE}`, UNREACHABLE],
  ['no style', "style-src 'none'", 'figure'],
  ['no picture', "img-src 'none'", 'figure'],
  [
    'no font, frame, worker, plugin or film',
    nothingOf('font', 'frame', 'worker', 'child', 'object', 'media'),
    'figure',
  ],
  ['no address as a base, and no form', "base-uri 'none'; form-action 'none'", 'figure'],
  ['no text as code', "require-trusted-types-for 'script'", 'figure'],
  [
    'no text as code, and no way around it',
    "require-trusted-types-for 'script'; trusted-types 'none'",
    'figure',
  ],
  // Without what only a header can say.
  ['what the manual calls the strictest', strictest.replace(/frame-ancestors[^;]*;/, ''), 'figure'],
]);

/** @param {string[]} kinds */
function nothingOf(...kinds) {
  return kinds.map((kind) => `${kind}-src 'none'`).join('; ');
}

/** @param {string} policy */
const stated = (policy) => `<meta http-equiv="Content-Security-Policy" content="${policy}">`;

for (const [what, policy, expected] of POLICIES) {
  test(`under a policy that allows ${what}: ${outcome(expected)}`, async () => {
    await withPage({ ...DESKTOP, mayFail: true }, async (page) => {
      await openHost(page, {}, stated(policy));
      await becomes(page, expected);
    });
  });
}

test('under a policy that trusts scripts by a word of the day, and what they load: the figure', async () => {
  await withPage({ ...DESKTOP, mayFail: true }, async (page) => {
    const policy =
      "script-src 'nonce-day' 'strict-dynamic' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'";
    await openHost(page, {}, stated(policy), (page) => page.replaceAll('<script ', '<script nonce="day" '));
    await becomes(page, 'figure');
  });
});
