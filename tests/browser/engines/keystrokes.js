/** Keys as WebDriver wants them: those without a sign of their own have one from Unicode's private area. */

/** @type {Record<string, string>} */
const NAMED = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  Meta: '\uE03D',
};

/** @param {string} key */
function valueOf(key) {
  const value = [...key].length === 1 ? key : NAMED[key];
  if (!value) throw new Error(`There is no key \`${key}\`.`);
  return value;
}

/** @param {string} key */
export const keyDown = (key) => ({ type: 'keyDown', value: valueOf(key) });

/** @param {string} key */
export const keyUp = (key) => ({ type: 'keyUp', value: valueOf(key) });

/** @param {string} key */
export const stroke = (key) => [keyDown(key), keyUp(key)];
