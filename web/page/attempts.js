// @ts-check
// The attempts that are kept in this browser.
//
// localStorage, because what it has taken before a call returns outlives a tab that is killed right after it. An attempt
// lies under keys of its own, so that no two ever share a write:
//
//   need-to-know.attempt.ID     its head: which scenario, name, time, how many of its steps are applied
//   need-to-know.attempt.ID.N   its journal (sim/session/journal.h), in blocks of lines: a step rewrites one block. Where
//                               the head doesn't say `journal`, an earlier version of the page kept its steps alone
//   need-to-know.first.HASH     the first predictions in all attempts at the scenario of that hash, deleted ones included
//   need-to-know.opening        the attempt that is being opened: if it's still there later, the page ended over it
//   need-to-know.scenario.HASH  the text of a scenario of the user's own, which no lesson of the page has
//   need-to-know.last           the attempt that was worked at last
//
// A write can fail at every point and the tab can die between any two: what is read is then what was there before it, or
// after it.

/**
 * @typedef {object} Head
 * @property {string} id
 * @property {string} scenario  id of the scenario
 * @property {string} title     of the scenario
 * @property {string} sha256    of the scenario's text
 * @property {string} file      name of the scenario's file
 * @property {boolean} own      whether the text is kept too
 * @property {string} name      as its user calls it
 * @property {number} changed   when, in milliseconds
 * @property {number} position  how many steps are applied
 * @property {number} count     how many there are
 * @property {boolean} [journal] whether its lines are a journal
 * @property {string} stamp     of the last write: another than the last of one's own is another tab's
 */

/** Lines in a block: what one step costs to write stays small however long an attempt grows. */
export const blockSize = 200;

const root = 'need-to-know.';
const prefix = `${root}attempt.`;
/** @param {string} id @param {number} block */
const blockKey = (id, block) => `${prefix}${id}.${block}`;
/** @type {Record<string, *>} */
const shape = { id: '', scenario: '', title: '', sha256: '', file: '', own: true, name: '', changed: 0, position: 0, count: 0, stamp: '' };

export const random = () => Math.random().toString(36).slice(2, 12).padEnd(10, '0');

/** The browser's store, or undefined where it grants none. */
function storage() {
  try {
    const store = window.localStorage;
    store.getItem(root);
    return store;
  } catch {
    return undefined;
  }
}

/**
 * A head as it was written; null where there is none or anything else lies there.
 * @param {string | null} text
 * @param {string} id
 * @returns {Head | null}
 */
function parsed(text, id) {
  try {
    const head = JSON.parse(text ?? 'null');
    return head?.id === id && Object.entries(shape).every(([key, like]) => typeof head[key] === typeof like) ? head : null;
  } catch {
    return null;
  }
}

const retries = (/** @type {string} */ line) => Number(/ retries=(\d+)/.exec(line)?.[1] ?? 0);

/**
 * The browser's store: what it has under a key, or null.
 * @typedef {object} Keys
 * @property {boolean} granted  whether there is a store at all
 * @property {(key: string) => string | null} get
 * @property {(key: string, text: string) => void} set  throws where it has no room, or takes nothing
 * @property {(key: string) => void} remove
 * @property {() => string[]} all
 */

/** Not every store that can be read can be written. @param {Storage | undefined} store @returns {Keys} */
const keysOf = (store) => ({
  granted: store !== undefined,
  get: (key) => store?.getItem(key) ?? null,
  set(key, text) {
    if (!store) throw new Error('this browser keeps nothing for this page');
    store.setItem(key, text);
  },
  remove: (key) => store?.removeItem(key),
  all: () => Object.keys(store ?? {}),
});

/** Takes away the blocks of an attempt from one on. @param {Keys} keys @param {string} id @param {number} from */
function cut(keys, id, from) {
  for (let block = from; keys.get(blockKey(id, block)) !== null; ++block) keys.remove(blockKey(id, block));
}

/** @param {Keys} keys @param {string} id @returns {Head | null} */
const headIn = (keys, id) => parsed(keys.get(prefix + id), id);

/** All of them, the latest first. @param {Keys} keys @returns {Head[]} */
function headsIn(keys) {
  const found = keys.all().filter((key) => key.startsWith(prefix) && !key.includes('.', prefix.length));
  return found
    .map((key) => headIn(keys, key.slice(prefix.length)))
    .filter((head) => head !== null)
    .sort((a, b) => b.changed - a.changed);
}

