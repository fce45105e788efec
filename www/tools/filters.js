// Which deals count: what they are, how sure, how large, and what the reader leaves out. A change counts at once.
import { h } from '../dom.js';
import { amount, count, text } from '../format.js';
import { SAYS } from './words.js';

/** @typedef {import('../context.js').Context} Context */
/** @typedef {import('../view.js').View} View */
/** @typedef {import('../types.js').Choice} Choice */
/** @typedef {'statuses' | 'kinds' | 'confidences'} List */

/** What "signed or done" means, as in `Status::is_firm` of the core. */
const FIRM = 'signed,closed,completed';
/** Of a loop so much is usual: any status but these counts by default. */
const UNSURE = ['cancelled', 'in_talks'];

/**
 * @param {Context} context
 * @param {View} view
 * @returns {Promise<HTMLElement>}
 */
export async function filters(context, view) {
  const { language, on } = context;
  await view.desk();
  const root = h('div', { class: 'filters' });
  const firm = h('button', { type: 'button', class: 'quiet' }, SAYS.firm);
  const reset = h('button', { type: 'button', class: 'quiet' }, SAYS.reset);
  const state = h('span', { class: 'note' });
  const left = h('div', { class: 'chips' });
  const leftOut = h('fieldset', { hidden: true }, h('legend', {}, SAYS.leftOut), left);
  const undisclosed = h('input', { type: 'checkbox' });
  const least = h('select', {});
  /** @type {Record<List, HTMLElement>} */
  const lists = { statuses: h('div'), kinds: h('div'), confidences: h('div') };

  const unit = context.figure.meta().unit;
  const steps = context.figure.legend().flatMap((row) => (row.least ? [row.least] : []));
  least.append(
    h('option', { value: '' }, SAYS.any),
    ...steps.sort((a, b) => a - b).map((step) => h('option', { value: step }, amount(step, unit, language))),
  );
  root.append(
    h('div', { class: 'acts' }, firm, reset, state),
    h(
      'div',
      { class: 'fields' },
      field(SAYS.status, lists.statuses),
      field(SAYS.kind, lists.kinds),
      h(
        'div',
        {},
        field(SAYS.confidence, lists.confidences),
        field(SAYS.amount, h('label', {}, SAYS.least, least), h('label', {}, undisclosed, SAYS.undisclosed)),
        leftOut,
      ),
    ),
  );

  const fill = () => {
    const { figure } = context;
    if (!('choices' in figure)) return;
    const choices = /** @type {import('../types.js').Study} */ (figure).choices();
    const focused = /** @type {ShadowRoot} */ (root.getRootNode()).activeElement?.getAttribute?.('name');
    for (const list of /** @type {List[]} */ (['statuses', 'kinds', 'confidences'])) {
      // What nothing here is, is no choice; unless it is chosen away.
      const rows = choices[list].filter((choice) => choice.count > 0 || !usual(choice, list));
      lists[list].replaceChildren(...rows.map((choice) => box(choice, list, language)));
    }
    if (focused)
      /** @type {HTMLElement | null} */ (root.querySelector(`[name="${CSS.escape(focused)}"]`))?.focus();
    const parts = view.parts;
    firm.setAttribute('aria-pressed', String(parts.get('statuses') === FIRM));
    undisclosed.checked = parts.get('undisclosed') !== 'no';
    const asked = Number(parts.get('minAmount') ?? '');
    least.value = steps.includes(asked) ? String(asked) : '';
    reset.disabled = [...parts.keys()].every((part) => part === 'until');
    left.replaceChildren(...view.leftOut.map((id) => chip(context, id)));
    leftOut.hidden = view.leftOut.length === 0;
    const deals = choices.live;
    const loops = figure.report(0).counted;
    const said = [SAYS.deals(deals, count(deals, language)), SAYS.loops(loops, count(loops, language))].join(
      ' · ',
    );
    state.textContent = said;
  };

  /** @param {Map<string, string>} parts */
  const wish = async (parts) => {
    if (await view.set(parts)) context.say(state.textContent ?? '');
  };
  on(root, 'change', (/** @type {Event} */ event) => {
    const changed = event.target;
    const parts = view.parts;
    if (changed === least) parts.set('minAmount', least.value);
    else if (changed === undisclosed) parts.set('undisclosed', undisclosed.checked ? '' : 'no');
    else if (changed instanceof HTMLInputElement) {
      const list = /** @type {List} */ (changed.dataset.list);
      const boxes = [...lists[list].querySelectorAll('input')];
      const wrong = boxes.some((box) => box.checked !== (list !== 'statuses' || !UNSURE.includes(box.value)));
      const chosen = boxes.filter((box) => box.checked).map((box) => box.value);
      // What has no box is as it usually is.
      parts.set(list, wrong ? chosen.join(',') || 'none' : '');
    }
    wish(parts);
  });
  on(root, 'click', (/** @type {Event} */ event) => {
    const pressed = event.target instanceof Element ? event.target.closest('button') : null;
    const parts = view.parts;
    if (pressed === firm) {
      wish(parts.set('statuses', parts.get('statuses') === FIRM ? '' : FIRM));
    } else if (pressed === reset) {
      wish(new Map([['until', parts.get('until') ?? '']]));
      firm.focus();
    } else if (pressed?.dataset.back) {
      view.leaveOut(pressed.dataset.back, false);
      reset.focus();
    }
  });
  view.onChange(fill);
  fill();
  return root;
}

/**
 * Whether a choice is as by default.
 *
 * @param {Choice} choice
 * @param {List} list
 */
function usual({ name, chosen }, list) {
  return chosen === (list !== 'statuses' || !UNSURE.includes(name));
}

/**
 * @param {string} name
 * @param {...HTMLElement} content
 */
function field(name, ...content) {
  return h('fieldset', {}, h('legend', {}, name), ...content);
}

/**
 * @param {Choice} choice
 * @param {List} list
 * @param {string} language
 */
function box({ name, label, chosen, count: deals }, list, language) {
  const input = h('input', { type: 'checkbox', name: `${list}-${name}`, value: name, 'data-list': list });
  input.checked = chosen;
  return h('label', {}, input, text(label, language), h('span', { class: 'n' }, count(deals, language)));
}

/**
 * What is left out, and the way back.
 *
 * @param {Context} context
 * @param {string} id
 */
function chip({ figure, language }, id) {
  const company = figure.card('company', id)?.label;
  const deal = figure.card('deal', id);
  const name = company ?? deal?.title ?? text(deal?.sentence ?? [id], language);
  return h('button', { type: 'button', class: 'quiet', 'data-back': id }, SAYS.back(name || id));
}
