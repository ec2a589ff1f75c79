// "Check this lesson", as an author would: a file of one's own, on both views.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { browserTest } from './harness.mjs';
import { accessibilityFindings } from './reading.mjs';

/** The first lesson as a file of one's own, with a goal that nothing meets. */
function ownFile() {
  const lesson = JSON.parse(readFileSync('scenarios/01-levels/scenario.json', 'utf8'));
  lesson.id = 'mine';
  lesson.goals.push({ id: 'never', title: 'Nobody finds anything', points: 1, decision: { request: 'cbp-search', outcome: 'deny' } });
  const file = join(tmpdir(), `ntk-check-${process.pid}.json`);
  writeFileSync(file, JSON.stringify(lesson, null, 2));
  return file;
}

browserTest('a lesson of one’s own is checked on both views, in the same words', async (page) => {
  await page.dom.locator('#file').setInputFiles(ownFile());
  await page.until(async () => (await page.ask('model')).value.scenario?.id === 'mine');
  await page.choose('Header/Views', 'Combo/Check this lesson');
  await page.click('Check/Work it out');
  await page.until(async () => (await page.map()).texts.some(({ text }) => /^Found: /.test(text)));
  const drawn = (await page.map()).texts.filter(({ path }) => path.includes('Check')).map(({ text }) => text);
  assert.ok(drawn.some((text) => text.includes('goal-unreachable')));
  await page.screenshot('build/check.png');
  await page.dom.locator('#check-show').click();
  const said = await page.reads('#check-summary', /^Found: /);
  assert.ok(drawn.includes(said));
  const table = await page.dom.locator('#check').textContent();
  for (const each of ['goal-unreachable', 'grants everything', 'Line ']) assert.ok(table.includes(each), each);
  assert.deepEqual(await accessibilityFindings(page.dom, '#check'), []);
});

browserTest('a lesson that came with the page offers no check', { path: '?scenario=levels' }, async (page) => {
  assert.equal(await page.dom.locator('#check').count(), 0);
  const places = (await page.ask('palette')).value.map(({ subject }) => subject);
  assert.ok(places.includes('excess') && !places.includes('check'));
});
