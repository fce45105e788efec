// Files that a reader takes along: named after the figure, and handed to the browser without a detour.
import { h } from '../dom.js';

/** A browser may begin to read the file only later: so long its address stays good, in milliseconds. */
const KEPT = 60_000;
/** Longer names are cut: some systems take no path of more than 260 characters. */
const LONGEST = 60;

/**
 * A name that every system takes: small ASCII letters, figures and hyphens.
 *
 * @param {string} title
 * @param {string} what is in it; some words alone are no file names
 * @param {string} ending
 */
export function fileName(title, what, ending) {
  const words = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const plain = words.replace(/[^a-z0-9]+/g, '-').slice(0, LONGEST);
  return `${plain.replace(/^-+|-+$/g, '') || 'deal-network'}-${what}.${ending}`;
}

/**
 * @param {string} name
 * @param {Blob} blob
 */
export function download(name, blob) {
  const href = URL.createObjectURL(blob);
  h('a', { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), KEPT);
}

/** With the mark by which spreadsheets know the encoding. @param {string} text */
export function csvBlob(text) {
  return new Blob(['\ufeff', text], { type: 'text/csv;charset=utf-8' });
}

/** @param {unknown} value */
export function jsonBlob(value) {
  return new Blob([`${JSON.stringify(value, null, 2)}\n`], { type: 'application/json' });
}
