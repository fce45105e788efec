/** The iframe page where only one engine can change what the reader prefers while a page is open. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from './engine.js';
import { ask, filled, frame, heard, surround } from './embed/frames.js';
import { serve } from './embed/server.js';
import { SMALL } from './widget.js';

const { origin } = await serve({ '/frame.html': await filled(SMALL) });

test('where the reader changes the scheme, so does the frame', async () => {
  await withPage({ width: 1000, height: 950, mayFail: true }, async (page) => {
    await surround(page, frame(`${origin}/frame.html`));
    await heard(page, 'ready');
    await page.prefer({ dark: true });
    assert.equal((await ask(page, 'state')).ground, 'rgb(21, 23, 26)');
    await page.prefer({ dark: false });
    assert.equal((await ask(page, 'state')).ground, 'rgb(255, 255, 255)');
  });
});
