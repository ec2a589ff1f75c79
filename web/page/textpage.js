// The text page: the session as a document of headings, forms and tables, for screen readers, phones, and browsers that
// cannot draw the panels.
//
// Each section is a module with `view(model, page)`, which writes it as if anew from the model (web/bridge/model.h), and
// `actions`, what its controls do. Controls name their action in data-attributes and one listener for each kind of event
// serves them all, so a section holds no state and no listener of its own:
//
//   data-command="run r1"  a command, on a button or a radio button     data-do="why"     an action, on a button or a link
//   data-form="predict"    an action, on a form that is submitted       data-go="ID"      where a link brings the focus
//   data-then="ID"         where the focus goes should the command take its own button away
//
// What undo should not bring back (the trail's filter, a half-filled form) is in `state`, not in the session.
import { act } from './acts.js';
import { createAnnouncer, inWords } from './announce.js';
import * as ask from './ask.js';
import * as assign from './assign.js';
import * as brief from './brief.js';
import * as calendar from './calendar.js';
import * as catalogue from './catalogue.js';
import * as choice from './choice.js';
import * as copy from './copy.js';
import * as diagnostics from './diagnostics.js';
import * as dialog from './dialog.js';
import { h, morph, undisturbed } from './dom.js';
import { createFiles, download } from './files.js';
import * as findings from './findings.js';
import * as forecast from './forecast.js';
import * as goals from './goals.js';
import * as header from './header.js';
import { createKeeper } from './keeper.js';
import * as lab from './lab.js';
import { asLines, lessonOfAddress, putIntoAddress } from './lessons.js';
import { fromHash, isLink } from './link.js';
import * as matrix from './matrix.js';
import * as print from './print.js';
import * as requests from './requests.js';
import * as shortcuts from './shortcuts.js';
import * as tour from './tour.js';
import * as trail from './trail.js';
import * as vetting from './vetting.js';
import * as why from './why.js';
import * as work from './work.js';

const compare = { view: findings.compareView, actions: findings.actions };
const excess = { view: findings.excessView, actions: {} };
const inLesson = [brief, goals, assign, requests, ask, why, trail, matrix, compare, excess, lab, calendar];
const actions = Object.assign(
  {},
  ...[header, choice, diagnostics, ...inLesson, work, catalogue, copy, forecast].map((section) => section.actions),
);

/**
 * Starts everything that surrounds the session: lessons, files, the address. The lesson that the address asks for is
 * open at the end; nothing is written on the page before its `show()`.
 * @param {import('./engine.js').Engine} engine
 * @param {Promise<import('./lessons.js').Lessons>} lessons
 */
export async function start(engine, lessons) {
  const page = createPage(engine, document.getElementById('text-page'));
  header.restoreLook();
  listen(page);
  dialog.listen();
  shortcuts.listen(page);
  print.listen(page);
  engine.onChange(page.update);
  engine.serve({
    chooseLesson: page.openLesson,
    openFile: () => page.files.dialog(),
    exportFile: page.download,
    showTextPage: () => page.showAlone(),
    vetFile: (request) => vetting.choose(page, request),
    work: (what, attempt, text) => work.serve(page, what, attempt, text),
    summon: (what) => act(page, what),
    settingKept: (key, value) => header.settingKept(page, key, value),
  });
  await page.begin(lessons);
  return page;
}

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

