// @ts-check
// The lessons on offer: their list, and the scenario of each. On a site the list can be added to (docs/hosting.md).
import { resourceText } from './resources.js';

/**
 * @typedef {{id: string, title: string, summary?: string, file: string, minutes?: number}} Lesson
 * @typedef {object} Lessons
 * @property {Lesson[]} all
 * @property {(id: string) => Promise<{name: string, text: string}>} read  the scenario's file; rejects with what to tell the user
 */

/**
 * Asks for the list, and for the lesson that the address wants: at once, while the module still arrives.
 * @returns {Promise<Lessons>}
 */
export async function readLessons() {
  const all = listed(JSON.parse(await resourceText('scenarios/index.json')));
  /** @type {Map<string, Promise<{name: string, text: string}>>} */
  const arriving = new Map();

  /** @param {string} id */
  async function fetchLesson(id) {
    const lesson = all.find((each) => each.id === id);
    if (!lesson) throw new Error(`no lesson has the id \`${id}\``);
    return { name: lesson.file, text: await resourceText(`scenarios/${lesson.file}`) };
  }

  /** @param {string} id */
  function read(id) {
    const before = arriving.get(id);
    if (before) return before;
    const lesson = fetchLesson(id);
    arriving.set(id, lesson);
    // What did not arrive is asked for again the next time.
    lesson.catch(() => arriving.delete(id));
    return lesson;
  }

  const wanted = lessonOfAddress();
  if (wanted) read(wanted);
  return { all, read };
}

/** What of a list can be offered: an entry that somebody got wrong takes no other with it. @param {unknown} list @returns {Lesson[]} */
function listed(list) {
  if (!Array.isArray(list)) throw new Error('scenarios/index.json is no list');
  const ids = new Set();
  return list.filter((each, at) => {
    const lacking = ['id', 'title', 'file'].find((key) => typeof each?.[key] !== 'string' || each[key] === '');
    const fault = lacking ? `has no ${lacking}` : ids.has(each.id) ? 'has the id of another' : '';
    if (fault) console.warn(`scenarios/index.json: entry ${at + 1} ${fault}`);
    else ids.add(each.id);
    return !fault;
  });
}

/** The list as the engine takes it. @param {Pick<Lessons, 'all'>} lessons */
export const forEngine = ({ all }) =>
  all.map(({ id, title, summary }) => ({ id, title, summary: typeof summary === 'string' ? summary : '' }));

/** The lesson that the page's address asks for: `?scenario=ID`. */
export function lessonOfAddress() {
  return new URLSearchParams(location.search).get('scenario');
}

/** Puts the lesson into the address, so that it can be passed on; null takes it out. @param {string | null} id */
export function putIntoAddress(id) {
  const address = new URL(location.href);
  if (id) address.searchParams.set('scenario', id);
  else address.searchParams.delete('scenario');
  try {
    history.replaceState(history.state, '', address);
  } catch {
    // A page opened from a file keeps its address.
  }
}
