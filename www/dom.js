// Small hands for the DOM. Text given to these never becomes markup.

/**
 * Makes an element. Attributes that are `false`, `null` or `undefined` are left out, `true` is the empty string,
 * and `true` for ARIA.
 *
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, string | number | boolean | null | undefined>} [attributes]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    // An empty `aria-hidden` hides nothing.
    element.setAttribute(name, value === true && !name.startsWith('aria-') ? '' : String(value));
  }
  element.append(...children);
  return element;
}

/**
 * A push button that does one thing.
 *
 * @param {Record<string, string | number | boolean | null | undefined>} attributes
 * @param {(event: MouseEvent) => void} act
 * @param {AbortSignal} signal
 * @param {...(Node | string)} children
 */
export function button(attributes, act, signal, ...children) {
  const element = h('button', { type: 'button', ...attributes }, ...children);
  element.addEventListener('click', act, { signal });
  return element;
}

/**
 * The language that holds at an element: the nearest `lang`, through shadow roots, then the reader's own.
 *
 * @param {Element} element
 * @returns {string}
 */
export function languageOf(element) {
  /** @type {Element | null} */
  let at = element;
  while (at) {
    const holder = at.closest('[lang]');
    const lang = holder?.getAttribute('lang');
    if (lang) return lang;
    const root = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return navigator.language;
}

/** Lets the page take its turn: input and painting come before what is after this. */
export function breathe() {
  const scheduler = /** @type {{ yield?: () => Promise<void> } | undefined} */ (
    Reflect.get(globalThis, 'scheduler')
  );
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
}
