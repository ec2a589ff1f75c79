// @ts-check
// Why a request ended as it did: its path, both sides, and every check, gate by gate. All that is said comes with the model
// (web/view/why_view.h).
import { h } from './dom.js';
import { ask, inquiry, actions as inquiryActions, path } from './inquiry.js';
import { badge, mark } from './marks.js';

/**
 * @typedef {import('./bridge.js').Why} Why
 * @typedef {import('./bridge.js').WhySide} WhySide
 * @typedef {import('./bridge.js').WhyRecord} WhyRecord
 * @typedef {import('./bridge.js').Gate} Gate
 * @typedef {import('./bridge.js').Hit} Hit
 * @typedef {import('./bridge.js').Check} Check
 * @typedef {import('./bridge.js').Empty} Empty
 * @typedef {import('./bridge.js').ReviewMark} ReviewMark
 */

/** @param {Model} model */
export function view(model) {
  const { why } = model;
  return h(
    'section',
    { id: 'why', 'aria-labelledby': 'why-title' },
    h('h2', { id: 'why-title', tabindex: -1 }, why.heading),
    'run' in why ? explanation(why, model) : nothing(why.empty),
  );
}

/** @param {Empty} empty */
const nothing = ({ what, what_to_do: whatToDo }) =>
  h('p.empty', {}, what, ' ', h('a', { href: '#requests', 'data-go': 'requests-title' }, whatToDo));

/** @param {Why} why @param {Model} model */
function explanation(why, model) {
  return [
    verdict(why),
    why.path.length > 0 && [h('h3', {}, why.path_title), path(why.path)],
    inquiry(why, model.inquiry),
    h('div.sides', {}, side(why.seen), side(why.recorded)),
    why.followed.length > 0 && [
      h('h3', {}, why.followed_heading),
      h(
        'ul.followed',
        {},
        why.followed.map((each) => h('li', {}, each)),
      ),
    ],
    why.mark && reviewMark(why.mark),
    h('h3', {}, why.checks_heading),
    why.concealed && h('p.note', {}, why.concealed),
    h('ol.gates', {}, why.gates.map(gate)),
    why.hits.length > 0 &&
      h(
        'ul.hits',
        {},
        why.hits.map((each) => hit(why, each)),
      ),
  ];
}

/** @param {Why} why */
function verdict(why) {
  return h(
    'div.verdict',
    {},
    h('p.title', {}, h('strong', {}, why.title)),
    h('p', {}, why.words, ' ', h('time.note', { datetime: why.moment.text }, why.where)),
    h('p.badges', {}, badge(why.mark_word, why.outcome_word), why.outdated && badge('outdated', why.outdated)),
    why.outdated && h('p', {}, h('button', { type: 'button', id: 'why-run', 'data-command': `run ${why.request}` }, why.run_again)),
    h('p.outcome', {}, why.outcome),
    why.failing && h('p.note', {}, why.failing),
    why.prediction && h('p.note', {}, why.prediction),
  );
}

/** What the user sees, or what the trail records. @param {WhySide} side */
function side({ heading, event, summary, records, note }) {
  return h(
    'div.side',
    {},
    h('h3', {}, heading),
    event && h('p.note', {}, event),
    summary && h('p', {}, summary),
    records.length > 0 && h('ul.records', {}, records.map(record)),
    note && h('p.note', {}, note),
  );
}

/** @param {WhyRecord} record */
function record({ title, words, withheld, fields }) {
  return h(
    `li.is-${withheld ? 'fail' : 'pass'}`,
    {},
    h('p', {}, mark(withheld ? 'fail' : 'pass'), ' ', h('strong', {}, title)),
    h('p.note', {}, words),
    fields.length > 0 &&
      h(
        'dl.facts',
        {},
        fields.map(({ label, value }) => h('div', {}, h('dt', {}, label), h('dd', {}, value))),
      ),
  );
}

/** The student as reviewer: a mark on the event, which is a command like any other. @param {ReviewMark} review */
function reviewMark({ label, marked, command }) {
  const button = { type: 'button', id: 'review-mark', 'aria-pressed': marked ? 'true' : 'false', 'data-command': command };
  return h('p', {}, h('button', button, marked && [mark('pass'), ' '], label));
}

/** @param {Gate} gate */
function gate({ heading, tally, fails, checks, note }) {
  return h(
    'li',
    {},
    h('h4', {}, heading, ' ', h(fails ? 'span.count.is-fail' : 'span.count', {}, tally)),
    ladder(checks),
    note && h('p.note', {}, note),
  );
}

/** A record that a search found, with the checks on it: open where it was withheld. @param {Why} why @param {Hit} hit */
function hit(why, { record: id, withheld, title, heading, ask: words, instead, checks }) {
  return h(
    'li',
    { id: `hit-${why.run}-${id}` },
    h(
      'details',
      { open: withheld },
      h('summary', {}, heading),
      instead && h('p.note', {}, instead),
      words && h('p', {}, ask(`inquire-${id}`, why.request, id, words, `: ${title}`)),
      ladder(checks),
    ),
  );
}

/** @param {Check[]} checks */
function ladder(checks) {
  return h(
    'ul.ladder',
    {},
    checks.map(({ code, verdict: word, verdict_words: verdictWords, words, rule, source, reading, model }) =>
      h(
        `li.rung.is-${word.replace('/', '')}`,
        {},
        h('span.sign', {}, mark(word), ' ', verdictWords),
        h(
          'div',
          {},
          h('p', {}, h('code.code', {}, code), ' ', words),
          h('p.rule', {}, rule && [rule, ' '], h('span.source', {}, source)),
          reading && h('p.rule', {}, reading),
          h('p.rule', {}, model),
        ),
      ),
    ),
  );
}

export const actions = {
  ...inquiryActions,
  /** @param {Page} page @param {HTMLElement} element */
  go(page, element) {
    page.focus(element.dataset.go ?? '');
  },
};