function createPage(engine, host) {
  const announcer = createAnnouncer();
  const frame = h('div.text-page', {});
  host.replaceChildren(frame, announcer.element);
  let shown = false;
  let waiting = false;
  /** @type {import('./lessons.js').Lessons | undefined} */
  let lessons;

  // Without its own type while it is put together: some of it is added below.
  /** @type {any} */
  const page = {
    engine,
    state: { ...lessonState(), catalogue: catalogue.startState(), work: work.startState() },
    files: createFiles(
      (name, bytes) => page.openFile(name, bytes),
      (message, help) => page.refuse(message, help),
    ),

    render() {
      waiting = false;
      const model = engine.call('model').value;
      const sections = model.scenario ? inLesson.map((section) => section.view(model, page)) : [];
      const content = h(
        'div.content',
        { id: 'content' },
        [choice, diagnostics].map((section) => section.view(model, page)),
        sections,
        work.view(model, page),
        catalogue.view(model, page),
      );
      document.title = model.scenario ? `${undisturbed(model.scenario.title)} – Need to Know` : 'Need to Know';
      morph(frame, [header.view(model), header.sidebar(model), content].filter(Boolean));
    },
    /** Many changes in a row, as the panels make them, are written once; and while the user is at the panels, after them. */
    update() {
      if (!shown || waiting) return;
      waiting = true;
      const render = () => waiting && page.render();
      if (isAtHand()) queueMicrotask(render);
      else whenIdle(render);
    },
    /** Writes the page for the first time: after the panels' first frame, where there are panels to look at. */
    async show() {
      if (!isAtHand()) await new Promise(whenIdle);
      shown = true;
      page.render();
      tour.offer(page);
    },

    say: announcer.say,
    announce(answer) {
      announcer.say(inWords(answer), !answer.ok);
      if (shown && isAtHand()) page.render();
      else page.update();
      return answer;
    },
    refuse: (message, help) => page.announce(engine.call('refuse', message, help)),
    /** An answer that both pages are to show. @param {{ok: boolean, message: string, help?: string}} answer */
    tell: ({ ok, message, help }) => (ok ? page.announce(engine.call('say', message)) : page.refuse(message, help)),
    command: (text) => page.announce(engine.call('command', '', text)),
    select(run) {
      engine.call('select', run);
      page.render();
    },
    download(what) {
      const answer = engine.call('export', what);
      if (answer.ok) download(answer.value);
      announcer.say(answer.ok ? `${answer.value.name} was handed to the browser.` : inWords(answer), !answer.ok);
    },
    focus(id) {
      document.getElementById(id)?.focus();
    },
    showAlone() {
      actions.textAlone(page);
      host.focus();
    },

    /** Opens a lesson where it was left; `anew`: as a new attempt. */
    async openLesson(id, anew = false) {
      try {
        const latest = !anew && page.keeper.latest(id);
        if (latest) return await page.openAttempt(latest.id);
        const { name, text } = await lesson(id);
        if (load(name, text).ok) putIntoAddress(id);
      } catch (error) {
        page.refuse(error.message, 'choose one of the lessons on the list, or open a file');
      }
    },
    /** For the tour, which needs something to be shown. */
    openFirstLesson: async () => lessons && page.openLesson(lessons.all[0].id),
    /** Opens what was kept, or came as a file or a link. */
    async bring(attempt) {
      const atHand = isAtHand();
      try {
        const answer = await attempt;
        page.tell(answer);
        const { scenario } = engine.call('model').value;
        // A file of the student's own that bears a lesson's id doesn't get the lesson's address.
        const isLesson = !page.keeper.source()?.own && lessons?.all.some(({ id }) => id === scenario?.id);
        putIntoAddress(isLesson ? scenario.id : null);
        choice.close();
        if (atHand) page.focus('page-title');
        return answer.ok;
      } catch (error) {
        page.refuse(error.message, 'choose one of the lessons on the list, or open a file');
        return false;
      }
    },
    /** The scenario at hand as a new attempt; the one at hand stays kept. */
    beginAgain() {
      const { name, text, own } = page.keeper.source();
      return load(name, text, own);
    },
    openAttempt: (id) => page.bring(page.keeper.open(id)),
    /** A scenario, or an attempt at one. What is neither is the engine's to judge, as a scenario. */
    openFile(name, bytes) {
      const keys = keysOf(bytes);
      const other = otherKind(keys, bytes);
      if (other) return page.refuse(`\`${name}\` is ${other.what}, and no scenario or attempt`, other.help);
      if (!keys.includes('submission')) return load(name, bytes, true).ok && putIntoAddress(null);
      const read = engine.call('read', name, bytes);
      if (read.ok) return page.bring(page.keeper.adopt(read.value));
      page.announce(read);
      return page.focus('diagnostics-title');
    },
    /** What the address carries after `#`, if that is work: it becomes an attempt of its own. Else does as usual. */
    async openLink(asUsual = async () => {}) {
      const { hash } = location;
      if (!isLink(hash)) return asUsual();
      dropHash();
      try {
        const read = engine.call('read', 'the link', await fromHash(hash, (bytes) => engine.call('digest', '', bytes).value));
        if (!read.ok) throw new Error(read.message);
        await page.bring(page.keeper.adopt(read.value));
      } catch (error) {
        await asUsual();
        page.refuse(error.message, 'ask for it again, or for the attempt as a file; what is kept here is untouched');
      }
    },
    async begin(list) {
      try {
        lessons = await list;
        engine.call('lessons', '', asLines(lessons));
      } catch (error) {
        console.warn(error);
      }
      await page.openLink(async () => {
        const wanted = lessonOfAddress();
        const stuck = page.keeper.stuck();
        const last = page.keeper.last(stuck?.id);
        if (last && (!wanted || (last.scenario === wanted && !last.own))) await page.openAttempt(last.id);
        else if (wanted) await page.openLesson(wanted, stuck?.scenario === wanted);
        if (stuck) {
          page.refuse(
            `“${stuck.name}” was not opened: the page ended while it was being opened`,
            'it is kept: under Your work its commands can be saved as a file',
          );
        }
      });
    },
  };

  async function lesson(id) {
    if (!lessons) throw new Error('the list of lessons did not arrive');
    return lessons.read(id);
  }
  page.keeper = createKeeper(engine, {
    lesson,
    load: (name, text, own) => load(name, text, own),
    say: (message) => page.tell({ ok: true, message }),
    refuse: (message, help) => page.refuse(message, help),
  });

  /** Whether the user is at the text page, and not at the panels above it. */
  const isAtHand = () => host.contains(document.activeElement) || document.documentElement.dataset.view === 'text' || !header.hasPanels();

  page.isAtHand = isAtHand;

  function load(name, content, own = false) {
    // Before the control that was used gives way to another.
    const atHand = isAtHand();
    const answer = engine.call(own ? 'open' : 'load', name, content);
    if (answer.ok) {
      Object.assign(page.state, lessonState());
      page.keeper.begin(answer.value, name, asText(content), own);
    }
    page.announce(answer);
    if (answer.ok) choice.close();
    if (atHand) page.focus(answer.ok ? 'page-title' : 'diagnostics-title');
    return answer;
  }
  return page;
}

