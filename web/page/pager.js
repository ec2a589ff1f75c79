// @ts-check
// Leafing through what does not all stand on the page: how many there are, and the buttons from page to page.
import { h } from './dom.js';

/**
 * "5000 records", "12 of 5000 records, 1 to 10 shown"
 * @param {{fit: number, all: number, shown: number, first: number}} counts
 * @param {[string, string]} nouns  for one and for several
 */
export function countWords({ fit, all, shown, first }, [one, several]) {
  if (fit === 0) return `0 of ${all} ${several}`;
  const words = fit === all ? `${all} ${all === 1 ? one : several}` : `${fit} of ${all} ${several}`;
  return shown < fit ? `${words}, ${first + 1} to ${first + shown} shown` : words;
}

/**
 * @param {{id: string, label: string, act: string, kind?: string}} names  an id for the buttons, what a screen reader calls them,
 *   and what is done with the position (`data-first`) that one of them leads to
 * @param {{fit: number, first: number, rows: number}} at  how many there are, the first that is shown, and how many are shown at once
 */
export function pager({ id, label, act, kind }, { fit, first, rows }) {
  const last = Math.floor((fit - 1) / rows) * rows;
  /** @param {string} word @param {string} title @param {number} to */
  const button = (word, title, to) => {
    const disabled = to === first || to < 0 || to > last ? 'true' : null;
    return h(
      'button',
      { type: 'button', id: `${id}-${word}`, 'data-do': act, 'data-kind': kind, 'data-first': to, 'aria-disabled': disabled },
      title,
    );
  };
  return h(
    'nav.bar',
    { 'aria-label': label },
    button('first', 'First', 0),
    button('previous', 'Previous', first - rows),
    button('next', 'Next', first + rows),
    button('last', 'Last', last),
  );
}

/** The position that a button of a pager leads to; none, and it is said, where there is nothing more that way. @param {Page} page @param {HTMLElement} button */
export function turned(page, button) {
  if (button.getAttribute('aria-disabled') !== 'true') return Number(button.dataset.first);
  page.say('There are no more pages that way.');
  return null;
}
