// What only the explorer page does: which data set, which colours, and the view in its address.
import { queryOf, stateOf } from './link.js';

/** The data sets the page offers, by their name in the address. */
const SETS = new Map([
  ['ai-deals', 'data/ai-deals.json'],
  ['openai-amazon', 'data/openai-amazon.json'],
]);

const network = document.querySelector('deal-network');
const asked = new URLSearchParams(location.search).get('data') ?? '';
const set = SETS.has(asked) ? asked : 'ai-deals';
// This script runs before the tag is defined, so the figure loads once, and the right one.
if (set !== 'ai-deals') network?.setAttribute('src', SETS.get(set) ?? '');

for (const link of document.querySelectorAll('nav a[data-set]')) {
  if (link instanceof HTMLElement && link.dataset.set === set) link.setAttribute('aria-current', 'page');
}

// The view is in the address: a link shows what its sender saw, and back and forward lead through what was seen.
if (network) {
  const follow = () => {
    network.state = stateOf(location.search);
  };
  customElements.whenDefined('deal-network').then(follow);
  addEventListener('popstate', follow);
  network.addEventListener('deal-network-view', (event) => {
    const { passing, ...state } = event.detail;
    const query = queryOf(location.search, state);
    if (query === location.search) return;
    const address = `${location.pathname}${query}${location.hash}`;
    if (passing) history.replaceState(null, '', address);
    else history.pushState(null, '', address);
  });
}

const theme = document.querySelector('select[name="theme"]');
if (theme instanceof HTMLSelectElement) {
  const apply = () => {
    document.documentElement.dataset.theme = theme.value;
    network?.setAttribute('theme', theme.value);
  };
  theme.addEventListener('change', apply);
  // A browser may bring back the choice of the last visit to this history entry.
  if (theme.value !== 'auto') apply();
}
