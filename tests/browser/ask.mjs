// Requests of one's own that are like one of the script, and a file of persons that is vetted: on the canvas and on the
// text page.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { browserTest } from './harness.mjs';

const office = resolve('tests/session/office.json');
const onCanvas = { path: '', viewport: { width: 1280, height: 1100 } };
const onText = { path: '#text-page' };

async function openOffice(page) {
  await page.dom.locator('#file').setInputFiles(office);
  await page.dom.waitForFunction(() => document.title.startsWith('A day of the people'));
}
const report = async (page) => JSON.parse((await page.ask('export_file', { what: 'report' })).value.text);
const commands = async (page) => (await page.ask('export_file', { what: 'commands' })).value.text;
const said = (page) => page.dom.locator('#said').textContent();

/** Hands a file of so many persons to the dialog that the step opens. */
async function give(page, count, step) {
  const [chooser] = await Promise.all([page.dom.waitForEvent('filechooser'), step()]);
  const persons = Array.from({ length: count }, (_, at) => ({ last_name: at % 2 ? `Person ${at}` : 'Vale' }));
  await chooser.setFiles({ name: 'persons.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(persons)) });
}

browserTest('on the canvas somebody else asks what the script asks, at a level of the student’s choice', onCanvas, async (page) => {
  await openOffice(page);
  await page.click('Requests/Ask your own');
  await page.choose('Requests/Begin from', 'enter');
  await page.choose('Requests/Level', '4');
  await page.click('Requests/Ask and run');
  assert.match(await commands(page), /^ask own-1 like=enter level=4\nrun own-1\n$/m);
  const { audit } = await report(page);
  assert.equal(audit[0].outcome, 'permitted');
  await page.click('Requests/Ask your own');
  await page.click('Requests/Ask your own');
  await page.choose('Requests/Begin from', 'certify');
  await page.choose('Requests/User', 'officer');
  await page.click('Requests/Ask and run');
  assert.match(await commands(page), /ask own-2 like=certify user=officer\n/);
  assert.equal((await report(page)).audit[1].outcome, 'denied');
});

browserTest('on the text page too, and what can be changed follows from what it is like', onText, async (page) => {
  await openOffice(page);
  const { dom } = page;
  await dom.locator('#ask-like').selectOption('enter');
  assert.equal(await dom.locator('#ask-function').count(), 0);
  await dom.locator('#ask-enter-level').selectOption('3');
  await dom.locator('#ask-enter-user').selectOption('supervisor');
  await dom.locator('#ask-run').click();
  assert.match(await commands(page), /^ask own-1 like=enter user=supervisor level=3\nrun own-1\n/);
  await dom.locator('#ask-like').selectOption('look');
  assert.equal(await dom.locator('#ask-look-level').count(), 0);
  await dom.locator('#ask-terms input').first().fill('Nobody');
  await dom.locator('#ask-add').click();
  assert.match(await commands(page), /ask own-2 like=look term:\w+=Nobody\n/);
  await dom.locator('#ask-like').selectOption('');
  await dom.locator('#ask-function').waitFor();
});

browserTest('a file of persons is vetted from the text page, and the responses come as a file', onText, async (page) => {
  await openOffice(page);
  const download = page.dom.waitForEvent('download');
  await give(page, 60, () => page.dom.locator('#vet_vet').click());
  const file = await download;
  assert.equal(file.suggestedFilename(), 'office-vet-responses.json');
  const { responses } = JSON.parse(readFileSync(await file.path(), 'utf8'));
  assert.equal(responses.length, 60);
  assert.equal(responses.filter(({ matches }) => matches === 2).length, 30);
  assert.match(await said(page), /^60 persons were vetted\./);
  assert.equal((await report(page)).audit.length, 60);
  assert.equal(await page.dom.locator('dialog').count(), 0);
});

browserTest('vetting a large file shows how far it is, and is cancelled; what was done stays', onCanvas, async (page) => {
  await openOffice(page);
  const download = page.dom.waitForEvent('download');
  await give(page, 20000, () => page.click('Requests/vet/Vet a list of people'));
  await page.dom.locator('dialog progress').waitFor();
  assert.match(await page.dom.locator('dialog.vetting').ariaSnapshot(), /heading "Vetting persons.json"[\s\S]*button "Cancel"/);
  await page.dom.waitForFunction(() => /** @type {HTMLProgressElement} */ (document.querySelector('dialog progress')).value > 0);
  await page.dom.locator('#vetting-cancel').click();
  const { responses } = JSON.parse(readFileSync(await (await download).path(), 'utf8'));
  assert.ok(responses.length > 0 && responses.length < 20000, `${responses.length} responses`);
  assert.equal((await commands(page)).split('\n').filter((line) => line.startsWith('vet ')).length, responses.length);
  assert.match(await said(page), /^Cancelled: /);
});

browserTest('a faulty file of persons vets nobody, and says which line', onText, async (page) => {
  await openOffice(page);
  const [chooser] = await Promise.all([page.dom.waitForEvent('filechooser'), page.dom.locator('#vet_vet').click()]);
  await chooser.setFiles({ name: 'persons.json', mimeType: 'application/json', buffer: Buffer.from('[\n{}\n]') });
  await page.dom.waitForFunction(() => document.querySelector('#said').textContent.includes('line 2'));
  assert.equal(await commands(page), '');
});

browserTest(
  'an optional prediction is a line until it is unfolded, so that a thousand requests cost little',
  { path: '?scenario=levels', view: 'text' },
  async (page) => {
    const { dom } = page;
    const before = await dom.locator('#requests option').count();
    const words = 'user=kealoha function=subject_query operation=display record=container-notice purpose=container-case place=Calder';
    const restored = await page.ask('restore_steps', {
      lines: Array.from({ length: 500 }, (_, i) => `ask own-${i + 1} ${words}`),
      position: 500,
    });
    assert.ok(restored.ok, restored.message);
    await dom.locator('#request_own-500').waitFor();
    assert.equal(await dom.locator('#requests option').count(), before, 'no rules are listed of what is folded');
    await dom.locator('#predict_own-500_details summary').click();
    await dom.locator('#predict_own-500_deny').check();
    await dom.locator('#predict_own-500_reason').selectOption('AC-1');
    await dom.locator('#predict_own-500_button').click();
    await page.reads('#request_own-500 .predicted', /^You predicted: denied, by the check “.*” \(AC-1\)/);
  },
);
