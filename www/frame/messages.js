// What the iframe page and the page around it say to each other. Pure.
import { themeOf } from './asked.js';

/** @typedef {import('./asked.js').Theme} Theme */

/**
 * A message of our own.
 *
 * @param {string} id of the frame
 * @param {'height' | 'ready' | 'select' | 'error'} type
 * @param {object} rest
 */
export function message(id, type, rest) {
  return { source: 'deal-network', version: 1, id, type, ...rest };
}

/**
 * A height, once for each kind of page around that may listen.
 *
 * @param {number} height in CSS pixels
 * @param {{ id: string, child: string, address: string }} frame
 * @returns {unknown[]}
 */
export function heightMessages(height, { id, child, address }) {
  return [
    message(id, 'height', { height }),
    // Pages made for Datawrapper's charts.
    { 'datawrapper-height': { [id]: height } },
    // AMP.
    { sentinel: 'amp', type: 'embed-size', height },
    // Medium, and many content management systems.
    JSON.stringify({ src: address, context: 'iframe.resize', height }),
    // pym.js, which says what it calls the frame.
    ...(child ? [`pymxPYMx${child}xPYMxheightxPYMx${height}`] : []),
  ];
}

/**
 * What the page around wishes: another theme, or to be told the height again; null for anything else.
 *
 * @param {unknown} data
 * @returns {{ theme: Theme } | 'height' | null}
 */
export function wishOf(data) {
  if (typeof data !== 'object' || data === null || !('type' in data)) return null;
  if (data.type === 'height') return 'height';
  const theme = data.type === 'theme' && 'theme' in data ? themeOf(data.theme) : null;
  return theme && { theme };
}