/** A file's text, to the last byte: its hash is the scenario's. */
const asText = (content) => (typeof content === 'string' ? content : new TextDecoder('utf-8', { ignoreBOM: true }).decode(content));

/** The keys of a JSON object; none of anything else. */
function keysOf(bytes) {
  try {
    return Object.keys(JSON.parse(asText(bytes).replace(/^\uFEFF/, '')));
  } catch {
    return [];
  }
}

/** What the page hands out and does not open: said by its name, rather than read as a scenario full of faults. */
function otherKind(keys, bytes) {
  if (keys.includes('report') && keys.includes('seal')) {
    return { what: 'a report', help: 'to go on with the work that it tells of, open the attempt: Your work saves it as a file' };
  }
  const [line = ''] = asText(bytes.slice(0, 10000))
    .split('\n')
    .filter((each) => each.trim() && !each.startsWith('#'));
  if (/^(advance|ask|assign|find|hint|mark|predict|reset|run|unmark|vet)( |\r?$)/.test(line)) {
    return {
      what: 'a file of commands',
      help: 'under Compare it can be held against this assignment, and `ntk run` applies it; to go on with the work, open the attempt: Your work saves it as a file',
    };
  }
  return null;
}

/** A link has been read once: loading the page again must not open it again. */
function dropHash() {
  try {
    history.replaceState(history.state, '', location.pathname + location.search);
  } catch {
    location.hash = '';
  }
}

function whenIdle(act) {
  if (window.requestIdleCallback) requestIdleCallback(() => act(), { timeout: 500 });
  else setTimeout(act, 100);
}

/** One listener for each kind of event. */
function listen(page) {
  const host = document.getElementById('text-page');
  const perform = (name, element, event) => actions[name](page, element, event);
  const command = (element) => {
    page.command(element.dataset.command);
    if (element.dataset.then && !element.isConnected) page.focus(element.dataset.then);
  };

  host.addEventListener('click', (event) => {
    const element = /** @type {HTMLElement | null} */ (
      /** @type {Element} */ (event.target).closest('[data-command], [data-do], [data-go]')
    );
    if (!element || element instanceof HTMLInputElement) return;
    if (element.dataset.command) command(element);
    else if (element.dataset.do) perform(element.dataset.do, element, event);
    else perform('go', element, event);
    if (element instanceof HTMLAnchorElement) event.preventDefault();
  });
  host.addEventListener('change', (event) => {
    const target = /** @type {HTMLInputElement | HTMLSelectElement} */ (event.target);
    const { dataset } = target;
    if (dataset.command) page.command(dataset.command);
    else if ('member' in dataset) perform('member', target, event);
    else if ('ask' in dataset) perform('askChoice', target, event);
    else if (dataset.choice) perform(dataset.choice, target, event);
    else if ('themeChoice' in dataset) perform('theme', target, event);
    else if ('sizeChoice' in dataset) perform('textSize', target, event);
    else if ('file' in dataset) page.files.take(target);
    else if (dataset.do) perform(dataset.do, target, event);
    else if (dataset.toggle) {
      page.state[dataset.toggle] = /** @type {HTMLInputElement} */ (target).checked;
      page.render();
    }
  });
  // Of an unfolded part; the event doesn't bubble.
  host.addEventListener(
    'toggle',
    (event) => {
      const { open, dataset } = /** @type {HTMLDetailsElement} */ (event.target);
      const { predicting } = dataset;
      if (predicting === undefined || page.state.predicting.has(predicting) === open) return;
      if (open) page.state.predicting.add(predicting);
      else page.state.predicting.delete(predicting);
      page.render();
    },
    true,
  );
  host.addEventListener('input', (event) => {
    const target = /** @type {HTMLInputElement} */ (event.target);
    const { filter } = target.dataset;
    if (filter) perform(filter, target, event);
  });
  host.addEventListener('submit', (event) => {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    perform(form.dataset.form, form, event);
  });
  window.addEventListener('hashchange', () => {
    if (location.hash === '#text-page') page.showAlone();
    else page.openLink();
  });
}
