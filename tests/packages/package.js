/** The package as npm packs it, and small projects that install it. Where both are is named by the environment. */

import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { colours, complete } from '../browser/widget.js';

/** @import { Page } from '../browser/engine.js' */

/** @param {string} name */
function named(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; run these tests with \`cargo dev test packages\`.`);
  return value;
}

/** What the release build has written. */
export const DIST = named('DEAL_NETWORK_DIST');
/** Where projects are made; served at `DEAL_NETWORK_URL`. */
export const PROJECTS = named('DEAL_NETWORK_PROJECTS');

const own = fileURLToPath(new URL('./projects/', import.meta.url));

/** One of npm's tools. @param {string} name */
export const tool = (name) => fileURLToPath(new URL(`../node_modules/.bin/${name}`, import.meta.url));

/** @param {string} program @param {string[]} words @param {string} cwd */
export const run = (program, words, cwd) =>
  execFileSync(program, words, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** Packs the package; returns where, and what is inside. */
export function pack() {
  const folder = join(PROJECTS, 'packed');
  mkdirSync(folder, { recursive: true });
  const said = run('npm', ['pack', '--json', '--pack-destination', folder], join(DIST, 'npm'));
  const [{ filename, files, size }] = JSON.parse(said);
  return {
    file: join(folder, filename),
    size: Number(size),
    files: files.map((/** @type {{ path: string }} */ { path }) => path),
  };
}

/** Loops of one table: two companies, and one row that the desk has something to say about. */
export const TABLE = 'from,to,amount\nOpenAI,Amazon,38\nAmazon,OpenAI,50\nAmazon,OpenAI,$7\n';

/** Copies a project, installs the package in it, and gives it data; returns its folder. @param {string} name */
export function install(name) {
  const folder = join(PROJECTS, name);
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(own, name), folder, { recursive: true });
  const quiet = ['--offline', '--no-audit', '--no-fund', '--no-package-lock'];
  run('npm', ['install', ...quiet, pack().file], folder);
  if (!existsSync(join(folder, 'node_modules/deal-network/package.json')))
    throw new Error('nothing installed');
  const data = join(folder, 'public');
  mkdirSync(data);
  writeFileSync(join(data, 'deals.csv'), TABLE);
  return folder;
}

/** A ring of more companies than the reader's module is asked to lay out. */
const MANY = {
  version: 1,
  title: 'Many',
  unit: 'USD',
  companies: Array.from({ length: 260 }, (_, at) => ({ id: `c${at}`, name: `Company ${at}` })),
  deals: Array.from({ length: 260 }, (_, at) => ({
    id: `d${at}`,
    from: `c${at}`,
    to: `c${at % 2 ? at - 1 : at + 1}`,
    kind: 'purchase',
    amount: 1e9 + at,
    status: 'signed',
    date: '2025',
  })),
};

/**
 * Looks whether all of the widget is there: it draws a table that only the desk reads, its tools open and filter, and it
 * draws a large network. Returns what it says of the table.
 *
 * @param {Page} page on which there is a figure
 */
export async function works(page) {
  await complete(page);
  // What is wrong with the rows is said after the list is there.
  await page.waitFor(() =>
    document.querySelector('deal-network')?.shadowRoot?.querySelector('.foot > .flag'),
  );
  const flag = await page.evaluate(
    () => document.querySelector('deal-network')?.shadowRoot?.querySelector('.foot > .flag')?.textContent,
  );
  const drawn = await colours(page);
  await page.click('[data-tool="filters"]');
  await page.waitFor(() => document.querySelector('deal-network')?.shadowRoot?.querySelector('.filters'));
  await page.click('.filters .acts button');
  await page.waitFor(() => document.querySelector('deal-network')?.filter !== '');
  const loops = await page.evaluate((data) => {
    const element = document.querySelector('deal-network');
    return new Promise((resolve) => {
      element?.addEventListener('deal-network-ready', ({ detail }) => resolve(detail.loops.length), {
        once: true,
      });
      if (element) [element.filter, element.data] = ['', data];
    });
  }, MANY);
  return { flag, drawn: drawn > 8, loops };
}

/** What `works` returns where it does. */
export const WORKING = { flag: '1 row could not be read and is not drawn.', drawn: true, loops: 130 };
