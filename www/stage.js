// The drawing: one canvas, one camera, at most one frame pending, none at rest.
import { fit, keep, pan, toLayout, zoom } from './camera.js';
import { timed } from './context.js';
import { attach } from './gestures.js';
import { paint } from './paint.js';
import { themeOf } from './theme.js';

/** @typedef {import('./types.js').Target} Target */
/** @typedef {import('./context.js').Context} Context */

/** A new arrangement waits until the size has rested for this long, in milliseconds. */
const REST = 150;
/** Below this width strokes are thinner. */
const SMALL = 480;
/** The physics rests long before; this is only a bound. */
const MOST_TICKS = 600;
/** More companies than this find their places while the reader watches, in so many milliseconds of each frame. */
const CROWD = 1_000;
const SLICE = 8;
/** How near a pointer must come, in CSS pixels: a fingertip is 24 wide. */
const SLOP = { mouse: 4, touch: 12 };

export class Stage {
  /** @type {Context} */
  #context;
  /** @type {HTMLElement} */
  #box;
  /** @type {HTMLCanvasElement} */
  #canvas;
  /** @type {CanvasRenderingContext2D} */
  #pen;
  #camera = { scale: 1, x: 0, y: 0 };
  /** Whether the reader moved the camera: then it is theirs. */
  #moved = false;
  #width = 0;
  #height = 0;
  #frame = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #rest;
  #floats = new Float32Array(0);
  /** @type {string[]} */
  #texts = [];
  /** @type {import('./types.js').Theme | null} */
  #theme = null;
  /** The company in the reader's hand. */
  #held = '';
  /** Whether what was let go is still finding its place. */
  #settling = false;
  /** Whether very many companies are still finding theirs. */
  #arriving = false;
  #visible = true;
  /** Whether a finger moves the figure rather than the page. */
  moving = false;

