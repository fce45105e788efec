/** What a reader takes along: pictures, data, a link, a print. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from './engine.js';
import { catchFiles, cells, fileOf } from './files.js';
import { DESKTOP, PHONE, SMALL, focused, open, picture, said, show, textOf, visible } from './widget.js';

/** @import { Page } from './engine.js' */

/** @param {Page} page */
async function openSave(page) {
  await page.click('[data-tool="save"]');
  await page.waitFor(() => document.querySelector('deal-network')?.shadowRoot?.querySelector('.save'));
  await catchFiles(page);
}

/** @param {Page} page @param {string} file */
const saved = (page, file) => fileOf(page, () => page.click(`.save [data-file="${file}"]`));

test('the figure is saved as SVG with heading, numbers of the loops, source and date, under the strict policy', async () => {
  await withPage({ ...DESKTOP, csp: true }, async (page) => {
    await open(page);
    await openSave(page);
    const { name, type, text } = await saved(page, 'figure.svg');
    assert.equal(name, 'deals-between-ai-companies-figure.svg');
    assert.equal(type, 'image/svg+xml');
    assert.match(text, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" /);
    for (const words of [
      'At the centre of the AI boom',
      'Amazon and OpenAI: smallest side up to',
      '9 of 68 companies',
    ])
      assert.ok(text.includes(`>${words}`), words);
    assert.match(text, />Deals between AI companies\. Data to October 2026\.</);
    assert.match(text, /<title id=/);
    assert.doesNotMatch(text, /<script|<style|style=|\son[a-z]+=|href=/);
    assert.equal(await said(page), `Saving ${name}`);
    // As a picture it is as large as it says, and nothing of it is missing.
    const size = await page.evaluate(async (text) => {
      const image = new Image();
      image.src = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
      await image.decode();
      return [image.naturalWidth, image.naturalHeight];
    }, text);
    const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(text) ?? [];
    assert.deepEqual(size, [Math.round(Number(width)), Math.round(Number(height))]);
  });
});

test('light and dark are a choice, and the first is that of the page', async () => {
  await withPage({ ...DESKTOP, dark: true }, async (page) => {
    await open(page);
    await openSave(page);
    assert.match((await saved(page, 'figure.svg')).text, /<rect [^>]*fill="#15171a"/);
    await page.click('.save input[value="light"]');
    const light = (await saved(page, 'figure.svg')).text;
    assert.match(light, /<rect [^>]*fill="#ffffff"/);
    assert.doesNotMatch(light, /#15171a/);
  });
});

test('a PNG is as large as the figure with its words, or twice as large', async () => {
  await withPage(PHONE, async (page) => {
    await open(page);
    await openSave(page);
    const once = await saved(page, 'figure.png');
    const twice = await saved(page, 'figure-2x.png');
    assert.deepEqual([once.type, twice.type], ['image/png', 'image/png']);
    assert.ok(once.size && twice.size);
    assert.deepEqual(
      twice.size.map((side) => Math.round(side / 2)),
      once.size,
    );
    const stage = await page.box('canvas');
    assert.ok(stage && once.size[0] === Math.round(stage.width) && once.size[1] > stage.height + 100);
  });
});

test('a saved picture does not change what is seen', async () => {
  await withPage({ ...DESKTOP, reducedMotion: true }, async (page) => {
    await open(page);
    await page.click('.loop');
    await openSave(page);
    const before = await picture(page);
    await saved(page, 'figure.svg');
    await page.click('.save input[value="dark"]');
    await saved(page, 'figure-2x.png');
    assert.equal(await picture(page), before);
  });
});

test('the data are saved as a document that can be read again, and as CSV of deals and of loops', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    await openSave(page);
    const document = JSON.parse((await saved(page, 'data.json')).text);
    assert.equal(document.deals.length, 223);
    const deals = cells((await saved(page, 'deals.csv')).text);
    assert.equal(deals.length, 224);
    assert.deepEqual(deals[0]?.slice(0, 6), ['id', 'date', 'from', 'to', 'kind', 'amount_usd']);
    const loops = cells((await saved(page, 'loops.csv')).text);
    assert.equal(loops.length, 241);
    assert.equal(loops[1]?.[3], 'Amazon and OpenAI');
  });
});

