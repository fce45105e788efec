// A loop, a company or a deal as one word, in attributes and links.

/** @typedef {import('./types.js').Target} Target */

/** In this order an id without a kind before it is looked for. */
const KINDS = /** @type {const} */ (['loop', 'company', 'deal']);

/**
 * What a word names: `loop:amazon>openai`, or the id alone where only one thing has it. Null if nothing does.
 *
 * @param {import('./types.js').Figure} figure
 * @param {string} word
 * @returns {Target | null}
 */
export function named(figure, word) {
  const colon = word.indexOf(':');
  const prefix = KINDS.find((kind) => kind === word.slice(0, colon));
  if (prefix && figure.card(prefix, word.slice(colon + 1)))
    return { kind: prefix, id: word.slice(colon + 1) };
  const kind = KINDS.find((kind) => figure.card(kind, word));
  return kind ? { kind, id: word } : null;
}

/** @param {Target | null} target */
export function nameOf(target) {
  return target ? `${target.kind}:${target.id}` : '';
}
