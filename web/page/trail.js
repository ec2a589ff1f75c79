// @ts-check
// The audit trail as a table: sorted by any column, filtered, a page at a time. Each row leads back to its decision.
import { copyButton } from './copy.js';
import { h } from './dom.js';
import { badge, mark } from './marks.js';
import { countWords, pager, turned } from './pager.js';

const rowsPerPage = 50;
/** The mark of each outcome. @type {Record<string, string>} */
const outcomes = { permitted: 'permit', denied: 'deny', permitted_with_withheld: 'partial' };

// What matters most first. On a narrow page each event is a card of lines, and empty ones are left out (evidence.css): so that it
// still is a table to who does not see it, what is what is said by roles and column numbers.
const columnOrder = [
  'sequence',
  'moment',
  'user',
  'agency',
  'target',
  'outcome',
  'failed',
  'action',
  'purpose',
  'place',
  'returned',
  'withheld',
];

/**
 * @typedef {import('./bridge.js').TrailPage} TrailPage
 * @typedef {import('./bridge.js').EventRow} EventRow
 * @typedef {import('./bridge.js').WordAndTitle} Column
 * @typedef {{filter: string, column: string, direction: string, first: number}} State
 */

/** The view's own state: no command, so nothing to undo. @returns {State} */
export const startState = () => ({ filter: '', column: 'sequence', direction: 'ascending', first: 0 });

/** @type {import('./page_view.js').View} */
export function view(model, page) {
  return h(
    'section',
    { id: 'trail', 'aria-labelledby': 'trail-title' },
    h('h2', { id: 'trail-title', tabindex: -1 }, model.titles.trail),
    model.trail.events === 0
      ? h('p.empty', {}, 'Nothing is recorded yet. Every request that you run is, with its outcome and reasons.')
      : table(model, page),
  );
}

/** @param {Page} page @returns {TrailPage} */
function query(page) {
  const { filter, column, direction, first } = page.state.trail;
  return page.engine.call('trail', { column, descending: direction === 'descending', first, count: rowsPerPage, words: filter }).value;
}

/** @param {Model} model @param {Page} page */
function table(model, page) {
  /** @type {State} */
  const state = page.state.trail;
  let found = query(page);
  if (state.first >= found.fit && state.first > 0) {
    state.first = Math.max(0, Math.floor((found.fit - 1) / rowsPerPage) * rowsPerPage);
    found = query(page);
  }
  return [
    filterBar(found, state),
    found.fit === 0 ? nothingFits() : eventTable(found, state, model),
    found.fit > rowsPerPage && pages(found, state),
    exports(model),
  ];
}

/** @param {TrailPage} found @param {State} state */
function filterBar(found, { filter, first }) {
  const input = {
    type: 'search',
    id: 'trail-filter',
    'data-filter': 'filter',
    value: filter,
    autocomplete: 'off',
    spellcheck: 'false',
  };
  return h(
    'div.bar.of-field',
    {},
    h('label', { for: 'trail-filter' }, 'Filter: words that stand in an event', h('input', input)),
    h(
      'p.note',
      { id: 'trail-count' },
      countWords({ fit: found.fit, all: found.events, shown: found.rows.length, first }, ['event', 'events']),
    ),
    copyButton('trail', 'the events that fit'),
  );
}

function nothingFits() {
  const button = h('button', { type: 'button', id: 'trail-clear', 'data-do': 'clearFilter' }, 'Show all events');
  return h('p.empty', {}, 'No event has these words in it. ', button);
}

/** @param {TrailPage} found @param {State} state @param {Model} model */
function eventTable(found, state, model) {
  const columns = columnOrder.map((word) => found.columns.findIndex((column) => column.word === word));
  const [number, ...others] = columns.map((at, i) => heading(found.columns[at], i, state));
  return h(
    'div.scroll',
    { role: 'region', tabindex: 0, 'aria-labelledby': 'trail-caption' },
    h(
      'table',
      { role: 'table', 'aria-colcount': columns.length + 1 },
      h('caption', { id: 'trail-caption' }, 'Events of the audit trail', h('span.unseen.sideways', {}, ', which scroll sideways')),
      h(
        'thead',
        { role: 'rowgroup' },
        h('tr', { role: 'row' }, number, h('th.reasons', { scope: 'col', role: 'columnheader', 'aria-colindex': 2 }, 'Reasons'), others),
      ),
      h(
        'tbody',
        { role: 'rowgroup' },
        found.rows.map((row) => eventRow(row, columns, found.columns, model)),
      ),
    ),
  );
}

