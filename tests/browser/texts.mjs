// Texts of a file that somebody else wrote, on the text page: what nobody sees, what is written from right to left, what has
// no end.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import { browserTest } from './harness.mjs';

const onText = { path: '?scenario=levels#text-page' };
const lesson = readFileSync('tests/web/bidi-title.json', 'utf8');
const disturbing = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/; // eslint-disable-line no-control-regex

/** Opens a lesson whose request has this title. */
async function openTitled(page, title) {
  const scenario = JSON.parse(lesson);
  scenario.requests[0].title = title;
  const buffer = Buffer.from(JSON.stringify(scenario));
  await page.dom.locator('#file').setInputFiles({ name: 'titled.json', mimeType: 'application/json', buffer });
  await page.dom.getByRole('heading', { name: 'Field', level: 1 }).waitFor();
}

browserTest('no character that turns the text around stands in the page', onText, async (page) => {
  await openTitled(page, '\u202e.etoN eht daer\u202c, Lind');
  await page.dom.locator('#requests').getByText('\ufffd.etoN eht daer\ufffd, Lind').first().waitFor();
  const raw = await page.dom.evaluate(() => document.documentElement.outerHTML + document.title);
  assert.doesNotMatch(raw, disturbing);
});

browserTest('what is written from right to left turns nothing but itself', onText, async (page) => {
  await openTitled(page, 'Lind (קריאת הפתק) reads 12 notes');
  await page.dom.locator('bdi', { hasText: 'קריאת הפתק' }).first().waitFor();
  const isolated = await page.dom.locator('bdi').allTextContents();
  assert.ok(isolated.every((text) => text === 'קריאת הפתק'));
});

browserTest('a title of two thousand letters is shown as soon as any other', onText, async (page) => {
  const begun = Date.now();
  await openTitled(page, 'T'.repeat(2000));
  await page.dom.getByText('T'.repeat(2000)).first().waitFor();
  assert.ok(Date.now() - begun < 10_000, `${Date.now() - begun} ms`);
});
