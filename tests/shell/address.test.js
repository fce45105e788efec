import assert from 'node:assert/strict';
import { test } from 'node:test';
import { siteOf, webAddress } from '../../www/address.js';

test('plain web addresses become links', () => {
  assert.equal(webAddress('https://example.org/a?b=c#d'), 'https://example.org/a?b=c#d');
  assert.equal(webAddress('http://example.org'), 'http://example.org/');
  assert.equal(siteOf('https://www.example.org/a'), 'example.org');
});

test('nothing else does, in any spelling', () => {
  for (const address of [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    '\tjava\nscript:alert(1)',
    ' javascript:alert(1)',
    '\u0000javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'blob:https://example.org/1',
    'file:///etc/passwd',
    'ftp://example.org/',
    'mailto:a@example.org',
    '//example.org/',
    '/relative',
    'example.org',
    '',
    'https://',
  ]) {
    assert.equal(webAddress(address), null, JSON.stringify(address));
  }
});
