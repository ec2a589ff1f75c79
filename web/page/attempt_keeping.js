// @ts-check
// Keeping an attempt: what was done since the last time is written after every change of the desk. Where another tab has
// written the same attempt meanwhile, the work here goes on as an attempt of its own.
import { freeName, later, tellPanels } from './attempt_list.js';
import { blockSize, random } from './attempts.js';

const everything = 1e9; // a block size beyond all attempts

/**
 * @typedef {import('./attempt_store.js').Shared} Shared
 * @typedef {import('./attempts.js').Head} Head
 * @typedef {import('./bridge.js').Steps} Steps
 */

/** What is not kept yet; null where all is. @param {Shared} shared @returns {Steps | null} */
function unkeptSteps({ engine }) {
  const { value } = engine.call('steps', { block: blockSize });
  return value?.unkept ? value : null;
}

/** Which attempt this very tab has, for when it is loaded again. @param {Shared} shared @param {string} id */
export function rememberHere({ attempts }, id) {
  try {
    attempts.setLast(id);
    sessionStorage.setItem('need-to-know.attempt', id);
  } catch {
    // then it is the attempt that was worked at last
  }
}

/** @returns {string | null} */
export function rememberedHere() {
  try {
    return sessionStorage.getItem('need-to-know.attempt');
  } catch {
    return null;
  }
}

/** Writes steps, and all of them as a new attempt where there is none yet. @param {Shared} shared @param {Steps} unkept */
export function write(shared, unkept) {
  const { engine, host, attempts, atHand, loaded } = shared;
  if (!loaded) return;
  const stored = atHand && attempts.head(atHand.id);
  const isForeign = atHand !== null && stored?.stamp !== atHand.stamp;
  const isFresh = !atHand || isForeign;
  const isAll = !isFresh || unkept.from === 0;
  const { from, position, count, lines, first } = isAll ? unkept : engine.call('steps', { block: everything }).value;
  const name = isForeign ? atHand.name : shared.wantedName;
  const base =
    isFresh || !stored ? { ...loaded, id: random(), name: freeName(shared, /** @type {Loaded} */ (loaded).scenario, name) } : stored;
  const head = { ...base, changed: Date.now(), position, count, journal: true, stamp: random() };
  writeWhole(shared, head, { from, lines, first, isFresh });
  if (isForeign) later(() => host.say(goesOn(atHand.name, head.name, stored !== null)));
  shared.atHand = head;
  shared.isElsewhere = false;
  rememberHere(shared, head.id);
}

/** @typedef {import('./attempt_store.js').Loaded} Loaded */

/**
 * All of a head's parts, or none of a fresh one.
 * @param {Shared} shared
 * @param {Head} head
 * @param {{from: number, lines: string[], first: Record<string, string>, isFresh: boolean}} parts
 */
function writeWhole({ attempts, loadedText }, head, { from, lines, first, isFresh }) {
  try {
    if (head.own && attempts.scenario(head.sha256) === null) attempts.keepScenario(head.sha256, loadedText);
    attempts.keepFirst(head.sha256, first);
    attempts.write(head, from, lines);
  } catch (error) {
    // An attempt without a head is none: nothing of it may stay.
    if (isFresh) attempts.remove(head.id);
    throw error;
  }
}

/** @param {string} before @param {string} now @param {boolean} isKept  whether the other tab's attempt is still there */
const goesOn = (before, now, isKept) =>
  isKept
    ? `“${before}” is open in another tab too: your work here goes on as “${now}”.`
    : `“${before}” was deleted in another tab: your work here goes on as “${now}”.`;

/**
 * Keeps what is not kept yet, and says it once where that fails.
 * @param {Shared} shared
 * @param {Steps | null} [told]  what that is, where the engine has said so
 */
export function keepWork(shared, told) {
  if (!shared.loaded || shared.isPaused) return;
  const unkept = told === undefined ? unkeptSteps(shared) : told;
  if (!unkept) return;
  try {
    write(shared, unkept);
    shared.problem = '';
    shared.toldProblem = '';
  } catch (error) {
    const problem = shared.attempts.granted && error instanceof Error && error.name === 'QuotaExceededError' ? 'full' : 'refused';
    shared.problem = problem;
    if (shared.toldProblem !== problem) later(() => shared.host.refuse(shared.problems[problem].message, shared.problems[problem].help));
    shared.toldProblem = problem;
  }
  tellPanels(shared, { kept: shared.problem === '' });
}

/** From now on; and other tabs are watched. @param {Shared} shared */
export function keepOnChange(shared) {
  shared.engine.call('keep_in_blocks', { lines: blockSize });
  shared.engine.onChange((unkept) => keepWork(shared, unkept));
  window.addEventListener('storage', ({ key }) => changedElsewhere(shared, key));
  window.addEventListener('beforeunload', (event) => {
    if (shared.problem && unkeptSteps(shared)) event.preventDefault();
  });
}

/** Another tab wrote something. @param {Shared} shared @param {string | null} key */
function changedElsewhere(shared, key) {
  const { attempts, atHand, host } = shared;
  if (key === null || key.startsWith('need-to-know.attempt.')) later(() => tellPanels(shared));
  if (!atHand || shared.isElsewhere || !attempts.isHeadOf(key ?? '', atHand.id)) return;
  const { stamp } = attempts.head(atHand.id) ?? atHand;
  if (stamp === atHand.stamp) return; // it was renamed, or deleted
  shared.isElsewhere = true;
  host.say(`“${atHand.name}” is being worked at in another tab: what you do here will be kept as an attempt of its own.`);
}
