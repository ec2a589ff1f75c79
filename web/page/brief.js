// @ts-check
// What the lesson is about.
import { h } from './dom.js';

/** @param {*} model */
export function view(model) {
  const { scenario, clock } = model;
  return h(
    'section',
    { id: 'brief', 'aria-labelledby': 'brief-title' },
    h('h2', { id: 'brief-title', tabindex: -1 }, 'Brief'),
    h(
      'div.prose',
      {},
      scenario.brief.map((/** @type {string} */ paragraph) => h('p', {}, paragraph)),
    ),
    scenario.objectives.length > 0 && [
      h('h3', {}, 'What you can do afterwards'),
      h(
        'ul.prose',
        {},
        scenario.objectives.map((/** @type {string} */ objective) => h('li', {}, objective)),
      ),
    ],
    h('p.clock', {}, 'In this lesson it is ', h('time', { datetime: clock.text }, clock.words), '.'),
  );
}

export const actions = {};
