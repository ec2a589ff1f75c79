// Runs test files and ends the process: with a line `N passed, N failed`, and a status that says the same.

import { run } from 'node:test';
import { spec } from 'node:test/reporters';

// Where Node counts a file as a test too, it is none of ours; unless it failed before its first test.
const isTest = ({ name }) => !name.endsWith('.mjs');

/** @typedef {import('node:stream').Readable} Readable */

/** With NAMES='a pattern' in the environment only the tests of such names. */
export function runTests(files) {
  let passed = 0;
  let failed = 0;
  const all = /** @type {Readable} */ (run({ files, concurrency: 1, testNamePatterns: process.env.NAMES }));
  all.on('test:pass', (each) => (passed += isTest(each) && each.skip === undefined ? 1 : 0));
  all.on('test:fail', (each) => (failed += isTest(each) || failed === 0 ? 1 : 0));
  const shown = all.compose(async function* (events) {
    for await (const event of events) if (event.type !== 'test:diagnostic') yield event; // Node's own sum
  });
  /** @type {Readable} */ (shown)
    .compose(new spec())
    .on('end', () => {
      console.log(`\n${passed} passed, ${failed} failed`);
      process.exit(failed > 0 || passed === 0 ? 1 : 0);
    })
    .pipe(process.stdout);
}
