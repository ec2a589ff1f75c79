// The program in two parts: what scripts/parts.mjs makes of one, and how web/page/parts.js puts the two together again.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

import { takenApart, withoutNames } from '../../scripts/parts.mjs';
import { fileOf, functionNames, nameSection, sectionsOf } from '../../scripts/wasm-file.mjs';

const hasBinaryen = ['wasm-as', 'wasm-opt', 'wasm-split'].every((program) => spawnSync(program, ['--version']).status === 0);
const options = { skip: !hasBinaryen && 'Binaryen is not there: scripts/install page' };

/** A body so long that a function is worth to be kept elsewhere; it adds what it is given to a counter. */
const long = `(global.set $counter (i32.add (global.get $counter) (local.get 0))) ${'(drop (i32.const 100000))'.repeat(300)}`;
const text = `(module
  (memory (export "memory") 1)
  (global $counter (mut i32) (i32.const 0))
  (table 2 2 funcref)
  (elem (i32.const 1) $decide)
  (func $draw (param i32) (result i32) (drop (call $small)) (call $decide (local.get 0)))
  (func $decide (param i32) (result i32) ${long} (call $small))
  (func $small (result i32) (global.get $counter))
  (func $why (param i64) (result i64) (local.set 0 (i64.add (local.get 0) (i64.const 1))) ${long.replaceAll('local.get 0', 'i32.wrap_i64 (local.get 0)')} (local.get 0))
  (func $ask (param i64) (result i64) (call $why (local.get 0)))
  (export "draw" (func $draw))
  (export "ask" (func $ask)))`;
const names = [
  'ntk::web::App::draw()',
  'ntk::policy::decide(int)',
  'std::size()',
  'ntk::session::why(long long)',
  'ntk::web::App::draw_toasts()',
];

/** The program, as a file that has these names. */
function program() {
  const folder = mkdtempSync(join(tmpdir(), 'ntk-parts-test-'));
  try {
    writeFileSync(join(folder, 'p.wat'), text);
    const made = spawnSync('wasm-as', [join(folder, 'p.wat'), '-o', join(folder, 'p.wasm')], { encoding: 'utf8' });
    assert.equal(made.status, 0, made.stderr);
    const sections = sectionsOf(readFileSync(join(folder, 'p.wasm'))).filter(({ id }) => id !== 0);
    return fileOf([...sections, nameSection(new Map(names.map((name, i) => [i, name])))]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('the simulation is in the second part; what is small is where it is called from', options, () => {
  const { first, rest, later } = takenApart(program());
  assert.deepEqual([...later], [1, 3]);
  assert.ok(rest.length > 1500 && first.length < 500, `${first.length} and ${rest.length} bytes`);
});

test('neither part has names, and a program without names is left whole', options, () => {
  const whole = program();
  const { first, rest } = takenApart(whole);
  for (const part of [first, rest, withoutNames(whole)])
    assert.equal(functionNames(sectionsOf(part).find(({ name }) => name === 'name')?.content ?? Buffer.alloc(0)).size, 0);
  assert.equal(takenApart(withoutNames(whole)), null);
  assert.ok(WebAssembly.validate(withoutNames(whole)));
});

/** The page's own code, with the second part as the single file would have it. */
async function together() {
  const { first, rest } = takenApart(program());
  const asked = { now: 0 };
  Object.assign(globalThis, {
    NTK_RESOURCES: { 'rest.wasm': { bytes: rest.length, version: '' } },
    document: {
      getElementById() {
        asked.now++;
        return { textContent: rest.toString('base64') };
      },
    },
  });
  const { createLaterPart } = await import('../../web/page/parts.js');
  const later = createLaterPart('rest.wasm');
  const { instance } = await WebAssembly.instantiate(first, later.withPlaceholders({}));
  later.joins(instance);
  const { draw, ask } = /** @type {Record<string, (value: *) => *>} */ (/** @type {*} */ (instance.exports));
  return { asked, later, draw, ask };
}

test('a call that comes before the second part gets it at once, and each finds what the other did', options, async () => {
  const { draw, ask, asked } = await together();
  assert.equal(draw(5), 5);
  assert.equal(draw(2), 7);
  assert.equal(ask(10n), 11n, 'whole numbers of 64 bits pass too');
  assert.equal(draw(0), 18);
  assert.equal(asked.now, 1, 'it is asked for once');
});

test('what has arrived is not asked for again', options, async () => {
  const { draw, later, asked } = await together();
  await later.arrive(() => {});
  assert.equal(draw(3), 3);
  assert.equal(asked.now, 1);
});
