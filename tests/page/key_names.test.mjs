// Shortcuts on keyboards that are no English ones.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { isKey, keyName } from '../../web/page/key_names.js';

const name = (key, code) => keyName({ key, code });

test('where the layout has Latin letters, the letter counts and not the place', () => {
  assert.equal(name('z', 'KeyY'), 'z', 'German');
  assert.equal(name('z', 'KeyW'), 'z', 'French');
  assert.equal(name('k', 'KeyV'), 'k', 'Dvorak');
  assert.equal(name('Z', 'KeyZ'), 'z', 'with Shift');
  assert.equal(name('ü', 'BracketLeft'), 'ü');
  assert.equal(name('ı', 'KeyI'), 'ı', 'Turkish: a Latin letter of its own');
});

for (const [script, key] of Object.entries({
  Cyrillic: 'я',
  Greek: 'ζ',
  Hebrew: 'ז',
  Arabic: 'ئ',
  Thai: 'ผ',
  Georgian: 'ზ',
  Hangul: 'ㅋ',
  Devanagari: '\u0949',
})) {
  test(`where it has ${script} letters, the place counts`, () => {
    assert.equal(name(key, 'KeyZ'), 'z');
    assert.equal(name(key.toUpperCase(), 'KeyZ'), 'z', 'with Shift');
  });
}

test('digits of other scripts are digits', () => {
  assert.equal(name('٢', 'Digit2'), '2');
  assert.equal(name('२', 'Digit2'), '2');
  assert.equal(name('&', 'Digit1'), '&', 'French: the layout has its digits with Shift');
});

test('keys that type nothing keep their names', () => {
  for (const key of ['Escape', 'ArrowLeft', 'Process', 'Unidentified', 'Dead']) assert.equal(name(key, 'KeyZ'), key.toLowerCase());
  assert.equal(name('я', ''), 'я', 'a keyboard on a screen tells no place');
});

test('a question mark is one in every script', () => {
  for (const key of ['?', '\u061f', '\uff1f', '\u055e']) assert.ok(isKey({ key, code: 'Slash' }, '?'), key);
  assert.equal(isKey({ key: '/', code: 'Slash' }, '?'), false);
  assert.equal(isKey({ key: ';', code: 'KeyQ' }, '?'), false);
  assert.equal(isKey({ key: '', code: '' }, '?'), false);
  assert.equal(isKey({ key: 'Shift', code: 'ShiftLeft' }, '?'), false);
});
