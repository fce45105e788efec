/** Networks with fixed seeds, and the exact forces on their companies. */

/**
 * Numbers from 0 up to 1: mulberry32 of T. Ettinger.
 * @param {number} seed
 */
export function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** @typedef {{ size: number, from: Uint32Array, to: Uint32Array, places: Float32Array }} Graph */

/**
 * A. L. Barabasi and R. Albert, "Emergence of scaling in random networks", Science 286, 1999: each new company makes
 * two deals, with companies chosen by how many deals these have; arcs are directed at random. They start on the
 * spiral on which d3-force places them.
 * @param {number} size
 * @returns {Graph}
 */
export function grown(size) {
  const next = random(42);
  const [from, to, ends] = [/** @type {number[]} */ ([]), /** @type {number[]} */ ([]), [0, 1]];
  for (let company = 2; company < size; company += 1) {
    const partners = new Set();
    while (partners.size < 2) partners.add(ends[Math.floor(next() * ends.length)] ?? 0);
    for (const partner of partners) {
      const [a, b] = next() < 0.5 ? [company, partner] : [partner, company];
      from.push(a);
      to.push(b);
      ends.push(a, b);
    }
  }
  const places = new Float32Array(2 * size);
  for (let company = 0; company < size; company += 1) {
    const [radius, angle] = [10 * Math.sqrt(0.5 + company), company * Math.PI * (3 - Math.sqrt(5))];
    places[2 * company] = radius * Math.cos(angle);
    places[2 * company + 1] = radius * Math.sin(angle);
  }
  return { size, from: new Uint32Array(from), to: new Uint32Array(to), places };
}

/**
 * The errors of forces, relative to the exact ones, on at most so many of the companies.
 * @param {ArrayLike<number>} places x, y, x, y
 * @param {ArrayLike<number>} forces in the same order
 * @param {(dx: number, dy: number) => [number, number]} law what one does to another that is so far from it
 * @param {number} most
 */
export function errorsOf(places, forces, law, most) {
  const size = places.length / 2;
  const step = Math.max(1, Math.floor(size / most));
  /** @param {ArrayLike<number>} list @param {number} index */
  const at = (list, index) => list[index] ?? NaN;
  const errors = [];
  for (let one = 0; one < size; one += step) {
    let [fx, fy] = [0, 0];
    for (let other = 0; other < size; other += 1) {
      const dx = at(places, 2 * one) - at(places, 2 * other);
      const dy = at(places, 2 * one + 1) - at(places, 2 * other + 1);
      if (dx === 0 && dy === 0) continue;
      const [x, y] = law(dx, dy);
      fx += x;
      fy += y;
    }
    const [ex, ey] = [at(forces, 2 * one) - fx, at(forces, 2 * one + 1) - fy];
    errors.push(Math.hypot(ex, ey) / Math.hypot(fx, fy));
  }
  return errors;
}
