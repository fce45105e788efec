// The workbench of the explorer: data of the reader's own, editing, and the check list before publishing. Fetched when
// a reader asks for one of them. A file of its own.
import { h } from './dom.js';
import { Checklist } from './workbench/checklist.js';
import { Editor } from './workbench/editor.js';
import { Own } from './workbench/own.js';
import { Panel, live } from './workbench/panel.js';
import { Publish } from './workbench/publish.js';
import { OWN, Sets } from './workbench/sets.js';
import { sheet } from './workbench/style.js';
import * as SAYS from './workbench/words.js';

/** Fetches what reads documents of any kind. */
async function desk() {
  const made = await import('./desk.js');
  await made.ready();
  return made;
}

export class Workbench {
  #sets;
  #own;
  /** @type {Map<string, { panel: Panel, update?: () => void }>} */
  #panels = new Map();
  #buttons;
  #addresses;
  #nav;
  #drop = h('div', { class: 'drop', hidden: true }, SAYS.drop);

  /**
   * @param {import('./element.js').DealNetwork} network
   * @param {HTMLElement} nav links to the page's data sets
   * @param {Map<string, HTMLElement>} buttons that open the panels
   * @param {Map<string, string>} addresses of the page's data sets, by name
   * @param {string} name of the one that is shown
   * @param {boolean} gone whether a link led to rows that are not here
   */
  constructor(network, nav, buttons, addresses, name, gone) {
    document.adoptedStyleSheets.push(sheet());
    this.#nav = nav;
    this.#buttons = buttons;
    this.#addresses = addresses;
    this.#sets = new Sets(network, name, addresses, desk);
    const own = new Panel('own', SAYS.own);
    const edit = new Panel('edit', SAYS.edit);
    const checks = new Panel('check', SAYS.check);
    const publish = new Panel('embed', SAYS.publish);
    this.#own = new Own(this.#sets, own.body, gone);
    const editor = new Editor(this.#sets, edit.body);
    const list = new Checklist(this.#sets, checks.body);
    new Publish(this.#sets, network, () => import('./press.js'), publish.body);
    this.#panels.set('own', { panel: own });
    this.#panels.set('edit', { panel: edit, update: () => editor.update() });
    this.#panels.set('check', { panel: checks, update: () => list.update() });
    this.#panels.set('embed', { panel: publish, update: () => {} });
    network.before(own.root, edit.root, checks.root, publish.root, live);
    document.body.append(this.#drop);
    this.#sets.onChange(() => this.#mark());
    nav.addEventListener('click', (event) => this.#visit(event));
  }

  /** Opens a panel, or closes the one that is open. @param {string} name */
  async toggle(name) {
    const opener = this.#buttons.get(name);
    const made = this.#panels.get(name);
    if (!opener || !made) return;
    const wasOpen = made.panel.isOpen;
    for (const { panel } of this.#panels.values()) if (panel.isOpen) panel.close(false);
    if (wasOpen) return opener.focus();
    if (made.update) {
      await this.#sets.open();
      made.update();
    }
    made.panel.open(opener);
  }

  /** A file is over the page, or no more. @param {boolean} is */
  hover(is) {
    this.#drop.hidden = !is;
  }

  /** Files were dropped. @param {File[]} files */
  async drop(files) {
    this.hover(false);
    if (!this.#panels.get('own')?.panel.isOpen) await this.toggle('own');
    await this.#own.files(files);
  }

  /**
   * Back or forward in the page's history.
   *
   * @param {import('./types.js').State} state that the address asks for
   * @returns {boolean} whether that led to another set
   */
  follow(state) {
    const name = this.#asked;
    if (name === this.#sets.name) return false;
    this.#sets.show(name, state);
    return true;
  }

  /** The navigation and the address say which data are shown. */
  #mark() {
    const { name } = this.#sets;
    for (const item of this.#nav.querySelectorAll('[data-set]')) {
      if (item instanceof HTMLElement && item.dataset.set === name) item.setAttribute('aria-current', 'page');
      else item.removeAttribute('aria-current');
    }
    if (name === this.#asked) return;
    const query = name === this.#first ? '' : `?data=${name}`;
    history.pushState(null, '', location.pathname + query);
  }

  /** The set that comes without being asked for. */
  get #first() {
    return this.#addresses.keys().next().value ?? '';
  }

  /** The set that the address names. */
  get #asked() {
    const asked = new URLSearchParams(location.search).get('data') ?? '';
    const isThere = asked === OWN ? this.#sets.hasOwn : this.#addresses.has(asked);
    return isThere ? asked : this.#first;
  }

  /** A set of the page, without leaving it: what the reader has pasted and decided stays. @param {MouseEvent} event */
  #visit(event) {
    const link = event.target instanceof Element ? event.target.closest('a[data-set]') : null;
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!(link instanceof HTMLElement) || elsewhere || event.defaultPrevented) return;
    event.preventDefault();
    this.#sets.show(link.dataset.set ?? '');
  }
}
