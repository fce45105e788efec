/** The archive of a pack, read as the format has it. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crc32 } from 'node:zlib';
import { zip } from '../../www/workbench/zip.js';

test('files become one archive, the same bytes each time', () => {
  const file = (/** @type {string} */ name, /** @type {string} */ text) => ({
    name,
    bytes: new TextEncoder().encode(text),
  });
  const files = [file('a.txt', 'one'), file('a/ä.txt', 'two'), file('c.txt', '')];
  const made = zip(files);
  assert.deepEqual(made, zip(files));
  const view = new DataView(made.buffer, made.byteOffset);
  const read = [];
  let end = 0;
  // File by file, as the format has it: a head of 30 bytes, the name, the content.
  for (let at = 0; view.getUint32(at, true) === 0x04034b50;) {
    const [method, sum, size, named] = [
      view.getUint16(at + 8, true),
      view.getUint32(at + 14, true),
      view.getUint32(at + 18, true),
      view.getUint16(at + 26, true),
    ];
    const name = Buffer.from(made.subarray(at + 30, at + 30 + named)).toString();
    const from = at + 30 + named + view.getUint16(at + 28, true);
    const content = Buffer.from(made.subarray(from, from + size));
    assert.deepEqual([method, sum], [0, crc32(content)], name);
    read.push([name, content.toString()]);
    at = from + size;
    end = at;
  }
  // Then what is in it once more, and at the end how much that is and where it begins.
  const tail = made.length - 22;
  assert.deepEqual(
    [
      view.getUint32(end, true),
      view.getUint32(tail, true),
      view.getUint16(tail + 10, true),
      view.getUint32(tail + 16, true),
    ],
    [0x02014b50, 0x06054b50, 3, end],
  );
  assert.equal(view.getUint32(tail + 12, true), tail - end);
  assert.deepEqual(read, [
    ['a.txt', 'one'],
    ['a/ä.txt', 'two'],
    ['c.txt', ''],
  ]);
});
