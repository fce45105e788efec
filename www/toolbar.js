// What a reader may ask for beyond the figure and its list: buttons that open a panel each, and lists that open below.
// What is in them is fetched when the first one is opened, so that readers of an article do not load it.
import { isPanic } from './failure.js';
import { h } from './dom.js';
import { WORDS } from './words.js';

/** @typedef {import('./context.js').Context} Context */
/** @typedef {import('./counted.js').Counted} Counted */
/**
 * What `tools.js` can make.
 *
 * @typedef {'find' | 'filters' | 'dates' | 'save' | 'loopTable' | 'dealTable' | 'how' | 'study'} Tool
 */

/** @type {Tool[]} */
const PANELS = ['find', 'filters', 'dates', 'save'];

/** The slider stands under the drawing; what is taller stands above the list, so that the drawing stays in sight. */
const UNDER = new Set(['dates']);

/**
 * The buttons, and where what they open stands: one panel under the drawing and one above the list.
 *
 * @param {Context} context
 * @param {Counted} counted
 */
export function toolbar(context, counted) {
  const under = panel(context, counted);
  const beside = panel(context, counted);
  const buttons = PANELS.map((tool) => {
    const pressed = h(
      'button',
      { type: 'button', class: 'quiet', 'data-tool': tool, 'aria-expanded': 'false' },
      WORDS.tools[tool] ?? tool,
    );
    const { toggle } = UNDER.has(tool) ? under : beside;
    context.on(pressed, 'click', () => toggle(tool, pressed));
    return pressed;
  });
  const root = h('span', { class: 'buttons', part: 'toolbar' }, ...buttons);
  return { root, under: under.root, beside: beside.root };
}

/**
 * A place for one tool at a time.
 *
 * @param {Context} context
 * @param {Counted} counted
 */
function panel(context, counted) {
  const root = h('div', { class: 'tool', part: 'tool', hidden: true });
  /** @type {Map<Tool, HTMLElement>} */
  const made = new Map();
  /** @type {HTMLElement | null} the button of the open one */
  let opener = null;

  /**
   * @param {Tool} tool
   * @param {HTMLElement} pressed
   */
  const toggle = async (tool, pressed) => {
    opener?.setAttribute('aria-expanded', 'false');
    opener = opener === pressed ? null : pressed;
    root.hidden = opener === null;
    if (opener === null) return;
    opener.setAttribute('aria-expanded', 'true');
    const content = made.get(tool) ?? (await makeTool(context, counted, tool));
    if (opener !== pressed || context.signal.aborted) return;
    // What could not be fetched is tried again next time.
    if (!content.dataset.failed) made.set(tool, content);
    root.replaceChildren(content);
    /** @type {HTMLElement | null} */ (content.querySelector('input,select,button'))?.focus();
  };
  context.on(root, 'keydown', (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== 'Escape' || event.defaultPrevented || !opener) return;
    event.stopPropagation();
    const back = opener;
    toggle(/** @type {Tool} */ (back.dataset.tool), back);
    back.focus();
  });
  return { root, toggle };
}

/**
 * A closed `details` that is filled when it is opened.
 *
 * @param {Context} context
 * @param {Counted} counted
 * @param {Tool} tool
 * @param {Node | string} summary
 * @param {string} part
 */
export function drawer(context, counted, tool, summary, part) {
  const body = h('div');
  const details = h('details', { class: `how ${part}`, part }, h('summary', {}, summary), body);
  let begun = false;
  context.on(details, 'toggle', async () => {
    if (!details.open || begun) return;
    begun = true;
    const content = await makeTool(context, counted, tool);
    // Another opening tries again.
    if (content.dataset.failed) begun = false;
    body.replaceChildren(content);
  });
  return details;
}

/**
 * @param {Context} context
 * @param {Counted} counted
 * @param {Tool} tool
 * @returns {Promise<HTMLElement>} a sentence, if it could not be fetched
 */
async function makeTool(context, counted, tool) {
  try {
    const tools = await import('./tools.js');
    context.dress(tools.sheetFor);
    return await tools[tool](context, await counted.view());
  } catch (error) {
    if (isPanic(error)) context.fail(error);
    return h('p', { class: 'note', role: 'alert', 'data-failed': true }, WORDS.noTool);
  }
}
