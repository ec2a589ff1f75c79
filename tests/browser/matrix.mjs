// The access matrix, the comparison and least privilege, worked as a student would: on the canvas, on the text page, by the
// keyboard, and with 500 users and 5,000 records.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { browserTest, commandLines, predictAll } from './harness.mjs';
import { accessibilityFindings } from './reading.mjs';
import { largeScenario } from './sample/large.mjs';

const levels = { path: '?scenario=levels' };
const openNotice = 'assign record container-notice level 1';

/** A test of what opens once all is predicted that the lesson wants predicted. */
const predicted = (name, options, body) =>
  browserTest(name, options, async (page) => {
    await predictAll(page);
    await body(page);
  });

/** What was told last, for who doesn't see the canvas. */
const isTold = (page, pattern) => page.reads('#said', pattern);
const view = (page, name) => page.choose('Header/Views', `Combo/${name}`);
const commands = async (page) =>
  commandLines((await page.ask('export_file', { what: 'commands' })).value.text).filter((line) => !line.startsWith('predict '));
const labels = async (page, window) => (await page.map()).widgets.filter(({ path }) => path.includes(window)).map(({ label }) => label);
const matrix = async (page) => (await page.ask('matrix_show')).value;

// ---- The canvas ----

predicted('the matrix is opened from agencies down to a cell, which leads to Why', levels, async (page) => {
  await view(page, 'Access matrix');
  await page.screenshot();
  await page.click('DEA, 2 users; Subject records, 5 records: 7 of 10 permitted');
  assert.equal((await labels(page, 'Block')).filter((label) => /: (permit|deny DA-5)$/.test(label)).length, 10);
  await page.click('Yusuf Demir, Inquiry: solvent orders of Tern Freight Brokers: deny DA-5');
  await page.screenshot();
  await page.click('Access matrix/Ask why');
  assert.deepEqual((await commands(page)).at(-1), 'run own-1');
  await page.see('Why/DA-5/Check');
});

predicted('an edit is tried, applied and undone, and the cells that it flips are marked each time', levels, async (page) => {
  await view(page, 'Access matrix');
  await page.choose('Access matrix/What if value', 'Level 1');
  await isTold(page, /^5 cells would be gained, 0 lost if this were assigned\.$/);
  assert.equal((await matrix(page)).flips, '5 cells would be gained, 0 lost if this were assigned.');
  await page.click('DEA, 2 users; Subject records, 5 records: 7 of 10 permitted');
  assert.equal((await labels(page, 'Block')).filter((label) => label.endsWith('(would be gained to permit)')).length, 2);
  assert.deepEqual(await commands(page), []);
  await page.click('Access matrix/Apply');
  assert.deepEqual(await commands(page), [openNotice]);
  assert.equal((await labels(page, 'Block')).filter((label) => label.endsWith('(gained: was deny DA-5)')).length, 2);
  await page.screenshot();
  await page.click('Header/Undo');
  assert.equal((await labels(page, 'Block')).filter((label) => label.includes('gained')).length, 0);
});

predicted('the matrix is worked by the keyboard: arrows, Enter, Escape', levels, async (page) => {
  await view(page, 'Access matrix');
  for (let i = 0; i < 8; i++) {
    await page.press('ArrowDown');
    if ((await page.find('Blocks/Cells')).focused) break;
  }
  assert.ok((await page.find('Blocks/Cells')).focused, 'arrows lead to the grid');
  for (let i = 0; i < 3; i++) await page.press('ArrowDown');
  await isTold(page, /^.+, \d users?; .+: (\d+ of \d+ permitted|nothing to decide)$/);
  await page.press('Enter');
  await isTold(page, /^.+, \d users?; .+, \d+ records?$/);
  await page.see('Access matrix/All agencies');
  for (let i = 0; i < 8 && !(await page.find('Block/Cells')).focused; i++) await page.press('ArrowDown');
  await page.press('ArrowRight');
  await page.press('ArrowRight');
  await page.press('ArrowDown');
  await isTold(page, /^.+, .+: (permit|deny [A-Z]+-\d+|not asked)$/);
  await page.press('Enter');
  await page.see('Access matrix/Ask why');
  await isTold(page, /\w\. .+\.$/);
  await page.press('Escape');
  assert.equal(await page.has('Access matrix/Ask why'), false);
  await page.press('Escape');
  assert.equal(await page.has('Access matrix/All agencies'), false);
  await page.press('Escape');
  await page.see('Requests/Run all');
});

