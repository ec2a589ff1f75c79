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
  // Beside it, which is where one clicks to be rid of it.
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** @param {string} id @param {string} [words] */
export const closeButton = (id, words = 'Close') => h('button', { type: 'button', id, 'data-close': true }, words);

/** Its buttons marked data-close close it. */
export function listen() {
  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element && event.target.closest('dialog [data-close]');
    if (button) button.closest('dialog')?.close();
  });
}
