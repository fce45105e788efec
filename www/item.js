// A loop in the list: its number, its name, how big and how sure it is.
import { h } from './dom.js';
import { nodes } from './format.js';

/** @typedef {import('./types.js').Target} Target */

/**
 * @param {import('./context.js').Context} context
 * @param {import('./types.js').LoopRow} row
 * @param {number} number
 */
export function loopItem({ figure, language }, row, number) {
  const size = nodes(figure.card('loop', row.id)?.figure ?? [], language);
  const words = h(
    'span',
    { class: 'words' },
    h('span', { class: 'name' }, h('bdi', {}, row.name)),
    h('span', { class: 'size' }, ...size, ` · ${row.status.replaceAll('_', ' ')}`),
  );
  const badge = h('span', { class: 'badge', 'data-slot': row.slot }, String(number));
  const data = { 'data-kind': 'loop', 'data-id': row.id };
  return h(
    'li',
    {},
    h('button', { type: 'button', class: 'loop', ...data, 'aria-expanded': 'false' }, badge, words),
  );
}

/**
 * What the button under an event stands for.
 *
 * @param {EventTarget | null} from
 * @returns {Target | null}
 */
export function targetOf(from) {
  const holder = from instanceof Element ? from.closest('[data-kind]') : null;
  if (!(holder instanceof HTMLElement)) return null;
  const { kind, id } = holder.dataset;
  return { kind: /** @type {Target['kind']} */ (kind), id: id ?? '' };
}