/** An attempt's lines, and how many of its steps are applied. @param {Keys} keys @param {Head} head */
function linesIn(keys, { id, position, count, journal }) {
  /** @type {string[]} */
  const lines = [];
  for (let block = 0; ; ++block) {
    const text = keys.get(blockKey(id, block));
    if (!text) break;
    lines.push(...text.split('\n'));
    // What comes after a block that is not full was to be taken away.
    if (lines.length < (block + 1) * blockSize) break;
  }
  return { lines, position: journal ? position : position === count ? lines.length : Math.min(position, lines.length) };
}

/**
 * Writes the lines from the block that `from` begins, then the head. Throws where the store is full.
 * @param {Keys} keys
 * @param {Head} head
 * @param {number} from
 * @param {string[]} lines
 */
function write(keys, head, from, lines) {
  let block = from / blockSize;
  for (let at = 0; at < lines.length; at += blockSize, ++block) {
    keys.set(blockKey(head.id, block), lines.slice(at, at + blockSize).join('\n'));
    if (at === 0) cut(keys, head.id, block + 1);
  }
  keys.set(prefix + head.id, JSON.stringify(head));
  cut(keys, head.id, block);
}

/** With the text of its scenario, where no other attempt has the same. @param {Keys} keys @param {string} id */
function remove(keys, id) {
  const head = headIn(keys, id);
  keys.remove(prefix + id);
  cut(keys, id, 0);
  if (head?.own && !headsIn(keys).some(({ sha256 }) => sha256 === head.sha256)) keys.remove(`${root}scenario.${head.sha256}`);
}

/** What lies there of attempts. @param {Keys} keys */
const attemptsIn = (keys) => ({
  head: (/** @type {string} */ id) => headIn(keys, id),
  list: () => headsIn(keys),
  lines: (/** @type {Head} */ head) => linesIn(keys, head),
  write: (/** @type {Head} */ head, /** @type {number} */ from, /** @type {string[]} */ lines) => write(keys, head, from, lines),
  writeHead: (/** @type {Head} */ head) => keys.set(prefix + head.id, JSON.stringify(head)),
  remove: (/** @type {string} */ id) => remove(keys, id),
  /** @param {string} key @param {string} id */
  isHeadOf: (key, id) => key === prefix + id,
});

/** The texts of scenarios of the user's own. @param {Keys} keys */
const scenariosIn = (keys) => ({
  scenario: (/** @type {string} */ sha256) => keys.get(`${root}scenario.${sha256}`),
  /** @param {string} sha256 @param {string} text */
  keepScenario: (sha256, text) => keys.set(`${root}scenario.${sha256}`, text),
});

/** The first predictions at a scenario: of each request, by its id, a line of a journal. @param {Keys} keys @param {string} sha256 @returns {Record<string, string>} */
function firstIn(keys, sha256) {
  try {
    const kept = JSON.parse(keys.get(`${root}first.${sha256}`) ?? '{}');
    return Object.fromEntries(Object.entries(kept).filter(([, line]) => typeof line === 'string'));
  } catch {
    return {};
  }
}

/** Adds to them. What stands there was first and stays; only the count of retries grows. @param {Keys} keys @param {string} sha256 @param {Record<string, string>} found */
function keepFirst(keys, sha256, found) {
  const kept = firstIn(keys, sha256);
  for (const [request, line] of Object.entries(found)) {
    const before = kept[request] ?? line;
    kept[request] = before.replace(/ retries=\d+/, ` retries=${Math.max(retries(before), retries(line))}`);
  }
  const text = JSON.stringify(kept);
  if (text !== (keys.get(`${root}first.${sha256}`) ?? '{}')) keys.set(`${root}first.${sha256}`, text);
}

/** @param {Keys} keys */
const predictionsIn = (keys) => ({
  first: (/** @type {string} */ sha256) => firstIn(keys, sha256),
  keepFirst: (/** @type {string} */ sha256, /** @type {Record<string, string>} */ found) => keepFirst(keys, sha256, found),
});

/** Which attempt is being opened, and which was worked at last. @param {Keys} keys */
const markersIn = (keys) => ({
  /** The attempt over whose opening the page ended. */
  stuck: () => keys.get(`${root}opening`),
  /** @param {string | null} id  what is being opened; null once it is */
  setOpening(id) {
    try {
      if (id) keys.set(`${root}opening`, id);
      else keys.remove(`${root}opening`);
    } catch {
      // no room: then nothing is known of it
    }
  },
  last: () => keys.get(`${root}last`),
  setLast: (/** @type {string} */ id) => keys.set(`${root}last`, id),
});

export function createAttempts() {
  const keys = keysOf(storage());
  return {
    /** Whether there is a store at all. */
    granted: keys.granted,
    ...attemptsIn(keys),
    ...scenariosIn(keys),
    ...predictionsIn(keys),
    ...markersIn(keys),
  };
}
