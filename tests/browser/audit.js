/** What an automatic audit says about access. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** @import { Page } from './engine.js' */

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Evaluated as the tests' own code is: a strict page refuses a script that is added to it. */
const axe = /** @type {() => void} */ (new Function(source));

/** The violations on a page, each with what it is about. @param {Page} page */
export async function audited(page) {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await Reflect.get(window, 'axe').run(document, {
      // Frames are pages of their own.
      iframes: false,
      // Nor are sheets read again: only a rule that is not asked for needs it, and a strict page refuses it.
      preload: false,
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.map((/** @type {any} */ { id, nodes }) => [
      id,
      ...nodes.map((/** @type {any} */ node) => `${node.target} ${node.failureSummary}`),
    ]);
  });
}
