// Sentences made of pieces -> text or DOM, numbers and dates in the page's language.

import { SENTENCES } from './sentences.js';

/** @typedef {import('./types.js').Piece} Piece */
/** @typedef {import('./types.js').Plain} Plain */
/** Making an Intl formatter takes longer than a hundred uses of it. @type {Map<string, unknown>} */
const made = new Map();

/**
 * @template T
 * @param {string} key
 * @param {() => T} make
 * @returns {T}
 */
function once(key, make) {
  if (!made.has(key)) made.set(key, make());
  return /** @type {T} */ (made.get(key));
}

/**
 * A language that Intl takes; a page may carry any text in `lang`.
 *
 * @param {string} language
 */
function usable(language) {
  return once(`lang ${language}`, () => {
    try {
      return Intl.getCanonicalLocales(language)[0] ?? 'en';
    } catch {
      return 'en';
    }
  });
}

/**
 * @param {string} language
 * @param {Intl.NumberFormatOptions} options
 */
function numbers(language, options) {
  const locale = usable(language);
  return once(`${locale} ${JSON.stringify(options)}`, () => new Intl.NumberFormat(locale, options));
}

/**
 * A whole number.
 *
 * @param {number} value
 * @param {string} language
 */
export function count(value, language) {
  return numbers(language, { maximumFractionDigits: 0 }).format(value);
}

/**
 * A share between 0 and 1. Below ten per cent one decimal carries meaning.
 *
 * @param {number} value
 * @param {string} language
 */
export function share(value, language) {
  const maximumFractionDigits = value !== 0 && Math.abs(value) < 0.1 ? 1 : 0;
  return numbers(language, { style: 'percent', maximumFractionDigits }).format(value);
}

/**
 * An amount in the document's unit, from a million on to three digits: "$50 billion", "$7,500", "12.5%", "40 widgets".
 *
 * @param {number} value
 * @param {string} unit a currency code, `%`, or any word
 * @param {string} language
 */
export function amount(value, unit, language) {
  if (unit === '%') {
    return numbers(language, { style: 'percent', maximumFractionDigits: 2 }).format(value / 100);
  }
  // Words from one million on, as in the drawing and on the command line; what rounds to a million is one.
  const digits =
    Math.abs(value) < 999_500
      ? count(value, language)
      : numbers(language, {
          notation: 'compact',
          compactDisplay: 'long',
          maximumSignificantDigits: 3,
        }).format(value);
  if (!/^[A-Z]{3}$/.test(unit)) return `${digits} ${unit}`.trim();
  // Intl has long words for numbers ("50 billion") and short ones for money ("$50B"): the currency's sign goes where
  // the language puts it, around the long words.
  const parts = numbers(language, {
    style: 'currency',
    currency: unit,
    maximumFractionDigits: 0,
  }).formatToParts(1);
  return parts.map((part) => (part.type === 'integer' ? digits : part.value)).join('');
}

/**
 * A date as precise as it is known: "2025", "September 2025", "September 22, 2025".
 *
 * @param {string} text
 * @param {string} language
 */
export function date(text, language) {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(text) ?? [];
  if (!year) return text;
  const at = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  const locale = usable(language);
  /** @type {Intl.DateTimeFormatOptions} */
  const options = { timeZone: 'UTC', year: 'numeric' };
  if (month) options.month = 'long';
  if (day) options.day = 'numeric';
  const format = once(`${locale} date ${text.length}`, () => new Intl.DateTimeFormat(locale, options));
  return format.format(at);
}

/**
 * A sentence with its words: a flat list of what stands in it.
 *
 * @param {readonly Piece[]} pieces
 * @returns {Plain[]}
 */
function told(pieces) {
  return pieces.flatMap((piece) => {
    if (typeof piece === 'string' || !('say' in piece)) return piece;
    // Every second one is the number of a slot.
    return (SENTENCES[piece.say] ?? '')
      .split(/\{(\d)\}/)
      .flatMap((part, place) => (place % 2 ? told(piece.parts[Number(part)] ?? []) : part || []));
  });
}

/**
 * @param {Plain} piece
 * @param {string} language
 * @returns {string}
 */
function pieceText(piece, language) {
  if (typeof piece === 'string') return piece;
  if ('company' in piece) return piece.label;
  if ('money' in piece) return amount(piece.money, piece.unit, language);
  if ('date' in piece) return date(piece.date, language);
  if ('count' in piece) return count(piece.count, language);
  return share(piece.share, language);
}

/**
 * A sentence as plain text, for labels and announcements.
 *
 * @param {readonly Piece[]} pieces
 * @param {string} language
 */
export function text(pieces, language) {
  return told(pieces)
    .map((piece) => pieceText(piece, language))
    .join('');
}

/**
 * A sentence as nodes. Names stand in isolation, so that a name in another script does not turn its surroundings;
 * sums do not break within.
 *
 * @param {readonly Piece[]} pieces
 * @param {string} language
 * @returns {Node[]}
 */
export function nodes(pieces, language) {
  return told(pieces).map((piece) => {
    const said = pieceText(piece, language);
    if (typeof piece === 'string') return document.createTextNode(said);
    const element = document.createElement('company' in piece ? 'bdi' : 'span');
    if ('money' in piece) element.className = 'money';
    element.textContent = said;
    return element;
  });
}
