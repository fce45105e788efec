// Which key means what while the stage has the focus. Pure.

/**
 * @typedef {'next' | 'previous' | 'first' | 'last' | 'open' | 'back' | 'out' | 'follow' | 'followBack' | 'unroll'
 *   | 'zoomIn' | 'zoomOut' | 'fit' | 'help' | 'panUp' | 'panDown' | 'panLeft' | 'panRight'} Intent
 */
/** @typedef {{ key: string, shiftKey: boolean, ctrlKey: boolean, metaKey: boolean, altKey: boolean }} Key */

/** @type {Record<string, Intent>} */
const PLAIN = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
  Enter: 'open',
  ' ': 'open',
  Escape: 'out',
  '+': 'zoomIn',
  '=': 'zoomIn',
  '-': 'zoomOut',
  0: 'fit',
  '?': 'help',
  u: 'unroll',
  U: 'unroll',
};

/** @type {Record<string, Intent>} */
const PAN = {
  ArrowDown: 'panDown',
  ArrowUp: 'panUp',
  ArrowLeft: 'panLeft',
  ArrowRight: 'panRight',
};

/**
 * What a key asks for, or null if it is none of ours and belongs to the page.
 *
 * @param {Key} key
 * @param {boolean} rightToLeft the tree opens towards the end of the line, so its arrows mirror
 * @returns {Intent | null}
 */
export function intentOf(key, rightToLeft) {
  if (key.ctrlKey || key.metaKey || key.altKey) return null;
  if (key.key === 'f' || key.key === 'F') return key.shiftKey ? 'followBack' : 'follow';
  if (key.shiftKey && PAN[key.key]) return PAN[key.key] ?? null;
  if (key.key === 'ArrowRight') return rightToLeft ? 'back' : 'open';
  if (key.key === 'ArrowLeft') return rightToLeft ? 'open' : 'back';
  return PLAIN[key.key] ?? null;
}
