// When a drawing can be seen, and how sharply.

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
      resolve(undefined);
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
