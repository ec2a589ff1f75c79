// What is made for people, over both views: palette, shortcut sheet, tour, copying, printing, projector mode; axe and the
// content of every screen.

import assert from 'node:assert/strict';

import { browserTest, predictAll } from './harness.mjs';
import { accessibilityFindings, findingsInAllColours } from './reading.mjs';
import { largeScenario } from './sample/large.mjs';

const lesson = { path: '?scenario=levels' };
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };

/** A test at the text page alone. */
const onText = (name, options, body) => browserTest(name, { ...lesson, ...options, view: 'text' }, body);

const findsNothing = async (dom, within) => assert.deepEqual(await accessibilityFindings(dom, within), []);

/** Runs all requests so many times, each predicted first, as some lessons want it. */
async function runAll(page, times = 1) {
  for (const { id } of (await page.ask('model')).value.requests) await page.command(`predict ${id} permit`);
  for (let i = 0; i < times; i++) assert.ok((await page.command('run all')).ok);
}

const clipboard = (dom) => dom.evaluate(() => navigator.clipboard.readText());
const emptyClipboard = (dom) => dom.evaluate(() => navigator.clipboard.writeText(''));

/** What is copied, once it is there; before, the clipboard was emptied. */
async function copied(page) {
  await page.until(async () => (await clipboard(page.dom)) !== '');
  return clipboard(page.dom);
}
const focused = (dom) => dom.evaluate(() => document.activeElement.id);
const isOpen = (dom, id) => dom.evaluate((name) => document.querySelector(`dialog#${name}[open]`) !== null, id);

// ---- The palette -------------------------------------------------------------------------------------------------------

browserTest('on the panels the palette runs the requests, by keyboard alone', lesson, async (page) => {
  for (const id of (await page.ask('model')).value.requests.map((request) => request.id)) {
    await page.command(`predict ${id} permit`);
  }
  await page.dom.locator('#canvas').focus();
  await page.palette('run all');
  await page.until(async () => (await page.ask('model')).value.trail.events > 0);
  assert.equal(await focused(page.dom), 'canvas');
});

browserTest('on the panels the palette goes to a record, a calendar and an agency', lesson, async (page) => {
  const { value } = await page.ask('model');
  const record = value.kinds.find(({ kind }) => kind === 'record').things[0];
  await page.dom.locator('#canvas').focus();
  await page.palette(`record ${record.title}`);
  await page.until(
    async () =>
      (await page.all(`Assign/${record.id}`)).length > 0 ||
      (await page.map()).widgets.some(({ path, label }) => [...path, label].join('/').includes(record.id)),
  );
  await page.palette('calendar what begins');
  await page.until(() => page.has('Calendar/Close'));
  await page.palette('agency coast guard');
  await page.until(() => page.has('Catalogue/Close'));
});

onText('on the text page the palette brings the focus to a user, a request, a section', {}, async (page) => {
  const { value } = await page.ask('model');
  const user = value.kinds.find(({ kind }) => kind === 'user').things[0];
  await page.dom.locator('#brief-title').focus();
  await page.palette(`user ${user.title}`);
  await page.until(async () => (await focused(page.dom)) === `user_${user.id}_title`);
  await page.palette(`request ${value.requests[1].title}`);
  await page.until(async () => (await focused(page.dom)) === `request_${value.requests[1].id}_title`);
  await page.palette('audit trail go');
  await page.until(async () => (await focused(page.dom)) === 'trail-title');
});

onText('the palette finds by the beginnings of words, whatever their case and accents', {}, async ({ dom }) => {
  await dom.locator('#brief-title').focus();
  await dom.keyboard.press('ControlOrMeta+k');
  const first = dom.locator('#palette-list [aria-selected=true] .title');
  await dom.locator('#palette-input').fill('HÍGH con');
  assert.equal(await first.textContent(), 'High contrast');
  await dom.locator('#palette-input').fill('igh contrast');
  assert.match(await dom.locator('#palette-status').textContent(), /^No matches/);
  assert.equal(await dom.locator('#palette-list li').count(), 0);
});

onText('the palette is a combobox whose arrow keys choose and whose Escape gives the focus back', {}, async ({ dom }) => {
  await dom.locator('#find').click();
  const input = dom.getByRole('combobox', { name: 'Search commands' });
  assert.equal(await input.getAttribute('aria-activedescendant'), 'palette-0');
  await dom.keyboard.press('ArrowDown');
  await dom.keyboard.press('ArrowDown');
  assert.equal(await input.getAttribute('aria-activedescendant'), 'palette-2');
  assert.equal(await dom.locator('#palette').getByRole('option', { selected: true }).count(), 1);
  await dom.keyboard.press('Escape');
  await dom.locator('#palette').waitFor({ state: 'detached' });
  assert.equal(await focused(dom), 'find');
});

