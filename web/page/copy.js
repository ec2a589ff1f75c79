// @ts-check
// Tables as text, to be pasted into a spreadsheet or a letter. The text is the engine's (web/view/table_text.h), and of all rows,
// also those that another page of the table holds.
import * as dialogs from './dialog.js';
import { h } from './dom.js';

/** A button that copies a table. @param {string} what  of the bridge's verb `copy` @param {string} title  of the table */
export function copyButton(what, title) {
  const id = `copy-${what.replaceAll(' ', '-')}`;
  return h(
    'button',
    { type: 'button', id, 'data-do': 'copyTable', 'data-table': what },
    'Copy as text',
    h('span.unseen', {}, `: ${title}`),
  );
}

/** The table as it is filtered and sorted on the text page. @param {Page} page @param {string} table */
function query({ state: { trail, catalogue } }, table) {
  if (table === 'trail') return { table, column: trail.column, descending: trail.direction === 'descending', words: trail.filter };
  return table.startsWith('catalogue') ? { table, words: catalogue.search } : { table };
}

/** @param {Page} page @param {string} what */
export async function copyTable(page, what) {
  const answer = page.engine.call('copy_table', query(page, what));
  if (!answer.ok) return page.announce(answer);
  const { text } = answer.value;
  return (await toClipboard(text)) ? page.say(answer.message) : notCopied(page, text);
}

/** Says that nothing was copied, and shows the text, selected, so that it can be copied by the browser's own command. @param {Page} page @param {string} text */
export function notCopied(page, text) {
  page.refuse('nothing was copied: the browser doesn’t let the page copy', 'copy the text that is selected now');
  const area = h('textarea', { id: 'not-copied-text', readonly: true, rows: 6, spellcheck: 'false' }, text);
  dialogs.open(
    'not-copied',
    'Nothing was copied',
    h('p', {}, 'The browser doesn’t let this page copy. Copy the text with the browser’s own command: it is selected.'),
    h('label', { for: 'not-copied-text' }, 'The text'),
    area,
    h('div.bar', {}, dialogs.closeButton('not-copied-close')),
  );
  area.focus();
  area.select();
}

/**
 * Copies a text, or the text that a promise comes to. Resolves to whether it is in the clipboard. To be called before
 * anything is awaited: WebKit lets a page copy only while it still handles the click or the key, unless it was given the
 * promise by then.
 * @param {string | Promise<string>} text
 */
export async function toClipboard(text) {
  try {
    if (typeof text === 'string' || typeof ClipboardItem !== 'function') await navigator.clipboard.writeText(await text);
    else await navigator.clipboard.write([new ClipboardItem({ 'text/plain': quietly(text.then(asBlob)) })]);
    return true;
  } catch {
    return copyBySelection(await text);
  }
}

/** A clipboard that refuses does not wait for the promise it was given. @param {Promise<Blob>} blob */
const quietly = (blob) => {
  blob.catch(() => {});
  return blob;
};

/** @param {string} text */
const asBlob = (text) => new Blob([text], { type: 'text/plain' });

/**
 * Without a secure context there is no navigator.clipboard; a document may also be refused its use. What the browser says of
 * a copy of this kind isn't always so: it counts where the text was taken from the page.
 * @param {string} text
 */
function copyBySelection(text) {
  const focused = document.activeElement;
  const area = h('textarea.unseen', { 'aria-hidden': 'true', tabindex: -1 });
  area.value = text;
  // Outside an open dialog nothing can be selected.
  (document.querySelector('dialog[open]') ?? document.body).append(area);
  area.select();
  let isTaken = false;
  const give = (/** @type {ClipboardEvent} */ event) => {
    if (!event.clipboardData) return;
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
    isTaken = true;
  };
  document.addEventListener('copy', give, true);
  const isDone = document.execCommand('copy');
  document.removeEventListener('copy', give, true);
  area.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return isDone && isTaken;
}

export const actions = {
  /** @param {Page} page @param {HTMLElement} element */
  copyTable: (page, element) => copyTable(page, element.dataset.table ?? ''),
};
