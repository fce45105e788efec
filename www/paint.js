/**
 * Replays an encoded scene onto a 2-D canvas. Pure: what is drawn follows from the arguments alone.
 *
 * A record is `op, role, opacity` and then, by op: 0 curve `x0 y0 x1 y1 x2 y2 x3 y3 width dash`,
 * 1 triangle `x0 y0 x1 y1 x2 y2`, 2 circle `cx cy radius width` (width 0: filled), 3 text
 * `x y size bold halo text`. `src/scene/encode.rs` writes them; `src/svg.rs` draws the same picture.
 */

/**
 * @typedef {object} Theme
 * @property {readonly string[]} roles the colour of each role, by its number
 * @property {string} font a font family list as in CSS
 */

/** Numbers per record, by op. */
const LENGTHS = [13, 9, 7, 9];
const [CURVE, TRIANGLE, CIRCLE] = [0, 1, 2];
/** Where in a record its style stands beside op, role and opacity, by op: width and dash, nothing, width. */
const STYLES = [[11, 12], [], [6], []];
/**
 * How many shapes are one path. Strokes of up to a pixel of the screen are drawn line by line, and can be any number;
 * the outline of wider ones, and of what is filled, takes ever longer with what it overlaps.
 */
const [HAIRLINES, OUTLINES] = [1000, 4];
/** Of so many circles, those of up to so many pixels of the screen are squares to the eye. */
const [CROWD, DOT] = [1000, 3];
/** The role of the ground. */
const GROUND = 3;
/** Stroke width of a halo, of which half shows around the letters. */
const HALO = 3;
/** Dash patterns by their number. */
const DASHES = [[], [9, 5], [2, 4]];

/**
 * Paints a scene over the whole canvas.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {Float32Array} floats the encoded scene
 * @param {number} length how many of the floats are the scene
 * @param {readonly string[]} texts what the records of texts refer to
 * @param {Theme} theme
 * @param {number} pixelRatio device pixels per CSS pixel
 */
export function paint(context, floats, length, texts, theme, pixelRatio) {
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  context.globalAlpha = 1;
  context.fillStyle = theme.roles[GROUND] ?? '';
  context.fillRect(0, 0, context.canvas.width / pixelRatio, context.canvas.height / pixelRatio);
  context.lineJoin = 'round';
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  for (let at = 0; at < length;) {
    const op = floats[at] ?? 0;
    const size = LENGTHS[op];
    // An op that is not known has no known length either.
    if (!size) return;
    let end = at + size;
    while (end < length && op <= CIRCLE && alike(floats, op, at, end)) end += size;
    context.globalAlpha = floats[at + 2] ?? 1;
    if (op > CIRCLE) text(context, floats, at, texts, theme);
    else run(context, floats, at, end, size, theme, pixelRatio);
    at = end;
  }
}

/**
 * Whether two records have the same style.
 *
 * @param {Float32Array} floats
 * @param {number} op of the first
 * @param {number} a
 * @param {number} b
 */
function alike(floats, op, a, b) {
  if (floats[b] !== op || floats[a + 1] !== floats[b + 1] || floats[a + 2] !== floats[b + 2]) return false;
  for (const at of STYLES[op] ?? []) if (floats[a + at] !== floats[b + at]) return false;
  return true;
}

/**
 * Paints records of one style as one path: where faded strokes overlap they stay faint. Opaque ones and
 * hairlines may as well be several, which is quicker where they are many.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {Float32Array} floats
 * @param {number} start
 * @param {number} end
 * @param {number} size
 * @param {Theme} theme
 * @param {number} pixelRatio
 */
function run(context, floats, start, end, size, theme, pixelRatio) {
  const op = floats[start] ?? 0;
  const width = (op === CURVE ? floats[start + 11] : op === CIRCLE ? floats[start + 6] : 0) ?? 0;
  const colour = theme.roles[floats[start + 1] ?? 0] ?? '';
  const fine = width > 0 && width * pixelRatio <= 1;
  const dots = op === CIRCLE && end - start > CROWD * size;
  if (width > 0) {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.setLineDash(DASHES[(op === CURVE && floats[start + 12]) || 0] ?? []);
  } else {
    context.fillStyle = colour;
  }
  const many = fine || dots;
  const step = many || floats[start + 2] === 1 ? size * (many ? HAIRLINES : OUTLINES) : end - start;
  for (let from = start; from < end; from += step) {
    context.beginPath();
    const to = Math.min(from + step, end);
    for (let at = from; at < to; at += size) trace(context, floats, op, at, dots ? DOT / pixelRatio : 0);
    if (width > 0) context.stroke();
    else context.fill();
  }
}

/**
 * Adds the shape of one record to the path.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {Float32Array} floats
 * @param {number} op
 * @param {number} at
 * @param {number} dot circles of up to this radius are drawn as squares
 */
function trace(context, floats, op, at, dot) {
  const a = floats[at + 3] ?? 0;
  const b = floats[at + 4] ?? 0;
  const c = floats[at + 5] ?? 0;
  if (op === CIRCLE) {
    if (c <= dot && !floats[at + 6]) {
      // Of the same area.
      context.rect(a - 0.886 * c, b - 0.886 * c, 1.772 * c, 1.772 * c);
      return;
    }
    context.moveTo(a + c, b);
    context.arc(a, b, c, 0, 2 * Math.PI);
    return;
  }
  const d = floats[at + 6] ?? 0;
  const e = floats[at + 7] ?? 0;
  const f = floats[at + 8] ?? 0;
  context.moveTo(a, b);
  if (op === TRIANGLE) {
    context.lineTo(c, d);
    context.lineTo(e, f);
    context.closePath();
    return;
  }
  const g = floats[at + 9] ?? 0;
  const h = floats[at + 10] ?? 0;
  // A curve whose handles are its ends is a line.
  if (a === c && b === d && e === g && f === h) context.lineTo(g, h);
  else context.bezierCurveTo(c, d, e, f, g, h);
}

/**
 * Paints a text over its halo.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {Float32Array} floats
 * @param {number} start
 * @param {readonly string[]} texts
 * @param {Theme} theme
 */
function text(context, floats, start, texts, theme) {
  const [, role = 0, , x = 0, y = 0, size = 0, bold, halo, index = 0] = floats.subarray(start, start + 9);
  const words = texts[index] ?? '';
  context.font = `${bold ? 700 : 400} ${size}px ${theme.font}`;
  if (halo) {
    context.strokeStyle = theme.roles[GROUND] ?? '';
    context.lineWidth = HALO;
    context.setLineDash([]);
    context.strokeText(words, x, y);
  }
  context.fillStyle = theme.roles[role] ?? '';
  context.fillText(words, x, y);
}
