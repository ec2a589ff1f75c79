// @ts-check
// Which key was pressed, on every keyboard layout. A shortcut goes by the letter that the key types, so that Ctrl+Z is where
// the layout has Z. Where the layout's letters are no Latin ones (Cyrillic, Greek, Hebrew, Arabic, Thai, ...), it goes by the
// key's place. The canvas does the same (web/canvas/platform/key_names.h).

const otherScript = /^(?!\p{Script=Latin})[\p{L}\p{M}\p{N}]\p{M}*$/u;

/** Some scripts have a mark of their own. */
const questionMark = /^[?\uff1f\u061f\u055e]$/;

/** The letter or digit that a key stands for in shortcuts; the key's own name where it stands for none. @param {{key: string, code: string}} event */
export function keyName({ key, code }) {
  const isAscii = key.length === 1 && key < '\u0080';
  const place = /^(?:Key([A-Z])|Digit(\d))$/.exec(code ?? '');
  if (isAscii || !place || !otherScript.test(key)) return key.toLowerCase();
  return (place[1] ?? place[2]).toLowerCase();
}

/** Whether a key is the one that a shortcut names. @param {{key: string, code: string}} event @param {string} wanted  "z", "?", "Escape" */
export const isKey = (event, wanted) => (wanted === '?' ? questionMark.test(event.key) : keyName(event) === wanted.toLowerCase());
