// The panels: a student's whole job on the canvas, widget by widget, judged by what the engine then reports.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import { browserTest, commandLines, commandsOfKey, predictAll } from './harness.mjs';
import { carryOut, model, predict } from './lesson.mjs';

const everyField = readFileSync('tests/web/every-field.json', 'utf8');
const office = readFileSync('tests/session/office.json', 'utf8');

const view = (page, name) => page.choose('Header/Views', `Combo/${name}`);
const exported = async (page, what) => (await page.ask('export_file', { what })).value.text;
const report = async (page) => JSON.parse(await exported(page, 'report'));
const commands = async (page) => commandLines(await exported(page, 'commands'));

async function drop(page, name, text) {
  const before = (await page.ask('model')).revision;
  await page.dom.evaluate(
    ([name, text]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], name));
      const canvas = document.getElementById('canvas');
      for (const type of ['dragenter', 'dragover', 'drop']) {
        canvas.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
      }
    },
    [name, text],
  );
  await page.until(async () => (await page.ask('model')).revision !== before);
}

for (const lesson of ['levels', 'investigations', 'agreements', 'letters']) {
  browserTest(`the lesson ${lesson} is solved on the canvas`, { path: `?scenario=${lesson}` }, async (page) => {
    for (const line of commandsOfKey(lesson)) await carryOut(page, line);
    const { goals, decisions } = await report(page);
    assert.deepEqual(
      goals.filter((goal) => !goal.met).map((goal) => goal.id),
      [],
    );
    for (const { id } of goals) await page.see(`Brief/Goal ${id} met`);
    for (const { request, outcome } of decisions.slice(-3)) {
      await page
        .see(`Requests/${request}/${outcome === 'permit' ? 'Permitted' : 'Denied'}`)
        .catch(() => page.see(`Requests/${request}/Show`));
    }
    await page.screenshot();
  });
}

browserTest('a lesson is chosen from the list, and another from the header', async (page) => {
  await page.see('Welcome/Open a file');
  await page.click('Welcome/investigations/Begin');
  await page.until(() => page.dom.url().includes('scenario=investigations'));
  assert.equal((await report(page)).scenario, 'investigations');
  await page.choose('Header/Lesson', 'levels');
  await page.until(() => page.dom.url().includes('scenario=levels'));
  assert.equal((await report(page)).scenario, 'levels');
});

browserTest('an address that asks for no lesson there is says so', { path: '?scenario=nowhere' }, async (page) => {
  assert.match((await model(page)).notice.message, /nowhere/);
  await page.see('Welcome/levels/Begin');
  await page.see('Notice/Close');
});

browserTest('every kind of field can be assigned where any value is allowed', async (page) => {
  await drop(page, 'every-field.json', everyField);
  const record = 'Assign/harbour-report';
  await page.click(`${record}/level/3`);
  await page.choose(`${record}/designation/Agency`, 'FBI');
  await page.choose(`${record}/designation/Category of user`, 'General user');
  await page.click(`${record}/designation/Designate this class`);
  await page.click('Assign/Users');
  const held = 'Assign/ortega/investigation';
  await page.fill(`${held}/Completed/Date`, '2012-08-30');
  await page.press('Enter');
  await page.click(`${held}/Completed/A day later`);
  await page.click(`${held}/anaci`);
  await page.click(`${held}/pending`);
  await page.tick('Assign/ortega/functions/printing');
  await page.click('Assign/Agreements');
  await page.tick('Assign/moa-fbi/term/Signed');
  await page.fill('Assign/moa-fbi/term/First day/Date', '2016-01-01');
  await page.press('Enter');
  await page.tick('Assign/moa-fbi/term/Until further notice', false);
  await page.fill('Assign/moa-fbi/term/Last day/Date', '2016-12-31');
  await page.press('Enter');
  await page.tick('Assign/moa-fbi/functions/printing');
  await page.tick('Assign/moa-fbi/categories/border_crossing');
  await page.tick('Assign/moa-fbi/anaci_categories/border_crossing');
  await page.click('Assign/Owners’ memos');
  await page.tick('Assign/memo-dea-fbi/term/Signed');
  await page.tick('Assign/memo-dea-fbi/categories/subject');
  await page.tick('Assign/memo-dea-fbi/levels/3');
  await page.click('Assign/memo-dea-fbi/access/update');
  await page.click('Assign/memo-dea-fbi/anaci/yes');
  const last = new Map((await commands(page)).map((line) => [line.split(' ').slice(0, 4).join(' '), line]));
  assert.deepEqual(
    [...last.values()],
    [
      'assign record harbour-report level 3',
      'assign record harbour-report designation agency:fbi+category:general_user',
      'assign user ortega investigation anaci 2012-08-31 pending',
      'assign user ortega functions subject_query printing',
      'assign agreement moa-fbi term 2016-01-01 2016-12-31',
      'assign agreement moa-fbi functions subject_query printing',
      'assign agreement moa-fbi categories subject lookout border_crossing',
      'assign agreement moa-fbi anaci_categories border_crossing',
      'assign owner_memo memo-dea-fbi term 2016-08-12 open',
      'assign owner_memo memo-dea-fbi categories subject',
      'assign owner_memo memo-dea-fbi levels 3',
      'assign owner_memo memo-dea-fbi access update',
      'assign owner_memo memo-dea-fbi anaci yes',
    ],
  );
});

