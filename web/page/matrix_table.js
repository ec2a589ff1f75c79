// @ts-check
// The tables of the access matrix: agencies by categories, and a block of it a page at a time. Each is a grid (grid.js).
import { h } from './dom.js';
import { tabIndexIn } from './grid.js';
import { badge } from './marks.js';

/**
 * @typedef {import('./bridge.js').Matrix} Matrix
 * @typedef {import('./bridge.js').MatrixBlock} MatrixBlock
 * @typedef {import('./bridge.js').MatrixCell} MatrixCell
 * @typedef {import('./bridge.js').MatrixSummary} MatrixSummary
 *
 * A row of a table: what stands before it, and its cells, each a button.
 * @typedef {{heading: *, cells: HTMLButtonElement[]}} Row
 *
 * Where a table that doesn't show all begins, and how many rows and columns there are.
 * @typedef {{top: number, left: number, rows: number, columns: number}} Part
 */

/**
 * @param {string} id  of the caption
 * @param {string} caption
 * @param {*[]} titles
 * @param {Row[]} rows
 * @param {{at: string | null, part?: Part}} options  `at`: the cell that had the focus last
 */
function grid(id, caption, titles, rows, { at, part }) {
  const tabIndex = tabIndexIn(
    rows.flatMap(({ cells }) => cells.map((cell) => cell.id)),
    at,
  );
  const heads = titles.map((title, at) => h('th', { scope: 'col', 'aria-colindex': part && (at === 0 ? 1 : part.left + at + 1) }, title));
  const body = rows.map(({ heading, cells }, row) => {
    const shown = cells.map((cell, column) => {
      cell.tabIndex = tabIndex(cell.id);
      return h('td', { 'aria-colindex': part && part.left + column + 2 }, cell);
    });
    return h('tr', { 'aria-rowindex': part && part.top + row + 2 }, h('th', { scope: 'row', 'aria-colindex': part && 1 }, heading), shown);
  });
  const attributes = {
    role: 'grid',
    'data-grid': 'matrix',
    'aria-labelledby': id,
    'aria-rowcount': part && part.rows + 1,
    'aria-colcount': part && part.columns + 1,
  };
  return h(
    'div.scroll',
    {},
    h(
      'table',
      attributes,
      h('caption', { id }, caption),
      h('thead', {}, h('tr', { 'aria-rowindex': part && 1 }, heads)),
      h('tbody', {}, body),
    ),
  );
}

/** @param {Matrix} value @param {string | null} at */
export function summary({ groups, agencies, axis }, at) {
  /** @param {MatrixSummary} block @param {number} agency @param {number} group */
  const open = ({ words, signs, title }, agency, group) =>
    h(
      'button.quiet',
      { type: 'button', id: `block-${agency}-${group}`, 'data-do': 'matrixOpen', 'data-block': `${agency} ${group}` },
      words || 'Open',
      signs && h('strong', {}, ` ${signs}`),
      h('span.unseen', {}, ` ${title}`),
    );
  const rows = agencies.map(({ name, users, blocks }, agency) => ({
    heading: [name, ' ', h('span.note', {}, users === 1 ? '1 user' : `${users} users`)],
    cells: blocks.map((block, group) => open(block, agency, group)),
  }));
  return grid(
    'matrix-caption',
    `Agencies by ${axis === 'records' ? 'categories of records' : axis}. Each opens its users.`,
    ['Agency', ...groups],
    rows,
    { at },
  );
}

/** @param {MatrixBlock} block */
const captionOf = ({ title, top, bottom, users, left, right, columns }) =>
  `${title}. Users ${top + 1} to ${bottom} of ${users}, columns ${left + 1} to ${right} of ${columns}.`;

/** @param {MatrixBlock} block @param {number[]} place  of the block @param {string | null} at */
export function openedBlock(block, place, at) {
  const { title, heads, rows, top, left, users, columns } = block;
  const close = { type: 'button', id: 'matrix-close', 'data-do': 'matrixClose', 'data-block': place.join('-') };
  const titles = heads.map((head) => [head.title, head.note && [' ', h('span.note', {}, head.note)]]);
  const lines = rows.map(({ name, cells }) => ({
    heading: name,
    cells: cells.map((cell, i) => cellButton(cell, `${name}, ${heads[i].title}`)),
  }));
  return [
    h('p', {}, h('button', close, 'All agencies')),
    h('h3', { id: 'matrix-block', tabindex: -1 }, title),
    pages(block),
    grid('matrix-block-caption', captionOf(block), ['User', ...titles], lines, {
      at,
      part: { top, left, rows: users, columns },
    }),
  ];
}

/** @param {MatrixCell} cell @param {string} title */
function cellButton({ user, column, mark, words, sign, flip }, title) {
  return h(
    `button.quiet.cell${sign ? '.flips' : ''}`,
    { type: 'button', id: `cell-${user}-${column}`, 'data-do': 'matrixCell', 'data-cell': `${user} ${column}` },
    sign && h('strong', {}, `${sign} `),
    badge(mark, words),
    flip && h('span.note', {}, ` ${flip}`),
    h('span.unseen', {}, ` ${title}`),
  );
}

/** The buttons from page to page of a block. @param {MatrixBlock} block */
function pages({ top, bottom, users, left, right, columns, rows_a_page: down, columns_a_page: across }) {
  /** @param {string} words @param {string} id @param {number[]} from @param {boolean} isPossible */
  const to = (words, id, from, isPossible) =>
    h(
      'button',
      {
        type: 'button',
        id: `matrix-${id}`,
        'data-do': 'matrixTurn',
        'data-from': from.join(' '),
        'aria-disabled': isPossible ? null : 'true',
      },
      words,
    );
  const several = [
    users > down && [
      to('Previous users', 'up', [Math.max(0, top - down), left], top > 0),
      to('Next users', 'down', [bottom, left], bottom < users),
    ],
    columns > across && [
      to('Previous columns', 'left', [top, Math.max(0, left - across)], left > 0),
      to('Next columns', 'right', [top, right], right < columns),
    ],
  ].filter(Boolean);
  return several.length > 0 && h('p.bar', {}, several);
}
