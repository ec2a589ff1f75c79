// @ts-check
// Files in and out: a scenario from a dialog or dropped anywhere on the page, and what the user exports.
//
// Whether a download comes about cannot be asked. A frame may forbid it without a word, and so may the browser within another
// app. There a file is also shown as a text to select, with a button that copies it and says whether it did.
import { toClipboard } from './copy.js';
import * as dialogs from './dialog.js';
import { h } from './dom.js';

// More is no scenario, and reading it would only take the page's memory.
const largest = 32 << 20;

/**
 * @param {(name: string, bytes: Uint8Array) => void} open
 * @param {(message: string, help: string) => void} refuse
 */
export function createFiles(open, refuse) {
  /** @param {File | undefined} file */
  async function read(file) {
    if (!file) return;
    if (file.size > largest) {
      refuse(
        `${file.name} has ${Math.round(file.size / (1 << 20))} MB, and a scenario has at most ${largest >> 20}`,
        'choose the scenario’s JSON file',
      );
      return;
    }
    open(file.name, new Uint8Array(await file.arrayBuffer()));
  }

  document.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  });
  document.addEventListener('drop', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    read(event.dataTransfer.files[0]);
  });

  return {
    /** The file that an <input type=file> holds. It is emptied, so that the same file can be opened again. @param {HTMLInputElement} input */
    async take(input) {
      await read(input.files?.[0]);
      input.value = '';
    },
    dialog() {
      const input = document.createElement('input');
      input.type = 'file';
      input.accept = '.json,application/json';
      input.addEventListener('change', () => read(input.files?.[0]));
      input.click();
    },
  };
}

/** @typedef {{name: string, type: string, text: string}} OutFile */

/** Hands a text to the user as a file; where that may fail unseen, as a text too. @param {OutFile} file */
export function download(file) {
  const { name, type, text } = file;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  if (mayFailUnseen()) showText(file);
}

/** Whether a download may come to nothing without a word of it. */
export function mayFailUnseen() {
  if (/; wv\)|\bFBA[NV]\b|Instagram|MicroMessenger/.test(navigator.userAgent)) return true; // browsers within other apps
  if (window.top === window.self) return window.origin === 'null' && location.protocol !== 'file:';
  const sandbox = sandboxAround();
  return sandbox !== null && !sandbox.split(/\s+/).includes('allow-downloads');
}

/** What the frame around the page allows; null where it forbids nothing. Of a frame that the page may not look at: nothing. */
function sandboxAround() {
  try {
    return window.frameElement ? window.frameElement.getAttribute('sandbox') : '';
  } catch {
    return ''; // it is of another site
  }
}

/** A file's text, to be selected or copied. @param {OutFile} file */
export function showText({ name, text }) {
  const area = h('textarea', { id: 'file-text', readonly: true, rows: 8, spellcheck: 'false' }, text);
  const status = h('p.note', { id: 'file-text-status', role: 'status' });
  /** @param {string} id @param {string} words @param {() => void} act */
  const button = (id, words, act) => {
    const made = h('button', { type: 'button', id }, words);
    made.addEventListener('click', act);
    return made;
  };
  const box = dialogs.open(
    'file-as-text',
    'Was the file saved?',
    h('p', {}, 'This page can’t see whether ', h('strong', {}, name), ' was saved. What surrounds the page may forbid downloads.'),
    h('p', {}, 'If it wasn’t saved, copy the text. Paste it into a file of that name, or where your course wants it.'),
    h('label', { for: 'file-text' }, `The text of ${name}`),
    area,
    status,
    h(
      'div.bar',
      {},
      button('file-text-copy', 'Copy', () => copyAll(area, status)),
      button('file-text-select', 'Select all', () => selectAll(area)),
      dialogs.closeButton('file-text-close'),
    ),
  );
  box.querySelector('h2')?.focus();
}

/** @param {HTMLTextAreaElement} area */
function selectAll(area) {
  area.focus();
  area.select();
}

/** @param {HTMLTextAreaElement} area @param {Element} status */
async function copyAll(area, status) {
  const isCopied = await toClipboard(area.value);
  if (!isCopied) selectAll(area);
  const words = isCopied
    ? `The text was copied: ${area.value.length.toLocaleString('en-US')} characters.`
    : 'Nothing was copied: the browser doesn’t let this page copy. The text is selected. Copy it with the browser’s own command.';
  status.replaceChildren(h('span', {}, words));
}
