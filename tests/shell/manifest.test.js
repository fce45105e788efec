/** `custom-elements.json`, which editors and catalogues read, against the code and against the page that people read. */

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { DealNetwork } from '../../www/deal-network.js';
import { declarations } from '../../www/theme.js';

const www = new URL('../../www/', import.meta.url);
/** @param {string} name */
const read = (name) => readFileSync(new URL(name, www), 'utf8');

/** @typedef {{ name: string, type?: { text: string }, kind?: string, readonly?: boolean, parameters?: { name: string }[] }} Entry */

/** @type {any} */
const manifest = JSON.parse(read('custom-elements.json'));
const [element] = manifest.modules[0].declarations;
/** @param {Entry[]} entries */
const names = (entries) => entries.map(({ name }) => name).sort();

/** All scripts of the widget, as one text. */
const sources = ['', 'tools/']
  .flatMap((folder) =>
    readdirSync(new URL(`./${folder}`, www))
      .filter((name) => name.endsWith('.js'))
      .map((name) => read(folder + name)),
  )
  .join('\n');

/** What a pattern finds, each once. @param {string} text @param {RegExp} pattern */
const found = (text, pattern) =>
  [...new Set([...text.matchAll(pattern)].map(([, name]) => name ?? ''))].sort();

/** What others may call, from the declarations that the package has, by name. @returns {Map<string, Entry>} */
function declared() {
  const folder = mkdtempSync(join(tmpdir(), 'deal-network-types-'));
  const tests = fileURLToPath(new URL('../', import.meta.url));
  const members = new Map();
  try {
    const tsc = join(tests, 'node_modules/.bin/tsc');
    execFileSync(tsc, ['--project', join(tests, 'tsconfig.types.json'), '--outDir', folder]);
    /** @type {string | undefined} */
    let file = 'element';
    while (file) {
      /** @type {string} */
      const text = readFileSync(join(folder, `${file}.d.ts`), 'utf8');
      for (const [name, entry] of membersOf(text)) {
        if (!members.has(name)) members.set(name, entry);
      }
      /** @type {string | undefined} */
      const base = /export declare class \w+ extends (\w+)/.exec(text)?.[1];
      file = new RegExp(`import \\{[^}]*\\b${base}\\b[^}]*\\} from '\\./(\\w+)\\.js'`).exec(text)?.[1];
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return members;
}

/** The public members that a class declares, but not what the browser calls. @param {string} text */
function membersOf(text) {
  /** @type {Map<string, Entry>} */
  const members = new Map();
  const code = text.replace(/\/\*[^]*?\*\//g, '').replace(/import\(['"][^'"]+['"]\)\./g, '');
  for (const [, kind, name, rest] of code.matchAll(/^ {4}(get |set |readonly )?(\w+)\??([(:].*);$/gm)) {
    if (!name || !rest || name === 'constructor' || name.endsWith('Callback')) continue;
    if (!kind && rest.startsWith('(')) {
      const parameters = [...rest.matchAll(/[(,] ?(?:\.\.\.)?(\w+)\??:/g)].map(([, name]) => ({
        name: name ?? '',
      }));
      members.set(name, { kind: 'method', name, ...(parameters.length > 0 && { parameters }) });
    } else if (kind !== 'set ') {
      const type = { text: rest.replace(/^(\(\))?: /, '') };
      members.set(name, { kind: 'field', name, type, ...(kind && { readonly: true }) });
    } else {
      const { readonly, ...both } = members.get(name) ?? { kind: 'field', name };
      members.set(name, both);
    }
  }
  return members;
}

test('it has the form that its readers expect', () => {
  const schema = createRequire(import.meta.url)('custom-elements-manifest/schema.json');
  const ajv = new Ajv({ strict: false, allErrors: true });
  const check = ajv.compile(schema);
  assert.ok(check(JSON.parse(read('custom-elements.json'))), ajv.errorsText(check.errors));
  for (const { path } of manifest.modules) assert.ok(read(path));
});

test('its attributes are those that are observed', () => {
  assert.deepEqual(names(element.attributes), [...DealNetwork.observedAttributes].sort());
});

test('its members are those that are public, with their types', () => {
  const members = declared();
  assert.ok(members.has('data') && members.has('state'), 'own and inherited ones are found');
  assert.ok(!members.has('fail') && !members.has('connectedCallback'));
  /** @type {Entry[]} */
  const said = element.members.map((/** @type {Entry} */ { kind, name, type, readonly, parameters }) => ({
    kind,
    name,
    ...(kind === 'field' && { type }),
    ...(readonly && { readonly }),
    ...(parameters && { parameters: parameters.map(({ name }) => ({ name })) }),
  }));
  const byName = (/** @type {Entry} */ a, /** @type {Entry} */ b) => (a.name < b.name ? -1 : 1);
  assert.deepEqual(said.sort(byName), [...members.values()].sort(byName));
});

test('its events are those that are told, with their types', () => {
  assert.deepEqual(
    names(element.events),
    found(sources, /\btell\('(\w+)'/g).map((name) => `deal-network-${name}`),
  );
  const typed = [...read('types.d.ts').matchAll(/'(deal-network-\w+)': (CustomEvent<.*>);/g)].map(
    ([, name, text]) => ({ name, text }),
  );
  assert.deepEqual(
    element.events.map((/** @type {Entry} */ { name, type }) => ({ name, text: type?.text })),
    typed,
  );
});

test('its parts, slots and states are those that are made', () => {
  const drawers = found(sources, /\bdrawer\(.*'([\w-]+)'\)/g);
  assert.ok(drawers.length > 3);
  assert.deepEqual(names(element.cssParts), [...found(sources, /\bpart: '([\w-]+)'/g), ...drawers].sort());
  assert.deepEqual(names(element.cssStates), found(sources, /states\?\.add\('(\w+)'\)/g));
  assert.equal(found(sources, /h\('(slot)', \{\}/g).length, 1);
  assert.deepEqual(names(element.slots), ['']);
});

test('its custom properties are those that are read', () => {
  const read = `${declarations('light')}${sources.replace(/--deal-network-x/g, '')}`;
  assert.deepEqual(names(element.cssProperties), found(read, /(--deal-network-[a-z0-9-]+[a-z0-9])/g));
});

test('the page for people lists the same', () => {
  const page = read('README.md');
  /** @param {string} title */
  const section = (title) => {
    const text = page.split(/^## /m).find((part) => part.startsWith(`${title}\n`));
    assert.ok(text, `there is a section "${title}"`);
    return text;
  };
  /** The words in code in the first cells of a table. @param {string} text @param {RegExp} pattern */
  const rows = (text, pattern) =>
    [...text.matchAll(/^\| (`[^|]*) \|/gm)].flatMap(([, cell]) => found(cell ?? '', pattern)).sort();
  const attributes = section('Attributes').split('| part of `filter`')[0] ?? '';
  assert.deepEqual(rows(attributes, /`([\w-]+)`/g), names(element.attributes));
  const members = rows(
    `${section('Properties')}${page.includes('\n## Methods\n') ? section('Methods') : ''}`,
    /`(\w+)/g,
  );
  assert.deepEqual(members, names(element.members));
  assert.deepEqual(rows(section('Events'), /`([\w-]+)`/g), names(element.events));
  assert.deepEqual(found(section('Parts'), /`([\w-]+)`/g), names(element.cssParts));
  assert.match(section('Layout'), /:state\(failed\)/);
  const properties = [...section('Custom properties').matchAll(/^\| (`[^|]*) \|/gm)].flatMap(([, cell]) =>
    ranged(cell ?? ''),
  );
  assert.deepEqual(properties.sort(), names(element.cssProperties));
});

/** `--a-x`, `-y` means --a-x and --a-y, and `--a-x-1` to `-x-8` all from 1 to 8. @param {string} cell */
function ranged(cell) {
  const each = cell.replace(/(`[\w-]+-)1` to `[\w-]+-(\d)`/g, (_, name, last) =>
    Array.from({ length: Number(last) }, (_, at) => `${name}${at + 1}\``).join(', '),
  );
  return found(each, /`(?:--deal-network)?(-[\w-]+)`/g).map((name) => `--deal-network${name}`);
}
