// @ts-check
// What is wrong with a file, line by line (web/view/diagnostics_view.h). The work at hand is untouched. Of a file that was
// loaded it is a line, and is unfolded by who wants to read it.
import { h } from './dom.js';
import { badge } from './marks.js';

/** @typedef {import('./bridge.js').DiagnosticRow} Row */

/** @type {Record<string, string>} */
const marks = { error: 'deny', warning: 'partial', note: 'not_run' };

/** @param {Model} model */
export function view({ diagnostics: { is_loaded: isLoaded, title, summary, show, dismiss, items } }) {
  if (items.length === 0) return null;
  const inside = [h('p', {}, summary), h('ol', {}, items.map(item))];
  return h(
    'section.diagnostics',
    { id: 'diagnostics', 'aria-labelledby': 'diagnostics-title' },
    h('h2', { id: 'diagnostics-title', tabindex: -1 }, title),
    isLoaded ? h('details', { id: 'diagnostics-items' }, h('summary', {}, show), inside) : inside,
    h('p', {}, h('button', { type: 'button', id: 'dismiss', 'data-do': 'dismiss' }, dismiss)),
  );
}

/** @param {Row} diagnostic */
function item({ severity, severity_words: word, message, place, related, excerpt, excerpt_label: label, help }) {
  return h(
    'li',
    {},
    h('p', {}, badge(marks[severity], word), ' ', h('strong', {}, message)),
    h('p.note', {}, place),
    related && h('p.note', {}, related),
    h('pre', { tabindex: 0, role: 'group', 'aria-label': label }, excerpt),
    help && h('p', {}, help),
  );
}

export const actions = {
  dismiss(/** @type {Page} */ page) {
    page.perform('dismiss');
    page.focus('page-title');
  },
};
