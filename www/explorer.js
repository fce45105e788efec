// What only the explorer page does: which data set, which colours, and the view in its address.
import { queryOf, stateOf } from './link.js';

/** The data sets the page offers, by their name in the address. */
const SETS = new Map([
  ['ai-deals', 'data/ai-deals.json'],
  ['openai-amazon', 'data/openai-amazon.json'],
]);

const network = document.querySelector('deal-network');
const nav = document.querySelector('nav');
const asked = new URLSearchParams(location.search).get('data') ?? '';
const set = SETS.has(asked) ? asked : 'ai-deals';
// This script runs before the tag is defined, so the figure loads once, and the right one.
if (set !== 'ai-deals') network?.setAttribute('src', SETS.get(set) ?? '');
// What stands in the tag is the picture of one data set: it must not stand in for another, nor for a reader's own.
const isOther = set !== 'ai-deals' || asked === 'own';
if (isOther) network?.replaceChildren();
else network?.addEventListener('deal-network-ready', () => network.replaceChildren(), { once: true });

for (const link of document.querySelectorAll('nav a[data-set]')) {
  if (link instanceof HTMLElement && link.dataset.set === set) link.setAttribute('aria-current', 'page');
}

/** @type {import('./workbench.js').Workbench | null} */
let bench = null;
/** Rows of a reader's own are in no address: a link to them leads to where they can be pasted. */
const isGone = asked === 'own';
/** @type {Map<string, HTMLElement>} */
const openers = new Map();
for (const button of document.querySelectorAll('button[data-panel]')) {
  if (!(button instanceof HTMLElement)) continue;
  const name = button.dataset.panel ?? '';
  openers.set(name, button);
  button.addEventListener('click', () => work((bench) => bench.toggle(name)));
  button.hidden = false;
}
const alert = document.querySelector('.bar [role="alert"]');

/**
 * What only readers with data of their own, and editors, need: fetched when one of them asks for it.
 *
 * @param {(bench: import('./workbench.js').Workbench) => unknown} act
 */
async function work(act) {
  try {
    const { Workbench } = await import('./workbench.js');
    if (!network || !nav || !alert) return;
    bench ??= new Workbench(network, nav, openers, SETS, set, isGone);
    alert.textContent = '';
    await act(bench);
  } catch {
    if (alert) alert.textContent = 'This could not be loaded. Try again.';
  }
}
if (isGone) work((bench) => bench.toggle('own'));

// A file may be dropped anywhere; left to itself, the browser would go away and show it.
let isOver = false;
/** @param {DragEvent} event */
function files(event) {
  if (!event.dataTransfer?.types.includes('Files')) return null;
  event.preventDefault();
  return [...event.dataTransfer.files];
}
addEventListener('dragover', (event) => {
  if (!files(event) || isOver) return;
  isOver = true;
  work((bench) => bench.hover(isOver));
});
addEventListener('dragleave', (event) => {
  // From the page, not from one of its elements to the next.
  if (event.relatedTarget) return;
  isOver = false;
  bench?.hover(false);
});
addEventListener('drop', (event) => {
  const dropped = files(event);
  isOver = false;
  if (dropped) work((bench) => bench.drop(dropped));
});

// The view is in the address: a link shows what its sender saw, and back and forward lead through what was seen.
if (network) {
  const follow = () => {
    const state = stateOf(location.search);
    if (!bench?.follow(state)) network.state = state;
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
