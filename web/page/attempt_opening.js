// @ts-check
// Opening an attempt: one that is kept, or a submission that came as a file or as a link. It becomes the session.
import { freeName, tellPanels } from './attempt_list.js';
import { rememberedHere, rememberHere } from './attempt_keeping.js';
import { inWords, stepsInWords } from './attempt_words.js';
import { random } from './attempts.js';

/**
 * @typedef {import('./attempt_store.js').Shared} Shared
 * @typedef {import('./attempts.js').Head} Head
 * @typedef {import('./engine.js').Answer} Answer
 *
 * An attempt with its lines; `text` is the scenario's, where the lesson isn't one of the page's.
 * @typedef {{head: Head, lines: string[], position: number, text?: string}} Attempt
 * @typedef {import('./bridge.js').Submission} Submission
 * @typedef {import('./bridge.js').Restored} Restored
 * @typedef {import('./bridge.js').Loaded} LoadedScenario
 */

/** Tells the session what was first predicted in other attempts at the same file. @param {Shared} shared */
export function recall({ engine, attempts, loaded }) {
  if (loaded) engine.call('recall', { lines: Object.values(attempts.first(loaded.sha256)) });
}

/** The scenario that a head names. @param {Shared} shared @param {Head} head @param {string} [text] */
async function scenarioOf({ attempts, host }, { scenario, sha256, file, own }, text) {
  if (!own) return { ...(await host.lesson(scenario)), own };
  const kept = text ?? attempts.scenario(sha256);
  if (kept === null) throw new Error('its scenario file is no longer kept here');
  return { name: file || `${scenario}.json`, text: kept, own };
}

/** Loads the scenario of an attempt; what the session knows itself was first. @param {Shared} shared @param {Attempt} attempt */
async function loadScenario(shared, { head, text }) {
  const source = await scenarioOf(shared, head, text);
  shared.isBringing = true;
  const answer = shared.host.load(source.name, source.text, source.own);
  shared.isBringing = false;
  return answer;
}

/**
 * Gives the session the attempt's steps.
 * @param {Shared} shared
 * @param {Attempt} attempt
 * @param {boolean} isKept  whether it is in the store already
 */
function restore({ engine, attempts }, { head, lines, position }, isKept) {
  if (isKept) attempts.setOpening(head.id);
  const restored = head.journal
    ? engine.call('restore_journal', { lines })
    : engine.call('restore_steps', { lines, position: Math.max(0, Math.trunc(position)) });
  attempts.setOpening(null);
  return restored;
}

/** All of it is back. @param {Shared} shared @param {Head} head @param {boolean} isKept */
function takeOver(shared, head, isKept) {
  if (isKept) {
    shared.atHand = head;
    if (head.journal) shared.engine.call('keep'); // else it is written anew, with its journal
  }
  recall(shared);
  if (isKept) rememberHere(shared, head.id);
}

/**
 * Says what is missing. What is kept stays whole, and what is done from here on is another attempt.
 * @param {Shared} shared
 * @param {Head} head
 * @param {import('./engine.js').Answer<Restored>} restored
 * @param {{sha256: string, isKept: boolean}} scenario  as it was loaded
 */
function inPart({ engine }, head, restored, { sha256, isKept }) {
  const isOther = sha256 !== head.sha256 && !restored.value?.full;
  const changed = isOther ? 'the lesson has changed since. ' : '';
  const part = `${restored.value?.applied ?? 0} of ${stepsInWords(head.count)}`;
  restored.message = `“${head.name}” is back only in part, ${part}: ${changed}${restored.message}`;
  restored.help = isKept ? 'nothing was deleted: under Your work its commands can be saved as a file' : restored.help;
  engine.call('keep');
}

/**
 * Makes an attempt the session.
 * @param {Shared} shared
 * @param {Attempt} attempt
 * @param {boolean} isKept  whether it is in the store already
 * @param {() => void} keepWork
 */
