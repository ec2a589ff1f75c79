// The text page: the whole job by the keyboard alone, with and without what the panels need, and for who does not see it.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { dist } from './harness.mjs';
import { textTest } from './reader.mjs';
import { accessibilityFindings, findingsInAllColours } from './reading.mjs';

const everyField = resolve('tests/web/every-field.json');
const office = resolve('tests/session/office.json');

const withoutWebAssembly = (dom) =>
  dom.addInitScript(() => {
    delete globalThis.WebAssembly;
  });
const withoutWebGL = (dom) =>
  dom.addInitScript(() => {
    const { getContext } = HTMLCanvasElement.prototype;
    /** @type {any} */ (HTMLCanvasElement.prototype).getContext = function (kind, ...options) {
      return kind.startsWith('webgl') ? null : getContext.call(this, kind, ...options);
    };
  });

// ---- The whole job ---------------------------------------------------------------------------------

async function chooseLesson(reader) {
  await reader.press('#open_levels');
  await reader.dom.waitForFunction(() => document.activeElement.id === 'page-title');
  assert.match(await reader.said(), /^Loaded: /);
  assert.equal(await reader.dom.locator('h1:visible').first().textContent(), await reader.dom.locator('#page-title').textContent());
  assert.match(reader.dom.url(), /\?scenario=levels$|^file:/);
}

async function assignOneOfEachKind(reader) {
  const { dom } = reader;
  const key = (name) => dom.keyboard.press(name);
  await reader.goTo('assign');

  await reader.tabTo('[name="record_harbour-report_level"]');
  await key('ArrowUp');
  assert.match(await reader.said(), /Harbour report.*: Level 3\./);
  assert.match(await reader.focused(), /^record_harbour-report_level/, 'the focus stays on the control');

  await reader.type('#record_harbour-report_designation_agency', 'Federal');
  await reader.type('#record_harbour-report_designation_user', 'Ana');
  await reader.press('#record_harbour-report_designation_assign');
  await dom.getByRole('button', { name: /^Remove .*Ortega/ }).waitFor();

  await reader.tabTo('[name="user_ortega_investigation"]');
  await reader.type('#user_ortega_investigation_completed', '03022015');
  await reader.type('#user_ortega_investigation_adjudication', 'Fav');
  await reader.press('#user_ortega_investigation_assign');
  assert.match(await reader.said(), /BI.*2 March 2015/);

  await reader.press('#user_ortega_functions input[value="printing"]', 'Space');
  assert.match(await reader.said(), /Printing|printing/);

  await reader.tabTo('[name="agreement_moa-fbi_term"]');
  await key('ArrowDown');
  await reader.press('#agreement_moa-fbi_term_assign');
  assert.match(await reader.said(), /^Couldn’t do that: the term has no first day/);
  assert.equal(await reader.focused(), 'agreement_moa-fbi_term_first', 'the focus goes to what is missing');
  await reader.type('#agreement_moa-fbi_term_first', '01012016');
  await reader.type('#agreement_moa-fbi_term_last', '12312016');
  await reader.press('#agreement_moa-fbi_term_assign');
  assert.match(await reader.said(), /1 January 2016 to 31 December 2016/);

  await reader.press('#agreement_moa-fbi_categories input[value="moir"]', 'Space');
  await reader.press('#agreement_moa-fbi_functions input[value="printing"]', 'Space');

  await reader.tabTo('[name="owner_memo_memo-dea-fbi_term"]');
  await key('ArrowDown');
  await reader.type('#owner_memo_memo-dea-fbi_term_first', '01012016');
  await reader.press('#owner_memo_memo-dea-fbi_term_assign');
  await reader.press('#owner_memo_memo-dea-fbi_categories input[value="subject"]', 'Space');
  await reader.press('#owner_memo_memo-dea-fbi_levels input[value="3"]', 'Space');
  await reader.tabTo('[name="owner_memo_memo-dea-fbi_access"]');
  await key('ArrowDown');
  await reader.tabTo('[name="owner_memo_memo-dea-fbi_anaci"]');
  await key('ArrowDown');
  assert.equal((await dom.locator('#assign .locked').count()) > 0, true, 'what is locked says so');
}