predicted(
  'of a small world every cell stands below the summary, and leads to Why',
  { ...levels, viewport: { width: 1280, height: 1000 } },
  async (page) => {
    await view(page, 'Access matrix');
    assert.equal((await labels(page, 'Every cell')).filter((label) => /: (permit|deny DA-\d)$/.test(label)).length, 30);
    await page.click('Every cell/Yusuf Demir, Inquiry: solvent orders of Tern Freight Brokers: deny DA-5');
    await page.see('Access matrix/Ask why');
    const where = (await page.find('Every cell/Yusuf Demir, Inquiry: solvent orders of Tern Freight Brokers: deny DA-5')).rect;
    await page.press('Escape');
    assert.equal(await page.has('Access matrix/Ask why'), false);
    assert.deepEqual(
      (await page.find('Every cell/Yusuf Demir, Inquiry: solvent orders of Tern Freight Brokers: deny DA-5')).rect,
      where,
      'no cell moves',
    );
    await page.click('Every cell/Yusuf Demir, Inquiry: solvent orders of Tern Freight Brokers: deny DA-5');
    await page.click('Access matrix/Ask why');
    await page.see('Why/DA-5/Check');
  },
);

predicted('the columns are records, requests or functions', levels, async (page) => {
  await view(page, 'Access matrix');
  await page.click('Access matrix/Requests');
  await page.see(`DEA, 2 users; 9 requests: ${(await matrix(page)).agencies[3].blocks[0].words}`);
  await page.click('Access matrix/Functions');
  assert.ok((await labels(page, 'Blocks')).some((label) => /^DEA, 2 users; \d+ functions: /.test(label)));
});

predicted('an assignment is compared with the lesson as shipped and with a step of the history', levels, async (page) => {
  for (const command of [openNotice, 'assign record container-notice level 4']) await page.command(command);
  await view(page, 'Compare');
  await page.see('Compare/values 1');
  await page.see('Compare/cells 1');
  await page.screenshot();
  await page.choose('Compare/Against', 'Step 7');
  assert.equal(await page.has('Compare/values 1'), false, 'nothing differs from the last step');
  const [chooser] = await Promise.all([page.dom.waitForEvent('filechooser'), page.choose('Compare/Against', 'A file')]);
  await chooser.setFiles({ name: 'mine.txt', mimeType: 'text/plain', buffer: Buffer.from(openNotice) });
  await page.until(() => page.has('Compare/values 1'));
  assert.equal((await page.ask('findings', { which: 'compare' })).value.baseline, '“mine.txt”');
});

predicted('what is granted in excess is taken back by one press, and undone', levels, async (page) => {
  await page.command('assign record broker-inquiry level 1');
  await view(page, 'Least privilege');
  const before = (await page.ask('findings', { which: 'excess' })).value;
  assert.ok(before.parts[0].rows.length > 0);
  await page.screenshot();
  await page.click('Least privilege/Take back 1');
  assert.equal((await commands(page)).at(-1), before.parts[0].rows[0].command);
  assert.notEqual((await page.ask('findings', { which: 'excess' })).value.details, before.details);
  await page.click('Header/Undo');
  assert.equal((await page.ask('findings', { which: 'excess' })).value.details, before.details);
});

const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };
predicted('on a phone each view is opened from the menu and keeps within its width', { ...phone, ...levels }, async (page) => {
  await page.command(openNotice);
  for (const name of ['Access matrix', 'Compare', 'Least privilege']) {
    await page.tap('Header/Menu');
    await page.tap(`Popup/${name}`);
    const { widgets, windows } = await page.map();
    const outside = widgets.filter(({ path, rect }) => path[0] === name && (rect[0] < 0 || rect[2] > 390)).map(({ label }) => label);
    assert.deepEqual(outside, []);
    assert.deepEqual(
      windows.filter(({ path, scroll_max: most }) => path[0] === name && path.length === 1 && most[0] > 0),
      [],
    );
    await page.screenshot();
  }
});

