// @ts-check
// The text page as it is seen: written from the model when something has changed, with the focus where it was, and a line
// that says what happened.
import { createAnnouncer, inWords } from './announce.js';
import { h, morph } from './dom.js';
import * as header from './header.js';
import { shown } from './shown.js';

/**
 * What the text page is made of: each part is written as if anew.
 * @typedef {object} Parts
 * @property {(model: *) => Node} head
 * @property {(model: *) => Node | null} sidebar
 * @property {(model: *, page: Page) => *[]} content
 */

/** @param {Page} page @param {HTMLElement} host @param {Parts} parts @returns {PageView} */
export function createView(page, host, parts) {
  const announcer = createAnnouncer();
  // Home may stand there already, as the build wrote it.
  const frame = host.querySelector('.text-page') ?? h('div.text-page', {});
  if (!frame.isConnected) host.replaceChildren(frame);
  host.append(announcer.element);
  return { ...rendering(page, host, () => write(page, frame, parts)), ...saying(page, announcer.say), ...moving(page, host) };
}

/** @param {Page} page @param {Element} frame @param {Parts} parts */
function write(page, frame, { head, sidebar, content }) {
  const model = page.engine.call('model').value;
  document.title = model.scenario ? `${shown(model.scenario.title)} – Need to Know` : 'Need to Know';
  const inside = h('div.content', { id: 'content' }, content(model, page));
  const all = [head(model), sidebar(model), inside];
  morph(
    frame,
    all.filter((part) => part !== null),
  );
}

/** When the page is written. @param {Page} page @param {HTMLElement} host @param {() => void} write */
function rendering(page, host, write) {
  let isShown = false;
  let waits = false;
  return {
    render() {
      waits = false;
      write();
    },
    /** Many changes in a row, as the panels make them, are written once; and while the user is at the panels, after them. */
    update() {
      if (!isShown || waits) return;
      waits = true;
      const render = () => waits && page.render();
      if (page.isAtHand()) queueMicrotask(render);
      else whenIdle(render);
    },
    /** What was asked of the engine has its answer: it is seen at once by who is at the text page. */
    renderNow() {
      if (isShown && page.isAtHand()) page.render();
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
    /** @param {import('./engine.js').Answer} answer */
    announce(answer) {
      say(inWords(answer), !answer.ok);
      page.renderNow();
      return answer;
    },
    /** @param {string} message @param {string} help */
    refuse: (message, help) => page.announce(page.engine.call('refuse', message, help)),
    /** An answer that both pages are to show. @param {Spoken} answer */
    tell: ({ ok, message, help = '' }) => (ok ? page.announce(page.engine.call('say', message)) : page.refuse(message, help)),
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
