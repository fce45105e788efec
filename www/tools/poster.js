// The figure as a picture that stands alone: a heading above it, and below it what the numbers mean, the source and
// the date. Where everything stands is worked out once; canvas and SVG draw the same.
import { wrapped } from './wrap.js';

/** @typedef {import('../types.js').Seen} Seen */
/** @typedef {{ x: number, y: number, size: number, bold: boolean, role: string, words: string, middle?: boolean }} Line */
/** @typedef {{ x: number, y: number, radius: number, role: string }} Dot */
/**
 * @typedef {object} Poster
 * @property {number} width
 * @property {number} height
 * @property {number} top where the scene begins
 * @property {Line[]} lines
 * @property {Dot[]} dots
 */
/**
 * @typedef {object} Said
 * @property {string} heading
 * @property {{ slot: number, words: string }[]} loops the coloured ones
 * @property {string[]} notes below all
 */

const PAD = 16;
/** Type sizes and the distance of lines, in CSS pixels. */
const HEADING = { size: 22, line: 27 };
const KEY = { size: 13, line: 24, radius: 9 };
const NOTE = { size: 12, line: 17 };
/** Two columns of loops where each is at least this wide. */
const COLUMN = 300;

/**
 * @param {{ width: number, height: number }} shot
 * @param {Said} said
 * @param {(words: string, size: number, bold: boolean) => number} measure the width of words
 * @param {boolean} rightToLeft
 * @returns {Poster}
 */
export function poster({ width, height }, { heading, loops, notes }, measure, rightToLeft) {
  /** @type {Line[]} */
  const lines = [];
  /** @type {Dot[]} */
  const dots = [];
  /** From the side on which lines begin. @param {number} x */
  const from = (x) => (rightToLeft ? width - x : x);
  /** @param {string} words @param {number} most @param {number} size @param {boolean} bold */
  const split = (words, most, size, bold) => wrapped(words, most, (part) => measure(part, size, bold));
  let y = PAD;
  /** @param {string} words @param {{ size: number, line: number }} type @param {boolean} bold @param {string} role */
  const block = (words, type, bold, role) => {
    for (const part of split(words, width - 2 * PAD, type.size, bold)) {
      lines.push({ x: from(PAD), y: y + type.size, size: type.size, bold, role, words: part });
      y += type.line;
    }
  };
  block(heading, HEADING, true, 'label');
  const top = y + 6;

  y = top + height + 6;
  const columns = width - 2 * PAD >= 2 * COLUMN ? 2 : 1;
  const each = (width - 2 * PAD) / columns;
  const indent = 2 * KEY.radius + 8;
  // Down the first column, then down the second.
  const perColumn = Math.ceil(loops.length / columns);
  let lowest = y;
  for (let column = 0; column < columns; column++) {
    let at = y;
    for (const { slot, words } of loops.slice(column * perColumn, (column + 1) * perColumn)) {
      const x = PAD + column * each;
      const parts = split(words, each - indent - 8, KEY.size, false);
      const [cx, cy] = [from(x + KEY.radius), at + KEY.line / 2];
      dots.push({ x: cx, y: cy, radius: KEY.radius, role: `loop-${slot}` });
      lines.push({
        x: cx,
        y: cy + 4,
        size: 12,
        bold: true,
        role: `on-loop-${slot}`,
        words: String(slot),
        middle: true,
      });
      const [left, first] = [from(x + indent), at + 17];
      parts.forEach((words, place) =>
        lines.push({ x: left, y: first + 17 * place, size: KEY.size, bold: false, role: 'label', words }),
      );
      at += KEY.line + 17 * (parts.length - 1);
    }
    lowest = Math.max(lowest, at);
  }
  y = lowest + 8;
  for (const note of notes) block(note, NOTE, false, 'muted');
  return { width, height: y + PAD - 4, top, lines, dots };
}

/**
 * @param {Poster} made
 * @param {Seen} seen
 * @param {'light' | 'dark'} theme
 * @param {boolean} rightToLeft
 * @param {number} ratio pixels of the picture per CSS pixel
 * @returns {HTMLCanvasElement}
 */
export function onCanvas(made, seen, theme, rightToLeft, ratio) {
  const { font } = seen;
  const colours = seen.palette[theme];
  const [inner, scene] = canvasOf(seen.width, seen.height, ratio);
  const [outer, pen] = canvasOf(made.width, made.height, ratio);
  const roles = seen.roles.map((role) => colours[role] ?? '');
  seen.paint(scene, seen.scene, seen.scene.length, seen.texts, { roles, font }, ratio);
  pen.fillStyle = colours.ground ?? '';
  pen.fillRect(0, 0, outer.width, outer.height);
  pen.drawImage(inner, 0, Math.round(made.top * ratio));
  pen.scale(ratio, ratio);
  pen.direction = rightToLeft ? 'rtl' : 'ltr';
  for (const { x, y, radius, role } of made.dots) {
    pen.fillStyle = colours[role] ?? '';
    pen.beginPath();
    pen.arc(x, y, radius, 0, 2 * Math.PI);
    pen.fill();
  }
  for (const { x, y, size, bold, role, words, middle } of made.lines) {
    pen.font = `${bold ? 700 : 400} ${size}px ${font}`;
    pen.textAlign = middle ? 'center' : 'start';
    pen.fillStyle = colours[role] ?? '';
    pen.fillText(words, x, y);
  }
  return outer;
}

/**
 * @param {number} width
 * @param {number} height
 * @param {number} ratio
 * @returns {[HTMLCanvasElement, CanvasRenderingContext2D]}
 */
function canvasOf(width, height, ratio) {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  return [canvas, pen];
}

/**
 * @param {Poster} made
 * @param {Seen} seen
 * @param {string} scene as the desk wrote it
 * @param {'light' | 'dark'} theme
 * @param {boolean} rightToLeft
 */
export function asSvg(made, { palette, font }, scene, theme, rightToLeft) {
  const colours = palette[theme];
  const { width, height, top } = made;
  const size = `width="${n(width)}" height="${n(height)}"`;
  const direction = rightToLeft ? ' direction="rtl"' : '';
  const dots = made.dots.map(
    ({ x, y, radius, role }) =>
      `<circle cx="${n(x)}" cy="${n(y)}" r="${n(radius)}" fill="${xml(colours[role] ?? '')}"/>`,
  );
  const lines = made.lines.map(({ x, y, size, bold, role, words, middle }) => {
    const weight = bold ? ' font-weight="700"' : '';
    const anchor = middle ? ' text-anchor="middle"' : '';
    const fill = xml(colours[role] ?? '');
    return `<text x="${n(x)}" y="${n(y)}" font-size="${n(size)}"${weight}${anchor} fill="${fill}">${xml(words)}</text>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${n(width)} ${n(height)}">`,
    `<rect width="100%" height="100%" fill="${xml(colours.ground ?? '')}"/>`,
    `<g transform="translate(0 ${n(top)})">`,
    scene.trim(),
    '</g>',
    `<g font-family="${xml(font)}"${direction}>`,
    ...dots,
    ...lines,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

/** Two places suffice. @param {number} value */
function n(value) {
  return String(Math.round(value * 100) / 100);
}

/** @type {Record<string, string>} */
const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text within XML: markup escaped, and without the characters that it does not allow. @param {string} text */
export function xml(text) {
  return text
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? '')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, '');
}
