/** A page that lies, for the matrices of forged messages. */

/** @import { Page } from '../engine.js' */

/** Runs in a page that says what it is told to say, to the page that it is told. */
export function liar() {
  const right = { source: 'deal-network', version: 1, id: 'deal-network', type: 'height', height: 700 };
  /** @type {Record<string, () => unknown>} */
  const lies = {
    right: () => right,
    'more than is asked for': () => ({ ...right, style: 'color: red', src: 'x', theme: 'dark' }),
    'a fraction': () => ({ ...right, height: 700.5 }),
    'too low': () => ({ ...right, height: 3 }),
    nought: () => ({ ...right, height: 0 }),
    negative: () => ({ ...right, height: -700 }),
    huge: () => ({ ...right, height: 1e9 }),
    'the largest number': () => ({ ...right, height: Number.MAX_VALUE }),
    NaN: () => ({ ...right, height: NaN }),
    infinite: () => ({ ...right, height: Infinity }),
    'infinitely negative': () => ({ ...right, height: -Infinity }),
    'a text': () => ({ ...right, height: '700' }),
    'a length': () => ({ ...right, height: '700px; position: fixed' }),
    'a list': () => ({ ...right, height: [700] }),
    'an object': () => ({ ...right, height: { value: 700 } }),
    'a number in a box': () => ({ ...right, height: Object(700) }),
    'a date': () => ({ ...right, height: new Date(700) }),
    'a big integer': () => ({ ...right, height: 700n }),
    'a truth': () => ({ ...right, height: true }),
    nothing: () => ({ ...right, height: null }),
    'no height': () => ({ ...right, height: undefined }),
    'a getter': () => ({
      ...right,
      // Read once, while it is sent.
      get height() {
        return '700';
      },
    }),
    'another version': () => ({ ...right, version: 2 }),
    'a version in words': () => ({ ...right, version: '1' }),
    'no version': () => ({ ...right, version: undefined }),
    'another source': () => ({ ...right, source: 'deal-networks' }),
    'a source in a list': () => ({ ...right, source: ['deal-network'] }),
    'another type': () => ({ ...right, type: 'heights' }),
    'a type in a list': () => ({ ...right, type: ['height'] }),
    ready: () => ({ ...right, type: 'ready' }),
    JSON: () => JSON.stringify(right),
    'in a list': () => [right],
    'in a map': () => new Map(Object.entries(right)),
    'a list with names': () => Object.assign([], right),
    'in __proto__': () => JSON.parse(`{"__proto__": ${JSON.stringify(right)}}`),
    'in the prototype': () => Object.create(right),
    'the height in __proto__': () =>
      JSON.parse('{"source":"deal-network","version":1,"type":"height","__proto__":{"height":700}}'),
    'a text alone': () => 'deal-network',
    'a number alone': () => 700,
    'nothing at all': () => null,
    undefined: () => undefined,
    'for Datawrapper': () => ({ 'datawrapper-height': { 'deal-network': 700 } }),
    'for AMP': () => ({ sentinel: 'amp', type: 'embed-size', height: 700 }),
    'for Medium': () => JSON.stringify({ src: location.href, context: 'iframe.resize', height: 700 }),
    'for pym.js': () => 'pymxPYMxfigxPYMxheightxPYMx700',
    dark: () => ({ type: 'theme', theme: 'dark' }),
    'dark, and more': () => ({
      type: 'theme',
      theme: 'dark',
      until: '2020',
      data: {},
      state: { focus: 'loop:a>b' },
    }),
    light: () => ({ type: 'theme', theme: 'light' }),
    auto: () => ({ type: 'theme', theme: 'auto' }),
    'in capitals': () => ({ type: 'theme', theme: 'DARK' }),
    'with space': () => ({ type: 'theme', theme: ' dark' }),
    'a theme in a list': () => ({ type: 'theme', theme: ['dark'] }),
    'a theme in a box': () => ({ type: 'theme', theme: Object('dark') }),
    'no theme': () => ({ type: 'theme' }),
    'an empty theme': () => ({ type: 'theme', theme: '' }),
    'markup as a theme': () => ({ type: 'theme', theme: '"><img src=x onerror="hacked = 1">' }),
    'an attribute': () => ({ type: 'src', src: 'https://example.org/' }),
    'a date to see': () => ({ type: 'until', until: '2020' }),
    'other data': () => ({ type: 'data', data: 'from,to\na,b\n' }),
    'a choice': () => ({ type: 'select', selected: { kind: 'loop', id: 'a>b' } }),
    'a constructor': () => ({ type: 'constructor', theme: 'constructor' }),
    'theme as JSON': () => JSON.stringify({ type: 'theme', theme: 'dark' }),
    'theme in __proto__': () => JSON.parse('{"__proto__": {"type": "theme", "theme": "dark"}}'),
  };
  /**
   * @param {string} lie
   * @param {Window} to
   */
  const tell = (lie, to) => {
    to.postMessage(lies[lie]?.(), '*');
    // By now the one before has been heard.
    top?.postMessage({ probe: 'told', told: lie }, '*');
    opener?.postMessage({ probe: 'told', told: lie }, '*');
  };
  Reflect.set(window, 'tell', tell);
  addEventListener('message', ({ data }) => {
    if (typeof data?.lie !== 'string') return;
    const to = { parent, top, opener, first: opener?.frames[0] ?? top?.frames[0] };
    tell(data.lie, /** @type {any} */ (to)[data.to]);
  });
}

/** @type {string} */
export const LIAR = `<!doctype html><title>Liar</title><script>(${liar})();</script>`;

/** What it can say. */
export const LIES = [...String(liar).matchAll(/^ {4}(?:'([^']+)'|(\w+)): \(\) =>/gm)].map(
  ([, quoted, plain]) => quoted ?? plain ?? '',
);

/**
 * Has someone say something, and waits until it is heard.
 * @param {Page} page
 * @param {string} lie
 * @param {string} from a path to a window, from the page around
 * @param {string} to as the liar knows it
 */
export async function hear(page, lie, from, to) {
  await page.evaluate(
    ({ lie, from, to }) =>
      new Promise((resolve, reject) => {
        setTimeout(reject, 10_000, new Error(`Nobody has heard ${lie}`));
        const listen = (/** @type {MessageEvent} */ { data }) => {
          if (data?.told !== lie) return;
          removeEventListener('message', listen);
          resolve(null);
        };
        addEventListener('message', listen);
        /** @type {any} */
        let who = window;
        for (const step of from.split('.').filter(Boolean)) who = who[step];
        if (who === window) Reflect.get(window, 'tell')(lie, to === 'first' ? frames[0] : window);
        else who.postMessage({ lie, to }, '*');
      }),
    { lie, from, to },
  );
}

/**
 * Opens a liar in another window, which the page around then knows as `another`.
 * @param {Page} page
 * @param {string} address
 */
export async function openAnother(page, address) {
  await page.evaluate(async (address) => {
    const another = window.open(address);
    Reflect.set(window, 'another', another);
    // It is there as soon as it answers.
    const answer = new Promise((resolve) => {
      addEventListener('message', ({ data }) => data?.told && resolve(null));
    });
    const asking = setInterval(() => another?.postMessage({ lie: 'nothing at all', to: 'opener' }, '*'), 50);
    await answer;
    clearInterval(asking);
  }, address);
}
