// @ts-check
// Your work: the attempts that are kept in this browser, the steps of the one at hand, and what takes it elsewhere. What is
// said of them is the engine's (web/view/work_view.h).
import { notCopied, toClipboard } from './copy.js';
import { h } from './dom.js';
import { download } from './files.js';
import { withAttempt, withFile } from './findings.js';
import { longestLink, toHash } from './link.js';
import { followDesk } from './model.js';
import { remember, remembered } from './settings.js';

/**
 * @typedef {import('./bridge.js').AttemptAct} AttemptAct
 * @typedef {import('./bridge.js').AttemptRow} AttemptRow
 * @typedef {import('./bridge.js').Empty} Empty
 * @typedef {import('./bridge.js').HandIn} HandIn
 * @typedef {import('./bridge.js').Work} Work
 * @typedef {import('./bridge.js').History} History
 * @typedef {import('./bridge.js').HistoryRow} HistoryRow
 *
 * @typedef {{link: string, linkOf: string, student: string, keepsName: boolean}} State
 */

/** @returns {State} */
export const startState = () => ({ link: '', linkOf: '', student: remembered('student') ?? '', keepsName: remembered('student') !== null });

/** @param {Model} model @param {Page} page */
export function view(model, page) {
  const { work, titles } = model;
  return h(
    'section.work',
    { id: 'work', 'aria-labelledby': 'work-title' },
    h('h2', { id: 'work-title', tabindex: -1 }, titles.work),
    h('p', { id: 'work-keeping', class: work.is_kept ? null : 'not-kept' }, work.keeping),
    h('h3', { id: 'attempts-title', tabindex: -1 }, work.attempts_title),
    work.attempts.length === 0
      ? nothing(work.no_attempts)
      : h(
          'ul.attempts',
          {},
          work.attempts.map((each) => attempt(each, work)),
        ),
    work.can_begin && [
      h(
        'p',
        {},
        h('button', { type: 'button', id: 'attempt-new', 'data-do': 'attemptNew', title: work.new_attempt_about }, work.new_attempt),
      ),
      history(model.history),
      handInForm(work.hand_in, page.state.work),
      share(work.hand_in, currentLink(model, page)),
    ],
  );
}

/** @param {Empty} empty */
const nothing = ({ what, what_to_do: whatToDo }) => h('p.empty', {}, h('strong', {}, what), ' ', whatToDo);

/** @param {AttemptRow} row @param {Work} words */
function attempt({ id, name, heading, about, state, acts }, words) {
  return h(
    'li',
    { id: `attempt-${id}`, 'aria-current': state === 'at-hand' ? 'true' : null },
    h('p', {}, h('strong', {}, heading)),
    h('p.note', {}, about),
    h(
      'div.bar',
      {},
      acts.map((each) => actButton(each, id, name)),
      state !== 'deleted' && renameForm(id, name, words),
    ),
  );
}

/** @param {AttemptAct} act @param {string} id @param {string} name */
const actButton = ({ word, label, about }, id, name) =>
  h(
    'button',
    {
      type: 'button',
      id: `attempt-${word}-${id}`,
      'data-do': 'attempt',
      'data-what': word,
      'data-attempt': id,
      title: about || null,
    },
    label,
    h('span.unseen', {}, ` ${name}`),
  );

/** @param {string} id @param {string} name @param {Work} words */
function renameForm(id, name, { name: label, rename }) {
  return h(
    'details',
    { id: `attempt-names-${id}` },
    h('summary', {}, rename, h('span.unseen', {}, ` ${name}`)),
    h(
      'form.bar',
      { 'data-form': 'attemptName', 'data-attempt': id, 'data-draft': true },
      h(
        'label',
        { for: `attempt-name-${id}` },
        `${label} `,
        h('input', { id: `attempt-name-${id}`, name: 'name', value: name, maxlength: 80 }),
      ),
      h('button', {}, rename),
    ),
  );
}

