// Text as a reader searches it: case, accents and punctuation do not count. Pure.

/** Letters that Unicode does not take apart, and the sigma at the end of a word. @type {Record<string, string>} */
const PLAIN = { ø: 'o', đ: 'd', ð: 'd', ł: 'l', æ: 'ae', œ: 'oe', þ: 'th', ς: 'σ' };

/**
 * Words in small letters without marks, with one space between: "Société Générale & Cie." is "societe generale cie".
 *
 * @param {string} text
 */
export function fold(text) {
  return (
    text
      .normalize('NFKD')
      .replace(/[\p{M}'’]/gu, '')
      // There and back: ß is ss, and ı is i.
      .toLowerCase()
      .toUpperCase()
      .toLowerCase()
      .replace(/[øđðłæœþς]/g, (letter) => PLAIN[letter] ?? letter)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  );
}

/**
 * How well folded texts match what was typed: 0 where they begin with it, 1 where some words are it, 2 where words
 * begin with each of its words, 3 where its words stand anywhere; -1 if they do not match. All match nothing typed.
 *
 * @param {string} typed
 * @returns {(folded: string) => number}
 */
export function matcher(typed) {
  const wanted = fold(typed);
  const words = wanted.split(' ');
  return (folded) => {
    if (!words.every((word) => folded.includes(word))) return -1;
    // A word starts after a space, the first one too.
    const spaced = ` ${folded}`;
    if (spaced.startsWith(` ${wanted}`)) return 0;
    if (spaced.includes(` ${wanted}`)) return 1;
    return words.every((word) => spaced.includes(` ${word}`)) ? 2 : 3;
  };
}