async function predictAndRun(reader) {
  const { dom } = reader;
  await reader.goTo('requests');
  await reader.press('#run-all');
  assert.equal(await reader.said(), 'Predict 1 request before you run it.');
  assert.equal(await reader.focused(), 'predict_display-report_permit', 'it leads there');

  await reader.press('[name="predict_display-report"]', 'Space');
  await reader.press('#predict_display-report_button');
  assert.match(await reader.said(), /predicted to be permitted\.$/);

  await reader.press('#run-all');
  assert.match(
    await reader.said(),
    /^2 requests run: 2 permitted, 0 denied\. Goals met: Ortega can read the harbour report; .*\. 2 of 2 goals met\.$/,
  );
  assert.equal(await reader.focused(), 'run-all', 'the focus stays on the button');
  assert.match(await dom.locator('#request_display-report').textContent(), /Right.*You predicted: permitted\./s);
  assert.match(await dom.locator('#request_search-vale').textContent(), /Permitted, 1 withheld/);
}

async function readWhy(reader) {
  await reader.press('#why_search-vale');
  assert.equal(await reader.focused(), 'why-title');
  const heading = (name, level) => reader.section('why').getByRole('heading', { name, level, exact: true }).count();
  assert.equal(await heading('Why: request 2', 2), 1);
  assert.equal(await heading('What Ana Ortega sees', 3), 1);
  assert.equal(await heading('What the trail records', 3), 1);
  const words = await reader.section('why').textContent();
  assert.match(words, /Sealed file.*withheld: DA-6, DA-7/);
  assert.match(words, /Simulator’s reading: /);
  assert.match(words, /P6 note 15/);
  for (const verdict of ['Passes', 'Fails', 'Not applicable']) assert.match(words, new RegExp(verdict));
}

async function sortAndFilterTrail(reader) {
  const { dom } = reader;
  const rows = () => dom.locator('#trail tbody tr').count();
  await reader.goTo('trail');
  assert.equal(await rows(), 2);
  await reader.type('#trail-filter', 'withheld sealed');
  assert.equal(await rows(), 1);
  assert.equal(await reader.focused(), 'trail-filter', 'the focus stays in the field');
  await dom.keyboard.press('Control+a');
  await dom.keyboard.type('nobody');
  assert.match(await reader.section('trail').textContent(), /No event has these words in it/);
  await reader.press('#trail-clear');
  assert.equal(await rows(), 2);

  await reader.press('#sort-sequence');
  assert.equal(await dom.locator('#trail th[aria-sort]').getAttribute('aria-sort'), 'descending');
  assert.equal(await dom.locator('#trail tbody th').first().textContent(), '2');
  assert.equal(await reader.focused(), 'sort-sequence');
  await reader.press('#explain-1');
  assert.match(await dom.locator('#why-title').textContent(), /request 1/);
}

async function undoAndRedo(reader) {
  const { dom } = reader;
  const run = () => dom.locator('nav a[href="#requests"] + .count').textContent();
  await reader.press('#undo');
  assert.match(await reader.said(), /^Undone: /);
  assert.match(await run(), /0 of 2 run/);
  await reader.press('#redo');
  assert.match(await reader.said(), /^Redone: /);
  assert.match(await run(), /2 of 2 run/);
  await reader.press('#redo');
  assert.match(await reader.said(), /^Couldn’t do that: there is nothing to redo/);
  assert.equal(await reader.focused(), 'redo', 'a button that has nothing left to do keeps the focus');
  await dom.keyboard.press('Control+z');
  assert.match(await run(), /0 of 2 run/);
  await dom.keyboard.press('Control+Shift+z');
  assert.match(await run(), /2 of 2 run/);
}

async function askOwnRequest(reader) {
  await reader.goTo('ask');
  await reader.type('#ask-user', 'Tom');
  await reader.type('#ask-operation', 'Display');
  await reader.type('#ask-record', 'Yard');
  await reader.type('#ask-purpose', 'curiosity');
  await reader.tabTo('#ask-place');
  await reader.dom.keyboard.press('Control+a');
  await reader.dom.keyboard.type('Desk "7", Port Ellery');
  await reader.press('#ask-run');
  assert.match(await reader.said(), /^Request 3, .*: denied, DA-9\./);
  assert.match(await reader.dom.locator('#request_own-1').textContent(), /Desk "7", Port Ellery/);
}

