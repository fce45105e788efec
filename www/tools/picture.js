// The figure as the stage shows it, with its heading, its key and its source, as a file.
import { date, text } from '../format.js';
import { fetchDesk } from '../view.js';
import { asSvg, onCanvas, poster } from './poster.js';
import { SAVE } from './words-take.js';

/** @typedef {import('../context.js').Context} Context */
/** @typedef {'light' | 'dark'} Theme */

/** @param {Context} context */
function laidOut(context) {
  const { figure, language, rightToLeft } = context;
  const seen = context.seen?.();
  if (!seen) throw new Error('no stage');
  const said = figure.summary();
  const meta = figure.meta();
  const words = (/** @type {import('../types.js').Piece[]} */ pieces) => text(pieces, language);
  const coloured = figure.report(0).loops.filter(({ slot }) => slot !== null);
  coloured.sort((a, b) => (a.slot ?? 0) - (b.slot ?? 0));
  const key = coloured.map(({ id, name, slot }) => ({
    slot: slot ?? 0,
    words: [name, words(figure.card('loop', id)?.figure ?? [])].filter(Boolean).join(': '),
  }));
  const heading = meta.headline || words(said.headline);
  const source = meta.title && SAVE.source(meta.title, meta.asOf && date(meta.asOf, language));
  const notes = [words(said.filtered), words(said.shown), words(said.how), words(said.disclaimer), source];
  const pen = document.createElement('canvas').getContext('2d');
  if (!pen) throw new Error('no canvas');
  const measure = (/** @type {string} */ part, /** @type {number} */ size, /** @type {boolean} */ bold) => {
    pen.font = `${bold ? 700 : 400} ${size}px ${seen.font}`;
    return pen.measureText(part).width;
  };
  const made = poster(seen, { heading, loops: key, notes: notes.filter(Boolean) }, measure, rightToLeft);
  const alt = { title: heading, description: words(said.alt), loops: key.map(({ words }) => words) };
  return { made, seen, alt };
}

/**
 * The figure as an SVG file.
 *
 * @param {Context} context
 * @param {Theme} theme
 */
export async function svg(context, theme) {
  const desk = await fetchDesk();
  await desk.ready();
  const { made, seen, alt } = laidOut(context);
  const scene = desk.write({ ...seen, theme, ...alt });
  const file = asSvg(made, seen, scene, theme, context.rightToLeft);
  return new Blob([file], { type: 'image/svg+xml' });
}

/**
 * The same as a PNG file.
 *
 * @param {Context} context
 * @param {Theme} theme
 * @param {number} ratio pixels of the file for one of the figure
 * @returns {Promise<Blob>}
 */
export function png(context, theme, ratio) {
  const { made, seen } = laidOut(context);
  const canvas = onCanvas(made, seen, theme, context.rightToLeft, ratio);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png');
  });
}
