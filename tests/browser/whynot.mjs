// What would change a decision, asked as a student would: at the panels and on the text page, with the mouse and by the
// keyboard alone; and the path of a request, with the link that broke.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import { browserTest, commandsOfKey } from './harness.mjs';
import { findingsInAllColours, pressBy } from './reading.mjs';

const predictions = commandsOfKey('levels').filter((line) => line.startsWith('predict '));

const model = async (page) => (await page.ask('model')).value;
const said = (page) => page.dom.locator('#said').textContent();
const focused = (page) => page.dom.evaluate(() => document.activeElement.id);

/** The first lesson predicted and run; Why explains the request. */
async function runAll(page, request = 'ice-notice') {
  for (const each of [...predictions, 'run all', `run ${request}`]) assert.ok((await page.command(each)).ok, each);
  await page.settle();
}

const searched = (page) => page.until(async () => (await model(page)).inquiry?.searching === false);

/**
 * The lesson as one in which the search takes a while: Vale is found in many records, of which one is withheld, and any of
 * a dozen memos that nobody has signed could be completed to show it.
 */
function longer(lesson) {
  const [memo] = lesson.owner_memos;
  const notice = lesson.records.find(({ id }) => id === 'yard-notice');
  const memos = Array.from({ length: 12 }, (_, i) => ({ ...memo, id: `memo-${i}` }));
  lesson.id = 'long';
  lesson.agreements[0].term = { first: '2015-01-01' };
  lesson.users[0].investigation.completed = '2014-03-03';
  lesson.owner_memos = memos;
  lesson.records.push(...Array.from({ length: 50 }, (_, i) => ({ ...notice, id: `notice-${i}`, title: `Notice ${i}` })));
  lesson.assignable = [
    { record: 'harbour-report', field: 'designation' },
    ...memos.flatMap(({ id }) => ['term', 'categories', 'levels', 'anaci'].map((field) => ({ owner_memo: id, field }))),
  ];
  Object.assign(lesson, { goals: [], predictions: [], hints: [] });
  return lesson;
}

/** Opens it, and has Why explain the search. */
async function openLong(page) {
  const lesson = JSON.parse(readFileSync('tests/web/every-field.json', 'utf8'));
  assert.ok((await page.ask('load', { file_name: 'long.json', scenario: JSON.stringify(longer(lesson)) })).ok, 'the long lesson is sound');
  assert.ok((await page.command('run search-vale')).ok);
  assert.ok((await model(page)).why.hits.some(({ record, withheld }) => record === 'harbour-report' && withheld));
  await page.settle();
  await page.crawl();
}

// ---- The panels ------------------------------------------------------------------------------------

browserTest(
  'at the panels a set is found, applied by one click, permits the request, and is taken back by one',
  { path: '?scenario=levels' },
  async (page) => {
    await runAll(page);
    assert.equal((await model(page)).why.permitted, false);
    const before = (await page.ask('export_file', { what: 'commands' })).value.text;
    await page.click('Why/What would change it?');
    await searched(page);
    assert.match((await page.all('Why/Set 1/Apply')).length.toString(), /^1$/);
    await page.reads('#said', /sets? of edits that you may make would permit it\./);
    await page.click('Why/Set 1/Apply');
    await page.reads('#said', /^\d edits? applied\./);
    assert.notEqual((await page.ask('export_file', { what: 'commands' })).value.text, before);
    await page.click('Why/Run it again');
    assert.equal((await model(page)).why.permitted, true);
    await page.see('Why/Outcome: Permitted');
    await page.click('Why/Set 1/Take back');
    await page.reads('#said', /^Taken back/);
    assert.equal((await page.ask('export_file', { what: 'commands' })).value.text, before);
    await page.see('Why/Set 1/Apply');
  },
);

browserTest('at the panels the path shows the link that broke, with its rule', { path: '?scenario=levels' }, async (page) => {
  await runAll(page);
  const stations = ['Account: holds', 'Level: broken: DA-5', 'Record: not asked'];
  for (const each of stations) await page.see(`Why/Path/${each}`);
  const [brief] = await page.all('Why/Path/Level: broken: DA-5');
  await page.click('Why/Path');
  for (const each of stations) await page.see(`Why/Path/${each}`);
  const [full] = await page.all('Why/Path/Level: broken: DA-5');
  assert.notDeepEqual(full.rect, brief.rect, 'it opens to boxes with their facts');
});

browserTest('at the panels it is asked what would show a record that was withheld', { path: '?scenario=levels' }, async (page) => {
  await runAll(page, 'dea-search');
  const hit = (await model(page)).why.hits.find(({ withheld }) => withheld);
  await page.click(`Why/${hit.record}/What would show it?`);
  await searched(page);
  assert.equal((await model(page)).inquiry.record, hit.record);
});

browserTest('at the panels a long search says how far it is, is cancelled, and then nothing is drawn any more', async (page) => {
  await openLong(page);
  await page.click('Why/harbour-report/What would show it?');
  assert.equal((await model(page)).inquiry.searching, true);
  assert.match((await model(page)).inquiry.summary, /^Searching: \d+ sets? tried, \d+ sets? of \d+ changes? to go; \d+ found so far\.$/);
  await page.click('Why/Cancel');
  await page.until(async () => !(await model(page)).inquiry.searching);
  assert.match((await model(page)).inquiry.summary, /^The search was cancelled after \d+ sets: \d+ found\.$/);
  await page.comesToRest();
  await page.see('Why/Search again');
});

