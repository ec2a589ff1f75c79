// @ts-check
// What the functions and the data of an agreement open together: a table of both, and what its marks mean.
import { h } from './dom.js';

/** @typedef {import('./bridge.js').Crossing} Crossing */

/** The dots of the canvas: full where the agreement opens the data. @param {string} word */
const dot = (word) =>
  h(
    'svg.mark',
    { viewBox: '0 0 20 20', 'aria-hidden': 'true', focusable: 'false' },
    word === 'opened' ? h('circle', { cx: 10, cy: 10, r: 7, class: 'solid' }) : h('circle', { cx: 10, cy: 10, r: 6 }),
  );

/** @param {{mark: string, words: string}[]} meanings  none: nothing can be assigned that crosses */
export const legend = (meanings) => meanings.map(({ mark, words }) => h('p.note', {}, dot(mark), ' ', words));

/** @param {Crossing} crossing @param {string} title */
export function crossing({ functions, rows }, title) {
  if (functions.length === 0) return null;
  return h(
    'div.scroll',
    { role: 'region', tabindex: 0, 'aria-label': title },
    h(
      'table.crossing',
      {},
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          h('td', {}),
          functions.map((name, at) => h('th', { scope: 'col' }, h('span', {}, String(at + 1)), ' ', h('span', {}, name))),
        ),
      ),
      h(
        'tbody',
        {},
        rows.map((row) =>
          h(
            'tr',
            {},
            h('th', { scope: 'row' }, row.title),
            row.cells.map((cell) => h('td', {}, cell && [dot(cell), h('span.unseen', {}, cell)])),
          ),
        ),
      ),
    ),
  );
}
