// @ts-check
// The attempt store. After every step, whoever took it, the steps go to this browser's store before anything else happens.
// It also brings them back: an attempt from the store, from a file or from a link becomes the session, and is kept once it
// has. What is kept is the journal (sim/session/journal.h), so that nothing that was undone or seen is lost.
//
//   attempt_keeping.js   writes the steps that are not kept yet
//   attempt_opening.js   makes an attempt the session
//   attempt_list.js      lists, renames, copies, deletes
//   attempts.js          how all of it lies in the browser
import { keepOnChange, keepWork } from './attempt_keeping.js';
import { listing, tellPanels } from './attempt_list.js';
import { opening, recall } from './attempt_opening.js';
import { createAttempts } from './attempts.js';

/**
 * What the store asks of the page around it.
 * @typedef {object} Host
 * @property {(id: string) => Promise<{name: string, text: string}>} lesson  a lesson's file; rejects if there is none
 * @property {(name: string, text: string, own: boolean) => import('./engine.js').Answer<import('./bridge.js').Loaded>} load  loads it
 * @property {(message: string) => void} say
 * @property {(message: string, help: string) => void} refuse
 *
 * The scenario that is loaded, as heads of attempts name it.
 * @typedef {Pick<import('./attempts.js').Head, 'scenario' | 'title' | 'sha256' | 'file' | 'own'>} Loaded
 *
 * An attempt that was deleted, to be brought back while the page is open.
 * @typedef {{head: import('./attempts.js').Head, lines: string[], position: number, text?: string | null}} Deleted
 *
 * What the parts of the store share.
 * @typedef {object} Shared
 * @property {import('./engine.js').Engine} engine
 * @property {Host} host
 * @property {ReturnType<typeof createAttempts>} attempts
 * @property {Loaded | null} loaded
 * @property {string} loadedText     the text of that scenario
 * @property {import('./attempts.js').Head | null} atHand  as it was last written or read; null before the first step
 * @property {string} wantedName     what the attempt at hand is to be called, once it is written
 * @property {import('./attempt_words.js').Problem | ''} problem
 * @property {import('./attempt_words.js').Problems} problems  what is said of each
 * @property {import('./attempt_words.js').Problem | ''} toldProblem  what the user was last told of it
 * @property {boolean} isElsewhere   another tab has written the attempt at hand
 * @property {boolean} isBringing    a scenario is being loaded for an attempt that comes back
 * @property {boolean} isPaused      the desk changes by what is no work: attempts are listed, steps brought back
 * @property {Map<string, Deleted>} deleted  by id
 */

/** @param {import('./engine.js').Engine} engine @param {Host} host */
export function createAttemptStore(engine, host) {
  const attempts = createAttempts();
  /** @type {Shared} */
  const shared = {
    engine,
    host,
    attempts,
    loaded: null,
    loadedText: '',
    atHand: null,
    wantedName: '',
    problem: attempts.granted ? '' : 'refused',
    problems: { refused: { message: '', help: '' }, full: { message: '', help: '' } }, // until the engine was told of the attempts
    toldProblem: '',
    isElsewhere: false,
    isBringing: false,
    isPaused: false,
    deleted: new Map(),
  };
  keepOnChange(shared);
  tellPanels(shared);
  return {
    ...atHandOf(shared),
    ...listing(shared),
    ...opening(shared, () => keepWork(shared)),
  };
}

/** What is known of the attempt and the scenario at hand. @param {Shared} shared */
const atHandOf = (shared) => ({
  atHand: () => shared.atHand,

  /** The scenario at hand as it was loaded. */
  source: () => shared.loaded && { name: shared.loaded.file, text: shared.loadedText, own: shared.loaded.own },

  /**
   * A scenario was loaded, and nothing done yet.
   * @param {{id: string, title: string, sha256: string}} scenario
   * @param {string} file  its name
   * @param {string} text
   * @param {boolean} own  whether it is the student's own file
   */
  begin({ id, title, sha256 }, file, text, own) {
    Object.assign(shared, {
      loaded: { scenario: id, title, sha256, file, own },
      loadedText: text,
      atHand: null,
      wantedName: '',
      isElsewhere: false,
    });
    if (!shared.isBringing) recall(shared);
    tellPanels(shared);
  },
});
