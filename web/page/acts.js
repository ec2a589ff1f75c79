// @ts-check
// What can be done by the palette, by a key, by a button of the header or of Help: at the view at hand, be it the canvas or the
// text page. The words are the rows of web/view/acts.def, and the type checker sees to it that each has its function here.
import * as assign from './assign.js';
import { copyTable } from './copy.js';
import { showProjector, showSize, sizeBeside } from './look.js';
import * as palette from './palette.js';
import { print } from './print.js';
import * as shortcuts from './shortcuts.js';
import * as tour from './tour.js';

/**
 * @typedef {import('./bridge.js').ActWord} Word
 * @typedef {(page: Page, subject: string) => unknown} Act
 */

/** @type {Act} */
const command = (page, subject) => page.command(subject);

/** At the text page, what the text page does; else the canvas does it. @param {Word} word @param {Act} onTextPage @returns {Act} */
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
  const run = page.engine.model().requests.find((request) => request.id === id)?.result?.run;
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

/** One for each row of the table. @type {Record<Word, Act>} */
const acts = {
  command,
  undo: (page) => page.perform('undo'),
  redo: (page) => page.perform('redo'),
  lesson: (page, id) => page.openLesson(id),
  file: (page) => page.files.dialog(),
  place: either('place', (page, id) => goTo(page, `${id}-title`)),
  thing: either('thing', goToThing),
  request: either('request', goToRequest),
  agency: either('agency', goToAgency),
  export_file: (page, what) => page.download(what),
  copy_table: copyTable,
  print,
  theme: colours,
  size: (page, word) => showSize(page, sizeBeside(word)),
  projector: (page) => showProjector(page),
  palette: (page) => palette.open(page),
  shortcuts: (page) => shortcuts.open(page),
  tour: (page) => tour.begin(page),
  spotlight: (page, place) => page.engine.act('spotlight', place),
  view: () => document.getElementById('view')?.click(),
};

/** @param {Page} page @param {Word} word @param {string} [subject] */
export const act = (page, word, subject = '') => acts[word](page, subject);