predicted(
  'on a phone what is told of a cell stands whole within the window, and Back leads to the block',
  { ...phone, ...levels },
  async (page) => {
    await page.tap('Header/Menu');
    await page.tap('Popup/Access matrix');
    await page.tap('DEA, 2 users; Subject records, 5 records: 7 of 10 permitted');
    await page.tap('Yusuf Demir, Inquiry: solvent orders of Tern Freight Brokers: deny DA-5');
    assert.ok((await page.find('Access matrix/Ask why')).rect[3] <= 844);
    assert.equal(await page.has('Access matrix/What if value'), false);
    await page.tap('Access matrix/All agencies');
    assert.equal(await page.has('Access matrix/Ask why'), false);
    await page.see('Access matrix/What if value');
    await page.tap('Access matrix/All agencies');
    await page.see('DEA, 2 users; Subject records, 5 records: 7 of 10 permitted');
  },
);

// ---- The text page ----

const textPage = async (page) => {
  await page.dom.locator('#view').click();
  return page.dom;
};
const text = (dom, selector) => dom.locator(selector).textContent();

predicted('the text page has the same matrix as tables, by the keyboard alone', levels, async (page) => {
  const dom = await textPage(page);
  const press = async (selector) => {
    await dom.locator(selector).focus();
    await dom.keyboard.press('Enter');
  };
  await press('#matrix-show');
  assert.match(await text(dom, '#block-3-0'), /^7 of 10 permitted/);
  await dom.locator('#matrix-edit').selectOption(openNotice);
  await press('#matrix-try-out');
  assert.equal(await text(dom, '#said'), '5 cells would be gained, 0 lost if this were assigned.');
  assert.match(await text(dom, '#block-3-0'), /\+2/);
  await press('#block-3-0');
  assert.equal(await dom.evaluate(() => document.activeElement.id), 'matrix-block');
  assert.match(await text(dom, '#cell-5-0'), /^\+ .*deny DA-5 would be gained to permit/);
  await press('#cell-5-0');
  assert.match(await text(dom, '#matrix-cell'), /Yusuf Demir.*DA-5: /);
  await press('#matrix-apply');
  assert.deepEqual(await commands(page), [openNotice]);
  assert.match(await text(dom, '#cell-5-0'), /^\+ .*permit gained: was deny DA-5/);
  await press('#matrix-ask');
  assert.equal(await dom.evaluate(() => document.activeElement.id), 'why-title');
  assert.equal((await commands(page)).at(-1), 'run own-1');
  await press('#matrix-close');
  await dom.locator('#matrix-by-functions').check();
  assert.match(await text(dom, '#block-3-0'), /functions/);
});

predicted('the text page compares, with a kept attempt too, and takes a grant back', levels, async (page) => {
  const dom = await textPage(page);
  await page.command(openNotice);
  await dom.locator('#compare-show').click();
  assert.match(await text(dom, '#compare-summary'), /^1 value differs: 5 of 30 cells .* 2 of 9 requests/);
  await dom.locator('#attempt-new').click();
  await predictAll(page);
  if ((await dom.locator('#compare-show').getAttribute('aria-expanded')) === 'false') await dom.locator('#compare-show').click();
  await dom.locator('#compare-against').selectOption({ label: 'Attempt: Attempt 1' });
  await dom.locator('#compare-go').click();
  assert.match(await text(dom, '#compare-summary'), /^1 value differs: 5 of 30 cells/);
  assert.match(await text(dom, '#compare-now'), /^Compared with “Attempt 1”/);
  await page.command('assign record broker-inquiry level 1');
  await dom.locator('#excess-show').click();
  const before = await text(dom, '#excess-details');
  await dom.locator('#excess-revocable-0').click();
  assert.notEqual(await text(dom, '#excess-details'), before);
});

for (const [look, options] of Object.entries({ 'a wide page': {}, 'a phone at night': { ...phone, colorScheme: 'dark' } })) {
  browserTest(`axe finds nothing in the matrix, a comparison and least privilege on ${look}`, { ...levels, ...options }, async (page) => {
    const dom = page.dom;
    await dom.evaluate(() => {
      location.hash = '#text-page';
    });
    await predictAll(page);
    for (const command of [openNotice, 'assign record broker-inquiry level 1']) await page.command(command);
    for (const section of ['matrix', 'compare', 'excess']) await dom.locator(`#${section}-show`).click();
    await dom.locator('#block-3-0').click();
    await dom.locator('#cell-5-0').click();
    assert.deepEqual(await accessibilityFindings(dom), []);
    assert.ok(await dom.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'the page does not scroll sideways');
  });
}

// ---- On a later day ----

const agreements = { path: '?scenario=agreements' };

