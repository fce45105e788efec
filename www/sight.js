// When something can be seen, how sharply, and how it comes into sight.
import { breathe } from './dom.js';

/**
 * Waits until a box has a size: it may stand in a closed tab or dialog.
 *
 * @param {HTMLElement} box
 * @param {() => boolean} measure takes its size; false if it has none
 * @param {AbortSignal} signal ends the wait
 */
export function sized(box, measure, signal) {
  return new Promise((resolve) => {
    if (measure()) return resolve(undefined);
    const observer = new ResizeObserver(() => {
      if (!measure()) return;
      observer.disconnect();
      // What begins within the observer's turn, to observe above all, the browser reports to the page as an error.
      breathe().then(resolve);
    });
    observer.observe(box);
    signal.addEventListener('abort', () => (observer.disconnect(), resolve(undefined)));
  });
}

/**
 * Acts whenever the window is moved to another screen or zoomed.
 *
 * @param {import('./gestures.js').On} on adds a listener that ends with the widget
 * @param {() => void} act
 */
export function onDensity(on, act) {
  const query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
  on(query, 'change', () => (act(), onDensity(on, act)), { once: true });
}

/**
 * Brings a card into sight: within the list where that scrolls by itself, else on the page - but never under the
 * hands of somebody who walks on the stage by keyboard.
 *
 * @param {HTMLElement} element
 * @param {HTMLElement | null} panel with the list
 * @param {import('./selection.js').Origin} origin
 * @param {boolean} still the reader asks for less motion
 */
export function bring(element, panel, origin, still) {
  /** @type {ScrollBehavior} */
  const behavior = still ? 'auto' : 'smooth';
  if (origin === 'table') {
    // A leap, since the way is long; a card may be taller than the window, so its beginning counts.
    element.scrollIntoView({ block: 'start' });
  } else if (panel && getComputedStyle(panel).overflowY === 'auto') {
    const top = element.getBoundingClientRect().top - panel.getBoundingClientRect().top;
    panel.scrollBy({ top, behavior });
  } else if (origin === 'stage') {
    element.scrollIntoView({ block: 'nearest', behavior });
  }
}
