// @ts-check
// Home before the page has arrived: it stands in the document, as the build wrote it (scripts/home.mjs). What is chosen there is
// done as soon as it can be, and says so. The text page then takes it over as if it had written it.

/** What was chosen last: the id of its control, and the event. @type {{id: string, type: string} | undefined} */
let chosen;

const host = () => /** @type {HTMLElement} */ (document.getElementById('text-page'));

/** @param {Event} event */
function choose({ target, type }) {
  const control = target instanceof Element && target.closest(type === 'click' ? '[data-do]' : '[data-file]');
  if (!control) return;
  chosen = { id: control.id, type };
  document.getElementById('early')?.remove();
  const note = document.createElement('p');
  Object.assign(note, { id: 'early', className: 'note' });
  note.setAttribute('role', 'status');
  control.parentElement?.after(note);
  note.textContent = 'It opens as soon as the page has arrived.';
}

const types = ['click', 'change'];

/** Until `end`. */
export const listen = () => types.forEach((type) => host().addEventListener(type, choose));

/** The list of lessons may have been edited since the page was built; then nothing is offered that isn't there. @param {import('./lessons.js').Lesson[]} lessons */
export function compare(lessons) {
  const listed = [...host().querySelectorAll('.lesson')].map(({ id }) => id);
  const isSame = listed.length === lessons.length && lessons.every(({ id }, at) => listed[at] === `lesson_${id}`);
  if (!isSame && 'early' in host().dataset) host().querySelector('.lessons')?.remove();
}

/** The text page has taken over. */
export function end() {
  types.forEach((type) => host().removeEventListener(type, choose));
  delete host().dataset.early;
  const control = chosen && document.getElementById(chosen.id);
  if (chosen?.type === 'click') control?.click();
  else control?.dispatchEvent(new Event('change', { bubbles: true }));
}
