// What TypeScript knows of the tag, its class and its events. Every wrong line must be refused.
import { DealNetwork } from 'deal-network';
import { DealNetwork as Same } from 'deal-network/element';
import 'deal-network/deal-network.min.js';

const figure = document.querySelector('deal-network');
if (figure) {
  const same: DealNetwork & Same & HTMLElement = figure;
  same.data = { deals: [] };
  same.src = 'deals.json';
  const text: string = same.filter + same.until + same.widen + same.focused + same.state.aim;
  const names: string[] = same.loops.map((loop) => loop.name + text);
  const place: [number, number] | undefined = same.places.get('nvidia');
  // @ts-expect-error A filter is text.
  same.filter = place ?? names;
  // @ts-expect-error Nobody sets the loops.
  same.loops = [];
  // @ts-expect-error What only the element itself calls is no part of it for others.
  same.fail(new Error('no'));

  figure.addEventListener('deal-network-ready', ({ detail }) => {
    const line: number | null | undefined = detail.diagnostics[0]?.line;
    const amount: number | null | undefined = detail.loops[0]?.smallestArc;
    console.log(line, amount);
    // @ts-expect-error There is no such thing.
    console.log(detail.nothing);
  });
  figure.addEventListener('deal-network-select', ({ detail }) => {
    const kind: 'loop' | 'company' | 'deal' | undefined = detail?.kind;
    // @ts-expect-error Nothing may be chosen.
    console.log(kind, detail.id);
  });
  figure.addEventListener('deal-network-view', ({ detail }) => console.log(detail.until, detail.passing));
  figure.addEventListener('deal-network-error', (event) => {
    const { message }: { message: string } = event.detail;
    console.log(message);
  });
}

const made: DealNetwork = document.createElement('deal-network');
class Own extends Same {}
customElements.define('own-network', Own);
document.body.append(made, new Own());
