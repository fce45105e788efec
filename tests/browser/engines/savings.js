/** What a browser has saved, for engines that do not tell: the files that come into a folder. */

import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What is not there as a whole yet. */
const PARTS = /\.(part|wkdownload)$/;

/**
 * @param {string} folder
 * @returns {() => string[]} the names of the files that have come since, in the order in which they were seen
 */
export function savings(folder) {
  mkdirSync(folder, { recursive: true });
  /** When each was written: some browsers write over the one of the same name. */
  const times = () =>
    readdirSync(folder).map((name) => {
      return /** @type {const} */ ([name, statSync(join(folder, name)).mtimeMs]);
    });
  const before = new Map(times());
  /** @type {string[]} */
  const saved = [];
  return () => {
    for (const [name, time] of times()) {
      if (PARTS.test(name)) continue;
      if (before.get(name) !== time) saved.push(name);
      before.set(name, time);
    }
    // The browser numbers the second of a name.
    return saved.map((name) => name.replace(/ ?\(\d+\)(?=\.)/, ''));
  };
}
