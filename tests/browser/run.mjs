// Runs the browser tests, two files at a time: node tests/browser/run.mjs [NAME...]; with NAMES='a pattern' in the
// environment only the tests whose names it fits.
//
// With --find it only says which Chromium or Chrome there is; without one its status is 1.
//
// Every file of this folder but the harness, what goes with it and this one is a test. A browser and the script that drives
// it wait for each other most of the time, so that two pairs keep two processors busy; more would only make single tests
// slower.

import { readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';

import { findChromium } from './chromium.mjs';

const folder = dirname(fileURLToPath(import.meta.url));
process.chdir(resolve(folder, '../..'));

// The compiler that makes long runs fast takes a third of the time of short ones.
process.env.NTK_CHROMIUM_FLAGS ??= '--js-flags=--no-wasm-tier-up';

if (process.argv[2] === '--find') {
  const found = findChromium();
  console.log(found ?? 'no Chromium and no Chrome');
  process.exit(found ? 0 : 1);
}

/** What goes with the tests and is none. */
const beside = new Set([
  ...['before.mjs', 'chromium.mjs', 'first_load.mjs', 'harness.mjs', 'lesson.mjs', 'reader.mjs', 'reading.mjs'],
  ...['run.mjs', 'screens.mjs'],
]);
const chosen = process.argv.slice(2).map((name) => `${name.replace(/\.mjs$/, '')}.mjs`);
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.mjs') && !beside.has(name))
  .filter((name) => chosen.length === 0 || chosen.includes(name))
  .map((name) => join(folder, name))
  .sort((a, b) => statSync(b).size - statSync(a).size); // the longest first, so that neither pair waits for the other at the end
if (files.length === 0) {
  console.error('browser tests: none of that name');
  process.exit(1);
}

/** @type {any} */ (run({ files, concurrency: 2, testNamePatterns: process.env.NAMES })) // compose() is not among the types of Node 18
  .on('test:fail', () => {
    process.exitCode = 1;
  })
  .compose(new spec())
  .pipe(process.stdout);