browserTest('a day that does not exist is refused where it was typed', async (page) => {
  await drop(page, 'every-field.json', everyField);
  await page.click('Assign/Users');
  const date = 'Assign/ortega/investigation/Completed/Date';
  await page.fill(date, '2016-02-30');
  await page.press('Enter');
  assert.deepEqual(await commands(page), []);
  await page.fill(date, '2016-02-29');
  await page.press('Enter');
  assert.deepEqual(await commands(page), ['assign user ortega investigation bi 2016-02-29 favorable']);
});

browserTest('what the lesson does not open is shown locked', { path: '?scenario=levels' }, async (page) => {
  await page.click('Assign/Users');
  for (const user of (await model(page)).kinds.find((each) => each.kind === 'user').things) {
    await page.see(`Assign/${user.id} locked`);
    assert.equal(await page.has(`Assign/${user.id}/functions`), false);
  }
});

browserTest('a request that wants a prediction is not run before it', { path: '?scenario=levels' }, async (page) => {
  assert.equal((await page.see('Requests/ice-notice/Run')).disabled, true);
  assert.equal((await page.see('Requests/Run all')).disabled, true);
  await predict(page, 'ice-notice', ['deny', 'DA-5']);
  await page.click('Requests/ice-notice/Run');
  const { predictions, decisions } = await report(page);
  assert.equal(predictions.find((each) => each.request === 'ice-notice').result, 'hit');
  assert.equal(decisions.length, 1);
});

browserTest('Why says of every check what it came to, and its rule when it is pressed', { path: '?scenario=levels' }, async (page) => {
  await page.click('Requests/supervisor-inquiry/Run');
  await page.see('Why/Outcome: Permitted');
  await predict(page, 'ice-notice', ['deny', 'DA-5']);
  await page.click('Requests/ice-notice/Run');
  await page.see('Why/Outcome: Denied');
  const { why } = await model(page);
  const outcomes = { pass: 'Passes', fail: 'Fails', 'n/a': 'Not applicable' };
  for (const { code, verdict } of why.gates.flatMap((gate) => gate.checks)) {
    await page.see(`Why/${code}/${outcomes[verdict]}`);
  }
  const closed = (await page.see('Why/DA-5/Check')).rect;
  await page.click('Why/DA-5/Check');
  const open = (await page.see('Why/DA-5/Check')).rect;
  assert.ok(open[3] - open[1] > closed[3] - closed[1]);
});

browserTest('of a search Why shows every hit, also those that the user was not shown', { path: '?scenario=levels' }, async (page) => {
  await page.click('Requests/dea-search/Run');
  const decision = (await report(page)).decisions.at(-1);
  assert.ok(decision.withheld.length > 0);
  for (const record of decision.returned) await page.see(`Why/${record}/Hit`);
  for (const { record, failed } of decision.withheld) {
    for (const code of failed) await page.see(`Why/${record}/${code}/Fails`);
  }
});

