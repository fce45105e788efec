// Text in lines of a given width. Pure.

/**
 * As many words to a line as fit; a word that is wider than a line is broken.
 *
 * @param {string} text
 * @param {number} most
 * @param {(words: string) => number} measure
 * @returns {string[]}
 */
export function wrapped(text, most, measure) {
  const lines = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word;
    if (measure(longer) <= most) {
      line = longer;
      continue;
    }
    if (line) lines.push(line);
    line = '';
    for (const sign of word) {
      if (line && measure(line + sign) > most) {
        lines.push(line);
        line = '';
      }
      line += sign;
    }
  }
  if (line) lines.push(line);
  return lines;
}
