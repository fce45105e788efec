/**
 * Replays an encoded scene onto a 2-D canvas. Pure: what is drawn follows from the arguments alone.
 *
 * A record is `op, role, opacity` and then, by op: 0 curve `x0 y0 x1 y1 x2 y2 x3 y3 width round dash`, 1 triangle
 * `x0 y0 x1 y1 x2 y2`, 2 circle `cx cy radius width` (width 0: filled), 3 text `x y size bold halo text`.
 * `src/scene/encode.rs` writes them, `src/svg/` draws the same picture from the same marks.
 */

/**
 * @typedef {object} Theme
 * @property {readonly string[]} roles the colour of each role, by its number
 * @property {string} font a font family list as in CSS
 */

const CURVE = 0;
const TRIANGLE = 1;
const CIRCLE = 2;
const GROUND = 3;
/** Numbers per record, by op. */
const LENGTHS = [14, 9, 7, 9];
/** Stroke width of a halo, of which half shows around the letters. */
const HALO = 3;
/** @type {number[][]} */
const DASHES = [[], [9, 5], [2, 4]];

/**
 * Paints a scene over the whole canvas.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {ArrayLike<number>} floats the encoded scene
 * @param {number} length how many of the floats are the scene
 * @param {readonly string[]} texts what the records of texts refer to
 * @param {Theme} theme
 * @param {number} pixelRatio device pixels per CSS pixel
 */
export function paint(context, floats, length, texts, theme, pixelRatio) {
	context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
	context.globalAlpha = 1;
	context.fillStyle = theme.roles[GROUND];
	context.fillRect(0, 0, context.canvas.width / pixelRatio, context.canvas.height / pixelRatio);
	context.lineJoin = 'round';
	context.textAlign = 'center';
	context.textBaseline = 'alphabetic';
	let at = 0;
	while (at < length) {
		context.globalAlpha = floats[at + 2];
		at = floats[at] > CIRCLE ? text(context, floats, at, texts, theme) : run(context, floats, at, length, theme);
	}
}

/**
 * Paints all records from `at` on that look like the first, as one path: overlaps of faded strokes stay faint.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {ArrayLike<number>} floats
 * @param {number} at
 * @param {number} length
 * @param {Theme} theme
 * @returns {number} where the next record begins
 */
function run(context, floats, at, length, theme) {
	const first = at;
	const op = floats[first];
	context.beginPath();
	do {
		trace(context, floats, at);
		at += LENGTHS[op];
	} while (at < length && alike(floats, first, at));
	const width = op === CURVE ? floats[first + 11] : op === CIRCLE ? floats[first + 6] : 0;
	const colour = theme.roles[floats[first + 1]];
	if (width > 0) {
		context.strokeStyle = colour;
		context.lineWidth = width;
		context.lineCap = op === CURVE && floats[first + 12] ? 'round' : 'butt';
		context.setLineDash(DASHES[op === CURVE ? floats[first + 13] : 0]);
		context.stroke();
	} else {
		context.fillStyle = colour;
		context.fill();
	}
	return at;
}

/**
 * Whether two records have the same style.
 *
 * @param {ArrayLike<number>} floats
 * @param {number} a
 * @param {number} b
 */
function alike(floats, a, b) {
	const op = floats[a];
	const style = op === CURVE ? [0, 1, 2, 11, 12, 13] : op === CIRCLE ? [0, 1, 2, 6] : [0, 1, 2];
	return style.every((at) => floats[a + at] === floats[b + at]);
}

/**
 * Adds the shape of one record to the path.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {ArrayLike<number>} f
 * @param {number} at
 */
function trace(context, f, at) {
	const op = f[at];
	const x = f[at + 3];
	const y = f[at + 4];
	if (op === CIRCLE) {
		context.moveTo(x + f[at + 5], y);
		context.arc(x, y, f[at + 5], 0, 2 * Math.PI);
		return;
	}
	context.moveTo(x, y);
	if (op === TRIANGLE) {
		context.lineTo(f[at + 5], f[at + 6]);
		context.lineTo(f[at + 7], f[at + 8]);
		context.closePath();
	} else {
		context.bezierCurveTo(f[at + 5], f[at + 6], f[at + 7], f[at + 8], f[at + 9], f[at + 10]);
	}
}

/**
 * Paints a text over its halo.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {ArrayLike<number>} floats
 * @param {number} at
 * @param {readonly string[]} texts
 * @param {Theme} theme
 * @returns {number} where the next record begins
 */
function text(context, floats, at, texts, theme) {
	const words = texts[floats[at + 8]] ?? '';
	context.font = `${floats[at + 6] ? '700' : '400'} ${floats[at + 5]}px ${theme.font}`;
	if (floats[at + 7]) {
		context.strokeStyle = theme.roles[GROUND];
		context.lineWidth = HALO;
		context.setLineDash(DASHES[0]);
		context.strokeText(words, floats[at + 3], floats[at + 4]);
	}
	context.fillStyle = theme.roles[floats[at + 1]];
	context.fillText(words, floats[at + 3], floats[at + 4]);
	return at + LENGTHS[3];
}