async function openBrokenFile(reader) {
  const before = await reader.report();
  await reader.openFile({
    name: 'broken.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{\n  "format": 1,\n  "id": "Broken!"\n}\n'),
  });
  assert.equal(await reader.focused(), 'diagnostics-title');
  assert.match(await reader.said(), /^Couldn’t do that: broken\.json was not loaded: .*the work at hand is kept/);
  const words = await reader.section('diagnostics').textContent();
  assert.match(words, /broken\.json was not loaded.*Broken!.*Line 3, column 9 · /s);
  assert.match(words, /3 \| {3}"id": "Broken!"/);
  assert.deepEqual(await reader.report(), before, 'the work is kept');
  await reader.press('#dismiss');
  assert.equal(await reader.section('diagnostics').count(), 0);
}

async function wholeJob(reader) {
  await chooseLesson(reader);
  await reader.openFile(everyField);
  await assignOneOfEachKind(reader);
  await predictAndRun(reader);
  await readWhy(reader);
  await sortAndFilterTrail(reader);
  await undoAndRedo(reader);
  await askOwnRequest(reader);
  await openBrokenFile(reader);
  const report = await reader.report();
  assert.equal(report.scenario.id ?? report.scenario, 'every-field');
}

textTest('a student does the whole job on the text page by the keyboard alone', wholeJob);

textTest('without WebGL 2 the text page still does the whole job', { before: withoutWebGL, jumps: true }, async (reader) => {
  await reader.dom.locator('#no-webgl').waitFor();
  await wholeJob(reader);
});

textTest('without WebAssembly the text page still does the whole job', { before: withoutWebAssembly, jumps: true }, async (reader) => {
  await reader.dom.locator('#no-webassembly').waitFor();
  await wholeJob(reader);
});

textTest('the single file does the whole job from a disk', { file: resolve(`${dist}/need-to-know.html`), jumps: true }, wholeJob);

// ---- One session, two views ------------------------------------------------------------------------

textTest('what is done on the text page is there on the canvas, and the other way round', { path: '?scenario=levels' }, async (reader) => {
  const { page, dom } = reader;
  const count = () => dom.locator('nav a[href="#requests"] + .count').textContent();
  await reader.press('#container-notice, [name="record_container-notice_level"]', 'ArrowUp');
  const assigned = await dom.locator('#undo').textContent();
  await page.settle();
  await page.dom.keyboard.press('Shift+Tab');

  await page.click('Undo');
  await page.until(async () => /level/.test(await dom.locator('#redo').textContent()));
  assert.doesNotMatch(await dom.locator('#undo').textContent(), /level/, `${assigned} is undone`);
  await page.click('Redo');
  await page.until(async () => (await dom.locator('#undo').textContent()) === assigned);
  assert.match(await count(), /0 of 9 run/);
});

textTest('the text page stands alone or below the panels, as the user chose', async (reader) => {
  const { dom } = reader;
  const shown = () => dom.locator('#canvas').isVisible();
  assert.ok(await shown());
  await dom.keyboard.press('Tab');
  await dom.keyboard.press('Enter');
  await reader.page.until(async () => !(await shown()));
  assert.equal(await reader.focused(), 'text-page', 'the skip link leads there');

  await dom.reload();
  await reader.page.ready();
  assert.ok(!(await shown()), 'the choice is kept');
  await reader.press('#view');
  assert.ok(await shown());
  assert.equal(await reader.focused(), 'canvas');
  await reader.page.screenshot();
});

textTest(
  'a browser that keeps no settings loses nothing else',
  {
    before: (dom) =>
      dom.addInitScript(() => {
        Object.defineProperty(window, 'localStorage', {
          get() {
            throw new DOMException('refused', 'SecurityError');
          },
        });
      }),
  },
  async (reader) => {
    await chooseLesson(reader);
    await reader.dom.locator('#theme').selectOption('dark');
    assert.equal(await reader.dom.evaluate(() => document.documentElement.dataset.theme), 'dark');
  },
);

