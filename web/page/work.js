// Your work: the attempts that are kept in this browser, the steps of the one at hand, and what takes it elsewhere.
import { toClipboard } from './copy.js';
import { h } from './dom.js';
import { download } from './files.js';
import { withAttempt, withFile } from './findings.js';
import { stepsInWords } from './keeper.js';
import { longestLink, toHash } from './link.js';
import { remember, remembered } from './settings.js';

export const startState = () => ({ link: '', linkOf: '', student: remembered('student') ?? '', keepsName: remembered('student') !== null });

/** Of a long history, the steps around the one at hand. */
const mostSteps = 200;

export function view(model, page) {
  const list = page.keeper.list();
  if (!model.scenario && list.length === 0) return null;
  return h(
    'section.work',
    { id: 'work', 'aria-labelledby': 'work-title' },
    h('h2', { id: 'work-title', tabindex: -1 }, 'Your work'),
    h('p', { id: 'work-keeping', class: page.keeper.problem() ? 'not-kept' : null }, page.keeper.keeping()),
    h('h3', { id: 'attempts-title', tabindex: -1 }, 'Attempts'),
    list.length === 0 && h('p.empty', {}, 'Nothing is kept yet. The first step in a lesson begins an attempt.'),
    h('ul.attempts', {}, list.map(attempt)),
    model.scenario && [
      h('p', {}, h('button', { type: 'button', id: 'attempt-new', 'data-do': 'attemptNew' }, 'New attempt at this lesson')),
      history(page),
      passOn({ ...page.state.work, link: currentLink(page) }),
    ],
  );
}

function attempt({ id, name, about, state }) {
  const act = (what, words) =>
    h(
      'button',
      { type: 'button', id: `attempt-${what}-${id}`, 'data-do': 'attempt', 'data-what': what, 'data-attempt': id },
      words,
      h('span.unseen', {}, ` ${name}`),
    );
  if (state === 'deleted') {
    return h('li', { id: `attempt-${id}` }, h('p', {}, h('s', {}, name), ' deleted'), h('p.bar', {}, act('bringBack', 'Bring back')));
  }
  return h(
    'li',
    { id: `attempt-${id}`, 'aria-current': state === 'at-hand' ? 'true' : null },
    h('p', {}, h('strong', {}, name), state === 'at-hand' && ' (open now)'),
    h('p.note', {}, about),
    h(
      'div.bar',
      {},
      state !== 'at-hand' && act('open', 'Open'),
      act('copy', 'Copy'),
      act('commands', 'Save commands'),
      act('remove', 'Delete'),
      h(
        'details',
        { id: `attempt-names-${id}` },
        h('summary', {}, 'Rename', h('span.unseen', {}, ` ${name}`)),
        h(
          'form.bar',
          { 'data-form': 'attemptName', 'data-attempt': id, 'data-draft': true },
          h(
            'label',
            { for: `attempt-name-${id}` },
            'Name',
            h('input', { id: `attempt-name-${id}`, name: 'name', value: name, maxlength: 80 }),
          ),
          h('button', {}, 'Rename'),
        ),
      ),
    ),
  );
}

function history(page) {
  const { count, position } = page.engine.call('history', '0 0').value;
  if (count === 0) return null;
  const first = Math.max(0, position - mostSteps / 2);
  const { steps } = page.engine.call('history', `${first} ${mostSteps}`).value;
  const step = (number, words, applied) =>
    h(
      'li',
      { id: `step-${number}`, class: applied ? null : 'undone' },
      h(
        'button.quiet',
        { type: 'button', id: `go-${number}`, 'data-do': 'goTo', 'data-step': number, 'aria-current': number === position ? 'step' : null },
        number === 0 ? words : `${number}. ${words}`,
      ),
      !applied && h('span.note', {}, ' undone'),
      number === position && h('span.note', {}, ' you are here'),
    );
  return h(
    'details',
    { id: 'history' },
    h('summary', {}, `History: ${stepsInWords(count)}${position < count ? `, ${count - position} of them undone` : ''}`),
    h('p.note', {}, 'Each leads to the lesson as it was right after that step. What is undone stays here until something else is done.'),
    first > 0 && h('p.note', {}, `${stepsInWords(first)} before these are not shown.`),
    h(
      'ol.history',
      {},
      first === 0 && step(0, 'The lesson as it began', true),
      steps.map(({ number, words, applied }) => step(number, words, applied)),
    ),
    first + steps.length < count && h('p.note', {}, `${stepsInWords(count - first - steps.length)} after these are not shown.`),
  );
}

function passOn({ link, student, keepsName }) {
  return [
    h('h3', { id: 'hand-in-title', tabindex: -1 }, 'Hand in, or go on elsewhere'),
    h(
      'form',
      { 'data-form': 'handIn', id: 'hand-in' },
      h(
        'p',
        {},
        'The submission holds the lesson, every step in order, predictions and hints used, so that whoever has the program can replay it.',
      ),
      h(
        'p',
        {},
        h(
          'label',
          { for: 'student' },
          'Your name or number, as your course wants it ',
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
          ' Keep my name in this browser for the next time',
        ),
      ),
      h('p', {}, h('button.primary', { id: 'hand-in-save' }, 'Save the submission')),
    ),
    h('p', {}, 'The attempt opens on any device that has this page, from a file or from a link. Neither has your name in it.'),
    h(
      'div.bar',
      {},
      h('button', { type: 'button', id: 'attempt-file', 'data-do': 'attemptFile' }, 'Save the attempt as a file'),
      h('button', { type: 'button', id: 'copy-link', 'data-do': 'copyLink' }, 'Copy link'),
    ),
    link && h('p', {}, h('label', { for: 'link' }, 'The link ', h('input', { id: 'link', readonly: true, value: link }))),
  ];
}

