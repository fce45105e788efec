/** The iframe page's own policy: the page never breaks it, and nothing that came with the data runs or loads. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from '../engine.js';
import { SMALL } from '../widget.js';
import { appears, ask, filled, frame, heard, press, soon, surround } from './frames.js';
import { serve } from './server.js';

const VIEW = { width: 1000, height: 950, mayFail: true };

/** Where nobody may ask for anything. */
const trap = await serve({});
/** Where nothing may come from that runs. */
const bait = await serve({});

/** Names that would be code, were they not names. */
const HOSTILE = [
  '</script><script>hacked1 = 1</script>',
  '<!--<script>',
  '--></script><img src=x onerror="hacked2 = 1">',
  `<style>@import url(${trap.origin}/style.css)</style>`,
  `"><img src="${trap.origin}/image.png">`,
  '{{data}}{{fallback}}{{title}}{{language}}',
  "$& $` $' $1",
  ']]><svg onload="hacked3 = 1">',
];

const hostile = {
  ...SMALL,
  title: HOSTILE[0],
  headline: HOSTILE.join(' '),
  companies: ['a', 'b', 'c'].map((id, at) => ({ id, name: HOSTILE[at] })),
  deals: SMALL.deals.map((deal, at) => ({
    ...deal,
    title: HOSTILE[at + 3],
    note: HOSTILE[0],
    sources: [
      { url: `javascript:hacked4=1`, title: HOSTILE[1] },
      { url: `data:text/html,${HOSTILE[0]}`, title: HOSTILE[2] },
    ],
  })),
};

/** What an embed that was put together carelessly might bring. */
const CARELESS = `<script>hacked5 = 1</script><script src="${bait.origin}/script.js"></script>
  <style>body { background: red }</style><link rel="stylesheet" href="${bait.origin}/sheet.css">
  <img src="${bait.origin}/picture.png" onerror="hacked6 = 1"><p style="color: red">Text</p>
  <iframe src="${bait.origin}/inner.html"></iframe><object data="${bait.origin}/object.html"></object>
  <video src="${bait.origin}/film.mp4"></video><svg onload="hacked7 = 1"><use href="${bait.origin}/use.svg#a"/></svg>
  <base href="${bait.origin}/"><form action="${bait.origin}/form"><input name="a"></form>`;

const { origin, asked } = await serve({
  '/hostile.html': await filled(hostile),
  '/careless.html': await filled(SMALL, { fallback: CARELESS }),
  '/unescaped.html': await filled(
    `{"version":1,"unit":"USD","companies":[],"deals":[],"title":"</script><script>hacked8 = 1</script>${CARELESS}"}`,
    { raw: true },
  ),
});

test('in use, the page asks for nothing that its policy refuses', async () => {
  await withPage(VIEW, async (page) => {
    await surround(page, frame(`${origin}/hostile.html`));
    await heard(page, 'ready');
    for (const tool of ['find', 'filters', 'dates', 'save']) {
      await press(page, `[data-tool="${tool}"]`);
      await appears(page, `[data-tool="${tool}"][aria-expanded="true"]`);
    }
    await appears(page, '[data-file="figure.svg"]');
    for (const file of ['figure.svg', 'figure.png', 'data.json', 'deals.csv', 'loops.csv']) {
      const before = page.saved.length;
      await press(page, `[data-file="${file}"]`);
      await soon(() => page.saved.length > before, file);
    }
    for (const drawer of ['how', 'study', 'loop-table', 'table']) {
      await press(page, `details.${drawer} summary`);
      await appears(page, `details.${drawer} > div > *`);
    }
    assert.deepEqual(await ask(page, 'problems'), { refused: [], errors: [] });
  });
});

test('names that look like code stay names', async () => {
  await withPage(VIEW, async (page) => {
    await surround(page, frame(`${origin}/hostile.html`));
    await heard(page, 'ready');
    assert.equal(await ask(page, 'text', '.heading'), HOSTILE.join(' '));
    assert.deepEqual(await ask(page, 'traces'), []);
    // The probe, the data, the module, the script.
    assert.equal(await ask(page, 'count', 'script'), 4);
    assert.equal(await ask(page, 'count', 'img, svg, iframe'), 0);
    assert.deepEqual(await ask(page, 'problems'), { refused: [], errors: [] });
    assert.deepEqual(await ask(page, 'asked'), []);
  });
});

test('what came in with the fallback does not run, load or paint, and the figure is there all the same', async () => {
  await withPage(VIEW, async (page) => {
    await surround(page, frame(`${origin}/careless.html`));
    await heard(page, 'ready');
    assert.deepEqual(await ask(page, 'traces'), []);
    const { ground } = await ask(page, 'state');
    assert.equal(ground, 'rgb(255, 255, 255)');
    const { refused } = await ask(page, 'problems');
    const kinds = new Set(refused.map((/** @type {string} */ said) => said.split(' ')[0]));
    for (const kind of ['script-src-elem', 'script-src-attr', 'style-src-elem', 'style-src-attr', 'img-src'])
      assert.ok(kinds.has(kind), `${kind} is refused`);
  });
});

test('data that were put in carelessly are no code either', async () => {
  await withPage(VIEW, async (page) => {
    await surround(page, frame(`${origin}/unescaped.html`));
    await heard(page, 'error');
    assert.deepEqual(await ask(page, 'traces'), []);
    const { refused } = await ask(page, 'problems');
    assert.ok(refused.includes('script-src-elem inline'));
  });
});

test('in all this, nobody was asked for anything', () => {
  assert.deepEqual(trap.asked, []);
  // WebKit looks ahead, before it has read the policy in the page's head; nothing comes of it.
  const ahead = new Set(['/script.js', '/sheet.css', '/picture.png']);
  assert.deepEqual(
    bait.asked.filter((path) => !ahead.has(path)),
    [],
  );
  assert.deepEqual(new Set(asked), new Set(['/hostile.html', '/careless.html', '/unescaped.html']));
});
