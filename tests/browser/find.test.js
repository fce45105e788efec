/** Finding a company, a loop or a deal by a part of its name. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from './engine.js';
import { DESKTOP, PHONE, SMALL, focused, open, said, show, textOf, visible } from './widget.js';

/** @import { Page } from './engine.js' */

/** Opens the panel by its button. @param {Page} page */
async function openFind(page) {
  await page.click('[data-tool="find"]');
  await page.waitFor(() => document.querySelector('deal-network')?.shadowRoot?.activeElement?.id === 'find');
}

/** What stands in the list: kind, words, whether it is the one at hand. @param {Page} page */
function options(page) {
  return page.evaluate(() => {
    const root = document.querySelector('deal-network')?.shadowRoot;
    return [...(root?.querySelectorAll('[role="option"]') ?? [])].map((option) => ({
      kind: option.getAttribute('data-kind'),
      name: option.getAttribute('data-name'),
      selected: option.ariaSelected === 'true',
    }));
  });
}

/** Attributes of the field, and whether what it points at is there. @param {Page} page */
function field(page) {
  return page.evaluate(() => {
    const root = document.querySelector('deal-network')?.shadowRoot;
    const input = root?.querySelector('#find');
    const active = input?.getAttribute('aria-activedescendant') ?? '';
    return {
      role: input?.role,
      expanded: input?.ariaExpanded,
      controls: root?.getElementById(input?.getAttribute('aria-controls') ?? '')?.role,
      active: active && (root?.getElementById(active)?.getAttribute('data-name') ?? 'missing'),
    };
  });
}

/** @param {Page} page */
const chosen = (page) => page.evaluate(() => document.querySelector('deal-network')?.state.focus);

test('a name is found as it is typed and chosen by keyboard alone; closing its card leads back', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    await page.focus('[data-tool="find"]');
    await page.press('Enter');
    await page.waitFor(
      () => document.querySelector('deal-network')?.shadowRoot?.activeElement?.id === 'find',
    );
    assert.deepEqual(await field(page), {
      role: 'combobox',
      expanded: 'false',
      controls: 'listbox',
      active: '',
    });
    await page.type('ÀMÄZON');
    const found = await options(page);
    assert.equal(found[0]?.name, 'Amazon');
    assert.ok(found.length <= 12);
    assert.deepEqual([...new Set(found.map(({ kind }) => kind))], ['company', 'loop', 'deal']);
    assert.match((await said(page)) ?? '', /^12 of \d+ results\.$/);
    assert.equal((await field(page)).expanded, 'true');
    assert.equal((await field(page)).active, '');

    await page.press('ArrowDown');
    assert.equal((await field(page)).active, 'Amazon');
    await page.press('End');
    assert.equal((await field(page)).active, found.at(-1)?.name);
    await page.press('ArrowDown');
    assert.equal((await field(page)).active, '', 'after the last one is the field');
    await page.press('ArrowUp');
    assert.equal((await field(page)).active, found.at(-1)?.name);
    await page.press('Home');
    await page.press('ArrowDown');
    assert.equal(
      (await options(page)).findIndex(({ selected }) => selected),
      1,
    );
    await page.press('ArrowUp');
    await page.press('Enter');
    assert.equal(await chosen(page), 'company:amazon');
    assert.equal((await field(page)).expanded, 'false');
    assert.match((await focused(page))?.class ?? '', /close/);
    await page.press('Escape');
    assert.equal(await visible(page, '.card'), 0);
    await page.waitFor(
      () => document.querySelector('deal-network')?.shadowRoot?.activeElement?.id === 'find',
    );
  });
});

test('a company outside the picture joins it, a deal and a loop open their cards, by mouse', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    await openFind(page);
    for (const [typed, kind, focus] of /** @type {const} */ ([
      ['magnetar', 'company', 'company:magnetar'],
      ['nvidia oracle', 'loop', 'loop:nvidia>openai>oracle'],
      ['HBM3', 'deal', 'deal:nvidia-skhynix-chip-2022-06'],
    ])) {
      await page.focus('#find');
      await page.type(typed);
      await page.click(`[role="option"][data-kind="${kind}"]`);
      assert.equal(await chosen(page), focus);
      assert.equal(await visible(page, '.card'), 1);
      // Closing leads back to the field, where the name still stands.
      await page.press('Escape');
      assert.equal(await visible(page, '.card'), 0);
      await page.press('Enter');
      await page.press('Enter');
      assert.equal(await visible(page, '.card'), 1);
      await page.press('Escape');
    }
  });
});

test('every option is a target for a finger, and a tap chooses it', async () => {
  await withPage({ ...PHONE, width: 320 }, async (page) => {
    await open(page);
    await openFind(page);
    await page.type('open');
    const small = await page.evaluate(() => {
      const root = document.querySelector('deal-network')?.shadowRoot;
      const boxes = [...(root?.querySelectorAll('.find [role="option"], .find input') ?? [])];
      return boxes
        .map((box) => box.getBoundingClientRect())
        .filter((box) => box.height < 24 || box.right > 320);
    });
    assert.equal(small.length, 0);
    const box = await page.box('[role="option"]');
    assert.ok(box);
    await page.touch.tap({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
    await page.waitFor(() => document.querySelector('deal-network')?.state.focus === 'company:openai');
  });
});

test('Escape folds the list, then empties the field, then closes the panel', async () => {
  await withPage(DESKTOP, async (page) => {
    await open(page);
    await openFind(page);
    await page.type('open');
    await page.press('Escape');
    assert.equal((await field(page)).expanded, 'false');
    await page.press('ArrowDown');
    assert.equal((await field(page)).expanded, 'true', 'and comes back');
    await page.press('Escape');
    await page.press('Escape');
    const value = await page.evaluate(() => {
      const input = document.querySelector('deal-network')?.shadowRoot?.querySelector('#find');
      return input instanceof HTMLInputElement && input.value;
    });
    assert.equal(value, '');
    await page.press('Escape');
    assert.equal(await visible(page, '.find'), 0);
    assert.equal((await focused(page))?.text, 'Find');
  });
});

test('what is not there is said in words, and names in other scripts are found', async () => {
  await withPage(DESKTOP, async (page) => {
    const companies = [
      { id: 'a', name: 'Şişecam Ğ' },
      { id: 'b', name: '三菱商事' },
      { id: 'c', name: 'شَرِكَة النور' },
    ];
    await show(page, { ...SMALL, companies });
    await openFind(page);
    await page.type('nobody');
    assert.equal(await textOf(page, '#find-hint'), 'Nothing here is called “nobody”.');
    assert.equal(await said(page), 'Nothing here is called “nobody”.');
    assert.equal((await field(page)).expanded, 'false');
    for (const [typed, name] of [
      ['sisecam g', 'Şişecam Ğ'],
      ['菱商', '三菱商事'],
      ['شركة', 'شَرِكَة النور'],
    ]) {
      await page.evaluate(() => {
        const input = document.querySelector('deal-network')?.shadowRoot?.querySelector('#find');
        if (input instanceof HTMLInputElement) input.select();
      });
      await page.type(typed ?? '');
      assert.equal((await options(page))[0]?.name, name);
    }
  });
});

test('markup in a name is text', async () => {
  await withPage(DESKTOP, async (page) => {
    const companies = [{ id: 'a', name: '<img src=x onerror=alert(1)>' }, ...SMALL.companies.slice(1)];
    await show(page, { ...SMALL, companies });
    await openFind(page);
    await page.type('img');
    assert.equal((await options(page))[0]?.name, '<img src=x onerror=alert(1)>');
    assert.equal(await visible(page, '.find img'), 0);
  });
});
