/** The browser's palette and the SVG writer's are the same. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { PALETTE, ROLES, declarations } from '../../www/theme.js';

const rust = readFileSync(new URL('../../src/theme.rs', import.meta.url), 'utf8');

/**
 * The eight colours of the loops in `src/theme.rs`.
 * @param {'LIGHT' | 'DARK'} name
 */
function loops(name) {
  const table = new RegExp(`const ${name}: \\[&str; 8\\] =\\s*\\[([^\\]]*)\\]`).exec(rust)?.[1] ?? '';
  return [...table.matchAll(/"(#[0-9a-f]{6})"/g)].map((match) => match[1]);
}

/**
 * What `fn light` or `fn dark` says of a role; a role that is not named has the colour of the last arm.
 * @param {'light' | 'dark'} name
 * @param {string} role
 */
function colour(name, role) {
  const body = new RegExp(`const fn ${name}\\(role: Role\\)[^]*?\\n}`).exec(rust)?.[0] ?? '';
  const arms = [...body.matchAll(/([^=>{]+)=> "(#[0-9a-f]{6})"/g)];
  const badge = /^BadgeText\((\d)\)$/.exec(role)?.[1];
  for (const [, pattern = '', value] of arms) {
    const roles = pattern.match(/Role::\w+(\([^)]*\))?/g) ?? [];
    for (const named of roles.map((one) => one.slice(6))) {
      const slots = /^BadgeText\(([^)]*)\)$/.exec(named)?.[1];
      if (badge ? slots === '_' || slots?.split(' | ').includes(badge) : named === role) return value;
    }
  }
  return undefined;
}

/** @type {[string, string][]} */
const roles = [
  ['bed', 'Bed'],
  ['bed-outline', 'BedOutline'],
  ['bed-fill', 'BedFill'],
  ['plain', 'Plain'],
  ['ground', 'Ground'],
  ['company', 'Company'],
  ['company-edge', 'CompanyEdge'],
  ['selected', 'Selected'],
  ['label', 'Label'],
  ['amount', 'Amount'],
  ['accent', 'Accent'],
  ['on-accent', 'BadgeText(0)'],
  ...[1, 2, 3, 4, 5, 6, 7, 8].map(
    (slot) => /** @type {[string, string]} */ ([`on-loop-${slot}`, `BadgeText(${slot})`]),
  ),
];

for (const name of /** @type {const} */ (['light', 'dark'])) {
  test(`the ${name} palette is that of src/theme.rs`, () => {
    const eight = loops(name === 'light' ? 'LIGHT' : 'DARK');
    assert.equal(eight.length, 8);
    eight.forEach((value, place) => assert.equal(PALETTE[name][`loop-${place + 1}`], value));
    for (const [own, theirs] of roles) assert.equal(PALETTE[name][own], colour(name, theirs), own);
  });
}

test('every role of the scene has a colour, in both palettes', () => {
  assert.equal(ROLES.length, 28);
  for (const role of ROLES) {
    assert.match(PALETTE.light[role] ?? '', /^#[0-9a-f]{6}$/, role);
    assert.match(PALETTE.dark[role] ?? '', /^#[0-9a-f]{6}$/, role);
  }
  assert.deepEqual(Object.keys(PALETTE.light), Object.keys(PALETTE.dark));
});

test('a page may set every colour', () => {
  assert.match(declarations('dark'), /--_loop-1:var\(--deal-network-loop-1,#[0-9a-f]{6}\);/);
});
