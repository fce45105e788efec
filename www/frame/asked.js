// What the address of the iframe page asks for. Pure.
import { stateOf } from '../link.js';

/** @typedef {'auto' | 'light' | 'dark'} Theme */

const THEMES = /** @type {const} */ (['auto', 'light', 'dark']);

/**
 * One of the themes; null where it is none.
 *
 * @param {unknown} said
 * @returns {Theme | null}
 */
export function themeOf(said) {
  return THEMES.find((theme) => theme === said) ?? null;
}

/**
 * @param {string} query the part of the address from `?` on
 * @param {string} name of the frame, as its page calls it
 */
export function askedOf(query, name) {
  const asked = new URLSearchParams(query);
  return {
    state: stateOf(query),
    theme: themeOf(asked.get('theme')),
    /** What the frame is called in messages. */
    id: asked.get('id') || name || 'deal-network',
    /** What pym.js calls it. Of its `initialWidth` and `parentUrl` nothing is needed: the figure measures itself. */
    child: asked.get('childId') ?? '',
  };
}
