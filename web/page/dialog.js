// @ts-check
// Dialogs over the canvas and the text page alike. Each is written when it is opened and gone when it is closed; the focus
// then goes back to where it was.
import { h } from './dom.js';

export const isOpen = () => document.querySelector('dialog[open]') !== null;

/**
 * @param {string} id  the heading's is `${id}-title`
 * @param {string} title
 * @param {...*} content
 * @returns {HTMLDialogElement}
 */
export function open(id, title, ...content) {
  const dialog = h(
    'dialog.over',
    { id, 'aria-labelledby': `${id}-title` },
    h('h2', { id: `${id}-title`, tabindex: -1 }, title),
    ...content,
  );
  const before = document.activeElement;
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (document.activeElement === document.body && before instanceof HTMLElement && before.isConnected)
      before.focus({ preventScroll: true });
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** @param {string} id @param {string} [words] */
export const closeButton = (id, words = 'Close') => h('button', { type: 'button', id, 'data-close': true }, words);

/**
 * Its buttons marked data-close close it, and so does a click beside it. The document listens, not the dialog: within an
 * element that listens for clicks, screen readers call every heading and paragraph clickable.
 */
export function listen() {
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element)) return;
    if (target.matches('dialog.over') || target.closest('dialog [data-close]')) target.closest('dialog')?.close();
  });
}