textTest('after an undo every list shows again what the session says', async (reader) => {
  const { dom } = reader;
  await reader.openFile(everyField);
  const list = dom.locator('select[id*="adjudication"]').first();
  const before = await list.inputValue();
  const other = await list.evaluate((select) => [...select.options].find((each) => each.value !== select.value && each.value).value);
  await list.selectOption(other);
  const form = dom.locator('form', { has: list });
  await form.getByRole('button').first().click();
  assert.equal(await list.inputValue(), other);
  assert.match(await reader.said(), /Investigation/);
  await dom.locator('#undo').click();
  assert.equal(await list.inputValue(), before);
});

// ---- Lessons and files -----------------------------------------------------------------------------

textTest(
  'the address opens a lesson, and tells which are there when it names none of them',
  { path: '?scenario=agreements' },
  async (reader) => {
    assert.match(await reader.dom.locator('#page-title').textContent(), /[Aa]greements/);
    assert.match(await reader.dom.title(), /greements.* – Need to Know$/);
    await reader.dom.goto(`${reader.page.address}?scenario=nowhere`);
    await reader.page.ready();
    assert.match(await reader.said(), /^Couldn’t do that: no lesson has the id `nowhere`/);
    assert.ok((await reader.dom.locator('#choice button').count()) >= 3);
  },
);

textTest('a scenario dropped on the page is opened, whatever its bytes are', async (reader) => {
  const { dom } = reader;
  const drop = (name, bytes) =>
    dom.evaluate(
      ([name, bytes]) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([new Uint8Array(bytes)], name));
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
      },
      [name, [...bytes]],
    );
  await drop('every-field.json', readFileSync(everyField));
  await dom.locator('#requests').waitFor();
  await drop('latin.json', Buffer.from([0x7b, 0x22, 0xe9, 0x22, 0x3a, 0x31, 0x7d]));
  await dom.locator('#diagnostics', { hasText: 'UTF-8' }).waitFor();
  assert.match(await reader.section('diagnostics').textContent(), /UTF-8/);
  assert.equal(await dom.locator('#requests').count(), 1, 'the work at hand stays');
});

textTest('a file that is loaded with notes says so, and stands in nobody’s way', async (reader) => {
  const { dom } = reader;
  await reader.openFile(everyField);
  assert.match(await reader.said(), /The file has 2 notes\.$/);
  assert.equal(await dom.locator('#diagnostics-title').textContent(), 'every-field.json was loaded with 2 notes');
  assert.equal(await dom.locator('#diagnostics ol').isVisible(), false);
  await reader.press('#diagnostics-items > summary');
  assert.match(await reader.section('diagnostics').textContent(), /Note.*Purpose `curiosity`.*Line 15, column 13 · unused/s);
  await reader.press('#dismiss');
  assert.equal(await reader.section('diagnostics').count(), 0);
  assert.equal(await reader.focused(), 'page-title');
});

textTest('a file that is opened takes the place of the lesson in the address', { path: '?scenario=levels' }, async (reader) => {
  await reader.press('#choice-details summary');
  await reader.openFile(everyField);
  assert.doesNotMatch(reader.dom.url(), /scenario=/);
});

textTest('markup in a scenario is shown as it is written', async (reader) => {
  await reader.openFile(everyField);
  assert.match(await reader.section('record_harbour-report').textContent(), /three boats, <b>no<\/b> lights/);
});

textTest('the trail is paged, and its pages are reached by the keyboard', async (reader) => {
  const { dom } = reader;
  await reader.openFile(everyField);
  await reader.press('[name="predict_display-report"]', 'Space');
  await reader.press('#predict_display-report_button');
  await reader.tabTo('#run-all');
  for (let i = 0; i < 60; ++i) await dom.keyboard.press('Enter');
  const count = () => dom.locator('#trail-count').textContent();
  assert.equal(await count(), '120 events, 1 to 50 shown');
  await reader.press('#trail-next');
  assert.equal(await count(), '120 events, 51 to 100 shown');
  await reader.press('#trail-last');
  assert.equal(await count(), '120 events, 101 to 120 shown');
  await dom.keyboard.press('Enter');
  assert.match(await reader.said(), /no more pages/);
  assert.equal(await reader.focused(), 'trail-last');
  await reader.press('#explain-120');
  assert.match(await dom.locator('#why-title').textContent(), /request 2/);
  const [download] = await Promise.all([dom.waitForEvent('download'), dom.locator('#export-events').click()]);
  assert.equal(download.suggestedFilename(), 'every-field-trail.jsonl');
  assert.equal(
    readFileSync(await download.path(), 'utf8')
      .trim()
      .split('\n').length,
    120,
  );
});

