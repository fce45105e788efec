// What stands below the figure: what was wrong with the data, what it claims and what not, and lists that open.
import { h } from './dom.js';
import { count, nodes } from './format.js';
import { drawer } from './toolbar.js';
import { WORDS } from './words.js';

/**
 * @param {import('./context.js').Context} context
 * @param {import('./counted.js').Counted} counted
 * @param {import('./types.js').Diagnostic[]} diagnostics
 * @param {HTMLElement} loops how many there are, on what opens their table
 * @returns {Promise<HTMLElement[]>}
 */
export async function foot(context, counted, diagnostics, loops) {
  const { figure, language } = context;
  const deals = WORDS.deals(count(figure.counts().deals, language));
  return [
    ...(await remarks(diagnostics, language)),
    h('p', {}, ...nodes(figure.summary().disclaimer, language)),
    drawer(context, counted, 'how', WORDS.how, 'how'),
    drawer(context, counted, 'study', WORDS.study, 'study'),
    drawer(context, counted, 'loopTable', loops, 'loop-table'),
    drawer(context, counted, 'dealTable', deals, 'table'),
  ];
}

/**
 * What was wrong with the data, in sight of the reader. The desk has said it, and so it is there to write it down.
 *
 * @param {import('./types.js').Diagnostic[]} diagnostics
 * @param {string} language
 */
async function remarks(diagnostics, language) {
  return diagnostics.length > 0 ? (await import('./desk.js')).problems(diagnostics, language) : [];
}
