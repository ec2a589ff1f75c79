// @ts-check
// A table of controls as one stop of the Tab key: arrow keys lead from cell to cell, Home and End to the ends of a row, with
// Ctrl to those of the table. The control that had the focus last is the one that Tab comes back to.
//
// A section writes its table with role="grid", data-grid="SECTION", and in each cell one button, whose tabindex is that of
// tabIndexIn(). Which cell it was is kept in the section's state, as `at`.

const rowsByPage = 10;

/** @typedef {[row: number, column: number]} Place */

/**
 * Where a key leads to from a place; null where it is no key of a grid.
 * @param {number[]} sizes  of each row, how many controls it has
 * @param {Place} at
 * @param {{key: string, ctrlKey: boolean, altKey: boolean, metaKey: boolean}} event
 * @returns {Place | null}
 */
export function placeByKey(sizes, [row, column], { key, ctrlKey, altKey, metaKey }) {
  if (altKey || metaKey) return null;
  const last = sizes.length - 1;
  /** @param {number} wanted @param {number} across @returns {Place} */
  const place = (wanted, across) => {
    const to = Math.max(0, Math.min(wanted, last));
    return [to, Math.max(0, Math.min(across, sizes[to] - 1))];
  };
  if (ctrlKey) return key === 'Home' ? place(0, 0) : key === 'End' ? place(last, Infinity) : null;
  /** @type {Record<string, () => Place>} */
  const ways = {
    ArrowLeft: () => place(row, column - 1),
    ArrowRight: () => place(row, column + 1),
    ArrowUp: () => place(row - 1, column),
    ArrowDown: () => place(row + 1, column),
    Home: () => place(row, 0),
    End: () => place(row, Infinity),
    PageUp: () => place(row - rowsByPage, column),
    PageDown: () => place(row + rowsByPage, column),
  };
  return Object.hasOwn(ways, key) ? ways[key]() : null;
}

/**
 * The tabindex of a control: 0 for the one that had the focus last, or for the first where that one isn't shown.
 * @param {string[]} ids  of all controls
 * @param {string | null} at  the one that had the focus last
 */
export function tabIndexIn(ids, at) {
  const stop = at !== null && ids.includes(at) ? at : ids[0];
  return (/** @type {string} */ id) => (id === stop ? 0 : -1);
}

/** @param {Element} grid */
const rowsOf = (grid) =>
  [...grid.querySelectorAll('tbody tr')].map((row) => /** @type {HTMLElement[]} */ ([...row.querySelectorAll('td button')]));

/** @param {EventTarget | null} target */
const gridOf = (target) => (target instanceof Element ? /** @type {HTMLElement | null} */ (target.closest('[data-grid]')) : null);

/** @param {KeyboardEvent} event */
export function onKey(event) {
  const grid = gridOf(event.target);
  if (!grid || event.shiftKey || event.defaultPrevented) return;
  const rows = rowsOf(grid);
  const row = rows.findIndex((each) => each.includes(/** @type {HTMLElement} */ (event.target)));
  if (row < 0) return;
  const column = rows[row].indexOf(/** @type {HTMLElement} */ (event.target));
  const place = placeByKey(
    rows.map((each) => each.length),
    [row, column],
    event,
  );
  if (!place) return;
  event.preventDefault();
  rows[place[0]][place[1]]?.focus();
}

/** The control that has the focus is the grid's stop from now on. @param {Page} page @param {FocusEvent} event */
export function onFocus(page, event) {
  const grid = gridOf(event.target);
  const control = /** @type {HTMLElement} */ (event.target);
  if (!grid || !control.matches('td button')) return;
  for (const each of rowsOf(grid).flat()) each.tabIndex = each === control ? 0 : -1;
  page.state[grid.dataset.grid ?? ''].at = control.id;
}
