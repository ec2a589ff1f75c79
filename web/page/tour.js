// @ts-check
// The tour: five steps, under a minute to read, over either view. It is offered once, in a bar that can be dismissed, and can
// be taken again from Help. Nothing in it moves by itself.
import * as dialog from './dialog.js';
import { h } from './dom.js';
import { remember, remembered } from './settings.js';

const steps = [
  ['brief', 'The brief', 'It says what the lesson is about and which goals to meet. Hints are there if you want them.'],
  ['assign', 'Assign', 'Here you set access levels, investigations and agreements. What shows a lock is a fact of the lesson.'],
  ['requests', 'Requests', 'Run them one by one, or all. You may say first how each will end.'],
  ['why', 'Why', 'Every check of a decision: which passed, which failed, and by which rule.'],
  ['trail', 'The audit trail', 'It records all that was run. You can undo any step. Ctrl+K finds anything; ? lists the keys.'],
];

/** Where there is a memory, and nothing in it yet: else it would be offered at every visit. @param {Page} page */
export function offer(page) {
  if (remembered('tour') !== null) return;
  remember('tour', 'offered');
  const isKept = remembered('tour') === 'offered';
  remember('tour', null);
  if (!isKept) return;
  /** @param {string} id @param {string} words @param {() => void} act */
  const button = (id, words, act) => {
    const made = h('button', { type: 'button', id }, words);
    made.addEventListener('click', act);
    return made;
  };
  const bar = h(
    'aside.offer',
    { id: 'tour-offer', 'aria-label': 'Tour' },
    h('p', {}, 'First time here? A tour of 40 seconds.'),
    button('tour-start', 'Start', () => begin(page)),
    button('tour-decline', 'No, thanks', () => {
      forget();
      document.getElementById(page.isAtHand() ? 'text-page' : 'canvas')?.focus();
    }),
  );
  // Behind the link that skips the panels: that is the first stop of the Tab key at every visit.
  const skip = document.querySelector('.skip-link');
  if (skip) skip.after(bar);
  else document.body.prepend(bar);
}

/** Not to be offered again. */
function forget() {
  remember('tour', 'seen');
  document.getElementById('tour-offer')?.remove();
}

/** @param {Page} page */
export async function begin(page) {
  forget();
  const onText = page.isAtHand();
  if (!page.engine.model().scenario) await page.openFirstLesson();
  const words = h('p', { id: 'tour-words' });
  const number = h('p.note', { id: 'tour-number' });
  const back = h('button', { type: 'button', id: 'tour-back' }, 'Back');
  const next = h('button.primary', { type: 'button', id: 'tour-next' }, 'Next');
  const box = dialog.open('tour', '', words, h('div.bar', {}, back, next, dialog.closeButton('tour-skip', 'Skip'), number));
  const heading = /** @type {HTMLElement} */ (box.querySelector('h2'));
  let at = 0;

  const show = (/** @type {number} */ wanted) => {
    at = wanted;
    const [place, title, text] = steps[at];
    box.dataset.step = place;
    heading.textContent = title;
    words.textContent = text;
    number.textContent = `Step ${at + 1} of ${steps.length}`;
    back.disabled = at === 0;
    next.textContent = at === steps.length - 1 ? 'Done' : 'Next';
    point(page, onText, place);
    heading.focus();
  };
  back.addEventListener('click', () => show(at - 1));
  next.addEventListener('click', () => (at < steps.length - 1 ? show(at + 1) : box.close()));
  box.addEventListener('close', () => point(page, onText, null));
  show(0);
}

/** Frames the place on the view at hand; null frames none. @param {Page} page @param {boolean} onText @param {string | null} place */
function point(page, onText, place) {
  document.querySelector('.in-tour')?.classList.remove('in-tour');
  if (!onText) {
    if (place) page.engine.act('place', place);
    return page.engine.act('spotlight', place ?? '');
  }
  const section = place ? document.getElementById(place) : null;
  section?.classList.add('in-tour');
  return section?.scrollIntoView({ block: 'start' });
}
