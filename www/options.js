// What attributes of the element say as numbers.

/** As many loops as the widget counts. */
const MAX_LOOPS = 10_000;
/** Below this width the first picture shows fewer companies and loops. */
const SMALL = 480;

/**
 * How a document is opened for an element.
 *
 * @param {HTMLElement} element
 * @returns {import('./types.js').FigureOptions}
 */
export function optionsOf(element) {
  // A small stage has room for fewer colours: they would cover each other.
  const small = element.clientWidth > 0 && element.clientWidth < SMALL;
  return [
    1,
    whole(element, 'max-loop-length', 2, 20, 5),
    MAX_LOOPS,
    whole(element, 'top-loops', 0, 8, small ? 4 : 6),
    small,
  ];
}

/**
 * The level of the figure's heading.
 *
 * @param {HTMLElement} element
 */
export function levelOf(element) {
  return whole(element, 'heading-level', 1, 6, 2);
}

/**
 * An attribute as a whole number; what is none, or out of bounds, counts as the nearest that is.
 *
 * @param {HTMLElement} element
 * @param {string} name
 * @param {number} least
 * @param {number} most
 * @param {number} otherwise
 */
function whole(element, name, least, most, otherwise) {
  const value = Number.parseInt(element.getAttribute(name) ?? '', 10);
  return Number.isNaN(value) ? otherwise : Math.min(Math.max(value, least), most);
}
