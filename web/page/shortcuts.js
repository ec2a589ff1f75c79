// @ts-check
// The keyboard shortcuts: one list, from which the sheet is written and the keys are served. What the canvas does by itself
// (web/canvas/app.cpp) stands in the list without an act.
import * as dialog from './dialog.js';
import { h } from './dom.js';
import { isKey } from './key_names.js';
import { remember, remembered } from './settings.js';

const isMac = /Mac|iP(hone|ad)/.test(navigator.platform);

/**
 * `on`: where the key is served from here; `typing`: also while one types; `single`: a key alone, which can be switched off.
 * Mod is Ctrl, on a Mac Command.
 * @typedef {{keys: string[], words: string, act?: string, typing?: boolean, single?: boolean, on?: string}} Shortcut
 * @typedef {{title: string, keys: Shortcut[]}} Group
 */

/** @type {Group[]} */
const groups = [
  {
    title: 'Everywhere',
    keys: [
      { keys: ['Mod+k'], words: 'Search commands, users, records, requests, agencies', act: 'palette', typing: true },
      { keys: ['?'], words: 'This sheet', act: 'shortcuts', single: true },
      { keys: ['Mod+z'], words: 'Undo', act: 'undo', on: '#text-page' },
      { keys: ['Mod+Shift+z', 'Mod+y'], words: 'Redo', act: 'redo', on: '#text-page' },
      { keys: ['Escape'], words: 'Close what is open over the page; on the panels, go back to the desk' },
    ],
  },
  {
    title: 'On the panels',
    keys: [
      { keys: ['1', '2', '3', '4', '5'], words: 'Brief, Assign, Requests, Why, Audit trail' },
      { keys: ['←', '↑', '→', '↓'], words: 'From control to control' },
      { keys: ['Space', 'Enter'], words: 'Press the control, or begin to type in the field' },
      { keys: ['Tab'], words: 'Leave the panels; while typing, the next field' },
    ],
  },
  {
    title: 'On the text page',
    keys: [
      { keys: ['Tab', 'Shift+Tab'], words: 'The next control, the one before' },
      { keys: ['←', '→'], words: 'On the forecast’s slider: the day before, the day after' },
      { keys: ['←', '↑', '→', '↓'], words: 'In the access matrix: from cell to cell; Home and End: to the ends of the row' },
      { keys: ['Mod+p'], words: 'Print brief, decisions and audit trail (also from the panels)' },
    ],
  },
];

const off = () => remembered('question-key') === 'off';

/** @param {string} key */
function name(key) {
  return key
    .split('+')
    .map((part) => (part === 'Mod' ? (isMac ? '⌘' : 'Ctrl') : part.length === 1 ? part.toUpperCase() : part))
    .join(isMac ? ' ' : '+');
}

/** @param {Group} group */
function groupOfKeys({ title, keys }) {
  const rows = keys.map((each) =>
    h(
      'div',
      {},
      h(
        'dt',
        {},
        each.keys.map((key, i) => [i > 0 && ' ', h('kbd', {}, name(key))]),
      ),
      h('dd', {}, each.words),
    ),
  );
  return h('div', {}, h('h3', {}, title), h('dl.keys', {}, rows));
}

export function open() {
  const single = h('input', { type: 'checkbox', id: 'question-key', checked: !off() });
  single.addEventListener('change', () => remember('question-key', single.checked ? null : 'off'));
  const box = dialog.open(
    'shortcuts',
    'Keyboard shortcuts',
    h('div.key-groups', {}, groups.map(groupOfKeys)),
    h('label.check', {}, single, h('span', {}, 'The key ? opens this sheet')),
    h('div.bar', {}, dialog.closeButton('shortcuts-close')),
  );
  box.querySelector('h2')?.focus();
}

const isTyping = (/** @type {EventTarget | null} */ target) =>
  target instanceof Element && target.closest('input:not([type=radio], [type=checkbox], [type=range]), textarea, select') !== null;

/** @param {KeyboardEvent} event @param {string} wanted  "Mod+Shift+z" */
function fits(event, wanted) {
  const parts = wanted.split('+');
  const key = parts.pop();
  const command = isMac ? event.metaKey : event.ctrlKey;
  const other = isMac ? event.ctrlKey : event.metaKey;
  if (event.altKey || other || command !== parts.includes('Mod')) return false;
  // Which keys make a question mark is the layout's.
  return isKey(event, key ?? '') && (key === '?' || event.shiftKey === parts.includes('Shift'));
}

/**
 * Before the canvas sees the key.
 * @param {Page} page
 * @param {(page: Page, word: string) => unknown} act  does what a shortcut stands for (acts.js)
 */
export function listen(page, act) {
  const served = groups.flatMap(({ keys }) => keys).filter((each) => each.act);
  document.addEventListener(
    'keydown',
    (event) => {
      if (dialog.isOpen() || event.isComposing) return;
      const found = served.find((each) => each.keys.some((key) => fits(event, key)));
      if (!found?.act || (found.single && off()) || (isTyping(event.target) && !found.typing)) return;
      if (found.on && !(/** @type {Element} */ (event.target).closest(found.on))) return;
      event.preventDefault();
      event.stopPropagation();
      act(page, found.act);
    },
    { capture: true },
  );
}
