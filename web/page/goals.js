// @ts-check
// What is to be reached, how far it is, and on what that was judged (web/view/goals_view.h).
import { h } from './dom.js';
import { badge } from './marks.js';

/**
 * @typedef {import('./bridge.js').Goal} Goal
 * @typedef {import('./bridge.js').Goals} Goals
 * @typedef {import('./bridge.js').Misconceptions} Misconceptions
 */

/** The mark of each state. @type {Record<string, string>} */
const marks = { met: 'permit', unmet: 'deny', open: 'not_run' };

/** @param {Model} model */
export function view({ goals, titles }) {
  const { empty, rows, hints, hint_label: label, hint_button: button, misconceptions } = goals;
  return h(
    'section',
    { id: 'goals', 'aria-labelledby': 'goals-title' },
    h('h2', { id: 'goals-title', tabindex: -1 }, titles.goals),
    empty ? h('p.empty', {}, empty) : progress(goals),
    rows.length > 0 &&
      h(
        'ol.goals',
        {},
        rows.map((each) => goal(each, label)),
      ),
    hints.map((words) => hint(label, words)),
    button && h('p', {}, h('button', { type: 'button', id: 'hint', 'data-command': 'hint' }, button)),
    misconceptions && misconceptionLog(misconceptions),
  );
}

/** @param {Goals} goals */
function progress({ progress: words, points, points_met: met, predictions }) {
  return h(
    'div.progress',
    {},
    h('p', { id: 'progress-words' }, words),
    // It says no more than the words, and would be read out at every change.
    h('progress', { max: Math.max(points, 1), value: met, 'aria-hidden': 'true' }),
    predictions && h('p.note', {}, predictions),
  );
}

/** @param {string} label @param {string} words */
const hint = (label, words) => h('p.hint', {}, h('strong', {}, label), ' ', words);

/** The rules that predictions were wrong about, most often first. @param {Misconceptions} log */
function misconceptionLog({ title, empty, rules }) {
  const rows = rules.map(({ code, words, sentence }) =>
    h('li', {}, h('p', {}, h('code.code', {}, code), ' ', h('strong', {}, words)), h('p.note', {}, sentence)),
  );
  return [h('h3', { id: 'misconceptions' }, title), empty && h('p.empty', {}, empty), h('ul.misconceptions', {}, rows)];
}

/** @param {Goal} row @param {string} label  of a hint */
function goal({ id, title, points, state, state_words: words, evidence, hints }, label) {
  return h(
    'li.goal',
    { id: `goal_${id}` },
    h('div.goal-state', {}, badge(marks[state], words)),
    h(
      'div',
      {},
      h('p', {}, h('strong', {}, title), ' ', h('span.note', {}, points)),
      evidence && h('p.note', {}, evidence),
      hints.map((each) => hint(label, each)),
    ),
  );
}

export const actions = {};
