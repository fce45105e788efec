// Comes with the tools. Which deals count for the reader: a filter, and the figure that can filter. The module that every reader loads cannot;
// where something is to be filtered, the desk makes a figure of the same document, which then takes over.
import { isPanic } from './failure.js';
import { slices } from './slices.js';
import { WORDS } from './words.js';

/** @typedef {import('./types.js').Study} Study */
/** @typedef {import('./context.js').Context} Context */
/** What parts of the filter say, by their names in `Filter::set` of the core. @typedef {Map<string, string>} Parts */

/** In the order in which sentences name them. */
const NAMES = [
  'kinds',
  'statuses',
  'confidences',
  'minConfidence',
  'minAmount',
  'undisclosed',
  'without',
  'until',
];

export class View {
  /** @type {Context} */
  #context;
  #open;
  /** @type {Parts} */
  #parts = new Map();
  /** Counts the wishes: the last one counts. */
  #turn = 0;
  /** @type {((figure: import('./types.js').Figure) => void)[]} */
  #listeners = [];
  /** Whether the reader is still on the way to what they want, as while dates play. */
  passing = false;
  /** What of the last wish these data do not have, in sentences. @type {string[]} */
  missing = [];

  /**
   * @param {Context} context
   * @param {() => Promise<Study>} open a figure that can filter
   */
  constructor(context, open) {
    this.#context = context;
    this.#open = open;
  }

  /** @param {(before: import('./types.js').Figure) => void} listener is told when other deals count */
  onChange(listener) {
    this.#listeners.push(listener);
  }

  /** What counts now. A copy. @returns {Parts} */
  get parts() {
    return new Map(this.#parts);
  }

  /** The parts in one line, as in the attribute `filter` and in links; without the date. */
  get filter() {
    return written(this.#parts);
  }

  get until() {
    return this.#parts.get('until') ?? '';
  }

  /** Ids of companies and deals that are left out. */
  get leftOut() {
    return (this.#parts.get('without') ?? '').split(',').filter(Boolean);
  }

  /**
   * The figure on the stage as one that can filter.
   *
   * @returns {Promise<Study>}
   */
  async desk() {
    const { figure, signal } = this.#context;
    if ('filter' in figure) return /** @type {Study} */ (figure);
    const made = await this.#open();
    try {
      await slices((budget) => made.search(budget), signal);
    } catch (error) {
      if (isPanic(error)) made.constructor.broken = true;
      else made.free();
      throw error;
    }
    // Another wish may have been quicker.
    const now = this.#context.figure;
    if ('filter' in now) return (made.free(), /** @type {Study} */ (now));
    made.widen(now.counts().shown);
    this.#context.figure = made;
    for (const listener of this.#listeners) listener(now);
    now.free();
    return made;
  }

  /**
   * Counts what these parts of a filter take; others are as by default. What these data do not have is left out of
   * the wish and noted in `missing`. Resolves when the loops are those of this filter; false if another wish came
   * in between.
   *
   * @param {Parts} wish
   */
  async set(wish) {
    const turn = ++this.#turn;
    const parts = ordered(wish);
    if (parts.size === 0 && !('filter' in this.#context.figure)) return (this.#take(parts, []), true);
    const figure = await this.desk();
    if (turn !== this.#turn) return false;
    const missing = this.#check(figure, parts);
    figure.filter([...parts].flat());
    try {
      await slices((budget) => {
        if (turn !== this.#turn) throw SUPERSEDED;
        return figure.search(budget);
      }, this.#context.signal);
    } catch (error) {
      if (error === SUPERSEDED) return false;
      throw error;
    }
    this.#take(parts, missing);
    for (const listener of this.#listeners) listener(figure);
    return true;
  }

  /**
   * The same for a line as in `filter` and a date.
   *
   * @param {string} filter
   * @param {string} until
   */
  ask(filter, until) {
    return this.set(read(filter, until));
  }

  /**
   * Leaves out one company or deal more, or takes it back.
   *
   * @param {string} id
   * @param {boolean} out
   */
  leaveOut(id, out) {
    const ids = this.leftOut.filter((other) => other !== id);
    if (out) ids.push(id);
    return this.set(this.parts.set('without', ids.join(',')));
  }

  /**
   * @param {Parts} parts
   * @param {string[]} missing
   */
  #take(parts, missing) {
    this.#parts = parts;
    this.missing = missing;
  }

  /**
   * Takes out of the parts what the figure does not understand; returns what that was, in sentences.
   *
   * @param {Study} figure
   * @param {Parts} parts
   */
  #check(figure, parts) {
    const missing = [];
    const known = (parts.get('without') ?? '').split(',').filter((id) => {
      const there = id.trim() === '' || understands(figure, 'without', id) === '';
      if (!there) missing.push(WORDS.notHere(id));
      return there;
    });
    if (parts.has('without')) put(parts, 'without', known.join(','));
    for (const [part, words] of parts) {
      const wrong = understands(figure, part, words);
      if (!wrong) continue;
      missing.push(`${wrong[0]?.toUpperCase()}${wrong.slice(1)}.`);
      parts.delete(part);
    }
    return missing;
  }
}

const SUPERSEDED = new Error('another filter is wanted');

/**
 * Nothing, or why a part of a filter cannot be understood.
 *
 * @param {Study} figure
 * @param {string} part
 * @param {string} words
 */
function understands(figure, part, words) {
  try {
    figure.filter([part, words]);
    return '';
  } catch (error) {
    if (isPanic(error)) throw error;
    return error instanceof Error ? error.message : String(error);
  }
}

/**
 * Parts that say something, always in the same order.
 *
 * @param {Parts} parts
 * @returns {Parts}
 */
function ordered(parts) {
  /** @type {Parts} */
  const made = new Map();
  for (const name of [...NAMES, ...parts.keys()]) put(made, name, parts.get(name)?.trim() ?? '');
  return made;
}

/**
 * @param {Parts} parts
 * @param {string} name
 * @param {string} words
 */
function put(parts, name, words) {
  if (words) parts.set(name, words);
  else parts.delete(name);
}

/**
 * The parts in one line, as in the attribute `filter` and in links: `statuses=signed,closed&minAmount=5e9`. Without the
 * date, which has an attribute of its own.
 *
 * @param {Parts} parts
 */
function written(parts) {
  const line = new URLSearchParams([...parts].filter(([name]) => name !== 'until'));
  return decodeCommas(line.toString());
}

/**
 * @param {string} filter as `written`
 * @param {string} until
 * @returns {Parts}
 */
function read(filter, until) {
  return ordered(new Map([...new URLSearchParams(filter), ['until', until]]));
}

/** Commas and colons are no signs of such a line, and a reader may have to read it. @param {string} line */
function decodeCommas(line) {
  return line.replaceAll('%2C', ',').replaceAll('%3A', ':');
}

/** The desk; from here, because files that stay apart are named beside each other. */
export const fetchDesk = () => import('./desk.js');
