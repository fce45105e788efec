/** Servers that send a file as something else: what is read as bytes does not mind, a script does. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from '../engine.js';
import { DESKTOP, complete, textOf, visible } from '../widget.js';
import { DATA, MODULE, NOT_LOADED, becomes, openHost, outcome, unhandled } from './faults.js';

/** @import { Answer } from '../engine.js' */
/** @import { Outcome } from './faults.js' */

/** Beyond ASCII, so that a wrong character set would be seen. */
const NAME = 'Compañía';
const JSON_TEXT = DATA.replaceAll('Company', NAME);
const CSV_TEXT = `from,to\n${NAME} A,${NAME} B\n${NAME} B,${NAME} A\n`;

const BYTES = [
  'text/plain',
  'text/html; charset=iso-8859-1',
  'application/octet-stream',
  'application/x-no-such-thing; charset=utf-16',
];
const NO_SCRIPT = ['text/plain', 'text/html; charset=utf-8', 'application/octet-stream'];
const SCRIPT = ['application/javascript', 'text/javascript; charset=iso-8859-1'];

/** A file, the types it is sent as, the deals, and what becomes of the figure. */
const FILES = /** @type {[string, string[], string, Outcome][]} */ ([
  ['deals.json', [...BYTES, 'text/csv'], JSON_TEXT, 'figure'],
  ['deals.json', [...BYTES, 'application/json'], CSV_TEXT, 'figure'],
  [MODULE, [...BYTES, 'application/wasm; charset=utf-8'], JSON_TEXT, 'figure'],
  ['pkg/deal_network_desk_bg.wasm', [...BYTES, 'application/wasm; charset=utf-8'], CSV_TEXT, 'figure'],
  ['deal-network.js', SCRIPT, JSON_TEXT, 'figure'],
  ['deal-network.js', NO_SCRIPT, JSON_TEXT, 'fallback'],
  ['element.js', NO_SCRIPT, JSON_TEXT, 'fallback'],
  ['desk.js', SCRIPT, CSV_TEXT, 'figure'],
  ['desk.js', NO_SCRIPT, CSV_TEXT, NOT_LOADED],
  ['tools.js', SCRIPT, JSON_TEXT, 'figure'],
]);

for (const [path, types, body, expected] of FILES) {
  const deals = body === CSV_TEXT ? 'a table' : 'a document';
  for (const type of types) {
    test(`${deals}, and ${path} sent as ${type}: ${outcome(expected)}`, async () => {
      await withPage({ ...DESKTOP, mayFail: true }, async (page) => {
        /** @type {Record<string, Answer>} */
        const answers = { 'deals.json': { type: 'application/json', body } };
        answers[path] = { ...answers[path], type };
        await openHost(page, answers);
        await becomes(page, expected);
        if (expected !== 'figure') return;
        const names = await page.evaluate(() =>
          document.querySelector('deal-network')?.loops.map(({ name }) => name),
        );
        assert.ok(names?.includes(`${NAME} A and ${NAME} B`), String(names));
      });
    });
  }
}

for (const type of NO_SCRIPT) {
  test(`tools.js sent as ${type}: said where they are asked for, and the figure goes on`, async () => {
    await withPage({ ...DESKTOP, mayFail: true }, async (page) => {
      await openHost(page, { 'tools.js': { type } });
      await complete(page);
      await page.click('[data-tool="filters"]');
      await page.waitFor(() =>
        document.querySelector('deal-network')?.shadowRoot?.querySelector('.tool [role="alert"]'),
      );
      assert.equal(
        await textOf(page, '.tool [role="alert"]'),
        'This could not be loaded. Reload the page to try again.',
      );
      assert.equal(await visible(page, '.widget'), 1);
      assert.deepEqual(await unhandled(page), []);
    });
  });
}
