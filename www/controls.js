// The buttons that move the figure: everything the wheel and the fingers do.
import { h } from './dom.js';
import { STRIDE, ZOOM } from './pilot.js';
import { WORDS } from './words.js';

/**
 * @param {import('./context.js').Context} context
 * @param {() => import('./stage.js').Stage} stage
 * @param {HTMLElement} box
 */
export function controls({ on }, stage, box) {
  /**
   * @param {string} said
   * @param {string} seen
   * @param {() => void} act
   */
  const tool = (said, seen, act) => {
    const element = h(
      'button',
      { type: 'button', 'aria-label': said === seen ? null : said, title: said },
      seen,
    );
    on(element, 'click', act);
    return element;
  };
  const pan = h(
    'span',
    { class: 'pan', hidden: true },
    tool(WORDS.left, '←', () => stage().pan(STRIDE, 0)),
    tool(WORDS.right, '→', () => stage().pan(-STRIDE, 0)),
    tool(WORDS.up, '↑', () => stage().pan(0, STRIDE)),
    tool(WORDS.down, '↓', () => stage().pan(0, -STRIDE)),
  );
  const move = h('button', { type: 'button', class: 'move', 'aria-pressed': 'false' }, WORDS.move);
  on(move, 'click', () => {
    const moving = !stage().moving;
    stage().moving = moving;
    pan.hidden = !moving;
    box.classList.toggle('moving', moving);
    move.setAttribute('aria-pressed', String(moving));
  });
  return h(
    'div',
    { class: 'tools', part: 'tools' },
    pan,
    move,
    tool(WORDS.zoomIn, '+', () => stage().zoom(ZOOM)),
    tool(WORDS.zoomOut, '−', () => stage().zoom(1 / ZOOM)),
    tool(WORDS.fitLong, WORDS.fit, () => stage().fit()),
  );
}
