// @ts-check
// What the page has open: a lesson from the list, a file, or an attempt that was kept or came as a link.
import * as choice from './choice.js';
import { download } from './files.js';
import { inWords } from './announce.js';
import { lessonOfAddress, putIntoAddress } from './lessons.js';
import { fromHash, isLink } from './link.js';
import { keysOf, otherKind, textOf } from './file_kinds.js';

/** What undo does not bring back, and is of one lesson only. @typedef {() => object} LessonState */

const chooseAnother = 'choose one of the lessons on the list, or open a file';

/** @param {Page} page @param {LessonState} lessonState @returns {PageWork} */
export function createWork(page, lessonState) {
  /** @type {import('./lessons.js').Lessons | undefined} */
  let lessons;
  return {
    ...opening(page, lessonState, () => lessons),
    ...fromOutside(page),
    ...doing(page),
    /** Opens what there is to open as the page begins. @param {Promise<import('./lessons.js').Lessons>} list */
    async begin(list) {
      try {
        lessons = await list;
      } catch {
        // that was said where it was asked for, and the text page goes on without
      }
      await page.openLink(() => openWanted(page));
    },
  };
}

/** @param {unknown} error */
const messageOf = (error) => (error instanceof Error ? error.message : String(error));

/** A lesson's file. @param {import('./lessons.js').Lessons | undefined} lessons @param {string} id */
async function readLesson(lessons, id) {
  if (!lessons) throw new Error('the list of lessons did not arrive');
  return lessons.read(id);
}

/**
 * Loads a scenario, with nothing done in it.
 * @param {Page} page
 * @param {LessonState} lessonState
 * @param {string} name
 * @param {string | Uint8Array} content
 * @param {boolean} own  whether it is the student's own file
 */
function load(page, lessonState, name, content, own) {
  // Before the control that was used gives way to another.
  const atHand = page.isAtHand();
  const answer = page.engine.call(own ? 'open' : 'load', { file_name: name, scenario: content });
  if (answer.ok) {
    page.outdate();
    Object.assign(page.state, lessonState());
    page.store.begin(answer.value, name, textOf(content), own);
  }
  page.announce(answer);
  if (answer.ok) choice.close();
  if (atHand) page.focus(answer.ok ? 'page-title' : 'diagnostics-title');
  return answer;
}

/**
 * Opens what was kept, or came as a file or a link.
 * @param {Page} page
 * @param {Promise<import('./engine.js').Answer>} attempt
 * @param {() => import('./lessons.js').Lessons | undefined} lessons
 */
async function bring(page, attempt, lessons) {
  const atHand = page.isAtHand();
  try {
    const answer = await attempt;
    page.tell(answer);
    const { scenario } = page.engine.model();
    // A file of the student's own that bears a lesson's id doesn't get the lesson's address.
    const isLesson = !page.store.source()?.own && lessons()?.all.some(({ id }) => id === scenario?.id);
    putIntoAddress(isLesson && scenario ? scenario.id : null);
    choice.close();
    if (atHand) page.focus('page-title');
    return answer.ok;
  } catch (error) {
    page.refuse(messageOf(error), chooseAnother);
    return false;
  }
}

/** Lessons and attempts. @param {Page} page @param {LessonState} lessonState @param {() => import('./lessons.js').Lessons | undefined} lessons */
const opening = (page, lessonState, lessons) => ({
  /** @param {string} id */
  lesson: (id) => readLesson(lessons(), id),
  /** @param {string} name @param {string | Uint8Array} content @param {boolean} [own] */
  load: (name, content, own = false) => load(page, lessonState, name, content, own),

  /** Opens a lesson where it was left; `anew`: as a new attempt. @param {string} id */
  async openLesson(id, anew = false) {
    try {
      const latest = anew ? undefined : page.store.latest(id);
      if (latest) return await page.openAttempt(latest.id);
      const { name, text } = await page.lesson(id);
      if (page.load(name, text).ok) putIntoAddress(id);
    } catch (error) {
      page.refuse(messageOf(error), chooseAnother);
    }
    return undefined;
  },
  /** For the tour, which needs something to be shown. */
  async openFirstLesson() {
    const first = lessons()?.all[0];
    return first && page.openLesson(first.id);
  },
  /** The scenario at hand as a new attempt; the one at hand stays kept. */
  beginAgain() {
    const source = page.store.source();
    return source && page.load(source.name, source.text, source.own);
  },
  /** @param {string} id */
  openAttempt: (id) => page.bring(page.store.open(id)),

  /** @param {Promise<import('./engine.js').Answer>} attempt */
  bring: (attempt) => bring(page, attempt, lessons),
});

/** What comes as a file or in the address. @param {Page} page */
const fromOutside = (page) => ({
  /** A scenario, or an attempt at one. What is neither is the engine's to judge, as a scenario. @param {string} name @param {Uint8Array} bytes */
  openFile(name, bytes) {
    const keys = keysOf(bytes);
    const other = otherKind(keys, bytes);
    if (other) return page.refuse(`\`${name}\` is ${other.what}, and no scenario or attempt`, other.help);
    if (!keys.includes('submission')) return page.load(name, bytes, true).ok && putIntoAddress(null);
    const read = page.engine.call('read_submission', { file_name: name, submission: bytes });
    if (read.ok) return page.bring(page.store.adopt(read.value));
    page.announce(read);
    return page.focus('diagnostics-title');
  },
  /** What the address carries after `#`, if that is work: it becomes an attempt of its own. Else does as usual. */
  async openLink(asUsual = async () => {}) {
    const { hash } = location;
    if (!isLink(hash)) return asUsual();
    dropHash();
    try {
      const submission = await fromHash(hash, (bytes) => page.engine.call('digest', { bytes }).value);
      const read = page.engine.call('read_submission', { file_name: 'the link', submission });
      if (!read.ok) throw new Error(read.message);
      await page.bring(page.store.adopt(read.value));
    } catch (error) {
      await asUsual();
      page.refuse(messageOf(error), 'ask for it again, or for the attempt as a file; what is kept here is untouched');
    }
    return undefined;
  },
});

/** What is done in it. @param {Page} page */
const doing = (page) => ({
  /** @param {string} text */
  command: (text) => page.perform('command', { command: text }),
  /** @param {number} run */
  select(run) {
    page.engine.call('select', { run }, true);
    page.refresh();
  },
  /** @param {string} what */
  download(what) {
    const answer = page.engine.call('export_file', { what });
    if (answer.ok) download(answer.value);
    page.say(answer.ok ? `${answer.value.name} was handed to the browser.` : inWords(answer), !answer.ok);
  },
});

/** Opens what was left last, or the lesson that the address asks for. @param {Page} page */
async function openWanted(page) {
  const wanted = lessonOfAddress();
  const stuck = page.store.stuck();
  const last = page.store.last(stuck?.id);
  if (last && (!wanted || (last.scenario === wanted && !last.own))) await page.openAttempt(last.id);
  else if (wanted) await page.openLesson(wanted, stuck?.scenario === wanted);
  if (stuck) {
    page.refuse(
      `“${stuck.name}” was not opened: the page ended while it was being opened`,
      'it is kept: under Your work its commands can be saved as a file',
    );
  }
}

/** A link has been read once: loading the page again must not open it again. */
function dropHash() {
  try {
    history.replaceState(history.state, '', location.pathname + location.search);
  } catch {
    location.hash = '';
  }
}
