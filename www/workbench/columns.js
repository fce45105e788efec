// What a table may say: the columns in short, and rows to start from.
import { h } from '../dom.js';
import * as SAYS from './words.js';

/** Companies that do not exist: nobody is said to have done anything. */
export const EXAMPLE = `from,to,kind,amount,amount_basis,status,date,source_url
Chip Maker,Model Lab,equity_investment,5000000000,up_to,announced,2026-02,https://example.org/1
Model Lab,Chip Maker,chip_purchase,8000000000,committed,signed,2026-03,https://example.org/2
Model Lab,Cloud House,cloud_contract,3000000000,committed,signed,2025-11-03,https://example.org/3
Cloud House,Chip Maker,chip_purchase,2000000000,about,reported,2026,https://example.org/4
`;

/** As in README.md. */
const COLUMNS = [
  ['from, to', 'who gives value, who receives it'],
  [
    'kind',
    'equity_investment, stake, debt, cloud_contract, chip_purchase, purchase, lease, license, revenue_share, grant, supply, shareholding, other; without an arrow: acquisition, guarantee, partnership, holding',
  ],
  ['amount or amount_usd', 'a plain number such as 5e9; empty means undisclosed, never zero'],
  ['amount_basis', 'committed, up_to, about, estimate; never summed: per_year, valuation'],
  ['amount_firm', 'the unconditional part of a ceiling'],
  ['status', 'reported, announced, signed, closed, completed; not counted: cancelled, in_talks'],
  ['date', '2025, 2025-09 or 2025-09-22'],
  ['confidence', 'high, medium, low'],
  ['superseded_by', 'the id of the deal that replaces this one’s amount'],
  ['source_title, source_url, source_date', 'several in one cell are separated by |'],
  ['id, amount_text, term_years, title, note', 'as their names say'],
];

export function columns() {
  const rows = COLUMNS.map(([name = '', means = '']) =>
    h('tr', {}, h('th', { scope: 'row' }, h('code', {}, name)), h('td', {}, means)),
  );
  return h(
    'details',
    { class: 'wide' },
    h('summary', {}, SAYS.which),
    h('p', {}, SAYS.arrow),
    h('table', {}, h('tbody', {}, ...rows)),
  );
}
