// @ts-check
// The keyboard shortcuts: the sheet that lists them, and the keys that are served from here, by the engine's table
// (web/view/shortcuts.h).
import * as dialog from './dialog.js';
import { h } from './dom.js';
import { isKey } from './key_names.js';
import { remember, remembered } from './settings.js';

const isMac = /Mac|iP(hone|ad)/.test(navigator.platform);

/** @typedef {import('./bridge.js').ShortcutGroup} Group */

const off = () => remembered('question-key') === 'off';

/** @param {string} key */
function name(key) {
  return key
    .split('+')
    .map((part) => (part === 'Mod' ? (isMac ? '⌘' : 'Ctrl') : part.length === 1 ? part.toUpperCase() : part))
    .join(isMac ? ' ' : '+');
}

/** @param {Group} group */
function groupOfKeys({ title, shortcuts }) {
  const rows = shortcuts.map((each) =>
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

/** @param {Page} page */
export function open(page) {
  const single = h('input', { type: 'checkbox', id: 'question-key', checked: !off() });
  single.addEventListener('change', () => remember('question-key', single.checked ? null : 'off'));
  const box = dialog.open(
    'shortcuts',
    'Keyboard shortcuts',
    h('div.key-groups', {}, page.engine.call('shortcuts').value.map(groupOfKeys)),
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
 * @param {(page: Page, word: import('./bridge.js').ActWord) => unknown} act  does what a shortcut stands for (acts.js)
 */
export function listen(page, act) {
  const all = page.engine.call('shortcuts').value.flatMap(({ shortcuts }) => shortcuts);
  document.addEventListener(
    'keydown',
    (event) => {
      if (dialog.isOpen() || event.isComposing) return;
      const found = all.find((each) => each.act && each.keys.some((key) => fits(event, key)));
      if (!found?.act || (found.can_be_switched_off && off()) || (isTyping(event.target) && !found.while_typing)) return;
      if (found.on_text_page_only && !(/** @type {Element} */ (event.target).closest('#text-page'))) return;
      event.preventDefault();
      event.stopPropagation();
      act(page, found.act);
    },
    { capture: true },
  );
}
