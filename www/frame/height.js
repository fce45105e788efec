// How high the content of the iframe page is.

/** So long the page around may take to follow, in milliseconds. */
const PATIENCE = 500;

/**
 * Tells the height now and whenever it changes.
 *
 * @param {HTMLElement} content of a height of its own, which does not depend on the window's
 * @param {(height: number) => void} tell in whole CSS pixels
 * @returns {() => void} tells it once more
 */
export function watchHeight(content, tell) {
  const root = document.documentElement;
  let told = 0;
  // Where the page around follows, nothing scrolls in here. A scrollbar that comes for a moment would take some of the
  // width, which changes the height, which brings the scrollbar back.
  const judge = () => root.toggleAttribute('data-followed', innerHeight >= told - 1);
  const measure = () => {
    const height = Math.ceil(content.getBoundingClientRect().height);
    // A frame that is not shown has no size.
    if (height === 0 || innerWidth === 0 || height === told) return;
    told = height;
    tell(height);
    setTimeout(judge, PATIENCE);
  };
  new ResizeObserver(measure).observe(content);
  addEventListener('resize', judge);
  measure();
  return () => {
    if (told > 0) tell(told);
  };
}
