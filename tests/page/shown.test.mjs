// What nobody sees, in texts that somebody else wrote: the page shows it as the engine does (sim/scenario/invisible.h), and
// spares what is of use. And in which parts of a text the direction is another.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { inDirections, shown } from '../../web/page/shown.js';

const header = readFileSync('sim/scenario/invisible_tables.h', 'utf8');
const codesOf = (name) => {
  const [, body] = new RegExp(`Range ${name}\\[\\] = \\{([^;]*)\\};`).exec(header);
  return [...body.matchAll(/\{0x([\dA-F]+),0x([\dA-F]+)\}/g)].flatMap(([, first, last]) => {
    const from = parseInt(first, 16);
    return Array.from({ length: parseInt(last, 16) - from + 1 }, (_, at) => from + at);
  });
};
const inHex = (code) => `U+${code.toString(16).toUpperCase()}`;

test('the tables are those of the engine', () => {
  const made = execFileSync(process.execPath, ['scripts/invisible-page.mjs'], { encoding: 'utf8' });
  const plain = (text) => text.replace(/\s+/g, ' ').replace(/'/g, '"');
  assert.equal(plain(readFileSync('web/page/invisible_tables.js', 'utf8')), plain(made));
});

test('no character that Unicode says is not shown stands between two letters', () => {
  for (const code of codesOf('default_ignorable')) {
    assert.equal(shown(`a${String.fromCodePoint(code)}b`), 'a\ufffdb', inHex(code));
  }
});

test('controls, and what turns the text around, do not stand there either', () => {
  const disturbing = [[0x00, 0x08], [0x0b, 0x0c], [0x0e, 0x1f], [0x7f, 0x9f], [0x2028, 0x202e], [0x2066, 0x2069], [0xfff9, 0xfffb], [0x2800, 0x2800]]; // prettier-ignore
  for (const [first, last] of disturbing) {
    for (let code = first; code <= last; ++code) assert.equal(shown(`a${String.fromCodePoint(code)}b`), 'a\ufffdb', inHex(code));
  }
  assert.equal(shown('a\ud800b'), 'a\ufffdb', 'half of a pair');
});

test('line breaks, tabs and spaces of all widths stay', () => {
  for (const text of ['a\tb\r\nc', 'a\u00a0b', 'a\u2009b', 'a\u3000b', '', 'Harbor report']) assert.equal(shown(text), text);
});

for (const [what, text] of Object.entries({
  'a Hangul filler in a name': 'Lind\u3164',
  'a soft hyphen in a word': 'har\u00adbor',
  'a joiner between Latin letters': 'no\u200dte',
  'a non-joiner at the beginning': '\u200cnote',
  'a selector of emoji behind a letter': 'a\ufe0f',
  'a joiner behind an emoji, with no emoji to join': '👍\u200d!',
})) {
  test(`${what} is shown as U+FFFD`, () => {
    assert.match(shown(text), /\ufffd/);
    assert.equal(shown(text).length, text.length);
  });
}

for (const [what, text] of Object.entries({
  'a family of emoji': '👨‍👩‍👧‍👦',
  'an emoji with a skin tone and a joiner': '👩🏽‍⚕️',
  'a red heart': 'with ❤️ from',
  'a keycap': 'press 1️⃣',
  'Persian with a non-joiner': 'می‌خواهم',
  'Hindi with a joiner': 'क्‍ष',
  'Sinhala with a joiner': 'ශ්‍රී',
  'Mongolian with its selector': 'ᠠ᠋',
})) {
  test(`${what} stays as it was written`, () => assert.equal(shown(text), text));
}

test('what is written from right to left is isolated, and nothing beside it', () => {
  assert.deepEqual(inDirections('Lind (קריאת הפתק) reads 12 notes'), [
    { text: 'Lind (', isolated: false },
    { text: 'קריאת הפתק', isolated: true },
    { text: ') reads 12 notes', isolated: false },
  ]);
  assert.deepEqual(inDirections('Harbor report'), [{ text: 'Harbor report', isolated: false }]);
  assert.deepEqual(inDirections(''), []);
});

test('a text that has no other letters is isolated with its numbers and its full stop', () => {
  assert.deepEqual(inDirections('הפתק 12.'), [{ text: 'הפתק 12.', isolated: true }]);
});

test('a long text is shown as soon as any other', () => {
  const begun = Date.now();
  for (const text of ['T', 'ש', '\u200d', '👨\u200d'].map((each) => each.repeat(100000))) inDirections(shown(text));
  assert.ok(Date.now() - begun < 3000, `${Date.now() - begun} ms`);
});
