// The words of what is fetched on demand.

export const SAYS = {
  status: 'Status',
  kind: 'Kind of deal',
  confidence: 'Confidence in the source',
  amount: 'Amount',
  least: 'At least',
  any: 'any amount',
  undisclosed: 'Deals whose amount is not disclosed',
  firm: 'Only what is signed or done',
  leftOut: 'Left out',
  back: (/** @type {string} */ name) => `${name} – take back in`,
  reset: 'Count everything again',
  deals: (/** @type {number} */ deals, /** @type {string} */ said) =>
    deals === 1 ? '1 deal counts' : `${said} deals count`,
  loops: (/** @type {number} */ loops, /** @type {string} */ said) =>
    loops === 1 ? '1 loop' : `${said} loops`,
  all: 'All dates',
  asKnown: (/** @type {string} */ when) => `As known in ${when}`,
  slider: 'Deals dated until',
  play: 'Play',
  pause: 'Pause',
  allDates: 'All dates again',
  undated: (/** @type {number} */ deals, /** @type {string} */ said) =>
    deals === 1 ? '1 deal without a date always counts.' : `${said} deals without a date always count.`,
  complete: (/** @type {string} */ name, /** @type {string} */ when) => `${name}: complete since ${when}`,
  noDates: 'No deal here has a date.',
};
