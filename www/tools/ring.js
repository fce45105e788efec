// A loop as a small picture of its own, for screens on which the figure is far away from the list: its companies on a
// ring, clockwise, as after "Unroll". The sentences beside it say the same, so that it is hidden from screen readers.

/** In units of the picture, which are CSS pixels where it is as wide as this. */
const WIDTH = 300;
const HEIGHT = 170;
const RADIUS = 58;
const DISC = 9;
/** The length of an arrow's head, and half its width. */
const HEAD = 11;
const HALF = 5.5;
/** Longer names are cut. */
const MOST = 16;

/**
 * @param {import('../types.js').Figure} figure
 * @param {string} id of a loop
 */
export function ring(figure, id) {
  const row = figure.card('loop', id)?.row;
  const labels = (row?.companies ?? []).map((company) => figure.card('company', company)?.label ?? company);
  const picture = s('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: 'ring', 'aria-hidden': 'true' });
  if (typeof row?.slot === 'number') picture.dataset.slot = String(row.slot);
  const [x, y] = [WIDTH / 2, HEIGHT / 2];
  // Two stand beside each other; of more the first is on top.
  const first = labels.length === 2 ? Math.PI : -Math.PI / 2;
  const turn = (2 * Math.PI) / labels.length;
  const at = (/** @type {number} */ angle, radius = RADIUS) => [
    x + radius * Math.cos(angle),
    y + radius * Math.sin(angle),
  ];
  const gap = DISC / RADIUS;
  for (const place of labels.keys()) {
    const [from, to] = [first + place * turn + gap, first + (place + 1) * turn - gap];
    const tip = to - 1 / RADIUS;
    const base = tip - HEAD / RADIUS;
    const arc = `M${at(from)}A${RADIUS} ${RADIUS} 0 ${turn > Math.PI ? 1 : 0} 1 ${at(base)}`;
    const head = `M${at(tip)}L${at(base, RADIUS - HALF)}L${at(base, RADIUS + HALF)}Z`;
    picture.append(s('path', { d: arc, class: 'line' }), s('path', { d: head, class: 'head' }));
  }
  labels.forEach((label, place) => {
    const angle = first + place * turn;
    const [cx = 0, cy = 0] = at(angle);
    picture.append(s('circle', { cx, cy, r: DISC }));
    const [tx = 0, ty = 0] = at(angle, RADIUS + DISC + 6);
    const side = Math.cos(angle);
    const anchor = side > 0.3 ? 'start' : side < -0.3 ? 'end' : 'middle';
    const letters = [...label];
    const said = letters.length > MOST ? `${letters.slice(0, MOST - 1).join('')}…` : label;
    const text = s('text', { x: tx, y: ty + 4 + 4 * Math.sin(angle), 'text-anchor': anchor });
    text.textContent = said;
    picture.append(text);
  });
  return picture;
}

/**
 * @template {keyof SVGElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, string | number>} attributes
 * @returns {SVGElementTagNameMap[K]}
 */
function s(tag, attributes) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return element;
}
