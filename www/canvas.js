// The canvas: asks the figure for a scene and paints it.
import { paint } from './paint.js';
import { PALETTE, ROLES, themeOf } from './theme.js';

/** Below this width strokes are thinner. */
const SMALL = 480;

export class Canvas {
  #canvas;
  #pen;
  /** The scene. The array is ours: a view into the module's memory would die when that grows. */
  #floats = new Float32Array(0);
  /** @type {string[]} */
  #texts = [];
  /** @type {import('./types.js').Theme | null} */
  #theme = null;

  /** @param {HTMLCanvasElement} canvas */
  constructor(canvas) {
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error('no canvas');
    this.#canvas = canvas;
    this.#pen = pen;
  }

  /** The colours or the font changed. */
  restyle() {
    this.#theme = null;
  }

  /** Another figure is to be painted: what is known of the one before is of no use. */
  renew() {
    this.#texts = [];
  }

  /**
   * @param {import('./context.js').Context} context
   * @param {import('./types.js').Camera} camera
   * @param {number} width in CSS pixels
   * @param {number} height
   * @param {boolean} moves then the texts are those of the frame before
   */
  draw({ figure, host }, camera, width, height, moves) {
    const length = this.#scene(figure, camera, width, height);
    if (!moves && figure.counts().texts !== this.#texts.length) this.#texts = figure.texts();
    this.#theme ??= themeOf(host);
    const ratio = devicePixelRatio;
    const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (this.#canvas.width !== across) this.#canvas.width = across;
    if (this.#canvas.height !== down) this.#canvas.height = down;
    paint(this.#pen, this.#floats, length, this.#texts, this.#theme, ratio);
  }
  /**
   * The scene as it would be drawn, for keeps.
   *
   * @param {import('./context.js').Context} context
   * @param {import('./types.js').Camera} camera
   * @param {number} width
   * @param {number} height
   * @returns {import('./types.js').Seen}
   */
  seen({ figure, host }, camera, width, height) {
    const length = this.#scene(figure, camera, width, height);
    const scene = this.#floats.slice(0, length);
    const { font } = themeOf(host);
    return { scene, width, height, texts: figure.texts(), font, palette: PALETTE, roles: ROLES, paint };
  }

  /**
   * How many of the floats are the scene.
   *
   * @param {import('./types.js').Figure} figure
   * @param {import('./types.js').Camera} camera
   * @param {number} width
   * @param {number} height
   */
  #scene(figure, { scale, x, y }, width, height) {
    const make = () => figure.scene(width, height, scale, x, y, width < SMALL, this.#floats);
    const length = make();
    if (length <= this.#floats.length) return length;
    this.#floats = new Float32Array(length * 1.5);
    return make();
  }
}
