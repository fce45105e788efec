/** A picture of a state, as it stands in the gallery. */

import { withPage } from './engine.js';
import { rest } from './widget.js';

/**
 * @param {import('./states.js').State} state
 * @returns {Promise<Buffer>} PNG
 */
export function shot({ picture, reach }) {
  return withPage({ ...picture, reducedMotion: true }, async (page) => {
    await reach(page);
    await page.mouse.move({ x: 1, y: 1 });
    await rest(page);
    // A blinking line would be there in one picture and not in the next.
    await page.evaluate(() => {
      const inner = document.querySelector('deal-network')?.shadowRoot?.activeElement;
      if (inner instanceof HTMLInputElement) inner.blur();
    });
    return page.screenshot();
  });
}
