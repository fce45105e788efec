// Pointer and wheel on the stage -> intents. The page keeps its wheel and its finger unless the reader says otherwise.

/** A press that moves less than this is a tap, in CSS pixels. */
const SLACK = 4;
/** Pixels of wheel that double or halve the scale. */
const WHEEL = 300;

/**
 * @typedef {object} Intents
 * @property {(x: number, y: number) => void} hover
 * @property {() => void} leave
 * @property {(x: number, y: number, touch: boolean) => void} tap
 * @property {(x: number, y: number, touch: boolean) => 'company' | 'ground' | 'idle'} grab what a drag from here
 *   moves; `idle` where it belongs to the page
 * @property {(x: number, y: number) => void} drag
 * @property {() => void} drop
 * @property {(dx: number, dy: number) => void} pan
 * @property {(factor: number, x: number, y: number) => void} zoom
 */

/** @typedef {(target: EventTarget, type: string, handler: (event: any) => void, options?: AddEventListenerOptions) => void} On */

/**
 * @param {HTMLElement} stage
 * @param {Intents} intents
 * @param {On} on adds a listener that ends with the widget
 */
export function attach(stage, intents, on) {
  /** Pointers that are down. @type {Map<number, { x: number, y: number }>} */
  const down = new Map();
  /** @type {'idle' | 'pressed' | 'company' | 'ground' | 'pinch'} */
  let state = 'idle';
  let start = { x: 0, y: 0 };

  /** @param {MouseEvent} event */
  const at = (event) => {
    const box = stage.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };

  const end = () => {
    if (state === 'company') intents.drop();
    state = 'idle';
  };

  on(stage, 'pointerdown', (/** @type {PointerEvent} */ event) => {
    if (event.button !== 0 || event.target instanceof HTMLButtonElement) return;
    const point = at(event);
    down.set(event.pointerId, point);
    if (down.size === 1) {
      state = 'pressed';
      start = point;
    } else {
      end();
      state = 'pinch';
    }
  });

  on(stage, 'pointermove', (/** @type {PointerEvent} */ event) => {
    const point = at(event);
    const before = down.get(event.pointerId);
    if (!before) {
      if (event.pointerType !== 'touch') intents.hover(point.x, point.y);
      return;
    }
    if (state === 'pressed' && Math.hypot(point.x - start.x, point.y - start.y) > SLACK) {
      stage.setPointerCapture(event.pointerId);
      state = intents.grab(start.x, start.y, event.pointerType === 'touch');
    }
    if (state === 'company') intents.drag(point.x, point.y);
    if (state === 'ground') intents.pan(point.x - before.x, point.y - before.y);
    if (state === 'pinch') pinch(event.pointerId, before, point);
    if (state !== 'pressed') down.set(event.pointerId, point);
  });

  /**
   * @param {number} id
   * @param {{ x: number, y: number }} before
   * @param {{ x: number, y: number }} after
   */
  function pinch(id, before, after) {
    const other = [...down].find(([pointer]) => pointer !== id)?.[1];
    if (!other) return;
    const spread = Math.hypot(before.x - other.x, before.y - other.y);
    const factor = Math.hypot(after.x - other.x, after.y - other.y) / Math.max(spread, 1);
    intents.zoom(factor, (after.x + other.x) / 2, (after.y + other.y) / 2);
    intents.pan((after.x - before.x) / 2, (after.y - before.y) / 2);
  }

  on(stage, 'pointerup', (/** @type {PointerEvent} */ event) => {
    if (!down.delete(event.pointerId)) return;
    const point = at(event);
    if (state === 'pressed') intents.tap(point.x, point.y, event.pointerType === 'touch');
    if (down.size === 0) end();
  });

  // One finger is the page's, two are the figure's.
  on(stage, 'touchmove', (/** @type {TouchEvent} */ event) => down.size > 1 && event.preventDefault(), {
    passive: false,
  });

  // The browser took the finger for scrolling, or the pointer is gone.
  on(stage, 'pointercancel', (/** @type {PointerEvent} */ event) => {
    down.delete(event.pointerId);
    if (down.size === 0) end();
  });

  on(stage, 'pointerleave', () => {
    if (down.size === 0) intents.leave();
  });

  on(
    stage,
    'wheel',
    (/** @type {WheelEvent} */ event) => {
      // A pinch on a touchpad arrives with ctrlKey as well.
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const point = at(event);
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
      const delta = Math.max(-WHEEL, Math.min(WHEEL, event.deltaY * lines));
      intents.zoom(2 ** (-delta / WHEEL), point.x, point.y);
    },
    { passive: false },
  );
}
