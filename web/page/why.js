// Why a request ended as it did: every check, gate by gate, about these names and dates. Of a search both sides: what the
// user is told, and what the audit trail records.
import { h } from './dom.js';
import { askForRecord, inquiry, actions as inquiryActions, path } from './inquiry.js';
import { badge, mark, outcome } from './marks.js';

const verdicts = { pass: 'Pass', fail: 'Fail', 'n/a': 'Not applicable' };

export function view(model) {
  return h(
    'section',
    { id: 'why', 'aria-labelledby': 'why-title' },
    h('h2', { id: 'why-title', tabindex: -1 }, model.why ? `Why: request ${model.why.number}` : 'Why'),
    model.why
      ? explanation(model)
      : h(
          'p.empty',
          {},
          model.trail.events > 0
            ? 'Choose a request that was run: here it is then explained. '
            : 'Run a request: here it is then explained, check by check. ',
          h('a', { href: '#requests', 'data-go': 'requests-title' }, 'To the requests'),
        ),
  );
}

function explanation(model) {
  const { why } = model;
  const withheld = why.hits.filter((hit) => hit.withheld).length;
  return [
    h(
      'div.verdict',
      {},
      h('p.title', {}, h('strong', {}, why.title)),
      h('p', {}, why.words, ' ', h('time.note', { datetime: why.moment.text }, why.moment.words)),
      h(
        'p.badges',
        {},
        outcome({ permitted: why.permitted, withheld }),
        why.outdated && badge('outdated', 'Outdated: something was assigned since'),
      ),
      h('p.outcome', {}, why.failed.length > 0 && [h('code.code', {}, why.failed[0]), ' '], why.outcome),
      why.failed.length > 1 && h('p.note', {}, `All checks that fail: ${why.failed.join(', ')}. The first is the primary reason.`),
    ),
    h('h3', {}, 'The path of the request'),
    why.flow && path(why.flow),
    !model.conceals && inquiry(model),
    why.permitted && sides(model),
    why.followed.length > 0 && [
      h('h3', {}, 'What followed'),
      h(
        'ul.followed',
        {},
        why.followed.map((each) => h('li', {}, each)),
      ),
    ],
    why.review && reviewMark(why),
    h('h3', {}, why.concealed ? 'What failed: the rules alone' : 'Check by check'),
    why.concealed && h('p.note', {}, why.concealed),
    h(
      'ol.gates',
      {},
      why.gates.map((gate) => h('li', {}, h('h4', {}, gate.title, h('span.count', {}, ` ${tally(gate.checks)}`)), ladder(gate.checks))),
    ),
  ];
}

/** The student as reviewer: a mark on the event, which is a command like any other. */
function reviewMark(why) {
  const command = `${why.marked ? 'unmark' : 'mark'} ${why.request}`;
  return h(
    'p',
    {},
    h(
      'button',
      { type: 'button', id: 'review-mark', 'aria-pressed': why.marked ? 'true' : 'false', 'data-command': command },
      why.marked ? 'Marked: not for its purpose' : 'Mark as not for its purpose',
    ),
  );
}

function tally(checks) {
  const count = (verdict) => checks.filter((check) => check.verdict === verdict).length;
  return [
    [count('fail'), 'fail'],
    [count('pass'), 'pass'],
    [count('n/a'), 'not applicable'],
  ]
    .filter(([number]) => number > 0)
    .map(([number, word]) => `${number} ${word}`)
    .join(', ');
}

function ladder(checks) {
  return h(
    'ul.ladder',
    {},
    checks.map(({ code, verdict, why, sentence, source, reading }) =>
      h(
        `li.rung.is-${verdict.replace('/', '')}`,
        {},
        h('span.sign', {}, mark(verdict), ' ', verdicts[verdict]),
        h(
          'div',
          {},
          h('p', {}, h('code.code', {}, code), ' ', why),
          h('p.rule', {}, sentence, ' ', h('span.source', {}, source)),
          reading && h('p.rule', {}, h('span.reading', {}, 'Simulator’s reading: '), reading, '.'),
        ),
      ),
    ),
  );
}

/** What the user sees, and what the trail records. */
function sides(model) {
  const { why } = model;
  const shown = [why.target, ...why.hits.filter((hit) => !hit.withheld)].filter(Boolean);
  const withheld = why.hits.filter((hit) => hit.withheld);
  return h(
    'div.sides',
    {},
    h(
      'div.side',
      {},
      h('h3', {}, 'What the user sees'),
      shown.length > 0
        ? h('ul.records', {}, shown.map(record))
        : h('p', {}, why.search ? 'Nothing was found, as far as the user is told.' : 'That it is done, and no data.'),
    ),
    why.search &&
      h(
        'div.side',
        {},
        h('h3', {}, 'What the audit trail records'),
        h('p', {}, `Event ${why.event}: ${shown.length} returned, ${withheld.length} withheld.`),
        withheld.length > 0 &&
          h(
            'ul.records',
            {},
            withheld.map((hit) =>
              h(
                'li',
                {},
                h('p', {}, h('strong', {}, hit.title), `, ${hit.category}, withheld: `, h('code.code', {}, hit.failed.join(', '))),
                askForRecord(model, hit),
                ladder(hit.checks),
              ),
            ),
          ),
        withheld.length > 0 && h('p.note', {}, 'The user is not told of these, nor that there are any.'),
      ),
  );
}

function record({ title, category, content, checks }) {
  return h(
    'li',
    {},
    h('p', {}, h('strong', {}, title), `, ${category}`),
    content.length > 0 &&
      h(
        'dl.facts',
        {},
        content.map((fact) => h('div', {}, h('dt', {}, fact.title), h('dd', {}, fact.words))),
      ),
    checks && h('details', {}, h('summary', {}, `Why ${title} was returned, check by check`), ladder(checks)),
  );
}

export const actions = {
  ...inquiryActions,
  go(page, element) {
    page.focus(element.dataset.go);
  },
};
