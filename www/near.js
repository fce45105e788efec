// Waits until a reader is about to see an element: an article with many figures loads those that are read.

/** How far from the window counts as near: one window up and one down. */
const MARGIN = '100%';

/**
 * Resolves as soon as the element is in or near the window; at once where it is already, without waiting for a frame.
 *
 * @param {Element} element
 * @param {AbortSignal} signal
 * @returns {Promise<void>}
 */
export function near(element, signal) {
  const box = element.getBoundingClientRect();
  // Older engines do not know checkVisibility; there a closed <details> counts as open.
  const rendered = element.checkVisibility?.() ?? element.getClientRects().length > 0;
  if (rendered && box.top < 2 * innerHeight && box.bottom > -innerHeight) return Promise.resolve();
  return new Promise((resolve) => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.at(-1)?.isIntersecting) end();
      },
      { rootMargin: MARGIN },
    );
    const end = () => {
      observer.disconnect();
      resolve();
    };
    observer.observe(element);
    signal.addEventListener('abort', end, { once: true });
  });
}