/** The sequence numbers of the events in sight, from the top. */
async function rows(page) {
  const { widgets } = await page.map();
  return widgets
    .filter(({ path, label }) => path[0] === 'Trail' && label.includes('Event '))
    .sort((a, b) => a.rect[1] - b.rect[1])
    .map(({ label }) => Number(label.match(/Event (\d+)/)[1]));
}

const unpredicted = everyField.replace('"required": true', '"required": false');

browserTest('the trail is sorted, filtered, and leads back to the decision', { viewport: { width: 1280, height: 1200 } }, async (page) => {
  await drop(page, 'every-field.json', unpredicted);
  await page.click('Requests/Run all');
  await page.click('Requests/Run all');
  await page.click('Requests/search-vale/Run');
  const outcomes = (await report(page)).audit.map((event) => event.outcome);
  assert.equal(outcomes.length, 5);
  assert.deepEqual(await rows(page), [1, 2, 3, 4, 5]);
  await page.click('Trail/No.');
  assert.deepEqual(await rows(page), [5, 4, 3, 2, 1]);
  await page.click('Trail/Record or query');
  const byTarget = await rows(page);
  assert.deepEqual([...byTarget].sort(), [1, 2, 3, 4, 5]);
  assert.deepEqual(byTarget.slice(0, 2).sort(), [1, 3]);
  await page.fill('Trail/Filter', 'search');
  assert.deepEqual((await rows(page)).sort(), [2, 4, 5]);
  await page.fill('Trail/Filter', 'no such event');
  assert.deepEqual(await rows(page), []);
  await page.fill('Trail/Filter', ' ');
  await page.click('Trail/Event 1');
  assert.equal((await model(page)).why.event, 1);
  await page.click('Trail/Event 4');
  assert.equal((await model(page)).why.event, 4);
  await page.click('Trail/Close the trail');
  assert.deepEqual(await rows(page), []);
  await page.click('Trail/Open the trail');
  assert.equal((await rows(page)).length, 5);
});

for (const [button, what] of [
  ['JSON Lines', 'events'],
  ['CSV', 'table'],
  ['Seal', 'seal'],
  ['Commands', 'commands'],
  ['Report', 'report'],
]) {
  browserTest(`the trail is exported as ${button}`, { path: '?scenario=levels' }, async (page) => {
    await page.click('Requests/dea-search/Run');
    const [download] = await Promise.all([page.dom.waitForEvent('download'), page.click(`Trail/${button}`)]);
    const { name, text } = (await page.ask('export_file', { what })).value;
    assert.equal(download.suggestedFilename(), name);
    assert.equal(readFileSync(await download.path(), 'utf8'), text);
    assert.ok(text.length > 0);
  });
}

browserTest('what was done is undone and redone, by button and by key', { path: '?scenario=levels' }, async (page) => {
  await page.click('Assign/container-notice/level/1');
  await page.click('Requests/dea-search/Run');
  const done = await commands(page);
  assert.equal(done.length, 2);
  await page.click('Header/Undo');
  assert.deepEqual(await commands(page), done.slice(0, 1));
  await page.press('ControlOrMeta+z');
  assert.deepEqual(await commands(page), []);
  await page.press('ControlOrMeta+Shift+z');
  await page.click('Header/Redo');
  assert.deepEqual(await commands(page), done);
  await page.click('Header/Help');
  await page.click('Start again');
  assert.deepEqual((await report(page)).audit, []);
  await page.click('Header/Undo');
  assert.equal((await report(page)).audit.length, 1);
});

browserTest('a result from before the last change is called outdated', { path: '?scenario=levels' }, async (page) => {
  await page.click('Requests/dea-search/Run');
  await page.click('Assign/container-notice/level/4');
  assert.ok((await page.map()).widgets.some(({ path, label }) => path.includes('dea-search') && label.startsWith('Outdated: ')));
  await page.see('Why/Run it again');
  await page.click('Why/Run it again');
  assert.equal((await report(page)).audit.length, 2);
  assert.equal(await page.has('Why/Run it again'), false);
});

