// The drawing: one canvas, one camera, at most one frame pending, none at rest.
import { aimOf, aimed, fit, keep, pan, toLayout, toward, zoom } from './camera.js';
import { Canvas } from './canvas.js';
import { timed } from './context.js';
import { Hand } from './hand.js';
import { onDensity, sized } from './sight.js';
import { Steps } from './steps.js';
import { Ticks } from './ticks.js';

/** @typedef {import('./context.js').Context} Context */

/** A new arrangement waits until the size has rested for this long, in milliseconds. */
const REST = 150;
/** How much of its way to where all is seen the camera goes in a frame while the figure changes. */
const FOLLOW = 0.2;
/** More companies than this find their places while the reader watches. */
const CROWD = 1_000;

export class Stage {
  /** @type {Context} */
  #context;
  /** @type {HTMLElement} */
  #box;
  #canvas;
  #camera = { scale: 1, x: 0, y: 0 };
  /** Whether the reader moved the camera: then it is theirs. */
  #moved = false;
  #width = 0;
  #height = 0;
  #frame = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #rest;
  #hand;
  #steps = new Steps();
  /** Whether something is still finding its place. */
  #settling = false;
  /** Whether very many companies are still finding theirs. */
  #arriving = false;
  /** Whether the figure changes by itself: then the camera goes along. */
  #changing = false;
  #ticks = new Ticks();
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
    this.#context = context;
    this.#box = box;
    this.#canvas = new Canvas(canvas);
    this.#hand = new Hand(context, this);
    context.selection.onChange(() => this.#mark());
    context.seen = () => this.#canvas.seen(context, this.#camera, this.#width, this.#height);
    const end = () => (cancelAnimationFrame(this.#frame), clearTimeout(this.#rest));
    context.signal.addEventListener('abort', end, { once: true });
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
    // Before it is open there is nothing to arrange for.
    if (this.#width === 0) return;
    const { chosen } = this.#context.selection;
    const { shown } = figure.counts();
    this.#steps.take(`${this.#width} ${this.#height}`, shown, chosen);
    timed('arrange', () => figure.arrange(this.#width, this.#height));
    this.#arriving = shown > CROWD;
    this.#change();
  }

  /** Another figure of the same document takes over: it stands as this one did. */
  takeOver() {
    if (this.#width === 0) return;
    this.#canvas.renew();
    this.#ring = false;
    this.#steps.repeat(this.#context.figure, this.#width, this.#height);
    this.#hand.repeat();
    this.#mark();
    this.settle();
  }

  /** Where the reader has put companies, in layout units. */
  get places() {
    return this.#hand.places;
  }

  /** A company is in the hand: nothing moves by itself. */
  rest() {
    this.#changing = false;
  }

  /** It was let go of: the others find their places. */
  settle() {
    this.#settling = true;
    this.invalidate();
  }

  /**
   * A place of the stage in layout units.
   *
   * @param {number} x
   * @param {number} y
   */
  toLayout(x, y) {
    return toLayout(this.#camera, x, y);
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
        const moves = (this.#hand.held !== '' || this.#settling) && this.#step(now);
        this.#settling = moves && this.#hand.held === '';
        if (this.#changing && !this.#moved) this.#refit(moves ? FOLLOW : 1);
        this.#changing &&= moves;
        this.#arriving &&= moves;
        // Who asks for less motion sees where it ends.
        if (!moves || !this.#context.still || this.#hand.held !== '') this.#draw(moves);
        if (moves) this.invalidate();
      }),
    );
  }

  /**
   * The ticks of the physics since the last frame. True while there is more.
   *
   * @param {number} now
   */
  #step(now) {
    const { figure, still } = this.#context;
    if (still && this.#hand.held !== '') return false;
    const step = () => figure.step();
    return this.#arriving ? this.#ticks.crowd(step) : this.#ticks.run(step, now, still);
  }

  /** The colours or the font changed. */
  restyle() {
    this.#canvas.restyle();
    this.invalidate();
  }

  /** Shows all there is; where all is shown already, brings back what the reader has moved. */
  fit() {
    if (!this.#moved && !this.#ring) this.#hand.restore();
    this.#moved = false;
    this.#context.turned();
    this.#change();
  }

  /** Where the reader looks, as in a link; nothing where all is shown. */
  get aim() {
    if (!this.#moved) return '';
    return aimOf(this.#camera, this.#context.figure.bounds(), this.#width, this.#height);
  }

  set aim(aim) {
    const camera = aimed(aim, this.#context.figure.bounds(), this.#width, this.#height);
    if (camera) this.#look(camera);
    else if (this.#moved) {
      this.#moved = false;
      this.#change();
    }
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
    this.#context.turned();
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

  /** @param {boolean} [moves] */
  #draw(moves = false) {
    this.#canvas.draw(this.#context, this.#camera, this.#width, this.#height, moves);
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
    for (const query of [
      '(prefers-color-scheme: dark)',
      '(prefers-contrast: more)',
      '(forced-colors: active)',
    ]) {
      on(matchMedia(query), 'change', () => this.restyle());
    }
    // Paper is white, and there are no frames before it is printed.
    on(matchMedia('print'), 'change', () => {
      this.#canvas.restyle();
      this.#draw();
    });
    onDensity(on, () => this.invalidate());
    this.#hand.attach(this.#box);
  }

  #resize() {
    const [width, height] = [this.#width, this.#height];
    if (!this.#measure() || (width === this.#width && height === this.#height)) return;
    if (this.#moved) this.#camera = pan(this.#camera, (this.#width - width) / 2, (this.#height - height) / 2);
    else this.#refit();
    // At once: by the next frame the browser would have shown the former picture stretched.
    if (this.#visible) this.#draw();
    clearTimeout(this.#rest);
    this.#rest = setTimeout(
      this.#context.guard(() => this.arrange()),
      REST,
    );
  }
}
