// Lesson 1 worked to its end in both views, and by the keyboard.

import assert from 'node:assert/strict';

import { commandsOfKey } from '../browser/harness.mjs';
import { carryOut } from '../browser/lesson.mjs';
import { accessibilityFindings, pressBy, tabTo } from '../browser/reading.mjs';
import { carryOutByKeys } from './keys.mjs';
import { commands, report, said, visitTest } from './visit.mjs';

const key = commandsOfKey('levels');
const focused = (page) => page.dom.evaluate(() => document.activeElement.id);

async function unmetGoals(page) {
  const { goals } = JSON.parse(await report(page));
  assert.ok(goals.length > 0);
  return goals.filter(({ met }) => !met).map(({ id }) => id);
}

visitTest('lesson 1 is solved on the panels by the mouse, and they are really drawn', async (visit) => {
  const page = await (await visit.visitor()).open('?scenario=levels');
  for (const line of key) await carryOut(page, line);
  assert.deepEqual(await unmetGoals(page), []);
  for (const { id } of JSON.parse(await report(page)).goals) await page.see(`Brief/Goal ${id} met`);
  await page.screenshot();
});

visitTest('lesson 1 is solved on the text page by the keyboard alone', async (visit) => {
  const page = await (await visit.visitor()).open('#text-page');
  const { dom } = page;
  await pressBy(dom, '#open_levels');
  await page.until(async () => (await focused(page)) === 'page-title');
  for (const line of key) await carryOutByKeys(dom, line);
  assert.deepEqual(await unmetGoals(page), []);
  const shown = await dom.evaluate(() => [...document.querySelectorAll('.goal .goal-state > .badge')].map((badge) => badge.className));
  assert.ok(shown.length > 0 && shown.every((each) => each.includes('is-permit')), shown.join());

  const denied = JSON.parse(await report(page)).decisions.find(({ outcome }) => outcome === 'denied' || outcome === 'deny');
  await pressBy(dom, `#why_${denied.request}`);
  assert.equal(await focused(page), 'why-title');
  const why = await dom.locator('#why').textContent();
  assert.ok(why.includes((await page.ask('model')).value.why.outcome), why);
});

visitTest('the first Tab leads past the panels to the text page', async (visit) => {
  const { dom } = await (await visit.visitor()).open('?scenario=levels');
  await tabTo(dom, '.skip-link');
  await dom.keyboard.press('Enter');
  await dom.waitForFunction(() => document.activeElement.id === 'text-page');
});

visitTest('the panels are worked by digits, arrows and the space bar', async (visit) => {
  const page = await (await visit.visitor()).open('?scenario=levels');
  await tabTo(page.dom, '#canvas');
  await page.press('2');
  for (let presses = 0; presses < 12 && (await commands(page)) === ''; presses++) {
    await page.press('ArrowDown');
    await page.press('Space');
  }
  assert.match(await commands(page), /^assign record container-notice/);
  await page.press('ControlOrMeta+z');
  assert.equal(await commands(page), '');
});

visitTest('the panels leave Tab to the browser', async (visit) => {
  const page = await (await visit.visitor()).open('?scenario=levels');
  await tabTo(page.dom, '#canvas');
  await page.press('Tab');
  assert.ok(await page.dom.evaluate(() => document.getElementById('text-page').contains(document.activeElement)));
});

for (const [view, path] of [
  ['panels', '?scenario=levels'],
  ['text page', '?scenario=levels#text-page'],
]) {
  visitTest(`Ctrl+K opens the palette over the ${view}, and Enter does what is chosen`, async (visit) => {
    const page = await (await visit.visitor()).open(path);
    if (view === 'panels') await tabTo(page.dom, '#canvas');
    await page.palette('dea-search');
    const place = () =>
      view === 'panels'
        ? page.has('Requests/dea-search/Run')
        : page.dom.evaluate(() => document.activeElement.id === 'request_dea-search_title');
    await page.until(place);
    await page.dom.keyboard.press('ControlOrMeta+k');
    await page.dom.waitForFunction(() => document.activeElement.id === 'palette-input');
    await page.dom.keyboard.press('Escape');
    await page.dom.waitForFunction(() => !document.getElementById('palette'));
  });
}

visitTest('a text field on the panels takes what is typed', async (visit) => {
  const page = await (await visit.visitor()).open('?scenario=levels');
  await page.click('Requests/dea-search/Run');
  await page.fill('Trail/Filter', 'Demir');
  assert.ok((await page.map()).widgets.some(({ path, label }) => path[0] === 'Trail' && label.includes('Event 1')));
  await page.fill('Trail/Filter', 'zebra');
  assert.ok(!(await page.map()).widgets.some(({ path, label }) => path[0] === 'Trail' && label.includes('Event 1')));
});

visitTest('the live region says how a run ended', async (visit) => {
  const page = await (await visit.visitor()).open('?scenario=levels#text-page');
  await pressBy(page.dom, '#run_dea-search');
  const [{ request, outcome }] = JSON.parse(await report(page)).decisions;
  assert.equal(request, 'dea-search');
  assert.ok((await said(page)).toLowerCase().includes(outcome === 'permit' ? 'permitted' : outcome), `${outcome}: ${await said(page)}`);
});

visitTest('axe finds nothing on the text page', async (visit) => {
  const page = await (await visit.visitor()).open('?scenario=levels#text-page');
  await page.command('run dea-search');
  await page.dom.waitForFunction(() => document.getElementById('why_dea-search') !== null);
  assert.deepEqual(await accessibilityFindings(page.dom), []);
});
