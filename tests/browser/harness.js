/** A page on which the harness is tried out. */

/** @import { Page } from './engine.js' */

export const HARNESS = {
  type: 'text/html',
  body: `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Harness</title>
    <meta name="viewport" content="width=device-width"><main><div id="host"></div></main>
    <p id="hidden" hidden>Hidden</p><noscript><p>No scripts</p></noscript><script src="harness.js"></script></html>`,
};

/** A button and a field in a shadow root, and in `window.seen` what arrives there. */
const SEEN = `
  const root = document.getElementById('host').attachShadow({ mode: 'open' });
  const button = document.createElement('button');
  button.textContent = 'Press';
  root.append(button, document.createElement('input'));
  window.seen = [];
  for (const type of ['mousedown', 'mouseup', 'click', 'keydown', 'wheel', 'touchmove']) {
    // Upon the shadow root itself, Chromium and WebKit would not tell of the wheel.
    root.host.addEventListener(type, event => {
      // Else the browser would zoom.
      if (type === 'wheel') event.preventDefault();
      const held = [event.shiftKey && 'Shift', event.ctrlKey && 'Control'].filter(key => key && key !== event.key);
      window.seen.push([type, event.key, ...held.map(key => 'with ' + key)].filter(Boolean).join(' '));
    }, { passive: false });
  }`;

/**
 * Opens it.
 * @param {Page} page
 * @param {string} [script] instead of the button
 */
export async function harness(page, script = SEEN) {
  await page.answer('harness.html', HARNESS);
  await page.answer('harness.js', { type: 'text/javascript', body: script });
  await page.goto('harness.html');
}