async function bring(shared, attempt, isKept, keepWork) {
  const { head } = attempt;
  const loaded = await loadScenario(shared, attempt);
  if (!loaded.ok) return loaded;
  shared.isPaused = true;
  if (isKept && head.own) shared.engine.call('dismiss'); // its warnings were told when the file was opened
  const restored = restore(shared, attempt, isKept);
  if (restored.ok) takeOver(shared, head, isKept);
  else inPart(shared, head, restored, { sha256: loaded.value.sha256, isKept });
  shared.isPaused = false;
  shared.wantedName = head.name;
  if (restored.ok) keepWork();
  tellPanels(shared);
  return restored;
}

/** The head of a submission that is to be an attempt of its own. @param {Shared} shared @param {Submission} submission @returns {Head} */
function headOf(shared, { scenario, attempt, commands, undone, journal }) {
  const own = scenario.text !== '';
  return {
    id: random(),
    scenario: scenario.id,
    title: scenario.title || scenario.id,
    sha256: own ? shared.engine.call('digest', { bytes: scenario.text }).value : scenario.sha256,
    file: scenario.file,
    own,
    name: freeName(shared, scenario.id, attempt),
    changed: Date.now(),
    position: commands.length,
    count: commands.length + undone.length,
    journal: journal !== null,
    stamp: random(),
  };
}

/**
 * Keeps a lesson that isn't one of the page's, though nothing was done in it: its text came in a link, which is no longer in
 * the address, and loading the page again must not lose it.
 * @param {Shared} shared
 * @param {Head} head
 */
function keepUntouched(shared, head) {
  const { attempts } = shared;
  try {
    attempts.keepScenario(head.sha256, shared.loadedText);
    attempts.write(head, 0, []);
    shared.atHand = head;
    rememberHere(shared, head.id);
  } catch {
    attempts.remove(head.id); // no room: it lasts as long as the tab
  }
  tellPanels(shared);
}

/** Of a submission that was opened. @param {Head} head */
const openedInWords = ({ name, count, title }) =>
  count === 0 ? `Opened: “${title}”. Nothing has been done in it yet.` : `Opened as “${name}”: ${stepsInWords(count)} in “${title}”.`;

/** @param {Shared} shared @param {() => void} keepWork */
export const opening = (shared, keepWork) => ({
  /** Opens an attempt of the store. @param {string} id @returns {Promise<Answer>} */
  async open(id) {
    const { attempts, engine } = shared;
    const head = attempts.head(id);
    if (!head) return { ok: false, message: 'this attempt is no longer kept', help: '', revision: engine.model().revision, value: null };
    const answer = await bring(shared, { head, ...attempts.lines(head) }, true, keepWork);
    if (answer.ok)
      answer.message = `Your work from ${inWords(head.changed)} is back: “${head.name}”, ${stepsInWords(head.count)} in “${head.title}”.`;
    return answer;
  },

  /**
   * Opens a submission as an attempt of its own. It is kept once all of it was restored: what can't be opened stays out.
   * @param {Submission} submission
   */
  async adopt(submission) {
    const { scenario, commands, undone, journal, selected } = submission;
    const head = headOf(shared, submission);
    const lines = journal ?? [...commands, ...undone];
    const attempt = { head, lines, position: commands.length, text: head.own ? scenario.text : undefined };
    const answer = await bring(shared, attempt, false, keepWork);
    if (answer.ok && head.own && head.count === 0) keepUntouched(shared, head);
    if (answer.ok && selected !== null) shared.engine.call('select', { run: selected - 1 });
    if (answer.ok) answer.message = openedInWords(head);
    return answer;
  },

  /** The latest attempt at a lesson of the page; a file of the student's own can bear the same id. @param {string} scenario */
  latest: (scenario) => shared.attempts.list().find((head) => head.scenario === scenario && !head.own),

  /** The attempt that this tab had, else the one worked at last. @param {string} [without]  the id of one that it must not be */
  last(without) {
    const { attempts } = shared;
    const heads = [rememberedHere(), attempts.last()].map((id) => (id && id !== without ? attempts.head(id) : null));
    return heads.find((head) => head !== null);
  },

  /** The attempt over whose opening the page ended, if there is one; it is told once. */
  stuck() {
    const head = shared.attempts.head(shared.attempts.stuck() ?? '');
    shared.attempts.setOpening(null);
    return head;
  },
});
