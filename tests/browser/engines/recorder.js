/**
 * Keeps the errors of a page for an engine that does not report them: what is thrown and not caught, what is written
 * with `console.error`, and what the page's policy refuses. Frames hand theirs to the outermost window, as a message
 * that no listener of the page gets to see.
 */

/** Runs in the page before all else, hence as text, and with nothing from around it. */
export const RECORDER = `(${record})();`;

function record() {
  const key = Symbol.for('recorded errors');
  const mark = 'recorded error of a frame';
  /** @type {string[]} */
  const errors = [];
  /** @param {string} text */
  const keep = (text) => {
    if (window === window.top) errors.push(text);
    else window.top?.postMessage({ [mark]: text }, '*');
  };
  Object.defineProperty(window, key, { value: errors });
  window.addEventListener('message', (event) => {
    // What a page makes up is its own.
    const text = event.isTrusted && event.data?.[mark];
    if (typeof text !== 'string') return;
    event.stopImmediatePropagation();
    keep(text);
  });
  window.addEventListener('error', (event) => {
    if (event instanceof ErrorEvent) keep(String(event.error ?? event.message));
  });
  window.addEventListener('unhandledrejection', (event) => keep(String(event.reason)));
  document.addEventListener('securitypolicyviolation', (event) => {
    keep(`The policy (${event.effectiveDirective}) refused ${event.blockedURI}`);
  });
  const said = console.error;
  console.error = (...words) => {
    keep(words.map(String).join(' '));
    said.apply(console, words);
  };
  document.currentScript?.remove();
}

/** Hands over what was kept since the last time. Runs in the page. */
export function recorded() {
  /** @type {string[] | undefined} */
  const errors = Reflect.get(window, Symbol.for('recorded errors'));
  return errors?.splice(0) ?? [];
}
