// Keeps the work at hand: after every step, whoever took it, the steps go to this browser's store before anything else
// happens. And brings it back: an attempt from the store, from a file or from a link becomes the session, and is kept once
// it has. What is kept is the journal (sim/session/journal.h), so that nothing that was undone or seen is lost.
import { blockSize, createAttempts, random } from './attempts.js';

const everything = String(1e9); // a block size beyond all attempts

/** "22 November 2026, 11:20" */
export const inWords = (time) =>
  new Date(time)
    .toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' })
    .replace(' at ', ', ');

export const stepsInWords = (count) => (count === 1 ? '1 step' : `${count} steps`);

/**
 * @param {import('./engine.js').Engine} engine
 * @param {object} host
 * @param {(id: string) => Promise<{name: string, text: string}>} host.lesson  a lesson's file; rejects if there is none
 * @param {(name: string, text: string | Uint8Array, own: boolean) => *} host.load  loads it; the engine's answer
 * @param {(message: string) => void} host.say
 * @param {(message: string, help?: string) => void} host.refuse
 */
export function createKeeper(engine, host) {
  const attempts = createAttempts();
  /** What is loaded, as heads name it. */
  let loaded = null;
  let loadedText = '';
  /** The attempt at hand as it was last written or read; null before the first step. @type {import('./attempts.js').Head | null} */
  let atHand = null;
  let named = ''; // what the attempt at hand is to be called, once it is written
  let problem = attempts.granted ? '' : 'refused';
  let told = '';
  let elsewhere = false;
  let bringing = false; // while a scenario is loaded for an attempt that comes back
  let paused = false; // while the desk changes by what is no work: attempts are listed, steps brought back
  /** Deleted ones, to be brought back while the page is open. */
  const deleted = new Map();

  function freeName(scenario, wanted = '') {
    const taken = new Set(
      attempts
        .list()
        .filter((each) => each.scenario === scenario)
        .map(({ name }) => name),
    );
    for (let number = 1; ; ++number) {
      const name = wanted ? (number === 1 ? wanted : `${wanted} (${number})`) : `Attempt ${number}`;
      if (!taken.has(name)) return name;
    }
  }

  /** Writes the steps that are not kept yet: all of them as an attempt of their own where another tab has the one at hand. */
  function write(unkept) {
    const stored = atHand && attempts.head(atHand.id);
    const foreign = atHand && stored?.stamp !== atHand.stamp;
    const fresh = !atHand || foreign;
    const { from, position, count, lines, first } = fresh ? engine.call('steps', everything).value : unkept;
    const base = fresh ? { ...loaded, id: random(), name: freeName(loaded.scenario, foreign ? atHand.name : named) } : stored;
    const head = { ...base, changed: Date.now(), position, count, journal: true, stamp: random() };
    try {
      if (head.own && attempts.scenario(head.sha256) === null) attempts.keepScenario(head.sha256, loadedText);
      attempts.keepFirst(head.sha256, first);
      attempts.write(head, from, lines);
    } catch (error) {
      // An attempt without a head is none: nothing of it may stay.
      if (fresh) attempts.remove(head.id);
      throw error;
    }
    if (foreign) {
      later(() =>
        host.say(
          stored
            ? `“${atHand.name}” is open in another tab too: your work here goes on as “${head.name}”.`
            : `“${atHand.name}” was deleted in another tab: your work here goes on as “${head.name}”.`,
        ),
      );
    }
    atHand = head;
    elsewhere = false;
    rememberHere(head.id);
  }

  const later = (act) => queueMicrotask(act);
  // Which attempt this very tab has, for when it is loaded again.
  function rememberHere(id) {
    try {
      attempts.setLast(id);
      sessionStorage.setItem('need-to-know.attempt', id);
    } catch {
      // then it is the attempt that was worked at last
    }
  }
  function rememberedHere() {
    try {
      return sessionStorage.getItem('need-to-know.attempt');
    } catch {
      return null;
    }
  }

  /** @type {Record<string, [message: string, help: string]>} */
  const problems = {
    refused: [
      'this browser keeps nothing for this page',
      'work goes on, but is lost when the tab is closed; under Your work it can be saved as a file',
    ],
    full: [
      'this browser has no more room for this page, so the last steps are not kept',
      'work goes on; save the attempt as a file under Your work, or delete attempts there',
    ],
  };

  /** What is not kept yet. */
  const unkeptSteps = () => {
    const { value } = engine.call('steps', String(blockSize));
    return value?.unkept ? value : null;
  };

  function keepWork() {
    const unkept = loaded && !paused && unkeptSteps();
    if (!unkept) return;
    try {
      write(unkept);
      engine.call('keep');
      problem = '';
      told = '';
    } catch (error) {
      problem = attempts.granted && error.name === 'QuotaExceededError' ? 'full' : 'refused';
      if (told !== problem) later(() => host.refuse(...problems[problem]));
      told = problem;
    }
    tell();
  }

  function keeping() {
    if (problem) return `Not kept: ${problems[problem].join('. ')}.`;
    if (!atHand) return 'What you do is kept in this browser after every step.';
    return `Kept in this browser as “${atHand.name}”, after every step; last on ${inWords(atHand.changed)}.`;
  }

  const about = ({ title, count, changed }) => `${title} · ${stepsInWords(count)} · ${inWords(changed)}`;

  /** All attempts, as both pages show them. */
  function list() {
    const kept = attempts.list().map((head) => ({ ...head, state: head.id === atHand?.id ? 'at-hand' : 'kept' }));
    const gone = [...deleted.values()].map(({ head }) => ({ ...head, state: 'deleted' }));
    return [...kept, ...gone].map((each) => ({ ...each, about: about(each) }));
  }

  /** Tells the panels. That is a change of the desk, and nothing to keep. */
  function tell() {
    const plain = (text) => text.replace(/[\t\n]/g, ' ');
    const lines = list().map((each) => [each.id, each.name, each.about, each.state].map(plain).join('\t'));
    const before = paused;
    paused = true;
    engine.call('attempts', keeping(), lines.join('\n'));
    paused = before;
  }

  /** The text of the scenario that a head names. */
  async function scenarioOf({ scenario, sha256, file, own }, text) {
    if (!own) return { ...(await host.lesson(scenario)), own };
    const kept = text ?? attempts.scenario(sha256);
    if (kept === null) throw new Error('its scenario file is no longer kept here');
    return { name: file || `${scenario}.json`, text: kept, own };
  }

  /** Tells the session what was first predicted in other attempts at the same file. */
  const recall = () => engine.call('recall', '', Object.values(attempts.first(loaded.sha256)).join('\n'));

  /**
   * Makes a record the session. `kept`: whether it is in the store already.
   * @param {{head: import('./attempts.js').Head, lines: string[], position: number, text?: string}} record
   * @param {boolean} kept
   */
  async function bring({ head, lines, position, text }, kept) {
    const source = await scenarioOf(head, text);
    bringing = true; // what it knows itself was first
    const answer = host.load(source.name, source.text, source.own);
    bringing = false;
    if (!answer.ok) return answer;
    paused = true;
    if (kept) attempts.setOpening(head.id);
    const restored = engine.call('restore', head.journal ? 'journal' : String(position), lines.join('\n'));
    attempts.setOpening(null);
    if (restored.ok && kept) {
      atHand = head;
      if (head.journal) engine.call('keep'); // else it is written anew, with its journal
      recall();
      rememberHere(head.id);
    } else if (restored.ok) {
      recall();
    } else {
      // What is kept stays whole. What is done from here on is another attempt.
      const isOther = answer.value.sha256 !== head.sha256 && !restored.value?.full;
      const changed = isOther ? 'the lesson has changed since. ' : '';
      restored.message = `“${head.name}” is back only in part, ${restored.value?.applied ?? 0} of ${stepsInWords(head.count)}: ${changed}${restored.message}`;
      restored.help = kept ? 'nothing was deleted: under Your work its commands can be saved as a file' : restored.help;
      engine.call('keep');
    }
    paused = false;
    named = head.name;
    if (restored.ok) keepWork();
    tell();
    return restored;
  }

  /** The steps of an attempt that is kept, and how many of them are applied. */
  function stepsOf(id) {
    const head = attempts.head(id);
    const { lines, position } = attempts.lines(head);
    return head.journal ? engine.call('steps-of', '', lines.join('\n')).value : { steps: lines, position };
  }

  const keeper = {
    list,
    keeping,
    atHand: () => atHand,
    /** The scenario at hand as it was loaded. */
    source: () => loaded && { name: loaded.file, text: loadedText, own: loaded.own },
    problem: () => problem,
    stepsOf: (id) => stepsOf(id).steps,
    /** Those of them that were applied when it was left. */
    madeIn(id) {
      const { steps, position } = stepsOf(id);
      return steps.slice(0, position);
    },
    /** The attempt over whose opening the page ended, if there is one; it is told once. */
    stuck() {
      const head = attempts.head(attempts.stuck() ?? '');
      attempts.setOpening(null);
      return head;
    },

    /** A scenario was loaded, and nothing done yet. */
    begin({ id, title, sha256 }, file, text, own) {
      loaded = { scenario: id, title, sha256, file, own };
      loadedText = text;
      atHand = null;
      named = '';
      elsewhere = false;
      if (!bringing) recall();
      tell();
    },

    /** Opens an attempt of the store. */
    async open(id) {
      const head = attempts.head(id);
      if (!head) return { ok: false, message: 'this attempt is no longer kept', help: '' };
      const answer = await bring({ head, ...attempts.lines(head) }, true);
      if (answer.ok)
        answer.message = `Your work from ${inWords(head.changed)} is back: “${head.name}”, ${stepsInWords(head.count)} in “${head.title}”.`;
      return answer;
    },

    /** The latest attempt at a lesson of the page; a file of the student's own can bear the same id. */
    latest: (scenario) => attempts.list().find((head) => head.scenario === scenario && !head.own),
    /** The attempt that this tab had, else the one worked at last; `without` that of an id. @param {string} [without] */
    last: (without) =>
      [rememberedHere(), attempts.last()].map((id) => id && id !== without && attempts.head(id)).find(Boolean) ?? undefined,

    /** Opens a submission as an attempt of its own. It is kept once all of it was restored: what can't be opened stays out. */
    async adopt({ scenario, attempt, commands, undone, journal, selected }) {
      const own = scenario.text !== '';
      const steps = [...commands, ...undone];
      const head = {
        id: random(),
        scenario: scenario.id,
        title: scenario.title || scenario.id,
        sha256: own ? engine.call('digest', '', scenario.text).value : scenario.sha256,
        file: scenario.file,
        own,
        name: freeName(scenario.id, attempt),
        changed: Date.now(),
        position: commands.length,
        count: steps.length,
        journal: journal !== null,
        stamp: random(),
      };
      const record = { head, lines: journal ?? steps, position: commands.length, text: own ? scenario.text : undefined };
      const answer = await bring(record, false);
      if (answer.ok && selected !== null) engine.call('select', String(selected - 1));
      if (answer.ok) answer.message = `Opened as “${head.name}”: ${stepsInWords(head.count)} in “${head.title}”.`;
      return answer;
    },

    rename(id, wanted) {
      const head = attempts.head(id);
      const name = wanted.replace(/\s+/g, ' ').trim().slice(0, 80);
      if (!head || !name) return { ok: false, message: 'a name has at least one letter', help: '' };
      try {
        attempts.writeHead({ ...head, name });
      } catch {
        return { ok: false, message: problems.full[0], help: problems.full[1] };
      }
      if (atHand?.id === id) atHand.name = name;
      tell();
      return { ok: true, message: `The attempt is called “${name}” now.` };
    },
    copy(id) {
      const head = attempts.head(id);
      const { lines, position } = attempts.lines(head);
      const copy = {
        ...head,
        id: random(),
        name: freeName(head.scenario, `${head.name}, copy`),
        position,
        changed: Date.now(),
        stamp: random(),
      };
      try {
        attempts.write(copy, 0, lines);
      } catch {
        attempts.remove(copy.id);
        return { ok: false, message: problems.full[0], help: problems.full[1] };
      }
      tell();
      return { ok: true, message: `Copied as “${copy.name}”.` };
    },
    /** It can be brought back until the page is left. */
    remove(id) {
      const head = attempts.head(id);
      if (!head) return { ok: false, message: 'this attempt is no longer kept', help: '' };
      deleted.set(id, { head, ...attempts.lines(head), text: head.own ? attempts.scenario(head.sha256) : undefined });
      attempts.remove(id);
      if (atHand?.id === id) {
        atHand = null;
        engine.call('keep'); // it comes back to the list with the next step only
      }
      tell();
      return { ok: true, message: `“${head.name}” is deleted. It can be brought back until this page is left.` };
    },
    bringBack(id) {
      const { head, lines, text } = deleted.get(id);
      try {
        if (text) attempts.keepScenario(head.sha256, text);
        attempts.write(head, 0, lines);
      } catch {
        return { ok: false, message: problems.full[0], help: problems.full[1] };
      }
      deleted.delete(id);
      tell();
      return { ok: true, message: `“${head.name}” is back.` };
    },
  };

  engine.onChange(keepWork);
  window.addEventListener('storage', ({ key }) => {
    if (key === null || key.startsWith('need-to-know.attempt.')) later(tell);
    if (!atHand || elsewhere || !attempts.isHeadOf(key ?? '', atHand.id)) return;
    const { stamp } = attempts.head(atHand.id) ?? atHand;
    if (stamp === atHand.stamp) return; // it was renamed, or deleted
    elsewhere = true;
    host.say(`“${atHand.name}” is being worked at in another tab: what you do here will be kept as an attempt of its own.`);
  });
  window.addEventListener('beforeunload', (event) => {
    if (problem && unkeptSteps()) event.preventDefault();
  });
  return keeper;
}
