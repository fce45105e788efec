/** What the browser tests of the widget share. */

/** @import { Page } from './engine.js' */

export const DESKTOP = { width: 1280, height: 800 };
/** As wide as a phone, for engines that know no fingers. */
export const NARROW = { width: 390, height: 844 };
export const PHONE = { ...NARROW, touch: true };

/**
 * Opens a page and waits until its figure is complete: first frame, list and table.
 * @param {Page} page
 * @param {string} [path]
 */
export async function open(page, path = 'index.html') {
  await page.goto(path);
  await complete(page);
}

/** @param {Page} page */
export function complete(page) {
  return page.waitFor(() => (document.querySelector('deal-network')?.loops ?? []).length > 0);
}

/**
 * The text of the first match below the figure's shadow root; null if there is none.
 * @param {Page} page
 * @param {string} selector
 */
export function textOf(page, selector) {
  return page.evaluate(
    (selector) =>
      document.querySelector('deal-network')?.shadowRoot?.querySelector(selector)?.textContent ?? null,
    selector,
  );
}

/**
 * How many elements match below the figure's shadow root and are drawn.
 * @param {Page} page
 * @param {string} selector
 */
export function visible(page, selector) {
  return page.evaluate((selector) => {
    const found = document.querySelector('deal-network')?.shadowRoot?.querySelectorAll(selector) ?? [];
    return [...found].filter((element) => element.checkVisibility({ visibilityProperty: true })).length;
  }, selector);
}

/**
 * What has the focus within the figure, as `tag.class`, and its text.
 * @param {Page} page
 */
export function focused(page) {
  return page.evaluate(() => {
    const element = document.querySelector('deal-network')?.shadowRoot?.activeElement;
    return element ? { class: element.className, text: element.textContent } : null;
  });
}

/** A page with one figure and whatever stands around it. @param {string} body */
export function host(body) {
  return {
    type: 'text/html',
    body: `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Host</title>${body}</html>`,
  };
}

/** Three companies, one pair and one circle. */
export const SMALL = {
  version: 1,
  title: 'Small',
  unit: 'USD',
  companies: ['a', 'b', 'c'].map((id) => ({ id, name: `Company ${id.toUpperCase()}` })),
  deals: [
    {
      id: '1',
      from: 'a',
      to: 'b',
      kind: 'equity_investment',
      amount: 5_000_000_000,
      status: 'announced',
      date: '2025-09',
    },
    {
      id: '2',
      from: 'b',
      to: 'a',
      kind: 'cloud_contract',
      amount: 8_000_000_000,
      status: 'signed',
      date: '2025',
    },
    { id: '3', from: 'b', to: 'c', kind: 'purchase', status: 'reported' },
    {
      id: '4',
      from: 'c',
      to: 'a',
      kind: 'purchase',
      amount: 1_000_000_000,
      status: 'closed',
      date: '2024-01-02',
    },
  ],
};

/**
 * A page with one figure of these data.
 * @param {Page} page
 * @param {unknown} data
 */
export async function show(page, data) {
  await page.answer(
    'host.html',
    host('<deal-network></deal-network><script type="module" src="deal-network.js"></script>'),
  );
  await page.goto('host.html');
  await page.waitFor(() => customElements.get('deal-network'));
  await page.evaluate((data) => {
    const element = document.querySelector('deal-network');
    return new Promise((resolve) => {
      element?.addEventListener('deal-network-ready', () => resolve(null), { once: true });
      if (element) element.data = data;
    });
  }, data);
}

/** How many different colours the drawing has: an empty one has one. @param {import('./engine.js').Page} page */
export function colours(page) {
  return page.evaluate(() => {
    const canvas = document.querySelector('deal-network')?.shadowRoot?.querySelector('canvas');
    const pen = canvas?.getContext('2d');
    if (!canvas || !pen) return 0;
    const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
    return new Set(new Uint32Array(data.buffer)).size;
  });
}

/** What a screen reader was told last. @param {Page} page */
export const said = (page) => textOf(page, '[role="status"]');

/** A sum over the drawing, which differs as soon as anything in it does. @param {Page} page */
export function picture(page) {
  return page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const canvas = document.querySelector('deal-network')?.shadowRoot?.querySelector('canvas');
    const pen = canvas?.getContext('2d');
    if (!canvas || !pen) return 0;
    const data = new Uint32Array(pen.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
    return data.reduce((sum, pixel) => (Math.imul(sum, 31) + pixel) | 0, 0);
  });
}

/** The numbers and names of the listed loops. @param {Page} page */
export const listed = (page) =>
  page.evaluate(() =>
    [...(document.querySelector('deal-network')?.shadowRoot?.querySelectorAll('button.loop') ?? [])].map(
      (loop) => ({
        number: loop.querySelector('.badge')?.textContent,
        slot: loop.querySelector('.badge')?.getAttribute('data-slot') ?? null,
        name: loop.querySelector('.name')?.textContent,
      }),
    ),
  );

/** Until three pictures in a row are the same. @param {Page} page */
export async function rest(page) {
  let [before, same] = [await picture(page), 0];
  while (same < 3) {
    const now = await picture(page);
    same = now === before ? same + 1 : 0;
    before = now;
  }
}

/** Where the pointer first meets something of the figure, from the left. @param {Page} page */
export const leftmost = (page) =>
  page.evaluate(() => {
    const stage = document.querySelector('deal-network')?.shadowRoot?.querySelector('.stage');
    if (!stage) return null;
    const { left, top, width, height } = stage.getBoundingClientRect();
    for (let x = 10; x < width; x += 8) {
      for (let y = 10; y < height; y += 8) {
        const at = { clientX: left + x, clientY: top + y, pointerType: 'mouse', pointerId: 1 };
        stage.dispatchEvent(new PointerEvent('pointermove', at));
        if (stage.classList.contains('over')) return { x: at.clientX, y: at.clientY };
      }
    }
    return null;
  });
