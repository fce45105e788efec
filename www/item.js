// A loop in the list: its number, its name, how big and how sure it is.
import { h } from './dom.js';
import { nodes } from './format.js';
import { WORDS } from './words.js';

/** @typedef {import('./types.js').Target} Target */

/** From the least sure on. */
const STATUSES = ['cancelled', 'in_talks', 'reported', 'announced', 'signed', 'closed', 'completed'];

/**
 * How sure a loop is: as its least sure leg, which is named unless all are alike.
 *
 * @param {import('./types.js').Figure} figure
 * @param {import('./types.js').LoopRow} row
 */
function sureness(figure, { arcs, status }) {
  const ranks = arcs.map((arc) => {
    // Of one status a ceiling is less sure, and least of all what nobody has put a figure on.
    const basis = arc.state !== 'full' ? 0 : arc.ceiling ? 1 : arc.approximate ? 2 : 3;
    return STATUSES.indexOf(arc.status) * 4 + basis;
  });
  const least = Math.min(...ranks);
  const leg = arcs[ranks.indexOf(least)];
  const said = status.replaceAll('_', ' ');
  if (!leg || ranks.every((rank) => rank === least)) return WORDS.alike(said);
  const [from = '', to = ''] = [leg.from, leg.to].map((id) => figure.card('company', id)?.label ?? id);
  // Why it is: the others are further on, or their sums are surer.
  const isBehind = arcs.some((arc) => arc.status !== status);
  return WORDS.leastSure(from, to, isBehind ? `only ${said}` : said + WORDS.unsure[least % 4]);
}

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
    // Where the eye sees a new line, the ear needs a pause.
    h('span', { class: 'unseen' }, '. '),
    h('span', { class: 'size' }, ...size),
    h('span', { class: 'unseen' }, '. '),
    h('span', { class: 'size sure' }, sureness(figure, row)),
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
