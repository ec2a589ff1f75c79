// What a student makes is kept, copied, handed in and passed on; and the page as one file does the same.

import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';

import { commandsOfKey, dist } from '../browser/harness.mjs';
import { carryOut } from '../browser/lesson.mjs';
import { jumpTo } from '../browser/reading.mjs';
import { commands, copiedBy, driver, report, said, savedBy, visitTest } from './visit.mjs';

const key = commandsOfKey('levels');
const change = 'assign record container-notice level 1';

/** At work: predictions, a change and a run, as the engine is told. */
async function work(page) {
  for (const line of [...key.filter((each) => each.startsWith('predict ')), change, 'run all']) {
    assert.ok((await page.command(line)).ok, line);
  }
}

async function pressWithKey(page, selector, pressed = 'Enter') {
  await jumpTo(page.dom, selector);
  await page.dom.keyboard.press(pressed);
}

/** Somebody else opens the link and finds what the sender has. */
async function opensElsewhere(visit, link, sender) {
  const other = await (await visit.visitor()).open(new URL(link).search + new URL(link).hash);
  assert.equal(await commands(other), await commands(sender));
  assert.equal(await report(other), await report(sender));
  assert.equal(new URL(await other.dom.url()).hash, '', 'a link is read once');
}

// ---- The clipboard ---------------------------------------------------------------------------------

visitTest('a link that is copied on the text page leads somebody else to the same state', async (visit) => {
  const page = await (await visit.visitor()).open('?scenario=levels#text-page');
  await work(page);
  const link = await copiedBy(page, () => pressWithKey(page, '#copy-link'));
  assert.ok(link.startsWith(page.address) && link.includes('#work=1'), link);
  await page.reads('#said', /copied/);
  await opensElsewhere(visit, link, page);
});

visitTest('a link that is copied on the panels does so too', async (visit) => {
  const page = await (await visit.visitor()).open('?scenario=levels');
  await work(page);
  await page.choose('Header/Views', 'Combo/Your work');
  await page.click('Your work/Hand in or pass on');
  const link = await copiedBy(page, () => page.click('Your work/Copy link'));
  assert.ok(link.startsWith(page.address) && link.includes('#work=1'), link);
  await opensElsewhere(visit, link, page);
});

visitTest('the trail is copied as text: by its button, on the panels, and from the palette', async (visit) => {
  const page = await (await visit.visitor()).open('?scenario=levels');
  await work(page);
  const { text } = (await page.ask('copy_table', { table: 'trail', column: 'sequence', descending: false })).value;
  assert.ok(text.split('\n').length > 9, text);
  assert.equal(await copiedBy(page, () => page.click('Trail/Copy')), text);
  assert.equal(await copiedBy(page, () => pressWithKey(page, '#copy-trail')), text);
  assert.match(await said(page), /copied/i);
  assert.equal(await copiedBy(page, () => page.palette('copy audit trail')), text);
});

visitTest('what is typed on the panels is copied by Ctrl+C and pasted by Ctrl+V', async (visit) => {
  const page = await (await visit.visitor()).open('?scenario=levels');
  await page.command('run dea-search');
  await page.fill('Trail/Filter', 'Demir');
  await page.press('ControlOrMeta+a');
  assert.equal(await copiedBy(page, () => page.press('ControlOrMeta+c')), 'Demir');
  await page.press('End');
  await page.press('ControlOrMeta+v');
  await page.press('ControlOrMeta+a');
  assert.equal(await copiedBy(page, () => page.press('ControlOrMeta+c')), 'DemirDemir');
});

// ---- Files -----------------------------------------------------------------------------------------

visitTest('the submission is saved with name, lesson and every step', async (visit) => {
  const page = await (await visit.visitor()).open('?scenario=levels#text-page');
  await work(page);
  await jumpTo(page.dom, '#student');
  await page.dom.keyboard.type('R. Quill, 42');
  const file = JSON.parse(await savedBy(page, 'levels-submission.json', () => page.dom.keyboard.press('Enter')));
  assert.equal(file.student, 'R. Quill, 42');
  assert.equal(file.scenario.id, 'levels');
  assert.equal(`${file.commands.join('\n')}\n`, await commands(page));
});

visitTest('the panels hand out the report', async (visit) => {
  const page = await (await visit.visitor()).open('?scenario=levels');
  await page.click('Requests/dea-search/Run');
  const { name } = (await page.ask('export_file', { what: 'report' })).value;
  assert.equal(await savedBy(page, name, () => page.click('Trail/Report')), await report(page));
});

// ---- Keeping ---------------------------------------------------------------------------------------

visitTest('work is back when the tab was closed', async (visit) => {
  const visitor = await visit.visitor();
  const page = await visitor.open('?scenario=levels');
  await work(page);
  const [steps, before] = [await commands(page), await report(page)];
  const other = await visitor.open(); // a browser without a tab would end
  await visit.leave(page);
  const again = await visitor.open();
  assert.equal(await commands(again), steps);
  assert.equal(await report(again), before);
  await visit.leave(other);
});

if (driver.keepsProfiles) {
  visitTest('work is back when the browser was closed', async (visit) => {
    const folder = driver.newProfileFolder();
    const first = await visit.visitorOf(folder);
    const page = await first.open('?scenario=levels');
    await work(page);
    const [steps, before] = [await commands(page), await report(page)];
    await first.close();
    const again = await (await visit.visitorOf(folder)).open();
    assert.equal(await commands(again), steps);
    assert.equal(await report(again), before);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
} else {
  // Under automation this browser forgets everything when it ends. The page then begins as for somebody new.
  visitTest('in a browser that has forgotten everything the page begins anew, and says nothing is kept', async (visit) => {
    const first = await visit.visitor();
    await work(await first.open('?scenario=levels'));
    await first.close();
    const page = await (await visit.visitor()).open('?scenario=levels#text-page');
    assert.equal(await commands(page), '');
    assert.equal(await page.dom.evaluate(() => document.querySelectorAll('.attempts > li').length), 0);
    assert.ok((await page.dom.locator('#work-keeping').textContent()).length > 0);
  });
}

// ---- The single file -------------------------------------------------------------------------------

visitTest('the single file, opened from the disk, holds a whole lesson, keeps it and hands it in', async (visit) => {
  const file = resolve(dist, 'need-to-know.html');
  assert.ok(readFileSync(file).length > 0);
  const visitor = await visit.visitor();
  const page = await visitor.openFile(file);
  await page.click('Welcome/levels/Begin');
  await page.until(() => page.has('Requests/Run all'));
  for (const line of key) await carryOut(page, line);
  const { goals } = JSON.parse(await report(page));
  assert.ok(goals.length > 0 && goals.every(({ met }) => met));
  await page.screenshot();

  const link = await copiedBy(page, () => pressWithKey(page, '#copy-link'));
  assert.ok(link.startsWith('file://') && link.includes('#work=1'), link);
  await jumpTo(page.dom, '#student');
  await page.dom.keyboard.type('R. Quill');
  const handedIn = JSON.parse(await savedBy(page, 'levels-submission.json', () => page.dom.keyboard.press('Enter')));
  assert.equal(handedIn.student, 'R. Quill');

  const again = await visitor.openFile(file);
  assert.equal(await commands(again), await commands(page));
});
