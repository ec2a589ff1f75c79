// @ts-check
// What the palette, the shortcuts and the menus do: at the view at hand, be it the canvas or the text page. The words are
// those of web/view/palette_list.h.
import * as assign from './assign.js';
import { copyTable } from './copy.js';
import { showProjector, showSize, sizeBeside } from './look.js';
import * as palette from './palette.js';
import { print } from './print.js';
import * as shortcuts from './shortcuts.js';
import * as tour from './tour.js';

/** @typedef {(page: Page, subject: string) => unknown} Act */

/** @type {Act} */
const command = (page, subject) => page.command(subject);
/** @param {string} verb @returns {Act} */
const say = (verb) => (page) => page.announce(page.engine.call(verb));

/** At the text page, what the text page does; else the canvas does it. @param {string} word @param {Act} onTextPage @returns {Act} */
const either = (word, onTextPage) => (page, subject) => {
  if (page.isAtHand()) return onTextPage(page, subject);
  page.engine.act(word, subject);
  return document.getElementById('canvas')?.focus();
};

/** Brings the focus to a heading, which then stands at the top. @param {Page} page @param {string} id */
function goTo(page, id) {
  const heading = document.getElementById(id);
  if (!heading) return;
  if (!heading.hasAttribute('tabindex')) heading.setAttribute('tabindex', '-1');
  heading.focus();
  heading.scrollIntoView({ block: 'start' });
}

/** @param {Page} page @param {string} subject */
function goToThing(page, subject) {
  const [kind, id] = subject.split(' ');
  assign.bring(page, kind, id);
  goTo(page, `${kind}_${id}_title`);
}

/** @param {Page} page @param {string} id */
function goToRequest(page, id) {
  const run = page.engine.call('model').value.requests.find((/** @type {*} */ request) => request.id === id)?.result?.run;
  if (run !== undefined) page.select(run);
  goTo(page, `request_${id}_title`);
}

/** @param {Page} page @param {string} id */
function goToAgency(page, id) {
  Object.assign(page.state.catalogue, { open: true, list: 'agencies', search: id });
  page.render();
  goTo(page, 'catalogue-title');
}

/** @param {Page} page @param {string} word */
function colours(page, word) {
  const theme = /** @type {HTMLSelectElement} */ (document.getElementById('theme'));
  theme.value = word;
  theme.dispatchEvent(new Event('change', { bubbles: true }));
}

/** @type {Record<string, Act | undefined>} */
const acts = {
  command,
  undo: say('undo'),
  redo: say('redo'),
  lesson: (page, id) => page.openLesson(id),
  file: (page) => page.files.dialog(),
  place: either('place', (page, id) => goTo(page, `${id}-title`)),
  thing: either('thing', goToThing),
  request: either('request', goToRequest),
  agency: either('agency', goToAgency),
  export: (page, what) => page.download(what),
  copy: copyTable,
  print,
  theme: colours,
  size: (page, word) => showSize(page, sizeBeside(word)),
  projector: (page) => showProjector(page),
  palette: (page) => palette.open(page),
  shortcuts: () => shortcuts.open(),
  tour: (page) => tour.begin(page),
  view: () => document.getElementById('view')?.click(),
};

/** @param {Page} page @param {string} word @param {string} [subject] */
export const act = (page, word, subject = '') => acts[word]?.(page, subject);