browserTest('a broken file shows what is wrong with it, and the work at hand stays', { path: '?scenario=levels' }, async (page) => {
  await page.click('Assign/container-notice/level/1');
  const before = await commands(page);
  await drop(page, 'broken.json', everyField.replace('"agency": "fbi",\n      "investigation"', '"agency": "fbl",\n      "investigation"'));
  const { diagnostics } = await model(page);
  assert.equal(diagnostics.file, 'broken.json');
  assert.ok(diagnostics.items.length > 0);
  for (const [i, { code }] of diagnostics.items.entries()) await page.see(`Diagnostics/${i + 1}/${code}`);
  await page.screenshot();
  await page.click('Diagnostics/Back to the lesson');
  assert.deepEqual(await commands(page), before);
  await page.see('Assign/container-notice/level/1');
  assert.equal((await model(page)).diagnostics.items.length, 0);
});

browserTest('a file that is loaded with notes says so beside the panels, until that is dismissed', async (page) => {
  await drop(page, 'every-field.json', everyField);
  assert.equal((await model(page)).diagnostics.title, 'every-field.json was loaded with 2 notes');
  const [, top] = (await page.see('Warnings/Dismiss')).rect;
  const panels = (await page.map()).windows.filter(({ path }) => ['Brief', 'Assign', 'Requests', 'Why', 'Trail'].includes(path[0]));
  assert.ok(panels.length >= 5);
  for (const { path, rect } of panels) assert.ok(rect[3] <= top, `${path.join('/')} is covered`);
  await page.click('Warnings/Show');
  await page.see('Diagnostics/1/unused');
  await page.screenshot();
  await page.click('Diagnostics/Back to the lesson');
  await page.see('Requests/Run all');
  assert.equal(await page.has('Warnings/Dismiss'), false);
});

browserTest('a goal that is met on the panels is named', { path: '?scenario=levels' }, async (page) => {
  await page.click('Requests/supervisor-inquiry/Run');
  const { kind, message } = (await model(page)).notice;
  assert.equal(kind, 'done');
  assert.match(message, /^Goal met: .*can read the inquiry\. 1 of \d goals met\.$/);
  await page.see('Notice/Close');
});

browserTest(
  'a request of one’s own is asked and run',
  { path: '?scenario=levels', viewport: { width: 1280, height: 1100 } },
  async (page) => {
    await predictAll(page);
    await page.click('Requests/Ask your own');
    await page.choose('Requests/User', 'demir');
    await page.choose('Requests/Function', 'printing');
    await page.choose('Requests/Record', 'jury-transcript');
    await page.click('Requests/Ask and run');
    await page.click('Requests/Ask your own');
    await page.click('Requests/Ask your own');
    await page.choose('Requests/Function', 'subject_query');
    await page.click('Requests/search');
    await page.click('Requests/Add a term');
    await page.choose('Requests/Term 1/Field', 'name');
    await page.fill('Requests/Term 1/Value', 'tern freight brokers');
    await page.fill('Requests/Moment', '2016-08-12');
    await page.press('Enter');
    assert.ok((await page.see('Requests/Ask and run')).disabled, 'a day alone is no moment');
    await page.fill('Requests/Moment', '2016-09-01T14:30');
    await page.press('Enter');
    await page.click('Requests/Ask and run');
    const { audit } = await report(page);
    assert.equal(audit.length, 2);
    assert.deepEqual(
      [audit[0].user, audit[0].function, audit[0].operation, audit[0].record],
      ['demir', 'printing', 'print', 'jury-transcript'],
    );
    assert.deepEqual([audit[0].moment, audit[1].moment], ['2016-08-12T09:00', '2016-09-01T14:30']);
    assert.deepEqual([audit[1].operation, audit[1].query.terms], ['search', { name: 'tern freight brokers' }]);
  },
);

