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
/** Where in a record its style stands, by op. */
const STYLES = [[0, 1, 2, 11, 12], [0, 1, 2], [0, 1, 2, 6], []];
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
    while (end < length && op <= CIRCLE && alike(floats, at, end)) end += size;
    context.globalAlpha = floats[at + 2] ?? 1;
    if (op > CIRCLE) text(context, floats.subarray(at, end), texts, theme);
    else run(context, floats.subarray(at, end), size, theme);
    at = end;
  }
}

/**
 * Whether two records have the same style.
 *
 * @param {Float32Array} floats
 * @param {number} a
 * @param {number} b
 */
function alike(floats, a, b) {
  for (const at of STYLES[floats[a] ?? 0] ?? []) if (floats[a + at] !== floats[b + at]) return false;
  return true;
}

/**
 * Paints records of one style as one path: where faded strokes overlap they stay faint.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {Float32Array} records
 * @param {number} size
 * @param {Theme} theme
 */
function run(context, records, size, theme) {
  context.beginPath();
  for (let at = 0; at < records.length; at += size) trace(context, records.subarray(at, at + size));
  const [op, role = 0] = records;
  const width = (op === CURVE ? records[11] : op === CIRCLE ? records[6] : 0) ?? 0;
  const colour = theme.roles[role] ?? '';
  if (width > 0) {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.setLineDash(DASHES[(op === CURVE && records[12]) || 0] ?? []);
    context.stroke();
  } else {
    context.fillStyle = colour;
    context.fill();
  }
}

/**
 * Adds the shape of one record to the path.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {Float32Array} record
 */
function trace(context, record) {
  const [op, , , a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = record;
  if (op === CIRCLE) {
    context.moveTo(a + c, b);
    context.arc(a, b, c, 0, 2 * Math.PI);
    return;
  }
  context.moveTo(a, b);
  if (op === TRIANGLE) {
    context.lineTo(c, d);
    context.lineTo(e, f);
    context.closePath();
  } else {
    context.bezierCurveTo(c, d, e, f, g, h);
  }
}

/**
 * Paints a text over its halo.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {Float32Array} record
 * @param {readonly string[]} texts
 * @param {Theme} theme
 */
function text(context, record, texts, theme) {
  const [, role = 0, , x = 0, y = 0, size = 0, bold, halo, index = 0] = record;
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
