// @ts-check
// What is to be reached, how far it is, and on what that was judged.
import { h } from './dom.js';
import { badge } from './marks.js';

/** @type {Record<string, [mark: string, word: string]>} */
const states = {
  met: ['permit', 'Met'],
  unmet: ['deny', 'Not met'],
  open: ['not_run', 'Open'],
};

/** @param {*} model */
export function view(model) {
  const { goals, hints, progress, misconceptions } = model;
  if (goals.length === 0 && hints.revealed.length === 0 && hints.left === 0 && !misconceptions) return null;
  return h(
    'section',
    { id: 'goals', 'aria-labelledby': 'goals-title' },
    h('h2', { id: 'goals-title', tabindex: -1 }, 'Goals'),
    goals.length > 0 && progressLine(progress),
    h('ol.goals', {}, goals.map(goal)),
    hints.revealed.map((/** @type {string} */ hint) => h('p.hint', {}, h('strong', {}, 'Hint: '), hint)),
    hints.left > 0 &&
      h(
        'p',
        {},
        h('button', { type: 'button', id: 'hint', 'data-command': 'hint' }, 'Show a hint'),
        h('span.note', {}, ` ${hints.left} left`),
      ),
    misconceptions && misconceptionLog(misconceptions),
  );
}

/** @param {*} progress */
function progressLine(progress) {
  return h(
    'div.progress',
    {},
    h(
      'p',
      { id: 'progress-words' },
      h('strong', {}, `${progress.goals_met} of ${progress.goals}`),
      ' goals met, ',
      h('strong', {}, `${progress.points_met} of ${progress.points}`),
      ' points',
      progress.predictions && `, ${progress.predictions}`,
    ),
    h('progress', { max: Math.max(progress.points, 1), value: progress.points_met, 'aria-labelledby': 'progress-words' }),
  );
}

/** The rules that predictions were wrong of, most often first. @param {*} log */
function misconceptionLog({ title, empty, rules }) {
  return [
    h('h3', { id: 'misconceptions' }, title),
    empty && h('p.empty', {}, empty),
    h(
      'ul.misconceptions',
      {},
      rules.map((/** @type {*} */ { code, words, sentence }) =>
        h('li', {}, h('p', {}, h('code.code', {}, code), ' ', h('strong', {}, words)), h('p.note', {}, sentence)),
      ),
    ),
  ];
}

/** @param {*} ofLesson */
function goal({ id, title, points, state, evidence, hints }) {
  const [mark, word] = states[state];
  return h(
    'li.goal',
    { id: `goal_${id}` },
    h('div.goal-state', {}, badge(mark, word)),
    h(
      'div',
      {},
      h('p', {}, h('strong', {}, title), ' ', h('span.note', {}, points === 1 ? '1 point' : `${points} points`)),
      h('p.note', {}, evidence),
      hints.map((/** @type {string} */ hint) => h('p.hint', {}, h('strong', {}, 'Hint: '), hint)),
    ),
  );
}

export const actions = {};
