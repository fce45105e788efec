// Where the reader stands: pure functions on { scale, x, y }, with screen = layout * scale + (x, y).

/** @typedef {import('./types.js').Camera} Camera */

/** Further out the labels cover the network, further in nothing is left to see. */
export const MIN_SCALE = 0.1;
export const MAX_SCALE = 8;
/** Ten thousand companies are shown whole from further away. */
const FAR = 0.01;
/** A few companies on a wide stage are not blown up beyond this. */
const MAX_FIT = 1.5;
/** Ground left free around the figure, as in the static picture, in CSS pixels. */
const MARGIN = 24;
/** How much of the figure stays on the stage whatever the reader does, in CSS pixels. */
const KEPT = 48;

/**
 * Shows all of `bounds` (minX, minY, maxX, maxY in layout units) in the middle of the stage.
 *
 * @param {ArrayLike<number>} bounds
 * @param {number} width
 * @param {number} height
 * @param {number} margin CSS pixels kept free on each side
 * @returns {Camera}
 */
export function fit(bounds, width, height, margin = MARGIN) {
  const [minX = 0, minY = 0, maxX = 0, maxY = 0] = Array.from(bounds);
  const wide = maxX - minX;
  const high = maxY - minY;
  if (!(wide >= 0 && high >= 0 && Number.isFinite(wide + high))) {
    return { scale: 1, x: width / 2, y: height / 2 };
  }
  const room = Math.min(
    Math.max(width - 2 * margin, 1) / Math.max(wide, 1),
    Math.max(height - 2 * margin, 1) / Math.max(high, 1),
  );
  const scale = clamp(room, FAR, MAX_FIT);
  return {
    scale,
    x: width / 2 - ((minX + maxX) / 2) * scale,
    y: height / 2 - ((minY + maxY) / 2) * scale,
  };
}

/**
 * Zooms by a factor while the point (x, y) of the screen stays where it is.
 *
 * @param {Camera} camera
 * @param {number} factor
 * @param {number} x
 * @param {number} y
 * @returns {Camera}
 */
export function zoom(camera, factor, x, y) {
  const scale = clamp(camera.scale * factor, Math.min(MIN_SCALE, camera.scale), MAX_SCALE);
  const real = scale / camera.scale;
  return { scale, x: x - (x - camera.x) * real, y: y - (y - camera.y) * real };
}

/**
 * @param {Camera} camera
 * @param {number} dx
 * @param {number} dy
 * @returns {Camera}
 */
export function pan(camera, dx, dy) {
  return { scale: camera.scale, x: camera.x + dx, y: camera.y + dy };
}

/**
 * So much (0 to 1) of the way from one camera to another: every point of the screen goes straight.
 *
 * @param {Camera} from
 * @param {Camera} to
 * @param {number} share
 * @returns {Camera}
 */
export function toward(from, to, share) {
  const mix = (/** @type {keyof Camera} */ key) => from[key] * (1 - share) + to[key] * share;
  return { scale: mix('scale'), x: mix('x'), y: mix('y') };
}

/**
 * The layout point under a point of the screen.
 *
 * @param {Camera} camera
 * @param {number} x
 * @param {number} y
 * @returns {[number, number]}
 */
export function toLayout(camera, x, y) {
  return [(x - camera.x) / camera.scale, (y - camera.y) / camera.scale];
}

/**
 * Where a camera looks, whatever the size of the stage: how many times as near as to see all, and which place of the
 * figure is in the middle, from 0 to 1 across and down. `2,0.25,0.5`.
 *
 * @param {Camera} camera
 * @param {ArrayLike<number>} bounds
 * @param {number} width
 * @param {number} height
 */
export function aimOf(camera, bounds, width, height) {
  const [left = 0, top = 0, right = 0, bottom = 0] = Array.from(bounds);
  const [x = 0, y = 0] = toLayout(camera, width / 2, height / 2);
  const near = camera.scale / fit(bounds, width, height).scale;
  const places = [near, (x - left) / (right - left || 1), (y - top) / (bottom - top || 1)];
  return places.map((place) => Number(place.toFixed(3))).join(',');
}

/**
 * The camera that looks there; null if that is no place.
 *
 * @param {string} aim as `aimOf` has it
 * @param {ArrayLike<number>} bounds
 * @param {number} width
 * @param {number} height
 * @returns {Camera | null}
 */
export function aimed(aim, bounds, width, height) {
  const [near = NaN, across = NaN, down = NaN] = aim.split(',').map(Number);
  if (![near, across, down].every(Number.isFinite) || near <= 0) return null;
  const [left = 0, top = 0, right = 0, bottom = 0] = Array.from(bounds);
  const scale = Math.min(Math.max(fit(bounds, width, height).scale * near, MIN_SCALE), MAX_SCALE);
  const [x, y] = [left + across * (right - left), top + down * (bottom - top)];
  return keep({ scale, x: width / 2 - x * scale, y: height / 2 - y * scale }, bounds, width, height);
}

/**
 * Moves the camera back as far as it takes for some of the figure to be on the stage.
 *
 * @param {Camera} camera
 * @param {ArrayLike<number>} bounds
 * @param {number} width
 * @param {number} height
 * @returns {Camera}
 */
export function keep(camera, bounds, width, height) {
  const [minX = 0, minY = 0, maxX = 0, maxY = 0] = Array.from(bounds);
  return {
    scale: camera.scale,
    x: clamp(camera.x, KEPT - maxX * camera.scale, width - KEPT - minX * camera.scale),
    y: clamp(camera.y, KEPT - maxY * camera.scale, height - KEPT - minY * camera.scale),
  };
}

/**
 * @param {number} value
 * @param {number} low
 * @param {number} high
 */
function clamp(value, low, high) {
  return Math.max(low, Math.min(high, value));
}