/** @param {History} history */
function history({ title, about, summary, before, after, no_steps: empty, steps }) {
  if (steps.length === 0) return [h('h3', {}, title), nothing(empty)];
  return h(
    'details',
    { id: 'history' },
    h('summary', {}, title, ': ', summary),
    h('p.note', {}, about),
    before && h('p.note', {}, before),
    h('ol.history', {}, steps.map(step)),
    after && h('p.note', {}, after),
  );
}

/** @param {HistoryRow} row */
const step = ({ number, words, note, applied, here }) =>
  h(
    'li',
    { id: `step-${number}`, class: applied ? null : 'undone' },
    h(
      'button.quiet',
      { type: 'button', id: `go-${number}`, 'data-do': 'goTo', 'data-step': number, 'aria-current': here ? 'step' : null },
      words,
    ),
    note && [' ', h('span.note', {}, note)],
  );

/** @param {HandIn} words @param {State} state */
function handInForm(words, { student, keepsName }) {
  return [
    h('h3', { id: 'hand-in-title', tabindex: -1 }, words.title),
    h(
      'form',
      { 'data-form': 'handIn', id: 'hand-in' },
      h('p', {}, words.about),
      h(
        'p',
        {},
        h(
          'label',
          { for: 'student' },
          `${words.student} `,
          h('input', { id: 'student', name: 'student', value: student, autocomplete: 'off', maxlength: 120, 'data-filter': 'student' }),
        ),
      ),
      h(
        'p',
        {},
        h(
          'label.inline',
          { for: 'keeps-name' },
          h('input', { type: 'checkbox', id: 'keeps-name', name: 'keep', checked: keepsName, 'data-steady': true }),
          ` ${words.remember}`,
        ),
      ),
      h('p', {}, h('button.primary', { id: 'hand-in-save' }, words.save)),
    ),
  ];
}

/** @param {HandIn} words @param {string} link */
const share = (words, link) => [
  h('h3', { id: 'share-title', tabindex: -1 }, words.share_title),
  h('p', {}, words.share_about),
  h(
    'div.bar',
    {},
    h('button', { type: 'button', id: 'attempt-file', 'data-do': 'attemptFile' }, words.save_attempt),
    h('button', { type: 'button', id: 'copy-link', 'data-do': 'copyLink' }, words.copy_link),
  ),
  link && h('p', {}, h('label', { for: 'link' }, 'The link ', h('input', { id: 'link', readonly: true, value: link }))),
];

// ---- What is done with it ------------------------------------------------------------------------------------------------

/** @param {Page} page */
const attemptName = (page) => page.store.atHand()?.name ?? '';

/** The attempt at hand as a file; with a name it is a submission. @param {Page} page */
function saveFile(page, student = '') {
  const plain = student.replace(/\s+/g, ' ').trim();
  const { value } = page.engine.call('submission', { layout: 'file', student: plain, attempt: attemptName(page) });
  const name = plain ? value.name : value.name.replace('-submission', '-attempt');
  download({ ...value, name });
  return name;
}

/** What a link carries: the attempt at hand and the decision that is chosen, without a name. @param {Page} page */
const toCarry = (page) => page.engine.call('submission', { layout: 'link', student: '', attempt: attemptName(page) }).value;

/** The link that was made last, as long as it leads to what is at hand. @param {Model} model @param {Page} page @returns {string} */
function currentLink(model, page) {
  const { link, linkOf } = page.state.work;
  if (link) followDesk(model);
  return link && toCarry(page).text === linkOf ? link : '';
}

