// @ts-check
// The attempts that are kept, as both views list them, and what can be done with one of them but to open it.
import { inWords } from './attempt_words.js';
import { random } from './attempts.js';

/**
 * @typedef {import('./attempt_store.js').Shared} Shared
 * @typedef {import('./attempts.js').Head} Head
 * @typedef {Head & {state: 'at-hand' | 'kept' | 'deleted'}} Listed
 */

/** @param {() => void} act */
export const later = (act) => queueMicrotask(act);

/** @param {string} message @param {string} [help] */
const refusal = (message, help = '') => ({ ok: false, message, help });
/** @param {string} message */
const done = (message) => ({ ok: true, message });
/** @param {Shared} shared */
const noRoom = ({ problems }) => refusal(problems.full.message, problems.full.help);
const isGone = () => refusal('this attempt is no longer kept');

/** A name that no other attempt at the scenario has. @param {Shared} shared @param {string} scenario @param {string} [wanted] */
export function freeName({ attempts }, scenario, wanted = '') {
  const ofScenario = attempts.list().filter((each) => each.scenario === scenario);
  const taken = new Set(ofScenario.map(({ name }) => name));
  for (let number = 1; ; ++number) {
    const name = wanted ? (number === 1 ? wanted : `${wanted} (${number})`) : `Attempt ${number}`;
    if (!taken.has(name)) return name;
  }
}

/** @param {Shared} shared @returns {Listed[]} */
function list({ attempts, atHand, deleted }) {
  /** @param {Head} head @param {Listed['state']} state */
  const listed = (head, state) => ({ ...head, state });
  return [
    ...attempts.list().map((head) => listed(head, head.id === atHand?.id ? 'at-hand' : 'kept')),
    ...[...deleted.values()].map(({ head }) => listed(head, 'deleted')),
  ];
}

/** What lies in the store may have been written by somebody else. @param {number} count */
const whole = (count) => Math.max(0, Math.trunc(count)) || 0;

/** An attempt as the engine takes it: what is said of it is made there. @param {Listed} attempt */
const forEngine = ({ id, name, state, own, scenario, title, count, changed }) => ({
  id,
  name,
  state,
  lesson_id: own ? '' : scenario,
  lesson: title,
  steps: whole(count),
  changed: inWords(changed),
});

/**
 * Tells the desk, and so both views. That is a change of the desk, and nothing to keep. `kept`: all steps are in the store.
 * @param {Shared} shared
 */
export function tellPanels(shared, { kept = false } = {}) {
  const before = shared.isPaused;
  shared.isPaused = true;
  const takes = { attempts: list(shared).map(forEngine), keeping: shared.problem || 'works', kept };
  shared.problems = shared.engine.call('attempts', takes).value;
  shared.isPaused = before;
}

/** The steps of an attempt that is kept, and how many of them are applied. @param {Shared} shared @param {string} id */
function stepsOf({ attempts, engine }, id) {
  const head = attempts.head(id);
  if (!head) return { steps: [], position: 0 };
  const { lines, position } = attempts.lines(head);
  /** @type {{steps: string[], position: number}} */
  const made = head.journal ? engine.call('steps_of', { journal: lines }).value : { steps: lines, position };
  return made;
}

/** @param {Shared} shared @param {string} id @param {string} wanted */
function rename(shared, id, wanted) {
  const head = shared.attempts.head(id);
  const name = wanted.replace(/\s+/g, ' ').trim().slice(0, 80);
  if (!head || !name) return refusal('a name has at least one letter');
  try {
    shared.attempts.writeHead({ ...head, name });
  } catch {
    return noRoom(shared);
  }
  if (shared.atHand?.id === id) shared.atHand.name = name;
  tellPanels(shared);
  return done(`The attempt is called “${name}” now.`);
}

/** @param {Shared} shared @param {string} id */
function copy(shared, id) {
  const { attempts } = shared;
  const head = attempts.head(id);
  if (!head) return isGone();
  const { lines, position } = attempts.lines(head);
  const name = freeName(shared, head.scenario, `${head.name}, copy`);
  const made = { ...head, id: random(), name, position, changed: Date.now(), stamp: random() };
  try {
    attempts.write(made, 0, lines);
  } catch {
    attempts.remove(made.id);
    return noRoom(shared);
  }
  tellPanels(shared);
  return done(`Copied as “${name}”.`);
}

/** It can be brought back until the page is left. @param {Shared} shared @param {string} id */
function remove(shared, id) {
  const { attempts, deleted } = shared;
  const head = attempts.head(id);
  if (!head) return isGone();
  deleted.set(id, { head, ...attempts.lines(head), text: head.own ? attempts.scenario(head.sha256) : undefined });
  attempts.remove(id);
  const isAtHand = shared.atHand?.id === id;
  if (isAtHand) shared.atHand = null;
  tellPanels(shared, { kept: isAtHand }); // it comes back to the list with the next step only
  return done(`“${head.name}” is deleted. It can be brought back until this page is left.`);
}

/** @param {Shared} shared @param {string} id */
function bringBack(shared, id) {
  const { attempts, deleted } = shared;
  const record = deleted.get(id);
  if (!record) return isGone();
  const { head, lines, text } = record;
  try {
    if (text) attempts.keepScenario(head.sha256, text);
    attempts.write(head, 0, lines);
  } catch {
    return noRoom(shared);
  }
  deleted.delete(id);
  tellPanels(shared);
  return done(`“${head.name}” is back.`);
}

/** @param {Shared} shared */
export const listing = (shared) => ({
  list: () => list(shared),
  stepsOf: (/** @type {string} */ id) => stepsOf(shared, id).steps,
  /** Those of them that were applied when it was left. @param {string} id */
  madeIn(id) {
    const { steps, position } = stepsOf(shared, id);
    return steps.slice(0, position);
  },
  rename: (/** @type {string} */ id, /** @type {string} */ wanted) => rename(shared, id, wanted),
  copy: (/** @type {string} */ id) => copy(shared, id),
  remove: (/** @type {string} */ id) => remove(shared, id),
  bringBack: (/** @type {string} */ id) => bringBack(shared, id),
});
