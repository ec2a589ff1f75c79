// @ts-check
// What the lesson is about (web/view/brief_view.h).
import { h } from './dom.js';

/** @param {Model} model */
export function view({ brief, titles }) {
  const paragraphs = brief.paragraphs.map((paragraph) => h('p', {}, paragraph));
  const objectives = brief.objectives.map((objective) => h('li', {}, objective));
  return h(
    'section',
    { id: 'brief', 'aria-labelledby': 'brief-title' },
    h('h2', { id: 'brief-title', tabindex: -1 }, titles.brief),
    h('div.prose', {}, paragraphs),
    objectives.length > 0 && [h('h3', {}, brief.objectives_title), h('ul.prose', {}, objectives)],
    h('p.clock', {}, h('time', { datetime: brief.moment }, brief.clock)),
  );
}

export const actions = {};
