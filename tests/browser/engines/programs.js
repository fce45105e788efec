/** Programs that are started for an engine, and ended with it. */

import { spawn } from 'node:child_process';

/** @typedef {{ stop: () => Promise<void>, said: Promise<string> }} Program */

/**
 * Starts a program and whatever it starts in turn as a group of their own, so that they end together.
 * @param {string} command
 * @param {string[]} words
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Program} `said` is the first line that it writes to its file 3; an error if it ends before
 */
export function run(command, words, env = process.env) {
  const child = spawn(command, words, { env, detached: true, stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const ended = new Promise((resolve) => child.on('exit', resolve).on('error', resolve));
  const end = () => {
    try {
      if (child.pid) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  };
  process.once('exit', end);
  const said = new Promise((/** @type {(line: string) => void} */ resolve, reject) => {
    let text = '';
    child.stdio[3]?.on('data', (part) => {
      text += part;
      if (text.includes('\n')) resolve(text.trim());
    });
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`\`${command}\` has ended (${code}).`)));
  });
  // Who does not wait for it is not told.
  said.catch(() => {});
  return {
    said,
    stop: async () => {
      end();
      process.off('exit', end);
      await ended;
    },
  };
}
