// @ts-check
// What is told of the whole assignment at once: how it differs from another, and what it grants in excess. Worked out only
// while it is shown.
import { chooser } from './chooser.js';
import { h } from './dom.js';
import { followDesk } from './model.js';
import { goOn, progressBar } from './progress.js';
import { foldingTable } from './table.js';

/**
 * @typedef {import('./bridge.js').Findings} Findings
 * @typedef {import('./bridge.js').FindingPart} FindingPart
 * @typedef {'compare' | 'excess' | 'check'} Which
 */

/** Which are shown. @returns {Record<Which, boolean>} */
export const startState = () => ({ compare: false, excess: false, check: false });

const about = {
  compare: 'The assignment as it is now, against another: every user and record, and every request of the lesson.',
  excess:
    'What is granted beyond what the goals need. Each edit that is offered leaves every goal met that is met, and gives nobody a permit.',
  check: 'Whether your lesson can be solved, rewards understanding, and notices mistakes.',
};

/** @type {import('./page_view.js').View} */
export const compareView = (model, page) => view('compare', model, page, (value) => baseline(model, page, value));
/** @type {import('./page_view.js').View} */
export const excessView = (model, page) => view('excess', model, page, () => null);
/** Of a lesson of one's own. @type {import('./page_view.js').View} */
export const checkView = (model, page) =>
  model.header.sections.some(({ word }) => word === 'check') ? view('check', model, page, () => null) : null;

/** @param {Which} which @param {Model} model @param {Page} page @param {(value: Findings) => *} tools */
function view(which, model, page, tools) {
  const shut = which === 'check' ? '' : model.shut;
  const title = model.titles[which];
  /** @type {boolean} */
  const open = page.state.findings[which] && !shut;
  if (open) followDesk(model);
  const value = open && page.engine.call('findings', { which }).value;
  const toggle = { type: 'button', id: `${which}-show`, 'data-do': 'findingsShow', 'data-which': which, 'aria-expanded': String(open) };
  return h(
    'section',
    { id: which, 'aria-labelledby': `${which}-title` },
    h('h2', { id: `${which}-title`, tabindex: -1 }, title),
    h('p.note', {}, about[which]),
    shut ? h('p.empty', {}, shut) : h('p', {}, h('button', toggle, open ? 'Hide' : 'Show', h('span.unseen', {}, ` ${title}`))),
    value && [tools(value), state(which, value, page), value.parts.map((part) => table(which, part))],
  );
}

/** What was asked for and is to be said once it is found, whoever works it out: this page or the panels. @type {Set<Which>} */
const awaited = new Set();

/** @param {Which} which @param {Findings} value @param {Page} page */
function state(which, value, page) {
  if (value.summary) {
    if (awaited.delete(which)) queueMicrotask(() => page.say(value.summary));
    return [
      h('p', { id: `${which}-summary` }, h('strong', {}, value.summary)),
      value.details && h('p', { id: `${which}-details` }, value.details),
    ];
  }
  const button = { 'data-do': 'findingsAsk', 'data-which': which };
  if (!value.working)
    return h('p', {}, value.invitation, ' ', h('button', { type: 'button', id: `${which}-ask`, ...button }, 'Work it out'));
  const step = () => page.engine.call('findings', { which }).value;
  goOn(
    which,
    () => page.state.findings[which],
    step,
    () => page.render(),
  );
  return progressBar(which, value, { words: 'Cancel', ...button, 'data-how': 'cancel' });
}

