// @ts-check
// The calendar: what begins and lapses on which day, with the clock to be moved there; the notices sent; the disclosures
// recorded.
import { copyButton } from './copy.js';
import { h } from './dom.js';
import * as forecast from './forecast.js';
import { badge } from './marks.js';
import { foldingTable } from './table.js';

/**
 * @typedef {import('./bridge.js').CalendarDay} CalendarDay
 * @typedef {import('./bridge.js').CalendarPart} CalendarPart
 * @typedef {import('./bridge.js').NotedRow} NotedRow
 */

/** @param {Model} model @param {Page} page */
export function view(model, page) {
  const { calendar } = model;
  return h(
    'section.calendar',
    { id: 'calendar', 'aria-labelledby': 'calendar-title' },
    h('h2', { id: 'calendar-title', tabindex: -1 }, model.titles.calendar),
    h('p', { id: 'calendar-clock' }, calendar.clock),
    forecast.view(model, page),
    calendar.parts.map(part),
  );
}

/** @param {CalendarPart} ofCalendar */
function part({ word, title, about, caption, columns, days, rows, empty, left_out: leftOut }) {
  const id = `calendar-${word}`;
  return [
    h('h3', { id, tabindex: -1 }, title),
    empty
      ? h('p.empty', {}, h('strong', {}, empty.what), ' ', empty.what_to_do)
      : [
          h('p.note', {}, about),
          days ? dayTable(`${id}-caption`, caption, columns, days) : foldingTable(`${id}-caption`, caption, columns, (rows ?? []).map(row)),
          leftOut && h('p.note', {}, leftOut),
          h('p', {}, copyButton(`calendar ${word}`, caption)),
        ],
  ];
}

const row = (/** @type {NotedRow} */ { name, note, cells }) => ({ heading: [name, ' ', h('span.id', {}, note)], cells });

/** @param {string} id @param {string} caption @param {string[]} columns @param {CalendarDay[]} days */
function dayTable(id, caption, columns, days) {
  return h(
    'div.scroll.of-days',
    { role: 'region', tabindex: 0, 'aria-labelledby': id },
    h(
      'table',
      {},
      h('caption', { id }, caption),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          columns.map((title) => h('th', { scope: 'col' }, title)),
        ),
      ),
      days.map((day) => dayRows(day, columns.length)),
    ),
  );
}

/** @param {CalendarDay} ofDay @param {number} width */
function dayRows({ day, date, words, command, changes }, width) {
  const button = { type: 'button', id: `clock-to-${day}`, 'data-command': command, 'data-then': 'calendar-changes' };
  return h(
    'tbody',
    { id: `day-${day}` },
    h(
      'tr.day',
      {},
      h(
        'th',
        { scope: 'rowgroup', colspan: width },
        h('span.date', {}, words),
        command && [' ', h('button', button, 'Move the clock to this day', h('span.unseen', {}, `: ${date}`))],
      ),
    ),
    changes.map((change) =>
      h(
        'tr',
        {},
        h('td', {}, badge(change.begins ? 'pass' : 'outdated', change.word)),
        h('td', {}, h('code.code', {}, change.code)),
        h('td', {}, change.what),
      ),
    ),
  );
}

export const actions = {};
