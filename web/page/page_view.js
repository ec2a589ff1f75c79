// @ts-check
// The text page as it is seen: written from the model when something has changed, with the focus where it was, and a line
// that says what happened.
import { createAnnouncer, inWords } from './announce.js';
import { h, morph } from './dom.js';
import * as header from './header.js';
import { noting } from './model.js';
import { shown } from './shown.js';

/**
 * A section of the text page, written as if anew; null where there is nothing to be seen of it.
 * @typedef {(model: Model, page: Page) => Element | null} View
 *
 * What the text page is made of.
 * @typedef {object} Parts
 * @property {View} head
 * @property {View} sidebar
 * @property {(model: Model) => View[]} content  the sections that there are
 *
 * A section as it was written last: its element's id, and of what it was written, with the revision of each.
 * @typedef {{id: string | null, from: Map<string, number>}} Written
 */

/** @param {Page} page @param {HTMLElement} host @param {Parts} parts @returns {PageView} */
export function createView(page, host, parts) {
  const announcer = createAnnouncer();
  // Home may stand there already, as the build wrote it.
  const frame = host.querySelector('.text-page') ?? h('div.text-page', {});
  if (!frame.isConnected) host.replaceChildren(frame);
  host.append(announcer.element);
  return { ...rendering(page, host, writing(page, frame, parts)), ...saying(page, announcer.say), ...moving(page, host) };
}

/**
 * Writes the page: all of it, or the sections of which something has changed, and the one in which the focus is.
 * @param {Page} page @param {Element} frame @param {Parts} parts
 * @returns {(all: boolean) => void}
 */
function writing(page, frame, { head, sidebar, content }) {
  /** @type {Map<View, Written>} */
  const before = new Map();

  /** The element that can stay as it is; null where it is to be written. @param {View} view */
  function unchanged(view) {
    const { id, from } = before.get(view) ?? { id: null, from: [] };
    for (const [section, revision] of from) if (page.engine.changedAt(section) !== revision) return null;
    const element = document.getElementById(id ?? '');
    return element?.contains(document.activeElement) ? null : element;
  }

  /** @param {View} view @param {Model} model */
  function anew(view, model) {
    const from = new Map();
    const element = view(
      noting(model, (section) => from.set(section, page.engine.changedAt(section))),
      page,
    );
    before.set(view, { id: element && element.id, from });
    return element;
  }

  return (all) => {
    const model = page.engine.model();
    document.title = model.scenario ? `${shown(model.scenario.title)} – Need to Know` : 'Need to Know';
    const written = content(model).map((view) => (all ? null : unchanged(view)) ?? anew(view, model));
    const inside = frame.querySelector('#content') ?? h('div.content', { id: 'content' });
    const ready = [head(model, page), sidebar(model, page), inside];
    morph(
      frame,
      ready.filter((part) => part !== null),
    );
    morph(
      inside,
      written.filter((part) => part !== null),
    );
  };
}

/** When the page is written. @param {Page} page @param {HTMLElement} host @param {(all: boolean) => void} write */
function rendering(page, host, write) {
  let isShown = false;
  let waits = false;
  let isOutdated = true;
  return {
    render() {
      page.outdate();
      page.refresh();
    },
    refresh() {
      waits = false;
      write(isOutdated);
      isOutdated = false;
    },
    outdate() {
      isOutdated = true;
    },
    /** Many changes in a row, as the panels make them, are written once; and while the user is at the panels, after them. */
    update() {
      if (!isShown || waits) return;
      waits = true;
      const refresh = () => waits && page.refresh();
      if (page.isAtHand()) queueMicrotask(refresh);
      else whenIdle(refresh);
    },
    /** What was asked of the engine has its answer: it is seen at once by who is at the text page. */
    refreshNow() {
      if (isShown && page.isAtHand()) page.refresh();
      else page.update();
    },
    /** Writes the page for the first time: after the panels' first frame, where there are panels to look at. */
    async appear() {
      if (!page.isAtHand()) await new Promise((resolve) => whenIdle(() => resolve(null)));
      isShown = true;
      page.render();
    },
    /** Whether the user is at the text page, and not at the panels above it. */
    isAtHand: () => host.contains(document.activeElement) || document.documentElement.dataset.view === 'text' || !header.hasPanels(),
  };
}

/** @typedef {{ok: boolean, message: string, help?: string}} Spoken */

/** What is said of what happened. @param {Page} page @param {(text: string, refused?: boolean) => void} show */
function saying(page, show) {
  let latest = 0;
  /** @param {string} text @param {boolean} [refused] */
  function say(text, refused) {
    latest++;
    show(text, refused);
  }
  return {
    say,
    /** What came of something that was done at the panels: told once the text page shows it, unless more is said by then. @param {Spoken} answer */
    hear(answer) {
      const turn = ++latest;
      setTimeout(() => whenIdle(() => turn === latest && say(inWords(answer), !answer.ok)));
    },
    /** @type {PageView['announce']} */
    announce(answer) {
      say(inWords(answer), !answer.ok);
      if (!answer.ok) page.outdate(); // a control that changed nothing is put back
      page.refreshNow();
      return answer;
    },
    /** @type {PageView['perform']} */
    perform: (verb, ...takes) => page.announce(page.engine.call(verb, .../** @type {any} */ ([takes[0], true]))),
    /** @param {string} message @param {string} help */
    refuse: (message, help) => page.perform('refuse', { message, help }),
    /** An answer that both pages are to show. @param {Spoken} answer */
    tell: ({ ok, message, help = '' }) => (ok ? page.perform('say', { message }) : page.refuse(message, help)),
  };
}

/** Where one is. @param {Page} page @param {HTMLElement} host */
const moving = (page, host) => ({
  /** @param {string} id */
  focus(id) {
    // What the build wrote (early.js) is not yet the page.
    if (!('early' in host.dataset)) document.getElementById(id)?.focus();
  },
  /** The text page without the panels. */
  showAlone() {
    header.actions.textAlone(page);
    host.focus();
  },
  /** The panels have ended: the text page goes on, and says so. @param {string} message */
  panelsEnded(message) {
    page.render();
    page.say(message, true);
    host.focus();
  },
});

/** @param {() => void} act */
function whenIdle(act) {
  if ('requestIdleCallback' in window) requestIdleCallback(() => act(), { timeout: 500 });
  else setTimeout(act, 100);
}
