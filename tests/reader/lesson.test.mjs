// Lesson 1 on the text page as somebody hears it who does not see the page. The tests go on from one another, as a visit does.
//
// What is expected is taken from the page itself, so a sentence may be reworded; that it is spoken may not change.

import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';

import { CanvasPage, addressOf, commandsOfKey, dist, finish, forgoTour } from '../browser/harness.mjs';
import { jumpTo } from '../browser/reading.mjs';
import { launch } from '../elsewhere/firefox.mjs';
import { Listener, key } from './reader.mjs';

const listener = new Listener(process.env.NTK_SPEECH);
const limit = { timeout: 400000 };
let browser;
let page;

const textOf = (selector) => page.dom.locator(selector).first().textContent();

before(async () => {
  browser = await launch({ 'accessibility.force_disabled': -1 });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  page = new CanvasPage(await context.newPage(), await addressOf(`${dist}/site`));
  await page.dom.addInitScript(forgoTour);
}, limit);

after(async () => {
  await browser?.close();
  await finish();
});

test('the title of the lesson is said when it has loaded', limit, async () => {
  const from = listener.now();
  await page.open('?scenario=levels#text-page');
  // On a slow machine the browser says the page's first title, and the page itself that of the lesson.
  await listener.hear((await page.dom.title()).split(' – ')[0], from);
  await listener.hear('finished loading', from);
});

test('the key h leads from heading to heading, and says the level of each', limit, async () => {
  key('Control_L'); // ends the reading of the whole page
  await listener.hush();
  key('ctrl+Home');
  await listener.hush();
  const headings = await page.dom.evaluate(() =>
    [...document.querySelectorAll('h1, h2, h3, h4')]
      .filter((each) => each.checkVisibility())
      .map((each) => [each.textContent, each.nodeName.slice(1)]),
  );
  assert.ok(headings.length > 20);
  for (const [text, level] of headings.slice(0, 6)) {
    const from = listener.now();
    key('h');
    await listener.hear(`${text} heading level ${level}`, from);
  }
});

/**
 * Comes to a control by Tab, from the one before it, and hears its name, its kind and its group. Orca 43 now and then drops a
 * change of the focus, or a part of what it says of it, while it is busy: then the control is left and come to again, as its
 * user would.
 */
async function comeTo(selector, kind = 'push button') {
  await jumpTo(page.dom, selector);
  for (let tries = 0; tries < 5; tries++) {
    await listener.hush();
    key('shift+Tab');
    await page.dom.waitForFunction((selector) => !document.activeElement.matches(selector), selector);
    const before = (await focused()).group;
    await listener.hush();
    const from = listener.now();
    key('Tab');
    await page.dom.waitForFunction((selector) => document.activeElement.matches(selector), selector);
    const { name, group } = await focused();
    // A group is said when it is entered, not at each of its controls.
    if (await listener.hearsSoon([name, kind, ...(group && group !== before ? [group] : [])], from)) return;
  }
  assert.fail(`${selector} is never said in full; spoken was:\n  ${listener.spoken().slice(-20).join('\n  ')}`);
}

/** The control that has the focus: its name, by its label or by what stands on it, and that of the group that it is in. */
const focused = () =>
  page.dom.evaluate(() => {
    const control = /** @type {HTMLInputElement} */ (document.activeElement);
    const words = (element) =>
      [...element.childNodes]
        .filter((each) => each.nodeType === Node.TEXT_NODE || each.matches('span'))
        .map((each) => each.textContent)
        .join('');
    const group = control.closest('fieldset')?.querySelector('legend').textContent ?? '';
    return { name: words(control.labels?.[0] ?? control), group };
  });

for (const [what, selector, kind] of [
  ['a level', '[name="record_container-notice_level"]', 'radio button'],
  ['a box', '#only-open', 'check box'],
  ['the reason that is predicted', '#predict_ice-notice_reason', 'combo box'],
  ['the name of who hands in', '#student', 'entry'],
]) {
  test(`the form says what is asked: ${what}`, limit, async () => {
    await comeTo(selector, kind);
  });
}

test('a heading is no control: nothing calls it clickable', limit, async () => {
  assert.ok(listener.now() > 0);
  assert.deepEqual(
    listener.spoken().filter((each) => /clickable/i.test(each)),
    [],
  );
});

test('the outcome of a run is said at once, without going there', limit, async () => {
  assert.ok((await page.command('predict ice-notice deny DA-5')).ok); // without it the button would not run it
  await page.dom.waitForFunction(() => document.getElementById('run_ice-notice').dataset.command === 'run ice-notice');
  await comeTo('#run_ice-notice');
  await listener.hush();
  const from = listener.now();
  key('Return');
  const decisions = async () => JSON.parse((await page.ask('export_file', { what: 'report' })).value.text).decisions;
  await page.until(async () => (await decisions()).length > 0);
  const [{ request, outcome }] = await decisions();
  assert.equal(request, 'ice-notice');
  assert.match(outcome, /^den/);
  const said = await textOf('#said');
  assert.match(said, /denied/i);
  await listener.hear(said, from);
});

test('Why leads to the reason of the denial, and the arrows read it', limit, async () => {
  await comeTo('#why_ice-notice');
  await listener.hush();
  const from = listener.now();
  key('Return');
  await listener.hear(await textOf('#why-title'), from);
  const reason = await textOf('#why .outcome');
  assert.match(reason, /[A-Z]+-\d/);
  for (let lines = 0; lines < 25 && !listener.heard(reason, from); lines++) {
    key('Down');
    await listener.hush();
  }
  await listener.hear(reason, from);
});

/** Does something by the key, and hears what the page says of it. */
async function hearWhatIsSaid(name, pattern) {
  await listener.hush();
  const from = listener.now();
  const before = await textOf('#said');
  key(name);
  await page.until(async () => (await textOf('#said')) !== before);
  const said = await page.reads('#said', pattern);
  await listener.hear(said, from);
}

test('an edit that outdates results says what it is, and Undo says what it takes back', limit, async () => {
  await page.dom.locator('[name="record_container-notice_level"]').first().focus();
  await hearWhatIsSaid('space', /Access level of .+: Level 1/);
  await comeTo('#undo');
  assert.match((await focused()).name, /^Undo \w+/);
  await hearWhatIsSaid('Return', /^Undone: /);
});

test('which goals a run has met is said by their names', limit, async () => {
  const done = ['run all', 'predict ice-notice deny DA-5'];
  for (const each of commandsOfKey('levels').filter((each) => !done.includes(each))) assert.ok((await page.command(each)).ok, each);
  await comeTo('#run-all');
  await hearWhatIsSaid('Return', /Goals? met: .+/);
});

test('the access matrix is one stop for Tab, and its cell is read', limit, async () => {
  await comeTo('#matrix-show');
  key('Return');
  await page.dom.waitForFunction(() => document.querySelector('[data-grid="matrix"] button'));
  await page.dom.waitForFunction(() => !document.getElementById('matrix-cancel'));
  await comeTo('[data-grid="matrix"] button[tabindex="0"]');
  key('Tab');
  await page.dom.waitForFunction(() => !document.activeElement.closest('[data-grid="matrix"]'));
  page.check();
});
