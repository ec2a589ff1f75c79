// Runs the page's tests in Firefox or WebKit, on a screen in memory:
//
//   node tests/elsewhere/run.mjs firefox|webkit [FILE...]      NAMES='a pattern' before it: only the tests of such names
//
// Without what the suite needs it says what is missing, and ends with status 77.

import { readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { skipWithout, startDesktop } from './desktop.mjs';
import { runTests } from './runner.mjs';

const folder = dirname(fileURLToPath(import.meta.url));
process.chdir(resolve(folder, '../..'));

const [browser, ...chosen] = process.argv.slice(2);
if (!['firefox', 'webkit'].includes(browser)) {
  console.error('which browser? firefox or webkit');
  process.exit(2);
}
process.env.NTK_BROWSER = browser;
const driver = await import(`./${browser}.mjs`);
skipWithout(browser, ['Xvfb', 'openbox', 'dbus-daemon', 'xclip', ...driver.programs]);

const files = readdirSync(folder)
  .filter((name) => name.endsWith('.test.mjs') && (chosen.length === 0 || chosen.includes(name.replace('.test.mjs', ''))))
  .map((name) => join(folder, name));
if (files.length === 0) {
  console.error(`${browser}: no test file of that name`);
  process.exit(2);
}

await startDesktop();
console.log(`${driver.name} ${await driver.version()}`);
await driver.finish();

runTests(files);