// ---- The calendar ----

textTest(
  'by the calendar the clock is moved to the day on which something lapses, and that is undone',
  { path: '?scenario=investigations' },
  async (reader) => {
    const { dom } = reader;
    const clock = () => dom.locator('#calendar-clock').textContent();
    await reader.goTo('calendar');
    assert.equal(await clock(), 'It is 11 August 2016, 08:00.');
    assert.match(await dom.locator('#day-2016-08-12').textContent(), /12 August 2016, tomorrow.*Lapses.*AC-3/);
    await reader.press('#clock-to-2016-08-12');
    assert.match(await reader.said(), /^It is now 12 August 2016, 08:00\./);
    assert.equal(await reader.focused(), 'calendar-changes', 'the button is gone, the focus is not');
    assert.equal(await clock(), 'It is 12 August 2016, 08:00.');
    assert.equal(await dom.locator('#day-2016-08-12').count(), 0);
    await reader.press('#undo');
    assert.match(await reader.said(), /^Undone: /);
    assert.equal(await dom.locator('#clock-to-2016-08-12').count(), 1);
  },
);

textTest('the calendar says what would cause a notice and a form, and shows them once there are any', async (reader) => {
  const { dom } = reader;
  await reader.openFile(office);
  assert.match(await reader.section('calendar').textContent(), /No notice has been sent\..*No disclosure has been recorded\./);
  await reader.press('#run_look');
  await reader.press('#run_open-person');
  const row = (part) => dom.getByRole('region', { name: part }).locator('tbody tr').first().textContent();
  assert.match(await row('1 notice'), /Query hit.*event 1.*Immigration and Customs Enforcement.*Lookout of ICE/);
  assert.match(await row('1 form'), /Person report.*event 2.*Noor Haddad.*Outside the Department.*Recorded by the platform/);
});

textTest(
  'axe finds nothing in a full calendar, and the page does not scroll sideways for it',
  {
    viewport: { width: 320, height: 640 },
  },
  async (reader) => {
    await reader.openFile(office);
    await reader.dom.locator('#run-all').click();
    assert.equal(await reader.dom.locator('#calendar .empty').count(), 0);
    assert.deepEqual(await accessibilityFindings(reader.dom), []);
    assert.equal(await sideways(reader.dom), 0);
  },
);

// ---- The catalogue ----

textTest('the catalogue is opened, searched and closed by the keyboard', { path: '?scenario=levels' }, async (reader) => {
  const { dom } = reader;
  const rows = () => dom.locator('#catalogue tbody th code').allTextContents();
  await reader.goTo('catalogue');
  assert.equal((await rows()).length, 0, 'it does not stand in the way of the lesson');
  await reader.press('#catalogue-open');
  assert.equal(await reader.focused(), 'catalogue-open');
  assert.equal((await rows()).length, 63);
  await reader.type('#catalogue-search', 'Seacats');
  assert.equal(await reader.said(), 'Found: 0 of 63 agencies, 1 of 12 systems, 0 of 63 interfaces.');
  assert.match(await reader.section('catalogue').textContent(), /None of the agencies has these words .* Systems: 1\./);
  await reader.press('#catalogue-systems');
  assert.deepEqual(await rows(), ['seacats']);
  assert.match(await dom.locator('#catalogue td').nth(1).textContent(), /SORN DHS\/CBP-013/);
  assert.equal(await dom.locator('#catalogue-systems').getAttribute('aria-pressed'), 'true');
  await reader.type('#catalogue-search', ' zebra');
  await reader.press('#catalogue-clear');
  assert.equal(await reader.focused(), 'catalogue-search');
  assert.equal((await rows()).length, 12);
  await reader.press('#catalogue-open');
  assert.equal((await rows()).length, 0);
});

textTest('the catalogue can be read before a lesson is open, and stays open when one is', async (reader) => {
  await reader.press('#catalogue-open');
  await reader.press('#catalogue-interfaces');
  await reader.press('#open_levels');
  await reader.dom.locator('#requests').waitFor();
  assert.equal(await reader.dom.locator('#catalogue tbody tr').count(), 63);
});

// ---- For everyone ----------------------------------------------------------------------------------

