/** The pictures of the README, and those of the gallery, of the real page. Run by `cargo dev pictures`. */

import { mkdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { stop, withPage } from './engine.js';
import { shot } from './shot.js';
import { STATES } from './states.js';

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

const gallery = new URL('gallery/', import.meta.url);
await rm(gallery, { recursive: true, force: true });
await mkdir(gallery, { recursive: true });
for (const state of STATES) {
  await writeFile(new URL(`${state.name}.png`, gallery), await shot(state));
  console.log(`tests/browser/gallery/${state.name}.png`);
}
await stop();
