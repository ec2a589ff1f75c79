// What is printed while a lesson is open, from either view: the brief, the goals, the decisions with their reasons, and the
// whole trail. It is written when the browser is about to print, and gone afterwards; print.css hides the rest.
import { h } from './dom.js';
import { outcome } from './marks.js';

const columns = ['sequence', 'moment', 'user', 'action', 'target', 'outcome', 'failed', 'withheld'];

export const print = () => window.print();

export function listen(page) {
  window.addEventListener('beforeprint', () => write(page));
  window.addEventListener('afterprint', remove);
}

function remove() {
  document.getElementById('printout')?.remove();
  delete document.documentElement.dataset.prints;
}

function write({ engine }) {
  remove();
  const model = engine.call('model').value;
  if (!model.scenario) return;
  const reasons = new Map(engine.call('reasons').value.map((each) => [each.request, each.reasons]));
  document.body.append(
    h(
      'div',
      { id: 'printout' },
      h('h1', {}, model.scenario.title),
      h('p.note', {}, `Need to Know. Printed as of ${model.clock.words} in the lesson.`),
      model.scenario.brief.map((paragraph) => h('p', {}, paragraph)),
      goals(model),
      h('h2', {}, 'Decisions'),
      model.requests.map((request) => decision(request, reasons.get(request.id) ?? [])),
      h('h2', {}, 'Audit trail'),
      trail(engine, model),
    ),
  );
  document.documentElement.dataset.prints = 'true';
}

const goals = ({ goals: all }) =>
  all.length > 0 && [
    h('h2', {}, 'Goals'),
    h(
      'ol',
      {},
      all.map((goal) => h('li', {}, `${goal.title}: ${goal.state}. `, goal.evidence)),
    ),
  ];

function decision({ number, title, words, place, moment, result, freshness }, reasons) {
  return h(
    'article',
    {},
    h('h3', {}, `${number}. ${title}`),
    h('p', {}, result ? outcome(result) : 'Not run.', freshness === 'outdated' && ' Outdated: something was assigned since.'),
    h('p', {}, `${words} ${place}, ${moment.words}.`),
    result && h('p', {}, result.words),
    reasons.length > 0 &&
      h(
        'ul',
        {},
        reasons.map(({ code, why }) => h('li', {}, h('strong', {}, code), ` ${why}`)),
      ),
  );
}

function trail(engine, { trail: { events, head } }) {
  if (events === 0) return h('p', {}, 'Nothing is recorded yet.');
  const found = engine.call('trail', `sequence ascending 0 ${events}`).value;
  const shown = columns.map((word) => found.columns.findIndex((column) => column.word === word));
  return [
    h(
      'table',
      {},
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          shown.map((at) => h('th', { scope: 'col' }, found.columns[at].title)),
        ),
      ),
      h(
        'tbody',
        {},
        found.rows.map(({ cells }) =>
          h(
            'tr',
            {},
            shown.map((at) => h('td', {}, cells[at])),
          ),
        ),
      ),
    ),
    h('p.note', {}, `${events} ${events === 1 ? 'event' : 'events'}. Hash of the last: `, h('code', {}, head)),
  ];
}
