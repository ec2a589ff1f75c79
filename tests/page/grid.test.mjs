// A table of controls by the keyboard: where the keys of a grid lead.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { placeByKey, tabIndexIn } from '../../web/page/grid.js';

const key = (name, more = {}) => ({ key: name, ctrlKey: false, altKey: false, metaKey: false, ...more });
const sizes = [4, 4, 4, 2];
const lead = (from, name, more) => placeByKey(sizes, from, key(name, more));

test('arrow keys lead to the cell beside, and stop at the ends', () => {
  assert.deepEqual(lead([1, 1], 'ArrowLeft'), [1, 0]);
  assert.deepEqual(lead([1, 0], 'ArrowLeft'), [1, 0]);
  assert.deepEqual(lead([1, 3], 'ArrowRight'), [1, 3]);
  assert.deepEqual(lead([1, 1], 'ArrowUp'), [0, 1]);
  assert.deepEqual(lead([0, 1], 'ArrowUp'), [0, 1]);
  assert.deepEqual(lead([3, 1], 'ArrowDown'), [3, 1]);
  assert.deepEqual(lead([2, 3], 'ArrowDown'), [3, 1], 'a shorter row has its last one');
});

test('Home and End lead to the ends of the row, with Ctrl to those of the table', () => {
  assert.deepEqual(lead([1, 2], 'Home'), [1, 0]);
  assert.deepEqual(lead([1, 2], 'End'), [1, 3]);
  assert.deepEqual(lead([1, 2], 'Home', { ctrlKey: true }), [0, 0]);
  assert.deepEqual(lead([1, 2], 'End', { ctrlKey: true }), [3, 1]);
  assert.deepEqual(lead([3, 1], 'PageUp'), [0, 1]);
  assert.deepEqual(lead([0, 1], 'PageDown'), [3, 1]);
});

test('every other key is the browser’s', () => {
  for (const name of ['Enter', ' ', 'Tab', 'a', 'Escape', 'toString']) assert.equal(lead([1, 1], name), null, name);
  assert.equal(lead([1, 1], 'ArrowLeft', { altKey: true }), null, 'Back');
  assert.equal(lead([1, 1], 'ArrowLeft', { ctrlKey: true }), null);
  assert.equal(lead([1, 1], 'ArrowLeft', { metaKey: true }), null);
});

test('of all cells one is a stop of the Tab key: the one that had the focus last, else the first', () => {
  const ids = ['cell-0-0', 'cell-0-1', 'cell-1-0'];
  assert.deepEqual(ids.map(tabIndexIn(ids, 'cell-0-1')), [-1, 0, -1]);
  assert.deepEqual(ids.map(tabIndexIn(ids, null)), [0, -1, -1]);
  assert.deepEqual(ids.map(tabIndexIn(ids, 'cell-9-9')), [0, -1, -1], 'that one is on another page');
});
