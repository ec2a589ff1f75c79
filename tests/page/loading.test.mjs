// Why the panels can't be used, in words.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { whyNoPanels } from '../../web/page/loading.js';

/** What a browser says of bytes that it is to compile. */
const refused = (bytes) => WebAssembly.compile(Uint8Array.from(bytes)).catch((error) => error);

test('what arrived cut off, or is something else, is said to', async () => {
  assert.match(whyNoPanels(await refused([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1])), /arrived incomplete/);
  assert.match(whyNoPanels(await refused([...Buffer.from('<!doctype html>')])), /isn’t what it should be/);
});

test('what did not arrive is said to, with its name', () => {
  assert.equal(whyNoPanels(new Error('page.wasm: 404 Not Found')), 'page.wasm: 404 Not Found');
  assert.match(whyNoPanels(new TypeError('Failed to fetch')), /didn’t arrive \(Failed to fetch\)/);
});

for (const words of [
  "WebAssembly.instantiateStreaming(): Refused to compile or instantiate WebAssembly module because 'unsafe-eval' is not an allowed source of script in the following Content Security Policy directive",
  'call to WebAssembly.instantiateStreaming() blocked by CSP',
]) {
  test(`a policy that forbids WebAssembly is named: ${words.slice(0, 60)}`, () => {
    assert.match(whyNoPanels(new WebAssembly.CompileError(words)), /security policy/);
  });
}

test('a lack of memory is named', () => {
  assert.match(whyNoPanels(new RangeError('WebAssembly.Memory(): could not allocate memory')), /enough memory/);
  assert.match(whyNoPanels(new WebAssembly.RuntimeError('out of memory')), /enough memory/);
});

test('whatever is thrown has words', () => {
  assert.equal(whyNoPanels('no'), 'no');
  assert.match(whyNoPanels(new WebAssembly.LinkError('import object field')), /different versions/);
});
