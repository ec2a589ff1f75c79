// @ts-check
// What is wrong with a file, line by line. The work at hand is untouched.
import { h } from './dom.js';
import { badge } from './marks.js';

/** @type {Record<string, string>} */
const marks = { error: 'deny', warning: 'partial', note: 'not_run' };

/** @param {*} model */
export function view(model) {
  const { file, summary, items } = model.diagnostics;
  if (items.length === 0) return null;
  const broken = items.some((/** @type {*} */ each) => each.severity === 'error');
  return h(
    'section.diagnostics',
    { id: 'diagnostics', 'aria-labelledby': 'diagnostics-title' },
    h('h2', { id: 'diagnostics-title', tabindex: -1 }, broken ? `${file} was not opened` : `About ${file}`),
    h(
      'p',
      {},
      `${summary}. `,
      broken && (model.scenario ? 'Your work in the present lesson is as it was. ' : ''),
      broken && 'Correct the file, then open it again.',
    ),
    h('ol', {}, items.map(item)),
    h('p', {}, h('button', { type: 'button', id: 'dismiss', 'data-do': 'dismiss' }, 'Close these messages')),
  );
}

/** @param {*} diagnostic */
function item({ severity, code, line, column, message, help, excerpt }) {
  return h(
    'li',
    {},
    h(
      'p',
      {},
      badge(marks[severity], severity),
      ` Line ${line}, column ${column}: `,
      h('strong', {}, message),
      ' ',
      h('code.id', {}, code),
    ),
    help && h('p', {}, 'What helps: ', help),
    h('pre', { tabindex: 0, role: 'group', 'aria-label': `Line ${line} of the file` }, excerpt),
  );
}

export const actions = {
  dismiss(/** @type {Page} */ page) {
    page.announce(page.engine.call('dismiss'));
    page.focus('page-title');
  },
};
