// @ts-check
// The text page: the session as a document of headings, forms and tables, for screen readers, phones, and browsers that
// cannot draw the panels.
//
// Each section is a module with `view(model, page)`, which writes it as if anew from the model (docs/bridge.md), and `actions`,
// what its controls do. A section is written anew when a part of the model that its view has read has changed. Controls name their action in data-attributes and one listener for each kind of event
// serves them all, so a section holds no state and no listener of its own:
//
//   data-command="run r1"  a command, on a button or a radio button     data-do="why"     an action, on a button or a link
//   data-form="predict"    an action, on a form that is submitted       data-go="ID"      where a link brings the focus
//   data-then="ID"         where the focus goes should the command take its own button away
//   data-grid="matrix"     a table of buttons that is one stop of the Tab key (grid.js)
//
// What undo should not bring back (the trail's filter, a half-filled form) is in `state`, not in the session.
//
//   page_view.js     when it is written, and what is said of what happened
//   page_work.js     which lesson, file or attempt is open
//   page_events.js   what is done with its controls
import { act } from './acts.js';
import * as ask from './ask.js';
import * as assign from './assign.js';
import { createAttemptStore } from './attempt_store.js';
import * as brief from './brief.js';
import * as calendar from './calendar.js';
import * as catalogue from './catalogue.js';
import * as choice from './choice.js';
import * as copy from './copy.js';
import * as diagnostics from './diagnostics.js';
import * as dialog from './dialog.js';
import { createFiles } from './files.js';
import * as findings from './findings.js';
import * as forecast from './forecast.js';
import * as goals from './goals.js';
import * as header from './header.js';
import * as lab from './lab.js';
import * as matrix from './matrix.js';
import { listen } from './page_events.js';
import { createView } from './page_view.js';
import { createWork } from './page_work.js';
import * as print from './print.js';
import * as requests from './requests.js';
import * as shortcuts from './shortcuts.js';
import * as tour from './tour.js';
import * as trail from './trail.js';
import * as vetting from './vetting.js';
import * as why from './why.js';
import * as work from './work.js';

/** @typedef {{view: import('./page_view.js').View, actions: object}} Section */

/** @type {Section} */
const compare = { view: findings.compareView, actions: findings.actions };
/** @type {Section} */
const excess = { view: findings.excessView, actions: {} };
/** @type {Section} */
const check = { view: findings.checkView, actions: {} };
/** @type {Section[]} */
const before = [choice, diagnostics];
/** @type {Section[]} */
const inLesson = [brief, goals, assign, requests, ask, why, trail, matrix, compare, excess, check, lab, calendar];
/** @type {Section[]} */
const after = [work, catalogue];
/** @type {import('./page_events.js').Actions} */
const actions = Object.assign({}, ...[header, ...before, ...inLesson, ...after, copy, forecast].map((section) => section.actions));

/** @type {import('./page_view.js').Parts} */
const parts = {
  head: header.view,
  sidebar: header.sidebar,
  content: (model) => [...before, ...(model.scenario ? inLesson : []), ...after].map(({ view }) => view),
};

/**
 * Starts everything that surrounds the session: lessons, files, the address. The lesson that the address asks for is
 * open at the end; nothing is written on the page before its `show()`.
 * @param {import('./engine.js').Engine} engine
 * @param {Promise<import('./lessons.js').Lessons>} lessons
 */
export async function start(engine, lessons) {
  const host = /** @type {HTMLElement} */ (document.getElementById('text-page'));
  const page = createPage(engine, host);
  listen(page, host, actions);
  dialog.listen();
  shortcuts.listen(page, act);
  print.listen(page);
  engine.onChange(page.update);
  engine.serve(callsOfPanels(page));
  await page.begin(lessons);
  return page;
}

/** @typedef {import('./bridge.js').ActWord} ActWord */

/** What the panels ask of the page (web/canvas/page_calls.h). @param {Page} page @returns {Record<string, Function>} */
const callsOfPanels = (page) => ({
  chooseLesson: page.openLesson,
  openFile: () => page.files.dialog(),
  exportFile: page.download,
  showTextPage: () => page.showAlone(),
  vetFile: (/** @type {string} */ request) => vetting.choose(page, request),
  work: (/** @type {string} */ what, /** @type {string} */ attempt, /** @type {string} */ text) => work.serve(page, what, attempt, text),
  act: (/** @type {ActWord} */ what) => act(page, what),
  settingKept: (/** @type {string} */ key, /** @type {string} */ value) => header.settingKept(page, key, value),
  said: (/** @type {boolean} */ ok, /** @type {string} */ message, /** @type {string} */ help) => page.hear({ ok, message, help }),
  copyFailed: (/** @type {string} */ text) => copy.notCopied(page, text),
});

/** What is the view's own, and of one lesson only. */
const lessonState = () => ({
  onlyOpen: false,
  predicting: new Set(), // requests whose optional prediction is unfolded
  things: {},
  lab: '',
  ask: {},
  trail: trail.startState(),
  matrix: matrix.startState(),
  findings: findings.startState(),
  forecast: forecast.startState(),
});

/** @param {import('./engine.js').Engine} engine @param {HTMLElement} host  where it is written @returns {Page} */
function createPage(engine, host) {
  // Its parts ask it for each other, and each only once all of them are there.
  const page = /** @type {Page} */ ({
    engine,
    /** @type {any} */
    state: { ...lessonState(), catalogue: catalogue.startState(), work: work.startState() },
  });
  Object.assign(page, createView(page, host, parts), createWork(page, lessonState), {
    files: createFiles(
      (name, bytes) => page.openFile(name, bytes),
      (message, help) => page.refuse(message, help),
    ),
    store: createAttemptStore(engine, {
      lesson: (id) => page.lesson(id),
      load: (name, text, own) => page.load(name, text, own),
      say: (message) => page.tell({ ok: true, message }),
      refuse: (message, help) => page.refuse(message, help),
    }),
    async show() {
      await page.appear();
      tour.offer(page);
    },
  });
  return page;
}
