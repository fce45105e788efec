/** Pictures of drawings: node pictures.js FOLDER NAME.svg ... Run by `cargo dev bench layout`. */

import { mkdir, writeFile } from 'node:fs/promises';
import { PNG } from 'pngjs';
import { stop, withPage } from '../../browser/engine.js';

/** So many shades of each colour are enough, and a third of the bytes. */
const SHADES = 8;

/** The same picture in fewer bytes. @param {Buffer} bytes */
function smaller(bytes) {
  const picture = PNG.sync.read(bytes);
  const step = 255 / (SHADES - 1);
  picture.data.forEach((value, place) => {
    picture.data[place] = Math.round(Math.round(value / step) * step);
  });
  return PNG.sync.write(picture, { colorType: 2, filterType: 0, deflateLevel: 9 });
}

const [folder, ...names] = process.argv.slice(2);
await mkdir(folder ?? '', { recursive: true });
for (const name of names) {
  // A drawing alone has no icon, which a browser asks for all the same.
  await withPage({ mayFail: true }, async (page) => {
    await page.goto(name);
    const { width, height } = await page.evaluate(() => {
      const box = document.documentElement.getBoundingClientRect();
      return { width: box.width, height: box.height };
    });
    await page.resize(width, height);
    await writeFile(`${folder}/${name.replace('.svg', '.png')}`, smaller(await page.screenshot()));
  });
}
await stop();