const attemptName = (page) => page.keeper.atHand()?.name ?? '';

/** The attempt at hand as a file; with a name it is a submission. */
function saveFile(page, student = '') {
  const plain = student.replace(/\s+/g, ' ').trim();
  const { value } = page.engine.call('submission', 'file', `${plain}\t${attemptName(page)}`);
  const name = plain ? value.name : value.name.replace('-submission', '-attempt');
  download({ ...value, name });
  return name;
}

/** What a link carries: the attempt at hand and the decision that is chosen, without a name. */
const toCarry = (page) => page.engine.call('submission', 'link', `\t${attemptName(page)}`).value;

/** The link that was made last, as long as it leads to what is at hand. */
const currentLink = (page) => (page.state.work.link && toCarry(page).text === page.state.work.linkOf ? page.state.work.link : '');

async function linkTo(page, text) {
  const hash = await toHash(text, (bytes) => page.engine.call('digest', '', bytes).value);
  return location.href.replace(/[?#].*$/, '') + hash;
}

const isShortEnough = (link) => link.length <= longestLink;

/** The link, or a rejection, so that nothing is copied. */
function shortEnough(link) {
  if (!isShortEnough(link)) throw new Error('the link is too long');
  return link;
}

async function copyLink(page) {
  const value = toCarry(page);
  const made = linkTo(page, value.text);
  const copying = toClipboard(made.then(shortEnough)).catch(() => false);
  const link = await made;
  const length = link.length.toLocaleString('en-GB');
  if (!isShortEnough(link)) {
    const name = saveFile(page);
    return page.tell({
      ok: true,
      message: `The link would have ${length} characters, and more than ${longestLink.toLocaleString('en-GB')} get cut off on their way: ${name} was handed to the browser instead.`,
    });
  }
  Object.assign(page.state.work, { link, linkOf: value.text });
  page.render();
  const copied = await copying;
  return page.tell({
    ok: true,
    message: copied
      ? `The link was copied, ${length} characters.`
      : 'The link stands on the text page, under Your work, to be copied from there.',
  });
}

function handIn(page, student, keepsName) {
  Object.assign(page.state.work, { student, keepsName });
  if (keepsName) remember('student', student);
  const name = student.trim() ? saveFile(page, student) : null;
  if (name) page.tell({ ok: true, message: `${name} was handed to the browser.` });
  else page.refuse('a submission needs a name or number', 'write it into the field above the button');
}

function saveCommands(page, id) {
  const { name, scenario } = page.keeper.list().find((each) => each.id === id);
  const text = `${page.keeper.stepsOf(id).join('\n')}\n`;
  download({ name: `${scenario}-commands.txt`, type: 'text/plain', text: `# ${name}\n${text}` });
  return { ok: true, message: `The commands of “${name}” were handed to the browser.` };
}

/** What can be done with an attempt, from both pages. */
const doing = {
  open: (page, id) => page.openAttempt(id),
  copy: (page, id) => page.tell(page.keeper.copy(id)),
  remove: (page, id) => page.tell(page.keeper.remove(id)),
  bringBack: (page, id) => page.tell(page.keeper.bringBack(id)),
  rename: (page, id, name) => page.tell(page.keeper.rename(id, name)),
  commands: (page, id) => page.tell(saveCommands(page, id)),
  new: (page) => page.beginAgain(),
  file: (page) => page.tell({ ok: true, message: `${saveFile(page)} was handed to the browser.` }),
  link: (page) => copyLink(page),
  compare: (page, id) => withAttempt(page, id),
  compareFile: (page) => withFile(page),
  submission: (page, _, student) => handIn(page, student, page.state.work.keepsName),
};
export const serve = (page, what, attempt, text) => doing[what](page, attempt, text);

export const actions = {
  attempt(page, element) {
    const { what, attempt: id } = element.dataset;
    doing[what](page, id);
    if (!element.isConnected) page.focus(what === 'open' ? 'page-title' : 'attempts-title');
  },
  attemptName(page, form) {
    doing.rename(page, form.dataset.attempt, form.elements.name.value);
  },
  attemptNew: (page) => doing.new(page),
  attemptFile: (page) => doing.file(page),
  copyLink: (page) => doing.link(page),
  student(page, input) {
    page.state.work.student = input.value;
  },
  handIn(page, form) {
    if (!form.elements.keep.checked) remember('student', null);
    handIn(page, form.elements.student.value, form.elements.keep.checked);
  },
  goTo(page, element) {
    page.announce(page.engine.call('go', element.dataset.step));
    page.focus(element.id);
  },
};