for (const file of ['data.json', 'deals.csv']) {
  test(`what is saved as ${file} can be read again: the same loops, nothing rejected`, async () => {
    await withPage(DESKTOP, async (page) => {
      await open(page);
      await openSave(page);
      const { text } = await saved(page, file);
      const read = await page.evaluate((text) => {
        const network = document.querySelector('deal-network');
        return new Promise((resolve) => {
          network?.addEventListener(
            'deal-network-ready',
            (event) => {
              const { loops, diagnostics } = /** @type {CustomEvent} */ (event).detail;
              const errors = diagnostics.filter((/** @type {any} */ { severity }) => severity === 'error');
              resolve({ loops: loops.length, errors });
            },
            { once: true },
          );
          if (network) network.data = text;
        });
      }, text);
      assert.deepEqual(read, { loops: 240, errors: [] });
    });
  });
}

test('names of other people make no formulas, no markup and no paths', async () => {
  await withPage(DESKTOP, async (page) => {
    const evil = '=HYPERLINK("https://a.example","x")</text><script>alert(1)</script>';
    const companies = [{ id: 'a', name: evil }, ...SMALL.companies.slice(1)];
    await show(page, { ...SMALL, title: `../${evil}`, headline: evil, companies });
    await openSave(page);
    const { name, text } = await saved(page, 'deals.csv');
    assert.match(name, /^[a-z0-9-]+\.csv$/);
    assert.equal(cells(text)[1]?.[2], `'${evil}`);
    for (const row of cells(text).slice(1))
      for (const cell of row) assert.doesNotMatch(cell, /^[=+\-@\t\r](?!\d)/);
    const picture = (await saved(page, 'figure.svg')).text;
    assert.doesNotMatch(picture, /<script/);
    assert.ok(picture.includes('&lt;script&gt;'));
  });
});

test('the picture says what the filter counts', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    await page.evaluate(() => {
      const network = document.querySelector('deal-network');
      if (network) network.state = { ...network.state, filter: 'statuses=signed,closed,completed' };
    });
    await page.waitFor(
      () =>
        !document
          .querySelector('deal-network')
          ?.shadowRoot?.querySelector('.filtered')
          ?.hasAttribute('hidden'),
    );
    const filtered = (await textOf(page, '.filtered')) ?? '';
    await openSave(page);
    const { text } = await saved(page, 'figure.svg');
    const words = [...text.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, line]) => line).join(' ');
    assert.ok(filtered.length > 10 && words.includes(filtered), filtered);
  });
});

test('a link to this view is copied; where that is forbidden it stands there to be copied', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    await page.click('.loop');
    await openSave(page);
    await page.evaluate(() => {
      const writeText = async (/** @type {string} */ text) => void Reflect.set(window, 'copied', text);
      Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
    });
    await page.click('.save [data-link]');
    await page.waitFor(() => Reflect.get(window, 'copied'));
    const copied = new URL(await page.evaluate(() => Reflect.get(window, 'copied')));
    assert.equal(copied.searchParams.get('focus'), 'loop:amazon>openai');
    assert.equal(await said(page), 'The link is copied.');

    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await page.click('.save [data-link]');
    await page.waitFor(() => {
      const input = document.querySelector('deal-network')?.shadowRoot?.activeElement;
      return input instanceof HTMLInputElement && input.readOnly && input.selectionEnd === input.value.length;
    });
    assert.equal(await visible(page, '.save .address'), 1);
  });
});

test('everything in the panel is reached and pressed by keyboard, and Escape leads back to its button', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    await page.evaluate(() => {
      window.print = () => void Reflect.set(window, 'printed', true);
    });
    await page.focus('[data-tool="save"]');
    await page.press('Enter');
    await page.waitFor(() => {
      const active = document.querySelector('deal-network')?.shadowRoot?.activeElement;
      return active instanceof HTMLInputElement && active.name === 'picture-theme';
    });
    await catchFiles(page);
    const reached = [];
    for (let at = 0; at < 8; at++) {
      await page.press('Tab');
      reached.push((await focused(page))?.text);
    }
    assert.deepEqual(reached, [
      'SVG',
      'PNG',
      'PNG, twice as sharp',
      'Everything (JSON)',
      'Deals (CSV)',
      'Loops (CSV)',
      'Copy link',
      'Print',
    ]);
    await page.press('Enter');
    assert.equal(await page.evaluate(() => Reflect.get(window, 'printed')), true);
    await page.press('Shift+Tab');
    await page.press('Shift+Tab');
    assert.equal(
      (await fileOf(page, () => page.press('Enter'))).name,
      'deals-between-ai-companies-loops.csv',
    );
    await page.press('Escape');
    assert.equal((await focused(page))?.text, 'Save');
  });
});
