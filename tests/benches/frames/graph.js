/** The networks in which frames are measured: companies join one by one and deal with two that have many deals. */

/** @typedef {{ companies: number, arcs: [number, number][] }} Graph */

/**
 * Preferential attachment (A.-L. Barabási and R. Albert, 1999) with a fixed seed; each arc goes either way.
 * @param {number} companies
 * @param {number} each arcs of a company that joins
 * @returns {Graph}
 */
export function graph(companies, each) {
  let seed = 7;
  /** @param {number} below */
  const dice = (below) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  /** @type {[number, number][]} */
  const arcs = [];
  const ends = [0];
  for (let company = 1; company < companies; company += 1) {
    /** @type {Set<number>} */
    const partners = new Set();
    while (partners.size < Math.min(each, company)) partners.add(ends[dice(ends.length)] ?? 0);
    for (const partner of partners) {
      arcs.push(dice(2) ? [company, partner] : [partner, company]);
      ends.push(company, partner);
    }
  }
  return { companies, arcs };
}

/**
 * The same as a document.
 * @param {Graph} graph
 */
export function document({ companies, arcs }) {
  return {
    version: 1,
    title: `${companies} companies`,
    unit: 'USD',
    companies: Array.from({ length: companies }, (_, at) => ({ id: `c${at}`, name: `Company ${at}` })),
    deals: arcs.map(([from, to], at) => ({
      id: `d${at}`,
      from: `c${from}`,
      to: `c${to}`,
      kind: 'purchase',
      amount: 1_000_000 * (1 + ((at * 7919) % 5000)),
      status: 'signed',
    })),
  };
}