browserTest('the clock is moved on, and never back', { path: '?scenario=levels' }, async (page) => {
  await page.click('Requests/Clock');
  await page.click('A day');
  assert.equal((await model(page)).clock.text, '2016-08-13T09:00');
  await page.click('Requests/Clock');
  await page.fill('Moment', '2016-08-12T09:00');
  await page.click('Move on');
  assert.equal((await model(page)).clock.text, '2016-08-13T09:00');
  await page.see('Notice/Close');
  await page.click('Notice/Close');
  assert.equal(await page.has('Notice/Close'), false);
});

browserTest(
  'hints are revealed one by one, and one that gives a prediction away waits for it',
  { path: '?scenario=levels' },
  async (page) => {
    const left = (await model(page)).goals.hints_left;
    for (let i = 0; i < left; i++) await page.click('Brief/Show a hint');
    assert.equal((await model(page)).goals.hints_left, left - 2);
    assert.match((await model(page)).notice.message, /the next hint tells how `creator-inquiry` ends, which is to be predicted first/);
    for (const line of commandsOfKey('levels').filter((each) => each.startsWith('predict '))) await page.command(line);
    for (let i = 2; i < left; i++) await page.click('Brief/Show a hint');
    assert.equal((await model(page)).goals.hints_left, 0);
    assert.equal(await page.has('Brief/Show a hint'), false);
  },
);

