// @ts-check
// Which lesson: those on offer, or a file of one's own (web/view/home_view.h).
import { h } from './dom.js';

/** @typedef {import('./bridge.js').HomeLesson} HomeLesson */

/** @param {Pick<Model, 'home' | 'scenario'>} model */
export function view({ home, scenario }) {
  const inside = [
    home.empty && h('p.empty', {}, home.empty),
    home.lessons.length > 0 && h('ul.lessons', {}, home.lessons.map(card)),
    h(
      'div.open-file',
      {},
      h('label', { for: 'file' }, home.open_file),
      h('input', { type: 'file', id: 'file', accept: '.json,application/json', 'data-file': true }),
      h('p.note', {}, home.open_file_note),
    ),
  ];
  // With a lesson at hand the choice steps back.
  if (scenario) {
    return h(
      'section',
      { id: 'choice', 'aria-label': 'Lessons' },
      h('details', { id: 'choice-details' }, h('summary', {}, home.choose_another), inside),
    );
  }
  return h(
    'section',
    { id: 'choice', 'aria-labelledby': 'choice-title' },
    h('h2', { id: 'choice-title', tabindex: -1 }, home.choose),
    inside,
  );
}

/** Steps back behind the lesson that was chosen. */
export const close = () => document.getElementById('choice-details')?.removeAttribute('open');

/** @param {HomeLesson} lesson */
function card({ id, title, summary, work, act, is_open: isOpen }) {
  return h(
    'li.lesson',
    { id: `lesson_${id}` },
    h('p', {}, h('strong', {}, title)),
    summary && h('p.note', {}, summary),
    work && h('p.note', {}, work),
    h(
      'p',
      {},
      h(
        'button',
        { type: 'button', id: `open_${id}`, 'data-do': 'openLesson', 'data-lesson': id, 'data-anew': isOpen },
        act,
        h('span.unseen', {}, ` ${title}`),
      ),
    ),
  );
}

export const actions = {
  /** @param {Page} page @param {HTMLElement} element */
  openLesson(page, element) {
    return page.openLesson(element.dataset.lesson ?? '', 'anew' in element.dataset);
  },
};
