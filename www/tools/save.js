// What a reader takes along: the figure as a picture, the data as files, a link to this view, a print.
import { h } from '../dom.js';
import { queryOf } from '../link.js';
import { isPanic } from '../failure.js';
import { fetchDesk } from '../view.js';
import { csv } from './csv.js';
import { csvBlob, download, fileName } from './files.js';
import { companyNames } from './pick.js';
import { png, svg } from './picture.js';
import { dealRows, loopRows } from './rows.js';
import { SAVE } from './words-take.js';

/** @typedef {import('../context.js').Context} Context */
/** @typedef {'light' | 'dark'} Theme */

/** As many loops as the figure counts. */
const LOOPS = 10_000;

/**
 * @param {Context} context
 * @returns {HTMLElement}
 */
export function save(context) {
  const { on, host } = context;
  const themes = /** @type {const} */ (['light', 'dark']).map((theme) =>
    h('input', { type: 'radio', name: 'picture-theme', value: theme }),
  );
  const state = h('p', { class: 'note', hidden: true });
  const address = h('input', { type: 'text', readonly: true });
  const manual = h('label', { class: 'address', hidden: true }, SAVE.copyThis, address);

  /** @param {string} words */
  const say = (words) => {
    state.hidden = false;
    state.textContent = words;
    context.say(words);
  };
  const theme = () => /** @type {Theme} */ (themes.find((input) => input.checked)?.value ?? 'light');

  /**
   * A button that makes a file.
   *
   * @param {string} label
   * @param {string} what
   * @param {string} ending
   * @param {() => Blob | Promise<Blob>} make
   */
  const file = (label, what, ending, make) => {
    const pressed = h('button', { type: 'button', class: 'quiet', 'data-file': `${what}.${ending}` }, label);
    on(pressed, 'click', async () => {
      const name = fileName(context.figure.meta().title, what, ending);
      try {
        download(name, await make());
        say(SAVE.saving(name));
      } catch (error) {
        if (isPanic(error)) return context.fail(error);
        if (!context.signal.aborted) say(SAVE.failed);
      }
    });
    return pressed;
  };

  // A page that stands inside another's text has no address to share.
  const hidden = !/^(https?|file):/.test(location.protocol);
  const link = h('button', { type: 'button', class: 'quiet', 'data-link': true, hidden }, SAVE.link);
  on(link, 'click', async () => {
    const said = linkTo(host);
    manual.hidden = true;
    try {
      await navigator.clipboard.writeText(said);
      say(SAVE.copied);
    } catch {
      // No clipboard on pages without encryption, and none in frames without leave.
      manual.hidden = false;
      address.value = said;
      address.focus();
      address.select();
    }
  });
  const print = h('button', { type: 'button', class: 'quiet', 'data-print': true }, SAVE.print);
  on(print, 'click', () => {
    const begun = new AbortController();
    addEventListener('beforeprint', () => begun.abort(), { once: true, signal: begun.signal });
    window.print();
    // In a frame, the page around may not allow it.
    if (!begun.signal.aborted) say(SAVE.noPrint);
    begun.abort();
  });

  const dark = getComputedStyle(host).colorScheme === 'dark';
  for (const input of themes) input.checked = input.value === (dark ? 'dark' : 'light');
  const group = (/** @type {string} */ name, /** @type {HTMLElement[]} */ ...content) =>
    h('fieldset', {}, h('legend', {}, name), ...content);
  const row = (/** @type {HTMLElement[]} */ ...buttons) => h('div', { class: 'acts' }, ...buttons);
  return h(
    'div',
    { class: 'save' },
    group(
      SAVE.figure,
      row(...themes.map((input) => h('label', {}, input, SAVE[/** @type {Theme} */ (input.value)]))),
      row(
        file(SAVE.svg, 'figure', 'svg', () => svg(context, theme())),
        file(SAVE.png, 'figure', 'png', () => png(context, theme(), 1)),
        file(SAVE.png2, 'figure-2x', 'png', () => png(context, theme(), 2)),
      ),
    ),
    group(
      SAVE.data,
      row(
        file(SAVE.document, 'data', 'json', () => json(context)),
        file(SAVE.deals, 'deals', 'csv', () => deals(context)),
        file(SAVE.loops, 'loops', 'csv', () => loops(context)),
      ),
    ),
    group(SAVE.view, row(link, print), manual),
    state,
  );
}

/** The address of the page with this view in it. @param {HTMLElement} host */
function linkTo(host) {
  const { state } = /** @type {import('../element.js').DealNetwork} */ (host);
  const url = new URL(location.href);
  url.search = queryOf(url.search, state);
  return url.href;
}

/** @param {Context} context */
async function json({ clean }) {
  const desk = await fetchDesk();
  await desk.ready();
  // The same document, as it is always written.
  return new Blob([/** @type {BlobPart} */ (desk.read(clean).bytes)], { type: 'application/json' });
}

/** @param {Context} context */
function deals({ figure, language }) {
  return csvBlob(csv(dealRows(figure.deals(), companyNames(figure, 'name'), figure.meta().unit, language)));
}

/** @param {Context} context */
function loops({ figure }) {
  const { loops } = figure.report(LOOPS);
  const ranks = new Map(loops.map((loop, at) => [loop.id, at + 1]));
  return csvBlob(csv(loopRows(loops, ranks, companyNames(figure, 'name'))));
}