browserTest('on a phone the palette is opened from the menu and takes a finger', { ...phone, ...lesson }, async (page) => {
  await page.tap('Header/Menu');
  await page.tap('Help');
  await page.tap('Search commands …');
  await page.until(() => isOpen(page.dom, 'palette'));
  await page.dom.locator('#palette-input').fill('trail audit');
  await page.dom.locator('#palette-list li').first().tap();
  await page.until(() => page.has('Trail/Filter'));
  assert.equal(await isOpen(page.dom, 'palette'), false);
  assert.ok(await page.dom.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
});

onText('of very many things the palette finds one, and the page leafs through the rest', { path: '' }, async (page) => {
  const { dom } = page;
  const large = JSON.parse(largeScenario(150, 300));
  Object.assign(large.records.at(-1), { id: 'r', title: 'The last of them' }); // a letter of every other id
  assert.ok((await page.ask('load', { file_name: 'large.json', scenario: JSON.stringify(large) })).ok);
  await dom.locator('#record-words').waitFor();
  const cards = () => dom.locator('#assign-record article').count();
  assert.equal(await cards(), 51, 'one with something to assign, and fifty more');
  assert.match(await dom.locator('#record-count').textContent(), /^299 with nothing to assign, 1 to 50 shown$/);
  await dom.locator('#record-page-last').click();
  assert.match(await dom.locator('#said').textContent(), /251 to 299 shown/);
  await dom.locator('#user-words').fill('u149');
  assert.equal(await dom.locator('#assign-user article').count(), 1);
  await dom.locator('#brief-title').focus();
  await page.palette('record the last of them');
  await page.until(async () => (await focused(dom)) === 'record_r_title');
});

onText('the palette brings the focus to a memo and to a letter', { path: '?scenario=letters' }, async (page) => {
  const { value } = await page.ask('model');
  for (const [kind, word] of [
    ['owner_memo', 'memo'],
    ['letter', 'letter'],
  ]) {
    const [thing] = value.kinds.find((each) => each.kind === kind).things;
    await page.dom.locator('#brief-title').focus();
    await page.palette(`${word} ${thing.id}`);
    await page.until(async () => (await focused(page.dom)) === `${kind}_${thing.id}_title`);
  }
});

// ---- The sheet ---------------------------------------------------------------------------------------------------------

browserTest('the question mark opens the shortcut sheet from the panels, and can be switched off', lesson, async (page) => {
  const { dom } = page;
  await dom.locator('#canvas').focus();
  await dom.keyboard.press('Shift+?');
  assert.ok(await isOpen(dom, 'shortcuts'));
  assert.match(await dom.locator('#shortcuts').ariaSnapshot(), /Brief, Assign, Requests, Why, Audit trail/);
  await dom.locator('#question-key').uncheck();
  await dom.keyboard.press('Escape');
  assert.equal(await focused(dom), 'canvas');
  await dom.keyboard.press('Shift+?');
  assert.equal(await isOpen(dom, 'shortcuts'), false);
});

onText('a question mark that is typed into a field is a question mark', {}, async ({ dom }) => {
  await dom.locator('#catalogue-open').click();
  await dom.locator('#catalogue-search').focus();
  await dom.keyboard.type('who?');
  assert.equal(await isOpen(dom, 'shortcuts'), false);
  assert.equal(await dom.locator('#catalogue-search').inputValue(), 'who?');
});

onText('undo and redo are on their keys, as the sheet says', {}, async (page) => {
  await page.command('hint');
  await page.dom.locator('#brief-title').focus();
  await page.dom.keyboard.press('ControlOrMeta+z');
  assert.equal((await page.ask('model')).value.undo, null);
  await page.dom.keyboard.press('ControlOrMeta+Shift+z');
  assert.notEqual((await page.ask('model')).value.undo, null);
});

// ---- The tour ----------------------------------------------------------------------------------------------------------

browserTest('the tour is offered at the first visit only, and can be declined', { ...lesson, firstVisit: true }, async (page) => {
  const { dom } = page;
  assert.match(await dom.locator('#tour-offer').textContent(), /First time here/);
  await findsNothing(dom);
  await dom.locator('#tour-decline').click();
  assert.equal(await dom.locator('#tour-offer').count(), 0);
  await dom.reload();
  await page.ready();
  assert.equal(await dom.locator('#tour-offer').count(), 0);
});

browserTest('the tour goes through the panels by keyboard, and is skipped at once', { ...lesson, firstVisit: true }, async (page) => {
  const { dom } = page;
  await dom.locator('#tour-start').press('Enter');
  for (const title of ['The brief', 'Assign', 'Requests', 'Why', 'The audit trail']) {
    assert.equal(await dom.locator('#tour-title').textContent(), title);
    assert.equal(await focused(dom), 'tour-title');
    await dom.locator('#tour-next').press('Enter');
  }
  assert.equal(await dom.locator('#tour').count(), 0);
  await page.click('Header/Help');
  await page.click('Tour');
  await page.until(() => isOpen(dom, 'tour'));
  await dom.locator('#tour-skip').press('Enter');
  assert.equal(await dom.locator('#tour').count(), 0);
});

onText('the tour frames the sections of the text page, with no lesson open it opens one', { path: '' }, async (page) => {
  const { dom } = page;
  await dom.locator('#take-tour').click();
  await page.until(() => isOpen(dom, 'tour'));
  assert.equal(await dom.locator('#brief.in-tour').count(), 1);
  await findsNothing(dom);
  await dom.keyboard.press('Escape');
  assert.equal(await dom.locator('.in-tour').count(), 0);
});

// ---- Copying and printing ----------------------------------------------------------------------------------------------

browserTest(
  'what the panels copy, the text page copies too',
  { path: '?scenario=investigations', viewport: { width: 1600, height: 1000 } },
  async (page) => {
    await runAll(page);
    await emptyClipboard(page.dom);
    await page.click('Trail/Copy');
    const fromPanels = await copied(page);
    assert.match(fromPanels, /^.*\tFailed checks\n1\t/);
    await emptyClipboard(page.dom);
    await page.dom.locator('#copy-trail').click();
    assert.equal(await copied(page), fromPanels);
    await emptyClipboard(page.dom);
    await page.click('Requests/Copy as text');
    assert.match(await copied(page), /\tpermitted\t/);
  },
);

onText('every table can be copied as text, the trail in all its pages and as it is filtered', {}, async (page) => {
  const { dom } = page;
  await runAll(page, 12);
  const { events } = (await page.ask('model')).value.trail;
  assert.ok(events > 50);
  const lines = async (id) => {
    await emptyClipboard(dom);
    await dom.locator(`#${id}`).click();
    return (await copied(page)).trimEnd().split('\n').length - 1;
  };
  await dom.locator('#trail-filter').waitFor();
  assert.equal(await lines('copy-trail'), events);
  await dom.locator('#catalogue-open').click();
  for (const id of ['copy-requests', 'copy-calendar-changes', 'copy-catalogue-agencies']) assert.ok((await lines(id)) > 0, id);
});

onText('printing gives brief, decisions with reasons and the whole trail, and no control', {}, async (page) => {
  const { dom } = page;
  await runAll(page, 12);
  const { trail, scenario } = (await page.ask('model')).value;
  await dom.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await dom.emulateMedia({ media: 'print' });
  const seen = await dom.locator('body').innerText();
  assert.ok(seen.startsWith(scenario.title), seen.slice(0, 80));
  assert.match(seen, /DA-\d .*\w/);
  assert.equal(await dom.locator('#printout tbody tr').count(), trail.events);
  assert.equal(await dom.locator('button:visible, input:visible, select:visible').count(), 0);
  const colours = await dom.evaluate(() => {
    const { color, backgroundColor } = getComputedStyle(document.body);
    return [color, backgroundColor];
  });
  assert.deepEqual(colours, ['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
  await dom.emulateMedia({ media: 'screen' });
  await dom.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  assert.equal(await dom.locator('#printout').count(), 0);
  assert.ok((await dom.pdf({ format: 'A4' })).length > 20000);
});

// ---- How it looks ------------------------------------------------------------------------------------------------------

browserTest(
  'projector mode is one switch for both views, shows one panel at a time in large type, and is remembered',
  lesson,
  async (page) => {
    const { dom } = page;
    assert.ok(await page.has('Assign/Records'));
    await page.click('Header/Help');
    await page.click('Projector mode');
    assert.equal(await dom.evaluate(() => document.documentElement.dataset.projector), 'on');
    assert.ok(await page.has('Panels/Why'));
    assert.ok(!(await page.has('Assign/Records')));
    const { rect } = await page.see('Panels/Why');
    assert.ok(rect[3] - rect[1] >= 64);
    await page.dom.reload();
    await page.ready();
    assert.ok(await page.has('Panels/Why'));
    assert.equal(await dom.evaluate(() => getComputedStyle(document.documentElement).fontSize), '25.6px');
    await dom.locator('#projector').click();
    await page.rest();
    assert.ok(await page.has('Assign/Records'));
    assert.equal(await dom.evaluate(() => getComputedStyle(document.documentElement).fontSize), '16px');
  },
);

browserTest(
  'on a phone large type is only as large as leaves room for a line and its button',
  { ...phone, path: '?scenario=letters' },
  async (page) => {
    const inside = async (path) => {
      const rects = (await page.map()).widgets.filter((each) => each.path.includes(path)).map(({ rect }) => rect);
      assert.ok(rects.length > 0, path);
      for (const [left, , right] of rects) assert.ok(left >= 0 && right <= 390, `${path}: ${left} to ${right}`);
      return rects;
    };
    await page.tap('Panels/Assign');
    await inside('Assign');
    await page.tap('Header/Menu');
    await page.tap('Help');
    await page.tap('Projector mode');
    await page.tap('Panels/Assign');
    await inside('Assign');
    await inside('Header');
    await page.command('run rourke-reads');
    await page.tap('Panels/Why');
    await inside('Why');
  },
);

browserTest(
  'the size of text that one view is given is worn by the other',
  { ...lesson, viewport: { width: 1600, height: 900 } },
  async (page) => {
    await page.click('Header/Larger text');
    assert.equal(await page.dom.evaluate(() => document.documentElement.style.fontSize), '115%');
    const before = (await page.see('Requests/Run all')).rect;
    await page.dom.locator('#text-size').selectOption('1.6');
    await page.rest();
    const after = (await page.see('Requests/Run all')).rect;
    assert.ok(after[3] - after[1] > before[3] - before[1]);
  },
);

// ---- The forecast ------------------------------------------------------------------------------------------------------

browserTest(
  'on the panels the forecast steps from flip to flip and moves the clock',
  { path: '?scenario=investigations' },
  async (page) => {
    await predictAll(page);
    await page.choose('Header/Views', 'Combo/Calendar');
    await page.click('Calendar/Forecast');
    await page.see('Forecast/Track');
    await page.click('Forecast/Next flip');
    assert.equal((await page.ask('model')).value.clock.text.slice(0, 10), '2016-08-11');
    await page.click('Forecast/Move the clock here');
    assert.equal((await page.ask('model')).value.clock.text.slice(0, 10), '2016-08-12');
  },
);

onText(
  'on the text page the forecast’s slider says in words where it stands, and the arrow keys move it',
  { path: '?scenario=investigations' },
  async (page) => {
    await predictAll(page);
    const { dom } = page;
    await dom.locator('#forecast-open').click();
    const slider = dom.getByRole('slider', { name: 'Day of the forecast' });
    assert.match(await slider.getAttribute('aria-valuetext'), /11 August 2016, today\. As it stands today\./);
    await slider.focus();
    await dom.keyboard.press('ArrowRight');
    assert.match(await slider.getAttribute('aria-valuetext'), /12 August 2016, tomorrow\. 1 request ends otherwise/);
    assert.equal(await focused(dom), 'forecast-day');
    const snapshot = await dom.locator('#calendar').ariaSnapshot();
    assert.match(snapshot, /From this day on denied by AC-3, until then permitted\./);
    assert.equal(await dom.locator('.flips circle').count(), 1);
    await dom.keyboard.press('End');
    assert.doesNotMatch(await slider.getAttribute('aria-valuetext'), /12 August 2016/);
    await dom.locator('#forecast-flip-before').click();
    assert.match(await slider.getAttribute('aria-valuetext'), /12 August 2016/);
    await dom.locator('#forecast-move').click();
    assert.equal((await page.ask('model')).value.clock.text.slice(0, 10), '2016-08-12');
  },
);

// ---- axe, and what a screen reader is told ------------------------------------------------------------------------------

onText(
  'axe finds nothing in the palette, the sheet and the forecast, in light, dark and high contrast',
  { path: '?scenario=investigations' },
  async (page) => {
    await predictAll(page);
    const { dom } = page;
    await dom.locator('#forecast-open').click();
    assert.deepEqual(await findingsInAllColours(dom), []);
    for (const [button, dialog] of [
      ['find', 'palette'],
      ['keys', 'shortcuts'],
    ]) {
      await dom.locator(`#${button}`).click();
      assert.ok(await isOpen(dom, dialog));
      assert.deepEqual(await findingsInAllColours(dom, `#${dialog}`), []);
      await dom.keyboard.press('Escape');
    }
  },
);

onText('the colours that are chosen on the page are worn, whatever the system says', { colorScheme: 'dark' }, async ({ dom }) => {
  const paper = () => dom.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await paper();
  const worn = new Set();
  for (const theme of ['light', 'dark', 'contrast']) {
    await dom.locator('#theme').selectOption(theme);
    worn.add(await paper());
  }
  assert.equal(worn.size, 3);
  assert.ok(worn.has(dark));
});

onText(
  'axe finds nothing in projector mode, and the page does not scroll sideways for it',
  { path: '?scenario=investigations' },
  async (page) => {
    const { dom } = page;
    await runAll(page);
    await dom.locator('#projector').click();
    await findsNothing(dom);
    assert.ok(await dom.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  },
);

onText(
  'a screen reader is told every section of the text page by its heading, with its controls by name',
  { path: '?scenario=investigations' },
  async (page) => {
    const { dom } = page;
    await runAll(page);
    await page.dom.locator('#trail-filter').waitFor();
    const expected = {
      brief: [/heading "Brief"/],
      goals: [/heading "Goals"/],
      assign: [/heading "Assign"/, /locked/],
      requests: [/button "Run all"/, /button "Copy as text ?: All requests with their outcomes and reasons"/, /Denied|Permitted/],
      ask: [/heading "Ask your own"/, /combobox/],
      why: [/heading "Why/, /AC-3/],
      trail: [/searchbox/, /table "Events of the audit trail/, /columnheader/, /button "Copy as text/],
      calendar: [/heading "Forecast"/, /button "Open the forecast"/, /table/],
      work: [/heading "Your work"/],
      catalogue: [/heading "Catalog"/, /button "Open the catalog"/],
    };
    for (const [id, patterns] of Object.entries(expected)) {
      const snapshot = await dom.locator(`#${id}`).ariaSnapshot();
      for (const pattern of patterns) assert.match(snapshot, pattern, id);
    }
    const head = await dom.locator('#head').ariaSnapshot();
    for (const name of ['Theme', 'Text size', 'Projector mode', 'Search commands …', 'Keyboard shortcuts', 'Tour', 'Print'])
      assert.ok(head.includes(`"${name}"`), `${name}: ${head}`);
  },
);

onText('a screen reader is told what each dialog is, what is in it and how to close it', { firstVisit: true }, async ({ dom }) => {
  assert.match(await dom.locator('#tour-offer').ariaSnapshot(), /First time here[^]*button/);
  /** @type {Record<string, [string, RegExp[]]>} */
  const dialogs = {
    find: [
      'palette',
      [
        /dialog "Search commands"/,
        /combobox "Search commands"/,
        /listbox "What is found"/,
        /option "Command Run all .*" \[selected\]/,
        /status: \d+ found/,
        /button "Close"/,
      ],
    ],
    keys: [
      'shortcuts',
      [
        /dialog "Keyboard shortcuts"/,
        /heading "On the text page"/,
        /term: Ctrl\+K|term: ⌘K/,
        /checkbox "The key \? opens this sheet" \[checked\]/,
        /button "Close"/,
      ],
    ],
    'take-tour': [
      'tour',
      [/dialog "The brief"/, /heading "The brief"/, /button "Back" \[disabled\]/, /button "Next"/, /button "Skip"/, /Step 1 of 5/],
    ],
  };
  for (const [button, [id, patterns]] of Object.entries(dialogs)) {
    await dom.locator(`#${button}`).click();
    const snapshot = await dom.locator('body').ariaSnapshot();
    for (const pattern of patterns) assert.match(snapshot, pattern, id);
    await dom.keyboard.press('Escape');
    assert.equal(await dom.locator(`#${id}`).count(), 0);
  }
});

browserTest(
  'on a phone a text field on the canvas has an input focused, which brings up the on-screen keyboard',
  { ...phone, ...lesson },
  async (page) => {
    await page.tap('Header/Menu');
    await page.tap('Catalogue');
    await page.tap('Catalogue/Search');
    assert.equal(await focused(page.dom), 'canvas-text');
    await page.dom.keyboard.insertText('coast');
    await page.settle();
    await page.until(async () => (await page.dom.evaluate(() => document.activeElement.tagName)) === 'TEXTAREA');
  },
);
