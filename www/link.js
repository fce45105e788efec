// The view in the page's address: so that a link shows what its sender saw, and back and forward work. Pure.

/** @typedef {import('./types.js').State} State */

/** What of a view stands in an address, by the names of the element's attributes; `loop` is a shorter `focus`. */
const NAMES = /** @type {const} */ (['filter', 'until', 'focus', 'widen', 'aim']);

/**
 * The view that an address asks for.
 *
 * @param {string} query the part of the address from `?` on
 * @returns {State}
 */
export function stateOf(query) {
  const asked = new URLSearchParams(query);
  const said = (/** @type {keyof State} */ name) => asked.get(name) ?? '';
  const loop = asked.get('loop');
  return {
    filter: said('filter'),
    until: said('until'),
    focus: said('focus') || (loop ? `loop:${loop}` : ''),
    widen: said('widen'),
    aim: said('aim'),
  };
}

/**
 * The address of a view: what else stands in the query stays.
 *
 * @param {string} query
 * @param {State} state
 * @returns {string} `?` and what follows, or nothing
 */
export function queryOf(query, state) {
  const asked = new URLSearchParams(query);
  asked.delete('loop');
  for (const name of NAMES) {
    asked.delete(name);
    if (state[name]) asked.set(name, state[name]);
  }
  const said = asked.toString();
  return said && `?${said}`;
}
