// @ts-check
// What is printed while a lesson is open, from either view: the brief, the goals, the decisions with their reasons, and the
// whole trail. It is written when the browser is about to print, and gone afterwards; print.css hides the rest.
import { h } from './dom.js';
import { badge } from './marks.js';

const columns = ['sequence', 'moment', 'user', 'action', 'target', 'outcome', 'failed', 'withheld'];

/** Milliseconds within which a browser that prints has begun to. */
const patience = 2000;

/** Prints. A browser that may not says nothing of it, so that the page does. @param {Page} page */
export function print(page) {
  let hasBegun = false;
  const note = () => {
    hasBegun = true;
  };
  window.addEventListener('beforeprint', note, { once: true });
  try {
    window.print();
  } catch {
    // then it has not begun either
  }
  setTimeout(() => {
    window.removeEventListener('beforeprint', note);
    if (hasBegun) return;
    page.refuse(
      'the browser printed nothing',
      'open the page in a tab of its own and print there; a frame or an app around it may forbid it',
    );
  }, patience);
}

/** @param {Page} page */
export function listen(page) {
  window.addEventListener('beforeprint', () => write(page));
  window.addEventListener('afterprint', remove);
}

function remove() {
  document.getElementById('printout')?.remove();
  delete document.documentElement.dataset.prints;
}

/** @param {Page} page */
function write({ engine }) {
  remove();
  const model = engine.model();
  if (!model.scenario) return;
  const told = engine.call('reasons').value;
  const reasons = new Map(told.map((each) => [each.request, each.reasons]));
  document.body.append(
    h(
      'div',
      { id: 'printout' },
      h('h1', {}, model.scenario.title),
      h('p.note', {}, `Need to Know. Printed as of ${model.clock.words} in the lesson.`),
      model.brief.paragraphs.map((paragraph) => h('p', {}, paragraph)),
      goals(model),
      h('h2', {}, 'Decisions'),
      model.requests.map((request) => decision(request, reasons.get(request.id) ?? [], model.requests_screen.outdated)),
      h('h2', {}, model.titles.trail),
      trail(engine, model),
    ),
  );
  document.documentElement.dataset.prints = 'true';
}

/** @typedef {import('./bridge.js').Reason} Reason */

/** @param {Model} model */
const goals = ({ goals: { rows }, titles }) =>
  rows.length > 0 && [
    h('h2', {}, titles.goals),
    h(
      'ol',
      {},
      rows.map((goal) => h('li', {}, h('span', {}, goal.title), `: ${goal.state_words}. `, goal.evidence)),
    ),
  ];

/** @param {import('./bridge.js').Request} request @param {Reason[]} reasons @param {string} outdated  what is said of such an outcome */
function decision({ number, title, words, where, outcome, result, freshness }, reasons, outdated) {
  return h(
    'article',
    {},
    h('h3', {}, `${number}. `, title),
    h('p', {}, badge(outcome.state, outcome.word), freshness === 'outdated' && ` ${outdated}.`),
    h('p', {}, `${words} ${where}.`),
    result && h('p', {}, result.words),
    reasons.length > 0 &&
      h(
        'ul',
        {},
        reasons.map(({ code, why }) => h('li', {}, h('strong', {}, code), ` ${why}`)),
      ),
  );
}

/** @param {import('./engine.js').Engine} engine @param {Model} model */
function trail(engine, { trail: { events, head } }) {
  if (events === 0) return h('p', {}, 'Nothing is recorded yet.');
  const found = engine.call('trail', { column: 'sequence', descending: false, first: 0, count: events, words: '' }).value;
  const shown = columns.map((word) => found.columns.findIndex((column) => column.word === word));
  const titles = shown.map((at) => h('th', { scope: 'col' }, found.columns[at].title));
  const rows = found.rows.map(({ cells }) =>
    h(
      'tr',
      {},
      shown.map((at) => h('td', {}, cells[at])),
    ),
  );
  return [
    h('table', {}, h('thead', {}, h('tr', {}, titles)), h('tbody', {}, rows)),
    h('p.note', {}, `${events} ${events === 1 ? 'event' : 'events'}. Hash of the last: `, h('code', {}, head)),
  ];
}