/** The ids of the rows that the catalogue shows. */
async function catalogueRows(page) {
  const { widgets } = await page.map();
  const tools = new Set(['Close', 'Copy', 'Search', 'agencies', 'systems', 'interfaces', 'Show all']);
  return widgets
    .filter(({ path }) => path[0] === 'Catalogue')
    .map(({ label }) => label.replace(/^.*###/, ''))
    .filter((label) => !tools.has(label));
}

browserTest(
  'the catalogue is opened, looked through and closed, and the lesson is as it was',
  { path: '?scenario=levels' },
  async (page) => {
    const before = await exported(page, 'report');
    await view(page, 'Catalogue');
    assert.equal((await catalogueRows(page)).length, 63);
    await page.dom.keyboard.type('SEACATS'); // it begins at the search
    await page.settle();
    assert.deepEqual(await catalogueRows(page), []);
    await page.click('Catalogue/systems');
    assert.deepEqual(await catalogueRows(page), ['seacats']);
    await page.fill('Catalogue/Search', 'zebra');
    await page.click('Catalogue/Show all');
    await page.click('Catalogue/interfaces');
    await page.see('Catalogue/ace-outbound');
    await page.screenshot();
    await page.press('Escape');
    await page.see('Requests/Run all');
    assert.equal(await exported(page, 'report'), before);
  },
);

browserTest('the catalogue is there before any lesson is, and a digit leads back to a panel', async (page) => {
  await view(page, 'Catalogue');
  await page.click('Catalogue/Close');
  await page.click('Welcome/levels/Begin');
  await page.until(() => page.has('Requests/Run all'));
  await view(page, 'Catalogue');
  await page.press('Escape'); // out of the search
  await page.press('3');
  await page.see('Requests/Run all');
});

browserTest(
  'in the calendar the clock is moved to the day on which something lapses, and that is undone',
  { path: '?scenario=investigations' },
  async (page) => {
    await view(page, 'Calendar');
    await page.see('Calendar/2016-08-12 1');
    await page.screenshot();
    await page.click('Calendar/2016-08-12');
    assert.equal((await model(page)).clock.text, '2016-08-12T08:00');
    assert.equal(await page.has('Calendar/2016-08-12'), false, 'it is to come no more');
    assert.deepEqual(await commands(page), ['advance 2016-08-12T08:00']);
    await page.click('Header/Undo');
    await page.see('Calendar/2016-08-12');
    assert.equal((await model(page)).clock.text, '2016-08-11T08:00');
  },
);

browserTest('the calendar shows what was sent and recorded, and is left by Close, Escape and a digit', async (page) => {
  await page.click('Header/Views');
  assert.ok((await page.see('Combo/Calendar')).disabled, 'it is of a lesson');
  await page.press('Escape');
  await drop(page, 'office.json', office);
  for (const request of ['look', 'open-person']) assert.ok((await page.command(`run ${request}`)).ok);
  await view(page, 'Calendar');
  await page.click('Calendar/notices');
  await page.see('Calendar/notices 1');
  await page.click('Calendar/disclosures');
  await page.see('Calendar/disclosures 1');
  await page.screenshot();
  await page.click('Calendar/Close');
  await page.see('Requests/Run all');
  await view(page, 'Calendar');
  await page.press('Escape');
  await page.see('Requests/Run all');
  await view(page, 'Calendar');
  await page.press('3');
  await page.see('Requests/Run all');
  await view(page, 'Calendar');
  await view(page, 'Catalogue');
  await page.see('Catalogue/Close');
  assert.equal(await page.has('Calendar/Close'), false, 'one of them at a time');
});

browserTest('the calendar is worked by the keyboard', { path: '?scenario=investigations' }, async (page) => {
  await view(page, 'Calendar');
  for (let i = 0; i < 12 && (await commands(page)).length === 0; i++) {
    await page.press('ArrowDown');
    await page.press('Space');
  }
  assert.match((await commands(page))[0], /^advance 2016-08-12T08:00$/);
});

browserTest(
  'theme and text size are kept for the next visit',
  { path: '?scenario=levels', viewport: { width: 1600, height: 900 } },
  async (page) => {
    const { rect: before } = await page.see('Requests/Run all');
    await page.choose('Header/Theme', 'Dark');
    await page.click('Header/Larger text');
    await page.click('Header/Larger text');
    await page.dom.reload();
    await page.ready();
    const { rect: after } = await page.see('Requests/Run all');
    assert.ok(after[2] - after[0] > before[2] - before[0]);
    const kept = await page.dom.evaluate(() => ({ ...localStorage }));
    assert.equal(kept['need-to-know.theme'], 'dark');
  },
);

browserTest('colours chosen in one view are worn by the other', { path: '?scenario=levels' }, async (page) => {
  const lightness = async () => {
    const png = (await page.screenshot()).toString('base64');
    return page.dom.evaluate(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const drawing = new OffscreenCanvas(1, 1).getContext('2d');
      drawing.drawImage(image, 0, 0, 1, 1);
      return Math.max(...drawing.getImageData(0, 0, 1, 1).data.slice(0, 3));
    }, png);
  };
  await page.choose('Header/Theme', 'Dark');
  const select = page.dom.locator('#theme');
  await page.until(async () => (await select.inputValue()) === 'dark');
  assert.equal(await page.dom.evaluate(() => document.documentElement.dataset.theme), 'dark');
  assert.ok((await lightness()) < 100);
  await select.selectOption('light');
  assert.ok((await lightness()) > 150);
});

browserTest(
  'a browser that keeps nothing is no hindrance',
  {
    path: '?scenario=levels',
    before: (dom) =>
      dom.addInitScript(() => {
        Object.defineProperty(window, 'localStorage', {
          get: () => {
            throw new DOMException('refused', 'SecurityError');
          },
        });
      }),
  },
  async (page) => {
    await page.choose('Header/Theme', 'Dark');
    await page.click('Header/Larger text');
    await page.click('Requests/dea-search/Run');
    assert.equal((await report(page)).audit.length, 1);
  },
);

browserTest('digits bring the focus to a panel, arrows and the space bar work it', { path: '?scenario=levels' }, async (page) => {
  await page.dom.locator('#canvas').focus();
  await page.press('2');
  await page.press('ArrowDown');
  const before = await commands(page);
  for (let i = 0; i < 12 && (await commands(page)).length === before.length; i++) {
    await page.press('ArrowDown');
    await page.press('Space');
  }
  assert.match((await commands(page)).at(-1), /^assign record container-notice/);
});

browserTest('nothing is drawn while nothing happens', { path: '?scenario=levels' }, async (page) => {
  await page.click('Requests/dea-search/Run');
  await page.dom.mouse.move(2, 2);
  await page.comesToRest();
});