/** @param {Which} which @param {FindingPart} part */
function table(which, { word, title, columns, rows, empty, left_out: leftOut }) {
  const id = `${which}-${word}`;
  const offers = rows.some(({ command }) => command);
  return [
    h('h3', { id, tabindex: -1 }, title),
    rows.length === 0
      ? h('p.empty', {}, empty)
      : foldingTable(
          `${id}-caption`,
          `${title}, ${rows.length} rows`,
          columns,
          rows.map(({ name, note, cells, command }, i) => ({
            heading: [
              name,
              note && [' ', h('span.id', {}, note)],
              command &&
                h(
                  'p',
                  {},
                  h(
                    'button',
                    { type: 'button', id: `${id}-${i}`, 'data-command': command, 'data-then': id },
                    'Take it back',
                    h('span.unseen', {}, ` ${name}`),
                  ),
                ),
            ],
            cells,
          })),
        ),
    leftOut && h('p.note', {}, leftOut),
    offers && h('p.note', {}, 'Two that can each be taken back cannot always both be. Each can be undone.'),
  ];
}

/** @param {Model} model @param {Page} page @param {Findings} value */
function baseline(model, page, { baseline: now }) {
  const attempts = page.store.list().filter(({ state, scenario }) => state === 'kept' && scenario === model.scenario?.id);
  const { position } = page.engine.call('history', { first: 0, count: 0 }).value;
  const from = Math.max(0, position - 100);
  const { steps } = page.engine.call('history', { first: from, count: position - from }).value;
  return [
    h('p', { id: 'compare-now' }, `Compared with ${now}.`),
    chooser(
      { form: 'compareWith', id: 'compare-with' },
      { words: 'Against', id: 'compare-against', name: 'against' },
      [
        h('option', { value: 'shipped' }, 'The lesson as shipped'),
        steps.map(({ number, words }) => h('option', { value: `step ${number}` }, `After step ${number}: ${words}`)),
        attempts.map(({ id, name }) => h('option', { value: `attempt ${id}` }, `Attempt: ${name}`)),
        h('option', { value: 'file' }, 'A file of commands, or a submission'),
      ],
      h('button', { id: 'compare-go' }, 'Compare'),
    ),
  ];
}

/** A kept attempt, as far as it was applied. @param {Page} page @param {string} id */
export function withAttempt(page, id) {
  const head = page.store.list().find((each) => each.id === id);
  const here = page.engine.model().scenario?.id;
  if (!head) return page.refuse('this attempt is no longer kept', 'choose another');
  if (head.scenario !== here) return page.refuse(`“${head.name}” is an attempt at another lesson`, 'choose one at this lesson');
  return tell(page, page.engine.call('baseline_commands', { name: head.name, commands: page.store.madeIn(id).join('\n') }));
}

/** A refusal is shown on both pages. @param {Page} page @param {Answer} answer */
const tell = (page, answer) => (answer.ok ? page.announce(answer) : page.refuse(answer.message, answer.help));

/** @param {Page} page */
export function withFile(page) {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.json,.txt,application/json,text/plain';
  input.addEventListener('change', async () => {
    const file = input.files?.[0];
    if (file) tell(page, page.engine.call('baseline_commands', { name: file.name, commands: await file.text() }));
  });
  input.click();
}

export const actions = {
  /** @param {Page} page @param {{dataset: {which: Which}}} element */
  findingsShow(page, { dataset: { which } }) {
    page.state.findings[which] = !page.state.findings[which];
    page.render();
  },
  /** @param {Page} page @param {{dataset: {which: Which, how?: string}}} element */
  findingsAsk(page, { dataset: { which, how = 'ask' } }) {
    if (how === 'ask') awaited.add(which);
    else awaited.delete(which);
    page.engine.call(how === 'ask' ? 'findings_ask' : 'findings_cancel', { which });
    page.render();
    const next = how === 'ask' ? [`${which}-hold`, `${which}-title`] : [`${which}-ask`];
    page.focus(next.find((id) => document.getElementById(id)) ?? '');
  },
  /** @param {Page} page @param {HTMLFormElement} form */
  compareWith(page, form) {
    const chosen = String(new FormData(form).get('against'));
    if (chosen === 'file') return withFile(page);
    if (chosen.startsWith('attempt ')) return withAttempt(page, chosen.slice(8));
    if (chosen.startsWith('step ')) return page.perform('baseline_step', { position: Number(chosen.slice(5)) });
    return page.perform('baseline_shipped');
  },
};
