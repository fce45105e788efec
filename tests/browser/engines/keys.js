/**
 * A chord in its keys, the one that is pressed first, then those that are held: `Shift+Tab`, `f`, `+`.
 * @param {string} chord
 */
export function keysOf(chord) {
  const keys = chord.split(/\+(?=.)/).reverse();
  const [key = ''] = keys;
  if (key === 'Space') keys[0] = ' ';
  // What a keyboard would say.
  if (keys.includes('Shift') && key.length === 1) keys[0] = key.toUpperCase();
  return keys;
}