browserTest('the panels’ answer is outdated by a change, and is searched again', { path: '?scenario=levels' }, async (page) => {
  await runAll(page);
  await page.click('Why/What would change it?');
  await searched(page);
  await page.command('assign record container-notice level 1');
  assert.equal(await page.has('Why/Set 1/Apply'), false);
  await page.click('Why/Search again');
  await searched(page);
  await page.see('Why/Set 1/Apply');
});

// ---- The text page ---------------------------------------------------------------------------------

const alone = { path: '?scenario=levels#text-page' };

browserTest('on the text page, by the keyboard alone: asked, applied, run, permitted, taken back', alone, async (page) => {
  await runAll(page);
  const before = (await page.ask('export_file', { what: 'commands' })).value.text;
  await pressBy(page.dom, '#inquire');
  await page.until(async () => /^\d+ sets? of edits that you may make would permit it\./.test(await said(page)));
  assert.equal(await focused(page), 'inquiry-title');
  await pressBy(page.dom, '#set-apply-0');
  assert.equal(await focused(page), 'set-back');
  assert.match(await said(page), /^\d edits? applied\./);
  await pressBy(page.dom, '#inquiry-run');
  assert.match(await said(page), /: permitted\./);
  assert.match(await page.dom.locator('#why .verdict').textContent(), /Permitted/);
  await pressBy(page.dom, '#set-back');
  assert.match(await said(page), /^Taken back/);
  assert.equal(await focused(page), 'set-apply-0');
  assert.equal((await page.ask('export_file', { what: 'commands' })).value.text, before);
});

browserTest('on the text page the path is a list of stations with words for each link', alone, async (page) => {
  await runAll(page);
  const stations = await page.dom.locator('#why-path > li').allTextContents();
  assert.equal(stations.length, 6);
  assert.equal(stations.filter((each) => /Broken: DA-5/.test(each)).length, 1);
  assert.match(stations[3], /Broken: DA-5.*Level.*Level 3: open to/s);
});

browserTest('on the text page a record that was withheld is asked about, and the answer stands at the top', alone, async (page) => {
  await runAll(page, 'dea-search');
  const hit = (await model(page)).why.hits.find(({ withheld }) => withheld);
  await pressBy(page.dom, `#inquire-${hit.record}`);
  await page.until(async () => /show the record/.test(await said(page)));
  assert.equal(await focused(page), 'inquiry-title');
  assert.match(await page.dom.locator('#inquiry').textContent(), new RegExp(`What would show “${hit.title}”`));
});

browserTest('on the text page a long search is cancelled by the keyboard, and says so', { path: '#text-page' }, async (page) => {
  await openLong(page);
  await pressBy(page.dom, 'a[href="#why"]');
  await pressBy(page.dom, '#inquire-harbour-report');
  await pressBy(page.dom, '#inquiry-cancel');
  assert.match(await said(page), /^The search was cancelled after \d+ sets: \d+ found\.$/);
  assert.equal(await focused(page), 'inquiry-title');
  await pressBy(page.dom, '#inquire-again');
  await page.dom.locator('#inquiry-cancel').waitFor();
  await pressBy(page.dom, '#inquiry-cancel');
});

browserTest(
  'where there is no set the text page says who could, by which rule and page',
  { path: '?scenario=working-day#text-page' },
  async (page) => {
    for (const each of (await model(page)).requests) await page.command(`predict ${each.id} permit`);
    await page.command('run all');
    await page.command('run lund-notice');
    await pressBy(page.dom, '#inquire');
    await page.until(async () => /^No set of edits/.test(await said(page)));
    assert.match(await page.dom.locator('#inquiry-powers').textContent(), /AC-5.*P4-5, P30/s);
  },
);

browserTest('both views show the same answer, whichever asked', { path: '?scenario=levels' }, async (page) => {
  await runAll(page);
  await page.click('Why/What would change it?');
  await searched(page);
  await page.dom.locator('#inquiry-title').waitFor();
  await page.dom.locator('#set-apply-0').click();
  await page.see('Why/Set 1/Take back');
});

for (const [look, options] of Object.entries({
  'a wide page': {},
  'a phone': { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true },
})) {
  browserTest(
    `axe finds nothing in a path and an answer on ${look}, in light, dark and high contrast`,
    { ...alone, ...options },
    async (page) => {
      await runAll(page, 'dea-search');
      await page.dom.locator('#inquire').click();
      await page.until(async () => /sets? of edits/.test(await said(page)));
      for (const request of ['ice-notice', 'colleague-inquiry']) {
        await page.command(`run ${request}`);
        await page.dom.locator('#inquire').click();
        await page.until(async () => /sets? of edits/.test(await said(page)));
        await page.dom.locator('#set-apply-0').click();
        assert.deepEqual(await findingsInAllColours(page.dom), []);
        await page.dom.locator('#set-back').click();
      }
      assert.equal(await page.dom.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
    },
  );
}