  /**
   * @param {Context} context
   * @param {HTMLElement} box the stage: its size is the drawing's
   * @param {HTMLCanvasElement} canvas
   */
  constructor(context, box, canvas) {
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error('no canvas');
    this.#context = context;
    this.#box = box;
    this.#canvas = canvas;
    this.#pen = pen;
    context.selection.onChange(() => this.#mark());
    context.signal.addEventListener('abort', () => this.#end(), { once: true });
  }

  /** Arranges and paints, as soon as the stage has a size; then follows its size, its theme and the reader. */
  async open() {
    await this.#sized();
    this.#context.signal.throwIfAborted();
    this.arrange();
    timed('paint', () => this.#draw());
    this.#watch();
  }

  /** A settled arrangement for this stage and this overview, shown whole unless the reader moved the camera. */
  arrange() {
    const { figure } = this.#context;
    timed('arrange', () => figure.arrange(this.#width, this.#height));
    this.#arriving = figure.counts().shown > CROWD;
    if (!this.#moved) this.#refit();
    this.invalidate();
  }

  /** Something changed: paints once, in the next frame. */
  invalidate() {
    if (this.#frame || !this.#visible || this.#width === 0) return;
    this.#frame = requestAnimationFrame(
      this.#context.guard(() => {
        this.#frame = 0;
        const moves = (this.#held !== '' || this.#settling || this.#arriving) && this.#step();
        this.#settling = moves && this.#held === '';
        this.#arriving &&= moves;
        // Who asks for less motion sees where it ends.
        if (!moves || !this.#context.still || this.#held !== '') this.#draw(moves);
        if (moves) this.invalidate();
      }),
    );
  }

  /** One tick of the physics, or as many as a frame has time for; true while there is more. */
  #step() {
    const { figure, still } = this.#context;
    if (this.#held !== '') return !still && figure.step();
    // A few companies take no time: a reader who asks for less motion need not wait for them.
    const slice = this.#arriving ? SLICE : still ? Infinity : 0;
    const end = performance.now() + slice;
    for (let tick = 0; tick < MOST_TICKS; tick++) {
      if (!figure.step()) return false;
      if (performance.now() >= end) return true;
    }
    return this.#arriving;
  }

  /** The colours or the font changed. */
  restyle() {
    this.#theme = null;
    this.invalidate();
  }

  /** Shows all there is. */
  fit() {
    this.#moved = false;
    this.#refit();
    this.invalidate();
  }

  /**
   * @param {number} factor
   * @param {number} [x]
   * @param {number} [y]
   */
  zoom(factor, x = this.#width / 2, y = this.#height / 2) {
    this.#look(zoom(this.#camera, factor, x, y));
  }

  /**
   * @param {number} dx
   * @param {number} dy
   */
  pan(dx, dy) {
    this.#look(pan(this.#camera, dx, dy));
  }

  /** @param {import('./types.js').Camera} camera */
  #look(camera) {
    this.#moved = true;
    this.#camera = keep(camera, this.#context.figure.bounds(), this.#width, this.#height);
    this.invalidate();
  }

  #refit() {
    this.#camera = fit(this.#context.figure.bounds(), this.#width, this.#height);
  }

  #mark() {
    const { figure, selection } = this.#context;
    const { focus, chosen } = selection;
    figure.look(focus?.kind ?? 'none', focus?.id ?? '', false);
    // Something that is not in the picture may join it when it is chosen.
    if (figure.look(chosen?.kind ?? 'none', chosen?.id ?? '', true)) this.arrange();
    else this.invalidate();
  }

  /** @param {boolean} [moves] then the texts are those of the frame before */
  #draw(moves = false) {
    const { figure, host } = this.#context;
    const { scale, x, y } = this.#camera;
    const scene = () =>
      figure.scene(this.#width, this.#height, scale, x, y, this.#width < SMALL, this.#floats);
    let length = scene();
    // The array is ours: a view into the module's memory would die when that grows.
    if (length > this.#floats.length) {
      this.#floats = new Float32Array(length * 1.5);
      length = scene();
    }
    if (!moves && figure.counts().texts !== this.#texts.length) this.#texts = figure.texts();
    this.#theme ??= themeOf(host);
    const ratio = devicePixelRatio;
    const [across, down] = [Math.round(this.#width * ratio), Math.round(this.#height * ratio)];
    if (this.#canvas.width !== across) this.#canvas.width = across;
    if (this.#canvas.height !== down) this.#canvas.height = down;
    paint(this.#pen, this.#floats, length, this.#texts, this.#theme, ratio);
  }

  /** Waits until the stage has a size: it may stand in a closed tab or dialog. */
  #sized() {
    return new Promise((resolve) => {
      if (this.#measure()) return resolve(undefined);
      const observer = new ResizeObserver(() => {
        if (!this.#measure()) return;
        observer.disconnect();
        resolve(undefined);
      });
      observer.observe(this.#box);
      this.#context.signal.addEventListener('abort', () => (observer.disconnect(), resolve(undefined)));
    });
  }

  /** Takes the stage's size; false if it has none. */
  #measure() {
    const { clientWidth, clientHeight } = this.#box;
    if (clientWidth === 0 || clientHeight === 0) return false;
    this.#width = clientWidth;
    this.#height = clientHeight;
    return true;
  }

  #watch() {
    const { on, signal, guard } = this.#context;
    const size = new ResizeObserver(guard(() => this.#resize()));
    size.observe(this.#box);
    const sight = new IntersectionObserver(
      guard((/** @type {IntersectionObserverEntry[]} */ entries) => {
        this.#visible = entries.at(-1)?.isIntersecting ?? true;
        if (this.#visible) this.invalidate();
      }),
      { rootMargin: '50%' },
    );
    sight.observe(this.#box);
    signal.addEventListener('abort', () => (size.disconnect(), sight.disconnect()), { once: true });
    for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)']) {
      on(matchMedia(query), 'change', () => this.restyle());
    }
    this.#watchDensity();
    attach(this.#box, this.#intents(), on);
  }

  /** The window moved to another screen or was zoomed. */
  #watchDensity() {
    const query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    this.#context.on(
      query,
      'change',
      () => {
        this.invalidate();
        this.#watchDensity();
      },
      { once: true },
    );
  }

  #resize() {
    const [width, height] = [this.#width, this.#height];
    if (!this.#measure() || (width === this.#width && height === this.#height)) return;
    if (this.#moved) this.#camera = pan(this.#camera, (this.#width - width) / 2, (this.#height - height) / 2);
    else this.#refit();
    this.invalidate();
    clearTimeout(this.#rest);
    this.#rest = setTimeout(
      this.#context.guard(() => this.arrange()),
      REST,
    );
  }

  /** @returns {import('./gestures.js').Intents} */
  #intents() {
    const { figure, selection } = this.#context;
    return {
      hover: (x, y) => {
        const target = figure.pick(x, y, SLOP.mouse);
        this.#box.classList.toggle('over', target !== null);
        selection.look(target, 'stage');
      },
      leave: () => selection.look(null, 'stage'),
      tap: (x, y, touch) => {
        selection.choose(figure.pick(x, y, touch ? SLOP.touch : SLOP.mouse), 'stage');
      },
      grab: (x, y, touch) => {
        if (touch && !this.moving) return 'idle';
        const target = figure.pick(x, y, touch ? SLOP.touch : SLOP.mouse);
        if (target?.kind !== 'company') return 'ground';
        this.#held = target.id;
        return 'company';
      },
      drag: (x, y) => {
        figure.pin(this.#held, ...toLayout(this.#camera, x, y));
        this.invalidate();
      },
      drop: () => {
        figure.pin(this.#held);
        this.#held = '';
        this.#settling = true;
        this.invalidate();
      },
      pan: (dx, dy) => this.pan(dx, dy),
      zoom: (factor, x, y) => this.zoom(factor, x, y),
    };
  }

  #end() {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#rest);
  }
}
