// What was known when: a slider over months, which can play, and the loops as they become complete.
import { badge } from '../card.js';
import { h } from '../dom.js';
import { count, date } from '../format.js';
import { SAYS } from './words.js';

/** @typedef {import('../context.js').Context} Context */
/** @typedef {import('../view.js').View} View */
/** @typedef {import('../types.js').LoopRow} LoopRow */

/** How long a month with deals is shown while it plays, in milliseconds. */
const PACE = 900;
/** So many of the loops that became complete in one step are named. */
const MOST_NAMED = 6;

/**
 * @param {Context} context
 * @param {View} view
 * @returns {Promise<HTMLElement>}
 */
export async function dates(context, view) {
  const { language, on, signal } = context;
  const figure = await view.desk();
  const { first, last, kinds } = figure.choices();
  if (!first || !last) return h('p', { class: 'note' }, SAYS.noDates);
  const months = monthsBetween(first, last);
  const arrows = new Set(kinds.map((kind) => kind.name));
  const deals = figure.deals().filter((deal) => arrows.has(deal.kind));
  const perMonth = new Map(months.map((month) => [month, 0]));
  for (const { date: at } of deals) if (at) raise(perMonth, monthOf(at));
  const undated = deals.filter((deal) => !deal.date).length;

  const slider = h('input', {
    type: 'range',
    min: 0,
    max: months.length - 1,
    step: 1,
    'aria-label': SAYS.slider,
  });
  const most = Math.max(...perMonth.values(), 1);
  const bars = months.map((month) => {
    const bar = h('span');
    bar.style.blockSize = `${Math.round(((perMonth.get(month) ?? 0) / most) * 100)}%`;
    return bar;
  });
  const play = h('button', { type: 'button', class: 'quiet' }, SAYS.play);
  const all = h('button', { type: 'button', class: 'quiet' }, SAYS.allDates);
  const state = h('strong');
  const counted = h('span', { class: 'note' });
  const log = h('ol', { class: 'log' });
  const root = h(
    'div',
    {},
    h('p', {}, state, ' ', counted),
    h(
      'div',
      { class: 'timeline' },
      h('div', { class: 'histogram', 'aria-hidden': true }, ...bars),
      slider,
      h(
        'div',
        { class: 'ends', 'aria-hidden': true },
        ...[first, last].map((end) => h('span', {}, date(end, language))),
      ),
    ),
    undated > 0 ? h('p', { class: 'note' }, SAYS.undated(undated, count(undated, language))) : '',
    h('div', { class: 'acts' }, play, all),
    log,
  );

  let known = loopsOf(context);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  const name = (/** @type {number} */ at) => date(months[at] ?? '', language);
  const show = () => {
    const until = view.parts.get('until') ?? '';
    const before = until ? months.filter((month) => month <= until).length : months.length;
    const at = Math.max(before - 1, 0);
    slider.value = String(at);
    state.textContent = until ? SAYS.asKnown(date(until.slice(0, 7), language)) : SAYS.all;
    slider.setAttribute('aria-valuetext', until ? name(at) : SAYS.all);
    bars.forEach((bar, place) => bar.classList.toggle('later', place > at));
    all.disabled = until === '';
    const loops = context.figure.report(0).counted;
    counted.textContent = SAYS.loops(loops, count(loops, language));
  };
  /** Names what has become complete; returns it as words. */
  const tell = () => {
    const now = loopsOf(context);
    const before = new Set(known.map((row) => row.id));
    known = now;
    const made = now.filter((row) => !before.has(row.id));
    made.sort((a, b) => (a.slot ?? 99) - (b.slot ?? 99));
    const named = made.slice(0, MOST_NAMED);
    const words = named.map((row) => SAYS.complete(row.name, date(row.completeSince ?? '', language)));
    log.replaceChildren(
      ...named.map((row, at) => h('li', {}, badge(row.slot), h('span', {}, words[at] ?? ''))),
    );
    return words;
  };
  /**
   * @param {number} at
   * @param {boolean} playing
   */
  const go = async (at, playing) => {
    view.passing = playing;
    const until = at >= months.length - 1 ? '' : (months[at] ?? '');
    if (!(await view.set(view.parts.set('until', until)))) return false;
    const words = tell();
    // Silent while it plays: one sentence after the other would never end.
    if (!playing) context.say([state.textContent, counted.textContent, ...words].join('. '));
    return true;
  };
  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
    play.textContent = SAYS.play;
    view.passing = false;
  };
  const advance = async () => {
    const at = Number(slider.value);
    const next = months.findIndex((month, place) => place > at && (perMonth.get(month) ?? 0) > 0);
    const done = next < 0 || !root.isConnected || root.closest('[hidden]') !== null;
    if (!done) await go(next, true);
    if (done || next === months.length - 1) {
      stop();
      context.changed(false);
      context.say([state.textContent, counted.textContent].join('. '));
    } else if (timer !== undefined) timer = setTimeout(context.guard(advance), PACE);
  };
  on(play, 'click', async () => {
    if (timer !== undefined) {
      stop();
      context.changed(false);
      return context.say([state.textContent, counted.textContent].join('. '));
    }
    play.textContent = SAYS.pause;
    timer = setTimeout(context.guard(advance), PACE);
    if (Number(slider.value) === months.length - 1) await go(0, true);
  });
  on(slider, 'input', () => {
    stop();
    go(Number(slider.value), false);
  });
  on(all, 'click', () => {
    stop();
    go(months.length - 1, false);
    slider.focus();
  });
  signal.addEventListener('abort', stop, { once: true });
  view.onChange(show);
  show();
  return root;
}

/** @param {Context} context */
function loopsOf({ figure }) {
  return figure.report(1_000).loops;
}

/**
 * Every month from the first to the last of two dates, as `2025-09`.
 *
 * @param {string} first
 * @param {string} last
 */
export function monthsBetween(first, last) {
  const end = last.length === 4 ? `${last}-12` : last.slice(0, 7);
  const months = [];
  let [year = 0, month = 1] = monthOf(first).split('-').map(Number);
  for (;;) {
    const said = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
    if (said > end) return months;
    months.push(said);
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
  }
}

/** The month of the earliest day of a date. @param {string} date */
function monthOf(date) {
  return date.length === 4 ? `${date}-01` : date.slice(0, 7);
}

/**
 * @param {Map<string, number>} counts
 * @param {string} key
 */
function raise(counts, key) {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
