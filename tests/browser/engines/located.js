/** Where programs are. */

import { access, constants } from 'node:fs/promises';

/**
 * The path of a program of which the name may be given alone.
 * @param {string} program
 */
export async function located(program) {
  if (program.includes('/')) return program;
  for (const folder of (process.env.PATH ?? '').split(':')) {
    const path = `${folder}/${program}`;
    const found = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (found) return path;
  }
  throw new Error(`There is no program \`${program}\`.`);
}
