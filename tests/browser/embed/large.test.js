/** Large networks in frames: the larger of the two pages takes them, the other one says so. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { document as made, graph } from '../../benches/frames/graph.js';
import { withPage } from '../engine.js';
import { appears, ask, filled, frame, heard, press, said, surround } from './frames.js';
import { serve } from './server.js';

const VIEW = { width: 1000, height: 950, mayFail: true };

const many = made(graph(300, 2));
const { origin, asked } = await serve({
  '/frame.html': await filled(many),
  '/frame-large.html': await filled(many, { file: 'frame-large.html' }),
});

test('the larger page shows and filters 300 companies, and asks for nothing', async () => {
  await withPage(VIEW, async (page) => {
    await surround(page, frame(`${origin}/frame-large.html`));
    await heard(page, 'ready');
    const [{ loops }] = await said(page, 'ready');
    assert.ok(loops > 0);
    await press(page, '[data-tool="filters"]');
    await appears(page, '.filters');
    assert.deepEqual(await ask(page, 'asked'), []);
    assert.deepEqual(asked, ['/frame-large.html']);
    assert.deepEqual(await ask(page, 'problems'), { refused: [], errors: [] });
  });
});

test('the other one keeps its fallback and says which page takes them', async () => {
  await withPage(VIEW, async (page) => {
    await surround(page, frame(`${origin}/frame.html`));
    await heard(page, 'error');
    const [{ message }] = await said(page, 'error');
    assert.match(message, /This page takes up to 250 companies, frame-large.html takes more\.$/);
    assert.ok(await ask(page, 'shown', 'deal-network > p'));
  });
});