predicted('from the forecast the matrix of a later day is opened, and the cells that flip by then are marked', agreements, async (page) => {
  await view(page, 'Calendar');
  await page.click('Calendar/Forecast');
  await page.click('Forecast/Later');
  await page.click('Forecast/Access matrix then');
  const { day, days, flips, agencies } = await matrix(page);
  assert.equal(day, days[1].day);
  assert.match(flips, /^0 cells would be gained, [1-9]\d* lost from today to then, if nothing else changes\.$/);
  assert.ok(agencies.some(({ blocks }) => blocks.some(({ signs }) => /^−\d+$/.test(signs))));
  await page.screenshot();
  await page.choose('Access matrix/Day', `Combo/On ${days[0].day}`);
  assert.equal((await matrix(page)).day, days[0].day);
  await page.choose('Access matrix/Day', `Combo/On ${day}`);
  await page.click('Access matrix/Move the clock there');
  assert.equal((await page.ask('model')).value.clock.text.slice(0, 10), day);
  assert.equal(await page.has('Access matrix/Move the clock there'), false, 'it is that day');
});

predicted('on the text page the matrix is of the day that the forecast is at', { path: '?scenario=agreements#text-page' }, async (page) => {
  const { dom } = page;
  await dom.locator('#forecast-open').click();
  await dom.locator('#forecast-later').click();
  await dom.locator('#forecast-matrix').click();
  assert.equal(await dom.evaluate(() => document.activeElement.id), 'matrix-title');
  assert.match(await dom.locator('#matrix-flips').textContent(), /[1-9]\d* lost from today to then/);
  assert.deepEqual(await accessibilityFindings(dom, '#matrix'), []);
  const [today] = await dom.locator('#matrix-day option').allTextContents();
  await dom.locator('#matrix-day').selectOption(today);
  await dom.locator('#matrix-on-show').click();
  assert.equal(await dom.locator('#matrix-move').count(), 0);
  assert.equal(await dom.locator('#matrix-flips').textContent(), 'Nothing has been assigned yet.');
});

// ---- 500 users and 5,000 records ----

const largeFile = () => {
  const path = join(tmpdir(), `ntk-large-${process.pid}.json`);
  writeFileSync(path, largeScenario(500, 5000, 60));
  return path;
};

browserTest('at 500 by 5,000 the computation is seen and can be cancelled, and then nothing is drawn', async (page) => {
  const [chooser] = await Promise.all([page.dom.waitForEvent('filechooser'), page.click('Header/Open a file')]);
  await chooser.setFiles(largeFile());
  await page.until(async () => (await page.ask('model')).value.scenario?.id === 'large');
  await page.click('Header/Views');
  await page.crawl();
  // From here on by hand: the harness works through all frames at once, which is the whole computation.
  const { x, y } = await page.placeOf('Combo/Access matrix');
  await page.dom.mouse.move(x, y);
  await page.settle();
  await page.dom.mouse.click(x, y);
  const stopped = await page.ask('matrix_stop');
  assert.equal(stopped.value.stopped, true);
  assert.ok(stopped.value.per_cent < 100, `it was at ${stopped.value.per_cent} % already`);
  await page.see('Access matrix/Go on');
  await page.dom.mouse.move(5, 300);
  await page.comesToRest();
  await page.crawl(false);
  await page.click('Access matrix/Go on');
  await page.until(async () => !(await page.ask('matrix_step')).value.working);
  await page.see('Agency 0, 125 users; Subject records, 1000 records: ' + (await matrix(page)).agencies[0].blocks[0].words);
  await page.screenshot();
  await page.click('Agency 0, 125 users; Subject records, 1000 records: ' + (await matrix(page)).agencies[0].blocks[0].words);
  await page.screenshot();
  await page.dom.mouse.move(5, 300);
  await page.comesToRest();
  await page.click('Header/Views');
  await page.click('Combo/Least privilege');
  await page.crawl();
  await page.click('Least privilege/Work it out');
  assert.match((await page.ask('findings', { which: 'excess' })).value.progress, /^Working it out: \d+ %$/);
  await page.click('Least privilege/Cancel');
  await page.see('Least privilege/Work it out');
  await page.crawl(false);
  await page.dom.locator('#compare-show').click();
  await page.dom.locator('#compare-ask').click();
  await page.dom.locator('#compare-summary').waitFor();
  assert.match(await page.dom.locator('#said').textContent(), /^The same: none of 2500000 cells/);
});
