// Roles on both views: what they include, and that one more of them opens a function.

import assert from 'node:assert/strict';
import { resolve } from 'node:path';

import { browserTest } from './harness.mjs';

const file = resolve('tests/web/roles.json');
const clerk = 'subject record maintenance; enters subject records';

async function openRoles(page) {
  await page.dom.locator('#file').setInputFiles(file);
  await page.dom.waitForFunction(() => document.title.startsWith('Roles at the ferry office'));
}

/** How the latest run of the only request ended. */
async function outcome(page) {
  const report = JSON.parse((await page.ask('export_file', { what: 'report' })).value.text);
  return report.audit.at(-1).failed.join(' ') || 'permitted';
}

browserTest('on the panels a role is given by its box, and the request ends differently', async (page) => {
  await openRoles(page);
  await page.click('Requests/read/Run');
  assert.equal(await outcome(page), 'FN-7');
  await page.click('Assign/Users');
  await page.tick('Assign/holm/roles/reader', true);
  await page.click('Requests/read/Run');
  assert.equal(await outcome(page), 'permitted');
});

browserTest('on the text page too, and it says what a role includes', { path: '#text-page', view: 'text' }, async (page) => {
  await openRoles(page);
  const assign = page.dom.locator('#assign');
  assert.ok((await assign.textContent()).includes(clerk));
  await assign.getByRole('checkbox', { name: 'Reader' }).check();
  const { value } = await page.ask('export_file', { what: 'commands' });
  assert.equal(value.text, 'assign user holm roles reader clerk\n');
});
