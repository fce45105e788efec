/** The pictures of the README, of the real page. Run by `cargo dev pictures`. */

import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { stop, withPage } from './engine.js';

const folder = fileURLToPath(new URL('../../.github/pictures/', import.meta.url));
await mkdir(folder, { recursive: true });

/** @type {[string, import('./engine.js').Options][]} */
const pictures = [
  ['explorer-light.png', { width: 1280, height: 800 }],
  ['phone-dark.png', { width: 390, height: 844, dark: true, touch: true }],
];
for (const [name, options] of pictures) {
  await withPage({ ...options, scale: 2, reducedMotion: true }, async (page) => {
    await page.goto('index.html');
    await page.waitFor(() => performance.getEntriesByName('deal-network:first-frame').length > 0);
    await page.screenshot({ path: folder + name });
  });
  console.log(`.github/pictures/${name}`);
}
await stop();
