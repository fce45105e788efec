/** Files that a page hands to the browser, without the browser's dialogs and folders. */

import assert from 'node:assert/strict';

/** @import { Page } from './engine.js' */

/**
 * Keeps what would be downloaded in the page instead.
 * @param {Page} page
 */
export async function catchFiles(page) {
  await page.evaluate(() => {
    /** @type {{ name: string, blob: Blob, href: string }[]} */
    const files = [];
    Reflect.set(window, 'files', files);
    /** @type {Map<string, Blob>} */
    const blobs = new Map();
    const make = URL.createObjectURL;
    URL.createObjectURL = (/** @type {any} */ blob) => {
      const href = make(blob);
      blobs.set(href, blob);
      return href;
    };
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function () {
      const blob = blobs.get(this.href);
      if (!this.download || !blob) return click.call(this);
      files.push({ name: this.download, blob, href: this.href });
    };
  });
}

/**
 * The file that comes of it.
 * @param {Page} page after `catchFiles`
 * @param {() => Promise<void>} press
 * @returns {Promise<{ name: string, type: string, text: string, size: [number, number] | null }>}
 */
export async function fileOf(page, press) {
  const before = await page.evaluate(() => Reflect.get(window, 'files').length);
  await press();
  await page.waitFor((before) => Reflect.get(window, 'files').length > before, before);
  return page.evaluate(async () => {
    const { name, blob } = Reflect.get(window, 'files').at(-1);
    const picture = blob.type.startsWith('image/png') ? await createImageBitmap(blob) : null;
    return {
      name,
      type: blob.type,
      text: picture ? '' : await blob.text(),
      size: picture && [picture.width, picture.height],
    };
  });
}

/**
 * CSV as a reader of its own understands it.
 * @param {string} text
 */
export function cells(text) {
  assert.ok(text.endsWith('\r\n'));
  const rows = [['']];
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    const row = /** @type {string[]} */ (rows.at(-1));
    const last = row.length - 1;
    if (quoted && sign === '"' && text[at + 1] === '"') row[last] += text[++at];
    else if (sign === '"') quoted = !quoted;
    else if (!quoted && sign === ',') row.push('');
    else if (!quoted && sign === '\r' && text[at + 1] === '\n') {
      at++;
      rows.push(['']);
    } else row[last] += sign;
  }
  return rows.slice(0, -1);
}