/** Of the column at a position of columnOrder, as it is counted for the reader: the second is the reasons'. @param {number} position */
const columnIndex = (position) => (position === 0 ? 1 : position + 2);

/** @param {Column} ofColumn @param {number} position @param {State} state */
function heading({ word, title }, position, { column, direction }) {
  const sorted = word === column;
  return h(
    'th',
    { scope: 'col', role: 'columnheader', 'aria-colindex': columnIndex(position), 'aria-sort': sorted ? direction : null },
    h(
      'button.sort',
      { type: 'button', id: `sort-${word}`, 'data-do': 'sort', 'data-column': word },
      title,
      ' ',
      mark(sorted ? (direction === 'ascending' ? 'up' : 'down') : 'unsorted'),
    ),
  );
}

/** @param {EventRow} event @param {number[]} order @param {Column[]} columns @param {Model} model */
function eventRow({ run, sequence, state, cells }, order, columns, { why: explained }) {
  const selected = 'run' in explained && explained.run === run;
  const [number, ...others] = order;
  const why = h(
    'button.quiet',
    { type: 'button', id: `explain-${sequence}`, 'data-do': 'why', 'data-run': run },
    'Why?',
    h('span.unseen', {}, ` Event ${sequence}`),
  );
  return h(
    `tr${selected ? '.is-selected' : ''}`,
    { id: `event-${sequence}`, role: 'row', 'aria-current': selected ? 'true' : null },
    h('th', { scope: 'row', role: 'rowheader', 'aria-colindex': 1, 'data-title': columns[number].title }, cells[number]),
    h('td.reasons', { role: 'cell', 'aria-colindex': 2 }, why),
    others.map((at, i) =>
      h(
        `td.${columns[at].word}`,
        { role: 'cell', 'aria-colindex': columnIndex(i + 1), 'data-title': columns[at].title },
        columns[at].word === 'outcome' ? badge(outcomes[state], cells[at]) : cells[at],
      ),
    ),
  );
}

/** @param {TrailPage} found @param {State} state */
const pages = ({ fit }, { first }) =>
  pager({ id: 'trail', label: 'Pages of the audit trail', act: 'page' }, { fit, first, rows: rowsPerPage });

/** @param {Model} model */
function exports({ trail, names }) {
  const buttons = names.exports.map(({ word, title, about }) =>
    h('li', {}, h('button', { type: 'button', id: `export-${word}`, 'data-do': 'export', 'data-export': word, title: about }, title)),
  );
  return h(
    'div.exports',
    {},
    h('h3', {}, 'Export'),
    h('ul.bar', {}, buttons),
    h(
      'p.note',
      {},
      'The seal is the number of events and the hash of the last one. Kept apart from the trail, it shows whether the trail was changed or cut off. Now: ',
      h('code.hash', {}, trail.head),
    ),
  );
}

/** @param {Page} page @param {Partial<State>} changes */
function change(page, changes) {
  Object.assign(page.state.trail, changes);
  page.render();
}

export const actions = {
  /** @param {Page} page @param {HTMLElement} element */
  sort(page, element) {
    const { column = '' } = element.dataset;
    const again = page.state.trail.column === column && page.state.trail.direction === 'ascending';
    const direction = again ? 'descending' : 'ascending';
    change(page, { column, direction, first: 0 });
    page.say(`Sorted by ${(element.textContent ?? '').trim()}, ${direction}.`);
  },
  /** @param {Page} page @param {HTMLInputElement} element */
  filter(page, element) {
    change(page, { filter: element.value, first: 0 });
    page.say(document.getElementById('trail-count')?.textContent ?? '');
  },
  /** @param {Page} page */
  clearFilter(page) {
    change(page, { filter: '', first: 0 });
    page.focus('trail-filter');
  },
  /** @param {Page} page @param {HTMLElement} element */
  page(page, element) {
    const first = turned(page, element);
    if (first === null) return;
    change(page, { first });
    page.say(document.getElementById('trail-count')?.textContent ?? '');
  },
  /** @param {Page} page @param {HTMLElement} element */
  export(page, element) {
    page.download(element.dataset.export ?? '');
  },
};
