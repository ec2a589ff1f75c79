// @ts-check
// The command palette: type a few letters of what you want to do, or of a user, a record, a request or an agency, and go
// there. One dialog for the canvas and the text page; the list comes from the engine (web/view/palette_list.h).
import { act } from './acts.js';
import * as dialog from './dialog.js';
import { h } from './dom.js';

const most = 80; // options at once; more are found by more letters

/** @typedef {import('./bridge.js').PaletteEntry} Entry */

/** Case and accents do not count. In capitals a letter is the same wherever it is in its word: not so the small sigma. @param {string} text */
const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
const wordsOf = (/** @type {string} */ text) =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
/** @param {string[]} words @param {string} start */
const begins = (words, start) => words.some((word) => word.startsWith(start));

/** What is found by, beside each entry of the list. @param {Entry} entry */
const prepare = (entry) => ({
  ...entry,
  inTitle: wordsOf(entry.title),
  inAll: wordsOf(`${entry.kind} ${entry.title} ${entry.note} ${entry.subject}`),
});

/**
 * Those in which every word of the query begins a word; first those that have them all in the title, and of these those
 * whose title begins so.
 * @template {ReturnType<typeof prepare>} Prepared
 * @param {Prepared[]} entries
 * @param {string} query
 */
export function find(entries, query) {
  const wanted = wordsOf(query);
  const rank = (/** @type {Prepared} */ entry) => {
    if (!wanted.every((start) => begins(entry.inTitle, start))) return 2;
    return entry.inTitle[0]?.startsWith(wanted[0] ?? '') ? 0 : 1;
  };
  return entries
    .filter((entry) => wanted.every((start) => begins(entry.inAll, start)))
    .map((entry, at) => ({ entry, at, rank: wanted.length > 0 ? rank(entry) : 0 }))
    .sort((a, b) => a.rank - b.rank || a.at - b.at)
    .map(({ entry }) => entry);
}

/** @param {Page} page */
export function open(page) {
  /** @type {ReturnType<typeof prepare>[]} */
  const entries = page.engine.call('palette').value.map(prepare);
  const input = h('input', {
    type: 'text',
    id: 'palette-input',
    role: 'combobox',
    'aria-expanded': 'true',
    'aria-controls': 'palette-list',
    'aria-autocomplete': 'list',
    'aria-label': 'Search commands',
    placeholder: 'A command, a user, a record, a request, an agency …',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
  });
  const list = h('ul', { id: 'palette-list', role: 'listbox', 'aria-label': 'What is found' });
  const status = h('p.note', { role: 'status', id: 'palette-status' });
  const box = dialog.open('palette', 'Search commands', input, list, h('div.bar', {}, status, dialog.closeButton('palette-close')));
  /** @type {typeof entries} */
  let found = [];
  let at = 0;

  const choose = (/** @type {number} */ wanted) => {
    at = Math.max(0, Math.min(wanted, list.children.length - 1));
    for (const [i, option] of [...list.children].entries()) option.setAttribute('aria-selected', String(i === at));
    const chosen = list.children[at];
    if (chosen) input.setAttribute('aria-activedescendant', chosen.id);
    else input.removeAttribute('aria-activedescendant');
    chosen?.scrollIntoView({ block: 'nearest' });
  };
  const show = () => {
    found = find(entries, input.value);
    const shown = found.slice(0, most);
    list.replaceChildren(...shown.map(option));
    status.textContent =
      found.length === 0
        ? 'No matches. Try fewer letters.'
        : `${found.length} found${shown.length < found.length ? `, ${shown.length} shown` : ''}. ↑↓ to select, Enter to run.`;
    choose(0);
  };
  const perform = (/** @type {Entry} */ entry) => {
    // Closing brings the focus back to where it was, which is what tells the two views apart. The act can't wait for the
    // event `close`: WebKit lets a page copy only while it handles the key or click.
    box.close();
    act(page, entry.act, entry.subject);
  };

  input.addEventListener('input', show);
  input.addEventListener('keydown', (event) => {
    /** @type {Record<string, number>} */
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    if (event.key in steps) choose(at + steps[event.key]);
    else if (event.key === 'Enter' && found[at] && !event.isComposing) perform(found[at]);
    else return;
    event.preventDefault();
  });
  list.addEventListener('click', (event) => {
    const chosen = /** @type {Element} */ (event.target).closest('[role=option]');
    if (chosen) perform(found[[...list.children].indexOf(chosen)]);
  });
  show();
  input.focus();
}

/** @param {Entry} entry @param {number} at */
function option({ kind, title, note }, at) {
  return h(
    'li',
    { id: `palette-${at}`, role: 'option', 'aria-selected': 'false' },
    h('span.kind', {}, kind),
    ' ',
    h('span.title', {}, title),
    note && [' ', h('span.note', {}, note)],
  );
}
