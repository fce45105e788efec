import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure, sentenceOf } from '../../www/failure.js';
import { MAX_BYTES, bytesOf } from '../../www/source.js';

/** @param {Uint8Array} bytes */
const read = (bytes) => new TextDecoder().decode(bytes);

test('objects, text and bytes become bytes', () => {
  assert.equal(read(bytesOf({ deals: [] })), '{"deals":[]}');
  assert.equal(read(bytesOf('from,to\n')), 'from,to\n');
  const bytes = new TextEncoder().encode('xfrom');
  assert.equal(read(bytesOf(bytes.subarray(1))), 'from');
  assert.equal(read(bytesOf(bytes.buffer)), 'xfrom');
});

test('the caller’s bytes are copied, not kept', () => {
  const bytes = new TextEncoder().encode('from');
  const copy = bytesOf(bytes);
  bytes.fill(0);
  assert.equal(read(copy), 'from');
});

test('what cannot be data fails with a sentence', () => {
  /** @type {{ self?: unknown }} */
  const circle = {};
  circle.self = circle;
  assert.throws(() => bytesOf(circle), Failure);
  assert.throws(() => bytesOf('x'.repeat(MAX_BYTES + 1)), /10 MiB/);
  assert.equal(bytesOf(undefined).length, 0);
});

test('whatever is thrown, the reader gets one plain sentence', () => {
  for (const error of [
    new Failure('missing', 404),
    new Failure('unreadable', new Error('expected `,` at line 3')),
    new WebAssembly.RuntimeError('unreachable'),
    new WebAssembly.CompileError('blocked'),
    new TypeError('Failed to fetch'),
    'a string',
    undefined,
  ]) {
    const sentence = sentenceOf(error);
    assert.match(sentence, /^[A-Z].*[.?]$/);
    assert.doesNotMatch(sentence, /undefined|TypeError|unreachable/);
  }
  assert.match(sentenceOf(new Failure('unreadable', new Error('expected a comma'))), /Expected a comma\.$/);
});
