// @ts-check
// A table with a caption, whose rows are set as paragraphs where the page is narrow, with the titles of the columns in them.
import { h } from './dom.js';

/**
 * @param {string} id  of the caption
 * @param {*} caption
 * @param {string[]} columns  their titles; the first is of the rows' headings
 * @param {{heading: *, cells: *[][]}[]} rows  a cell is a list of lines
 */
export function foldingTable(id, caption, [name, ...others], rows) {
  // The roles say what the elements are, also where they are set as paragraphs.
  return h(
    'div.scroll.folding',
    { role: 'region', tabindex: 0, 'aria-labelledby': id },
    h(
      'table',
      { role: 'table' },
      h('caption', { id }, caption),
      h(
        'thead',
        { role: 'rowgroup' },
        h(
          'tr',
          { role: 'row' },
          [name, ...others].map((title) => h('th', { scope: 'col', role: 'columnheader' }, title)),
        ),
      ),
      h(
        'tbody',
        { role: 'rowgroup' },
        rows.map((row) => tableRow(row, others)),
      ),
    ),
  );
}

/** @param {{heading: *, cells: *[][]}} row @param {string[]} titles */
function tableRow({ heading, cells }, titles) {
  return h(
    'tr',
    { role: 'row' },
    h('th', { scope: 'row', role: 'rowheader' }, heading),
    cells.map((lines, at) =>
      h(
        'td',
        { role: 'cell', 'data-title': lines.length > 0 ? titles[at] : null },
        lines.map((line) => h('p', {}, line)),
      ),
    ),
  );
}
