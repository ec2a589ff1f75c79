// Keeps the work at hand: after every step, whoever took it, the steps go to this browser's store before anything else
// happens. And brings it back: an attempt from the store, from a file or from a link becomes the session.
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
    const { from, position, count, steps } = fresh ? engine.call('steps', everything).value : unkept;
    const base = fresh ? { ...loaded, id: random(), name: freeName(loaded.scenario, foreign ? atHand.name : named) } : stored;
    const head = { ...base, changed: Date.now(), position, count, stamp: random() };
    try {
      if (head.own && attempts.scenario(head.sha256) === null) attempts.keepScenario(head.sha256, loadedText);
      attempts.write(head, from, steps);
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

  /**
   * Makes a record the session. `kept`: whether it is in the store already.
   * @param {{head: import('./attempts.js').Head, steps: string[], position: number, text?: string}} record
   * @param {boolean} kept
   */
  async function bring({ head, steps, position, text }, kept) {
    const source = await scenarioOf(head, text);
    const answer = host.load(source.name, source.text, source.own);
    if (!answer.ok) return answer;
    paused = true;
    const restored = engine.call('restore', String(position), steps.join('\n'));
    if (restored.ok && kept) {
      atHand = head;
      engine.call('keep');
      rememberHere(head.id);
    } else if (!restored.ok) {
      // What is kept stays whole. What is done from here on is another attempt.
      const changed = answer.value.sha256 === head.sha256 ? '' : 'the lesson has changed since. ';
      restored.message = `“${head.name}” is back only in part, ${restored.value?.applied ?? 0} of ${stepsInWords(steps.length)}: ${changed}${restored.message}`;
      restored.help = kept ? 'nothing was deleted: under Your work its commands can be saved as a file' : restored.help;
      engine.call('keep');
    }
    paused = false;
    named = head.name;
    tell();
    return restored;
  }

  const keeper = {
    list,
    keeping,
    atHand: () => atHand,
    /** The scenario at hand as it was loaded. */
    source: () => ({ name: loaded.file, text: loadedText, own: loaded.own }),
    problem: () => problem,
    stepsOf: (id) => attempts.steps(attempts.head(id)).steps,
    /** Those of them that were applied when it was left. */
    madeIn(id) {
      const { steps, position } = attempts.steps(attempts.head(id));
      return steps.slice(0, position);
    },

    /** A scenario was loaded, and nothing done yet. */
    begin({ id, title, sha256 }, file, text, own) {
      loaded = { scenario: id, title, sha256, file, own };
      loadedText = text;
      atHand = null;
      named = '';
      elsewhere = false;
      tell();
    },

    /** Opens an attempt of the store. */
    async open(id) {
      const head = attempts.head(id);
      if (!head) return { ok: false, message: 'this attempt is no longer kept', help: '' };
      const answer = await bring({ head, ...attempts.steps(head) }, true);
      if (answer.ok)
        answer.message = `Your work from ${inWords(head.changed)} is back: “${head.name}”, ${stepsInWords(head.count)} in “${head.title}”.`;
      return answer;
    },

    /** The latest attempt at a scenario. */
    latest: (scenario) => attempts.list().find((head) => head.scenario === scenario),
    /** The attempt that this tab had, else the one worked at last. */
    last: () => [rememberedHere(), attempts.last()].map((id) => id && attempts.head(id)).find(Boolean),

    /** Makes a submission an attempt of its own and opens it. It is kept first, so that a refusal loses nothing. */
    async adopt({ scenario, attempt, commands, undone, selected }) {
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
        stamp: random(),
      };
      const record = { head, steps, position: commands.length, text: own ? scenario.text : undefined };
      const source = await scenarioOf(head, record.text); // or nothing is kept
      let kept = attempts.granted && steps.length > 0 && Boolean(source);
      try {
        if (kept && own) attempts.keepScenario(head.sha256, scenario.text);
        if (kept) attempts.write(head, 0, steps);
      } catch {
        attempts.remove(head.id);
        kept = false;
        problem = 'full';
      }
      const answer = await bring(record, kept);
      if (selected !== null) engine.call('select', String(selected - 1));
      if (answer.ok) answer.message = `Opened as “${head.name}”: ${stepsInWords(steps.length)} in “${head.title}”.`;
      if (!answer.value) attempts.remove(head.id); // its scenario is faulty: nothing was opened
      if (!kept) later(keepWork);
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
      const { steps, position } = attempts.steps(head);
      const copy = {
        ...head,
        id: random(),
        name: freeName(head.scenario, `${head.name}, copy`),
        position,
        count: steps.length,
        changed: Date.now(),
        stamp: random(),
      };
      try {
        attempts.write(copy, 0, steps);
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
      deleted.set(id, { head, ...attempts.steps(head), text: head.own ? attempts.scenario(head.sha256) : undefined });
      attempts.remove(id);
      if (atHand?.id === id) {
        atHand = null;
        engine.call('keep'); // it comes back to the list with the next step only
      }
      tell();
      return { ok: true, message: `“${head.name}” is deleted. It can be brought back until this page is left.` };
    },
    bringBack(id) {
      const { head, steps, text } = deleted.get(id);
      try {
        if (text) attempts.keepScenario(head.sha256, text);
        attempts.write(head, 0, steps);
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
