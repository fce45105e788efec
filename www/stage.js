// The drawing: one canvas, one camera, at most one frame pending, none at rest.
import { fit, keep, pan, toLayout, toward, zoom } from './camera.js';
import { timed } from './context.js';
import { attach } from './gestures.js';
import { paint } from './paint.js';
import { onDensity, sized } from './sight.js';
import { themeOf } from './theme.js';

/** @typedef {import('./types.js').Target} Target */
/** @typedef {import('./context.js').Context} Context */

/** A new arrangement waits until the size has rested for this long, in milliseconds. */
const REST = 150;
/** Below this width strokes are thinner. */
const SMALL = 480;
/** The physics rests long before; this is only a bound. */
const MOST_TICKS = 600;
/** Ticks of the physics a second, and how many a frame makes up for at most where the page is slow. */
const PACE = 60;
const MOST_AT_ONCE = 4;
/** How much of its way to where all is seen the camera goes in a frame while the figure changes. */
const FOLLOW = 0.2;
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
  /** Whether something is still finding its place. */
  #settling = false;
  /** Whether very many companies are still finding theirs. */
  #arriving = false;
  /** Whether the figure changes by itself: then the camera goes along. */
  #changing = false;
  /** When the last frame was in which something moved; 0 at rest. */
  #then = 0;
  /** Whether the chosen loop is on a ring of its own. */
  #ring = false;
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
    await sized(this.#box, () => this.#measure(), this.#context.signal);
    this.#context.signal.throwIfAborted();
    this.arrange();
    this.#refit();
    timed('paint', () => this.#draw());
    this.#watch();
  }

  /** Arranges for this stage and this overview, shown whole unless the reader moved the camera. */
  arrange() {
    const { figure } = this.#context;
    timed('arrange', () => figure.arrange(this.#width, this.#height));
    this.#arriving = figure.counts().shown > CROWD;
    this.#change();
  }

  /** The companies are on their way to other places: what stays can be followed with the eye. */
  #change() {
    this.#settling = this.#changing = true;
    this.invalidate();
  }

  /** Something changed: paints once, in the next frame. */
  invalidate() {
    if (this.#frame || !this.#visible || this.#width === 0) return;
    this.#frame = requestAnimationFrame(
      this.#context.guard((/** @type {number} */ now) => {
        this.#frame = 0;
        const moves = (this.#held !== '' || this.#settling) && this.#step(now);
        this.#settling = moves && this.#held === '';
        if (this.#changing && !this.#moved) this.#refit(moves ? FOLLOW : 1);
        this.#changing &&= moves;
        this.#arriving &&= moves;
        // Who asks for less motion sees where it ends.
        if (!moves || !this.#context.still || this.#held !== '') this.#draw(moves);
        if (moves) this.invalidate();
      }),
    );
  }

  /**
   * The ticks of the physics since the last frame; as many as a frame has time for where very many find their places, and
   * all of them at once for a reader who asks for less motion. True while there is more.
   *
   * @param {number} now
   */
  #step(now) {
    const { figure, still } = this.#context;
    if (still && this.#held !== '') return false;
    if (this.#arriving) {
      const end = performance.now() + SLICE;
      while (figure.step()) if (performance.now() >= end) return true;
      return false;
    }
    const due = this.#then && Math.round(((now - this.#then) * PACE) / 1000);
    let left = still ? MOST_TICKS : Math.max(1, Math.min(due, MOST_AT_ONCE));
    while (left > 0 && figure.step()) left -= 1;
    this.#then = left === 0 ? now : 0;
    return left === 0;
  }

  /** The colours or the font changed. */
  restyle() {
    this.#theme = null;
    this.invalidate();
  }

  /** Shows all there is; where all is shown already, brings back what the reader has moved. */
  fit() {
    if (!this.#moved && !this.#ring) this.#context.figure.pin('');
    this.#moved = false;
    this.#change();
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

  /**
   * Goes so much of the way to where all is seen.
   *
   * @param {number} [share]
   */
  #refit(share = 1) {
    this.#camera = toward(this.#camera, fit(this.#context.figure.bounds(), this.#width, this.#height), share);
  }

  #mark() {
    const { figure, selection } = this.#context;
    const { focus, chosen } = selection;
    figure.look(focus?.kind ?? 'none', focus?.id ?? '', false);
    // Something that is not in the picture may join it when it is chosen.
    if (figure.look(chosen?.kind ?? 'none', chosen?.id ?? '', true)) this.arrange();
    else this.invalidate();
    if (selection.unrolled === this.#ring) return;
    this.#ring = selection.unrolled;
    figure.unroll(this.#ring);
    // A ring is to be seen whole.
    if (this.#ring) this.#moved = false;
    this.#change();
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
    onDensity(on, () => this.invalidate());
    attach(this.#box, this.#intents(), on);
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
        // On a ring everything has its place.
        if (target?.kind !== 'company' || this.#ring) return 'ground';
        this.#changing = false;
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
