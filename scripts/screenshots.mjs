// Takes the pictures of the README anew: node scripts/screenshots.mjs, after `make site`.

import { mkdirSync, readFileSync } from 'node:fs';

import { finish, withPage } from '../tests/browser/harness.mjs';

const folder = 'docs/images';
mkdirSync(folder, { recursive: true });

/** The first lesson half-way: predicted by its key, run as it stands, and one record put right. */
async function workAtLevels(page) {
  const lines = readFileSync('tests/keys/levels.commands', 'utf8').split('\n');
  const predictions = lines.filter((line) => line.startsWith('predict '));
  for (const command of [...predictions, 'assign record container-notice level 1', 'run all']) {
    const { ok, message } = await page.ask('command', '', command);
    if (!ok) throw new Error(`${command}: ${message}`);
  }
}

const path = '?scenario=levels';
await withPage('panels', { path, viewport: { width: 1280, height: 800 } }, async (page) => {
  await workAtLevels(page);
  await page.screenshot(`${folder}/panels.png`);
});
await finish();
