// Choosing something from far away: its card opens and comes into sight, and closing it leads back.
import { same } from '../selection.js';

/**
 * @param {import('../context.js').Context} context
 * @param {import('../types.js').Target} target
 * @param {HTMLElement} opener
 */
export function pick({ selection }, target, opener) {
  // Its card may be open out of sight: it opens again.
  if (same(target, selection.chosen)) selection.choose(null, 'table');
  selection.choose(target, 'table', opener);
}

/**
 * What the companies are called, by their ids.
 *
 * @param {import('../types.js').Figure} figure
 * @param {'label' | 'name'} [which]
 */
export function companyNames(figure, which = 'label') {
  return new Map(figure.companies().map((company) => [company.id, company[which]]));
}
