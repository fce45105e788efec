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
  order: 'Order',
  orders: {
    number: 'as numbered',
    total: 'largest total first',
    recent: 'newest first',
    short: 'shortest first',
  },
  which: 'Show',
  lengths: { all: 'all loops', pairs: 'two companies', longer: 'three and more' },
  all: 'All dates',
  asKnown: (/** @type {string} */ when) => `As known in ${when}`,
  slider: 'Deals dated until',
  play: 'Play',
  pause: 'Pause',
  allDates: 'All dates again',
  undated: (/** @type {number} */ deals, /** @type {string} */ said) =>
    deals === 1 ? '1 deal without a date always counts.' : `${said} deals without a date always count.`,
  complete: (/** @type {string} */ name, /** @type {string} */ when) => `${name}: a loop since ${when}`,
  noDates: 'No deal here has a date.',
  arrow: 'An arrow points from the company that gives value to the one that receives it.',
  width:
    'The wider the grey bed of an arrow, the larger the disclosed sum. The filled part is signed or otherwise firm; the rest is announced, reported or a ceiling.',
  widths: 'Widths of arrows',
  orMore: (/** @type {string} */ sum) => `${sum} or more`,
  less: (/** @type {string} */ sum) => `less than ${sum}`,
  sure: 'How sure a deal is, from the surest on: completed, closed, signed, announced, reported. Deals in talks and cancelled ones do not count. A loop is as sure as its least sure leg.',
  numbers:
    'A hollow number marks a loop of which a side is undisclosed: it has no figure. On a loop that is chosen, dashes mark what is only announced or reported.',
  colour: 'A colour and a number mark one loop: follow its arrows and you are back where you began.',
  working: 'Working it out …',
  noStudy: 'This could not be worked out. Reload the page to try again.',
};
