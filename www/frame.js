// The iframe page: the figure, what the address asks of it, and what the page around is told. The release makes one
// classic script of it, with everything inside, for frames that may load nothing (`src/bin/dev/frame.rs`).
import './deal-network.js';
import { askedOf } from './frame/asked.js';
import { watchHeight } from './frame/height.js';
import { heightMessages, message, wishOf } from './frame/messages.js';

const { state, theme, id, child } = askedOf(location.search, window.name);
const isFramed = parent !== window;

/** Anyone may be around us, and nothing that is said is secret. @param {unknown} said */
function tell(said) {
  if (isFramed) parent.postMessage(said, '*');
}

const network = document.querySelector('deal-network');
if (network) {
  /** @param {import('./frame/asked.js').Theme} theme */
  const dress = (theme) => {
    document.documentElement.dataset.theme = theme;
    network.setAttribute('theme', theme);
  };
  if (theme) dress(theme);
  // In a page of its own, the figure's heading is the page's.
  if (!isFramed) network.setAttribute('heading-level', '1');

  network.addEventListener('deal-network-ready', ({ detail: { loops, diagnostics } }) => {
    tell(message(id, 'ready', { loops: loops.length, diagnostics: diagnostics.length }));
  });
  network.addEventListener('deal-network-select', ({ detail }) => {
    tell(message(id, 'select', { selected: detail }));
  });
  network.addEventListener('deal-network-error', ({ detail }) => tell(message(id, 'error', detail)));

  network.state = state;
  const deals = document.getElementById('deals')?.textContent;
  if (deals) network.data = deals;

  const again = watchHeight(document.body, (height) => {
    for (const said of heightMessages(height, { id, child, address: location.href })) tell(said);
  });
  addEventListener('message', ({ data, source }) => {
    const wish = isFramed && source === parent ? wishOf(data) : null;
    if (wish === 'height') again();
    else if (wish) dress(wish.theme);
  });
}