/** The page with everything on it: an explanation, a trail, and what is wrong with a file. */
async function fill(reader) {
  await reader.openFile(everyField);
  await reader.dom.locator('[name="predict_display-report"][value="permit"]').check();
  await reader.dom.locator('#predict_display-report_button').click();
  await reader.dom.locator('#hint').click();
  await reader.dom.locator('#run-all').click();
  await reader.dom.locator('#ask-operation').selectOption('search');
  await reader.dom.locator('#catalogue-open').click();
  await reader.dom.locator('#catalogue-systems').click();
  await reader.openFile({ name: 'broken.json', mimeType: 'application/json', buffer: Buffer.from('{"format": 2}') });
  assert.ok(await reader.dom.locator('#choice-details').evaluate((details) => details.open), 'what was refused is chosen anew');
}

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
for (const [look, options] of Object.entries({ 'a wide page': {}, 'a phone': phone })) {
  textTest(`axe finds nothing against WCAG 2.1 AA on ${look}, in light, dark and high contrast`, options, async (reader) => {
    assert.deepEqual(await findingsInAllColours(reader.dom), []);
    await fill(reader);
    assert.deepEqual(await findingsInAllColours(reader.dom), []);
    await reader.page.screenshot(undefined, reader.dom.locator('#text-page'));
  });
}

textTest('the page is a document of headings, lists, forms and a table with its caption', async (reader) => {
  await fill(reader);
  await reader.dom.locator('#said > p:not([aria-hidden])').waitFor(); // what was done is told, in its own time
  const snapshot = await reader.dom.locator('#text-page').ariaSnapshot();
  for (const line of [
    '- heading "Every field" [level=1]',
    '- navigation "Sections":',
    '- region "Goals":',
    '- heading "Records 1" [level=3]',
    '- group "Access level of Harbour report":',
    'radio "Level 4 individuals that the owner names" [checked]',
    '- group "Functions of Ana Ortega":',
    'checkbox "Subject query search and display records" [checked]',
    '- button "Run request 1"',
    '- heading "1. The account 1 failed, 6 passed" [level=4]',
    '- columnheader "Outcome"',
    'searchbox "Filter: words that stand in an event"',
    '- rowheader "Seized Asset and Case Tracking System (SEACATS) seacats"',
    '- status:',
  ]) {
    assert.ok(snapshot.includes(line), `no ${line} in\n${snapshot}`);
  }
});

const sideways = (dom) => dom.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

textTest(
  'on a phone each event of the trail is a card, and still a row of a table to a screen reader',
  {
    viewport: { width: 390, height: 844 },
  },
  async (reader) => {
    await fill(reader);
    const { dom } = reader;
    const scroll = dom.locator('#trail .scroll');
    assert.equal(await scroll.evaluate((box) => box.scrollWidth - box.clientWidth), 0, 'nothing is left to scroll to');
    const outcome = await dom.locator('#event-1 .outcome .badge').boundingBox();
    assert.ok(outcome.x >= 0 && outcome.x + outcome.width <= 390, 'the outcome is in sight');
    const narrow = await dom.locator('#trail table').ariaSnapshot();
    for (const each of [/columnheader "Outcome/, /columnheader "Reasons/, /row "1 Why\? Event 1 2016/, /rowheader "1"/, /cell "Denied"/])
      assert.match(narrow, each);
    assert.doesNotMatch(narrow, /sideways/);
    await dom.setViewportSize({ width: 1280, height: 800 });
    assert.match(await dom.locator('#trail table').ariaSnapshot(), /which scroll sideways/);
  },
);

textTest(
  'nothing scrolls sideways at 320 pixels, nor at twice the text size',
  {
    viewport: { width: 320, height: 640 },
  },
  async (reader) => {
    await fill(reader);
    assert.equal(await sideways(reader.dom), 0);
    await reader.dom.setViewportSize({ width: 640, height: 800 });
    await reader.dom.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    assert.equal(await sideways(reader.dom), 0);
  },
);

textTest('on paper there are no controls', async (reader) => {
  await fill(reader);
  await reader.dom.emulateMedia({ media: 'print' });
  assert.equal(await reader.dom.locator('#text-page button:visible, #text-page nav:visible').count(), 0);
  assert.ok(await reader.dom.locator('#why').isVisible());
});
