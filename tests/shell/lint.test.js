/** What must stand nowhere: HTML made from text, inline styles and code from text in what we ship, and paths of
 * a particular machine anywhere. */

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const root = new URL('../../', import.meta.url);

/** Every text file that is, or would be, under version control. */
function files() {
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const names = execFileSync('git', list, { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean);
  return names.flatMap((name) => {
    try {
      const text = readFileSync(new URL(name, root), 'utf8');
      return text.includes('\0') ? [] : [{ name, text }];
    } catch {
      return []; // Deleted, but not yet for git.
    }
  });
}

/** @param {string} text @param {RegExp} pattern */
function line(text, pattern) {
  const at = text.search(pattern);
  return at < 0 ? 0 : text.slice(0, at).split('\n').length;
}

/** Comments may name what code may not use. @param {string} text */
function withoutComments(text) {
  return text.replace(/\/\*[^]*?\*\/|(^|\s)\/\/.*/g, (comment) => comment.replace(/[^\n]/g, ' '));
}

/** @type {[RegExp, string][]} */
const forbidden = [
  [/\b(inner|outer)HTML\b/, 'HTML from text'],
  [/\binsertAdjacentHTML\b|\bcreateContextualFragment\b|\bsetHTMLUnsafe\b/, 'HTML from text'],
  [/\bDOMParser\b|\bdocument\.write/, 'HTML from text'],
  [/\beval\s*\(|\bnew Function\b|\bFunction\s*\(/, 'code from text'],
  [/\bset(Timeout|Interval)\s*\(\s*['"`]/, 'code from text'],
  [/\bstyle\s*=\s*["'`]|setAttribute\(\s*['"`]style/, 'an inline style'],
  [/createElement\(\s*['"`]style/, 'a style element'],
];

test('shipped scripts and pages make no HTML, styles or code from text', () => {
  const shipped = files().filter(({ name }) => /^www\/.*\.(js|html)$/.test(name));
  for (const { name, text } of shipped) {
    for (const [pattern, what] of forbidden) {
      const found = line(withoutComments(text), pattern);
      assert.equal(found, 0, `${name}:${found} has ${what} (${pattern})`);
    }
  }
});

test('pages have no script or style of their own inside them', () => {
  for (const { name, text } of files().filter(({ name }) => /^www\/.*\.html$/.test(name))) {
    for (const pattern of [/<style\b/i, /<script\b(?![^>]*\bsrc=)/i, /<[^>]*\son[a-z]+=/i]) {
      const found = line(text, pattern);
      assert.equal(found, 0, `${name}:${found} would be refused by the strict policy (${pattern})`);
    }
  }
});

test('nothing names a path of a particular machine', () => {
  // Put together, so that this file does not match itself.
  const pattern = new RegExp(`(?<![\\w./-])/(${['home', 'Users', 'root', 'work', 'tmp'].join('|')})/[\\w.]`);
  const all = files();
  assert.ok(all.length > 20, 'the list of files is not empty');
  for (const { name, text } of all) {
    const found = line(text, pattern);
    assert.equal(found, 0, `${name}:${found} names a path of a machine`);
  }
});

test('the lock files name no address to download from', () => {
  for (const name of ['tests/package-lock.json', 'tests/benches/layout/package-lock.json']) {
    assert.ok(!/https?:\/\/registry|"resolved"/.test(readFileSync(new URL(name, root), 'utf8')), name);
  }
});

test('the rules catch what they forbid', () => {
  const bad = ['a.innerHTML = b', 'new Function("x")', 'eval (x)', '<p style="x">', 'setTimeout("x")'];
  for (const code of bad)
    assert.ok(
      forbidden.some(([pattern]) => pattern.test(withoutComments(code))),
      code,
    );
  const good = [
    'a.textContent = b',
    '/* innerHTML */',
    '// eval(x)',
    'a.style.color = b',
    "const style = sheet('x')",
  ];
  for (const code of good)
    assert.ok(!forbidden.some(([pattern]) => pattern.test(withoutComments(code))), code);
});
