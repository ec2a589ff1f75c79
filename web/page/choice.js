// @ts-check
// Which lesson: those on offer, or a file of one's own.
import { h } from './dom.js';
import { inWords, stepsInWords } from './keeper.js';

/** @param {*} model @param {Page} page */
export function view(model, page) {
  const kept = page.keeper.list().filter(({ state }) => state !== 'deleted');
  const inside = [
    h(
      'ul.lessons',
      {},
      model.lessons.map((/** @type {*} */ lesson) =>
        card(
          lesson,
          model.scenario?.id,
          kept.find(({ scenario }) => scenario === lesson.id),
        ),
      ),
    ),
    h(
      'div.open-file',
      {},
      h('label', { for: 'file' }, 'Or open a file from this device: a scenario, or work that was saved'),
      h('input', { type: 'file', id: 'file', accept: '.json,application/json', 'data-file': true }),
      h('p.note', {}, 'Dropping it anywhere on the page does the same. It is read in this browser and sent nowhere.'),
    ),
  ];
  // With a lesson at hand the choice steps back.
  if (model.scenario) {
    return h(
      'section',
      { id: 'choice', 'aria-label': 'Lessons' },
      h('details', { id: 'choice-details' }, h('summary', {}, 'Choose another lesson, or open a file'), inside),
    );
  }
  return h(
    'section',
    { id: 'choice', 'aria-labelledby': 'choice-title' },
    h('h2', { id: 'choice-title', tabindex: -1 }, 'Choose a lesson'),
    model.lessons.length === 0 && h('p.empty', {}, 'No lessons came with this page. Open a scenario file.'),
    inside,
  );
}

/** Steps back behind the lesson that was chosen. */
export const close = () => document.getElementById('choice-details')?.removeAttribute('open');

/** @param {*} lesson @param {string | undefined} present @param {import('./attempts.js').Head | undefined} latest */
function card({ id, title, summary }, present, latest) {
  const here = id === present;
  return h(
    'li.lesson',
    { id: `lesson_${id}` },
    h('p', {}, h('strong', {}, title)),
    summary && h('p.note', {}, summary),
    latest && !here && h('p.note', {}, `Your work of ${inWords(latest.changed)}: ${stepsInWords(latest.count)}.`),
    h(
      'p',
      {},
      h(
        'button',
        { type: 'button', id: `open_${id}`, 'data-do': 'openLesson', 'data-lesson': id, 'data-anew': here },
        here ? 'New attempt' : latest ? 'Go on' : 'Open',
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