/** @param {Page} page @param {string} text */
async function linkTo(page, text) {
  const hash = await toHash(text, (bytes) => page.engine.call('digest', { bytes }).value);
  return location.href.replace(/[?#].*$/, '') + hash;
}

/** @param {string} link */
const isShortEnough = (link) => link.length <= longestLink;

/** The link, or a rejection, so that nothing is copied. @param {string} link */
function shortEnough(link) {
  if (!isShortEnough(link)) throw new Error('the link is too long');
  return link;
}

/** @param {Page} page */
async function copyLink(page) {
  const value = toCarry(page);
  const made = linkTo(page, value.text);
  const copying = toClipboard(made.then(shortEnough)).catch(() => false);
  const link = await made;
  const length = link.length.toLocaleString('en-US');
  if (!isShortEnough(link)) {
    const name = saveFile(page);
    return page.tell({
      ok: true,
      message: `The link would have ${length} characters, and more than ${longestLink.toLocaleString('en-US')} get cut off on their way: ${name} was handed to the browser instead.`,
    });
  }
  Object.assign(page.state.work, { link, linkOf: value.text });
  page.render();
  if (!(await copying)) return notCopied(page, link);
  return page.tell({ ok: true, message: `The link was copied, ${length} characters.` });
}

/** Saves a submission; `keepsName`: the browser remembers the name, else it forgets it. @param {Page} page @param {string} student @param {boolean} keepsName */
function handIn(page, student, keepsName) {
  Object.assign(page.state.work, { student, keepsName });
  remember('student', keepsName ? student : null);
  const name = student.trim() ? saveFile(page, student) : null;
  if (name) page.tell({ ok: true, message: `${name} was handed to the browser.` });
  else page.refuse('a submission needs a name or number', 'write it into the field above the button');
}

/** @param {Page} page @param {string} id */
function saveCommands(page, id) {
  const head = page.store.list().find((each) => each.id === id);
  if (!head) return { ok: false, message: 'this attempt is no longer kept' };
  const text = `${page.store.stepsOf(id).join('\n')}\n`;
  download({ name: `${head.scenario}-commands.txt`, type: 'text/plain', text: `# ${head.name}\n${text}` });
  return { ok: true, message: `The commands of “${head.name}” were handed to the browser.` };
}

/**
 * What can be done with an attempt, from both pages: of an attempt, with a text.
 * @type {Record<string, (page: Page, id: string, text: string) => unknown>}
 */
const doing = {
  open: (page, id) => page.openAttempt(id),
  copy: (page, id) => page.tell(page.store.copy(id)),
  remove: (page, id) => page.tell(page.store.remove(id)),
  bringBack: (page, id) => page.tell(page.store.bringBack(id)),
  rename: (page, id, name) => page.tell(page.store.rename(id, name)),
  commands: (page, id) => page.tell(saveCommands(page, id)),
  new: (page) => page.beginAgain(),
  file: (page) => page.tell({ ok: true, message: `${saveFile(page)} was handed to the browser.` }),
  link: (page) => copyLink(page),
  compare: (page, id) => withAttempt(page, id),
  compareFile: (page) => withFile(page),
  submission: (page, keep, student) => handIn(page, student, keep === 'remember'),
};

/** @param {Page} page @param {string} what @param {string} attempt  its id @param {string} text */
export const serve = (page, what, attempt, text) => doing[what](page, attempt, text);

/** @param {HTMLFormElement} form @param {string} name */
const field = (form, name) => /** @type {HTMLInputElement} */ (form.elements.namedItem(name));

export const actions = {
  /** @param {Page} page @param {HTMLElement} element */
  attempt(page, element) {
    const { what = '', attempt: id = '' } = element.dataset;
    doing[what](page, id, '');
    if (!element.isConnected) page.focus(what === 'open' ? 'page-title' : 'attempts-title');
  },
  /** @param {Page} page @param {HTMLFormElement} form */
  attemptName: (page, form) => serve(page, 'rename', form.dataset.attempt ?? '', field(form, 'name').value),
  /** @param {Page} page */
  attemptNew: (page) => serve(page, 'new', '', ''),
  /** @param {Page} page */
  attemptFile: (page) => serve(page, 'file', '', ''),
  /** @param {Page} page */
  copyLink: (page) => copyLink(page),
  /** @param {Page} page @param {HTMLInputElement} input */
  student(page, input) {
    page.state.work.student = input.value;
  },
  /** @param {Page} page @param {HTMLFormElement} form */
  handIn: (page, form) => handIn(page, field(form, 'student').value, field(form, 'keep').checked),
  /** @param {Page} page @param {HTMLElement} element */
  goTo(page, element) {
    page.perform('go', { position: Number(element.dataset.step) });
    page.focus(element.id);
  },
};
