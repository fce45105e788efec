/** What a release adds to a pack is one list for the command and for the page. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { BESIDE, WIDGET, WIDGET_FILES } from '../../www/workbench/pack.js';

const source = readFileSync(new URL('../../src/embed/beside.rs', import.meta.url), 'utf8');

/** The value of a constant. @param {string} name */
const named = (name) => new RegExp(`const ${name}: &str = "([^"]+)"`).exec(source)?.[1];

test('the page adds what the command adds', () => {
  assert.deepEqual(BESIDE, [named('LOADER'), named('STYLES')]);
  assert.equal(WIDGET, `${named('WIDGET')}/`);
  const listed = /WIDGET_FILES: [^=]+= \[([^\]]+)\]/.exec(source)?.[1] ?? '';
  const files = [...listed.matchAll(/"([^"]+)"|SCRIPT/g)].map(([, file]) => file ?? named('SCRIPT'));
  assert.deepEqual(WIDGET_FILES, files);
});
