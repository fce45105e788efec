/** The gallery is what readers see: a change of what is drawn changes its pictures, by `cargo dev pictures`. */

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { shot } from './shot.js';
import { STATES } from './states.js';

const gallery = new URL('gallery/', import.meta.url);
const results = new URL('../../target/gallery/', import.meta.url);

/** Another version of the browser smooths edges otherwise; a label elsewhere is more than that. */
const TOLERANCE = 0.01;

test('every state has a picture, and every picture a state', () => {
  const names = readdirSync(gallery).sort();
  assert.deepEqual(names, STATES.map(({ name }) => `${name}.png`).sort());
  assert.ok(names.length >= 12);
});

for (const state of STATES) {
  test(`the gallery shows the figure as it is: ${state.name}`, async () => {
    const now = PNG.sync.read(await shot(state));
    const then = PNG.sync.read(readFileSync(new URL(`${state.name}.png`, gallery)));
    assert.deepEqual([now.width, now.height], [then.width, then.height]);
    const seen = new PNG({ width: now.width, height: now.height });
    const different = pixelmatch(now.data, then.data, seen.data, now.width, now.height, { threshold: 0.2 });
    const share = different / (now.width * now.height);
    if (share > TOLERANCE) {
      mkdirSync(results, { recursive: true });
      writeFileSync(new URL(`${state.name}.png`, results), PNG.sync.write(now));
      writeFileSync(new URL(`${state.name}-difference.png`, results), PNG.sync.write(seen));
    }
    assert.ok(share <= TOLERANCE, `${(share * 100).toFixed(2)} % of the pixels differ; see target/gallery`);
  });
}
