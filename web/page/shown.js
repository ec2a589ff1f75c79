// @ts-check
// A text as it may be shown. Texts come from files that anybody may have written: characters that nobody sees, or that turn
// the text around them, are shown as U+FFFD. The rules and the tables are the engine's (sim/scenario/invisible.h); line breaks
// and tabs are the page's own and stay.
//
// Some of these characters are of use behind certain others, and stay there: joiners within the scripts that join and between
// the pictures of one emoji, the selectors of emoji, and those of Mongolian.
import { joining, mongolian, pictures, presented, skinTones } from './invisible_tables.js';

const replacement = '\ufffd';

// What disturbs a terminal, what Unicode says is not shown (Default_Ignorable_Code_Point), and the empty Braille pattern.
const suspect =
  // eslint-disable-next-line no-control-regex, no-misleading-character-class -- these are meant, one by one
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ud800-\udfff\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/gu;

const zeroWidthNonJoiner = 0x200c;
const zeroWidthJoiner = 0x200d;
const textSelector = 0xfe0e;
const emojiSelector = 0xfe0f;
const keycap = 0x20e3;

/** @type {Map<string, [first: number, last: number][]>} */
const unpacked = new Map();

/** The ranges of a table, unpacked when one is first asked for. @param {string} table */
function rangesOf(table) {
  let ranges = unpacked.get(table);
  if (!ranges) {
    let at = 0;
    ranges = table.split(' ').map((part) => {
      const [gap, more = '0'] = part.split('.');
      const first = at + parseInt(gap, 36);
      at = first + parseInt(more, 36);
      return [first, at];
    });
    unpacked.set(table, ranges);
  }
  return ranges;
}

/** @param {number} code @param {string} table */
const isIn = (code, table) => rangesOf(table).some(([first, last]) => code >= first && code <= last);

/** Whether a joiner or non-joiner is of use between these two. @param {number} value @param {number} before @param {number} after */
function joins(value, before, after) {
  if (isIn(before, joining)) return true;
  const followsPicture = before === emojiSelector || isIn(before, pictures) || isIn(before, skinTones);
  return value === zeroWidthJoiner && followsPicture && isIn(after, pictures);
}

/** Whether a selector between text and emoji is of use there. @param {number} before @param {number} after */
const presents = (before, after) => isIn(before, presented) || (/[\d#*]/.test(String.fromCodePoint(before)) && after === keycap);

/** @param {number} value @param {number} before  0 where there is none @param {number} after */
function isOfUse(value, before, after) {
  if (value === zeroWidthJoiner || value === zeroWidthNonJoiner) return joins(value, before, after);
  if (value === textSelector || value === emojiSelector) return presents(before, after);
  return value >= 0x180b && value <= 0x180f && isIn(before, mongolian);
}

/** The code point that ends before an offset. @param {string} text @param {number} at */
function codeBefore(text, at) {
  const isPair = /[\udc00-\udfff]/.test(text[at - 1] ?? '') && /[\ud800-\udbff]/.test(text[at - 2] ?? '');
  return text.codePointAt(at - (isPair ? 2 : 1)) ?? 0;
}

/** The text without characters that hide, or that disturb what is around them. @param {string} text */
export const shown = (text) =>
  text.replace(suspect, (character, /** @type {number} */ at) => {
    const value = character.codePointAt(0) ?? 0;
    const before = at > 0 ? codeBefore(text, at) : 0;
    return isOfUse(value, before, text.codePointAt(at + character.length) ?? 0) ? character : replacement;
  });

// ---- Direction ----------------------------------------------------------------------------------------------------------

const rightToLeftLetter = '\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc\\u{10800}-\\u{10fff}\\u{1e800}-\\u{1efff}';
/** What is written from right to left, up to the next letter that isn't. */
const run = new RegExp(`[${rightToLeftLetter}](?:\\P{L}*[${rightToLeftLetter}])*`, 'gu');
const isRightToLeft = new RegExp(`[${rightToLeftLetter}]`, 'u');
const hasOther = new RegExp(`(?![${rightToLeftLetter}])\\p{L}`, 'u');

/**
 * A text in parts, each to be isolated or not, so that what is written from right to left turns nothing but itself. A text
 * with no other letters is isolated whole, with its numbers and punctuation.
 * @param {string} text
 * @returns {{text: string, isolated: boolean}[]}
 */
export function inDirections(text) {
  if (!isRightToLeft.test(text)) return text === '' ? [] : [{ text, isolated: false }];
  if (!hasOther.test(text)) return [{ text, isolated: true }];
  const parts = [];
  let at = 0;
  for (const { 0: found, index } of text.matchAll(run)) {
    if (index > at) parts.push({ text: text.slice(at, index), isolated: false });
    parts.push({ text: found, isolated: true });
    at = index + found.length;
  }
  if (at < text.length) parts.push({ text: text.slice(at), isolated: false });
  return parts;
}
