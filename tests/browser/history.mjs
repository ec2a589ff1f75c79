// One history: the journal that is kept, first predictions that outlast all attempts, and what others have made.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { deflateSync } from 'node:zlib';

import { browserTest, commandsOfKey } from './harness.mjs';

const everyField = resolve('tests/web/every-field.json');
const change = 'assign record container-notice level 1';
const predictions = commandsOfKey('levels').filter((line) => line.startsWith('predict '));

const commands = async (page) => (await page.ask('export_file', { what: 'commands' })).value.text;
const report = async (page) => JSON.parse((await page.ask('export_file', { what: 'report' })).value.text);
const attempts = (page) =>
  page.dom.evaluate(() => Object.keys(localStorage).filter((key) => /^need-to-know\.attempt\.[^.]+$/.test(key)).length);

async function openFile(page, name, text) {
  const folder = mkdtempSync(join(tmpdir(), 'ntk-file-'));
  writeFileSync(join(folder, name), text);
  await page.dom.locator('#file').setInputFiles(join(folder, name));
}

async function follow(page, hash) {
  const { number } = (await page.ask('model')).value.notice;
  await page.dom.evaluate((wanted) => (location.hash = wanted), hash);
  await page.until(async () => (await page.ask('model')).value.notice.number > number);
}

// ---- First predictions -----------------------------------------------------------------------------

const firstOf = async (page, request) => (await report(page)).first_predictions.find((each) => each.request === request);

browserTest(
  'the first prediction outlasts undo, reload and a new attempt, and later ones are retries',
  { path: '?scenario=levels#text-page' },
  async (page) => {
    for (const each of predictions) await page.command(each);
    await page.command('run all');
    const first = await firstOf(page, 'creator-inquiry');
    assert.notEqual(first.result, 'none');
    assert.equal(first.earlier_attempt, false);
    await page.ask('go', { position: 0 });
    await page.command('predict creator-inquiry deny DA-5 sure');
    const retried = { ...first, retries: 1 };
    assert.deepEqual(await firstOf(page, 'creator-inquiry'), retried);
    await page.dom.reload();
    await page.ready();
    assert.deepEqual(await firstOf(page, 'creator-inquiry'), retried, 'the journal was kept');
    await page.dom.locator('#attempt-new').click();
    await page.command('predict creator-inquiry permit sure');
    assert.deepEqual(await firstOf(page, 'creator-inquiry'), { ...first, retries: 2, earlier_attempt: true });
    await page.dom.reload();
    await page.ready();
    assert.deepEqual(await firstOf(page, 'creator-inquiry'), { ...first, retries: 2, earlier_attempt: true });
  },
);

browserTest(
  'an attempt that an earlier version of the page kept opens, and is kept with a journal',
  { path: '?scenario=levels' },
  async (page) => {
    for (const each of ['hint', change]) await page.command(each);
    await page.dom.evaluate(() => {
      const [key] = Object.keys(localStorage).filter((each) => /^need-to-know\.attempt\.\w+$/.test(each));
      const { journal, ...head } = JSON.parse(localStorage.getItem(key));
      if (journal) localStorage.setItem(key, JSON.stringify({ ...head, position: 1 }));
    });
    await page.dom.reload();
    await page.ready();
    assert.equal(await commands(page), 'hint\n');
    const lines = (await page.ask('steps', { block: 1000 })).value.lines;
    assert.deepEqual(lines, ['unrecorded', 'hint', change, 'go 1']);
    await page.dom.reload();
    await page.ready();
    assert.deepEqual((await page.ask('steps', { block: 1000 })).value.lines, lines);
    assert.equal((await report(page)).first_predictions_from, 'commands');
  },
);

// ---- What others have made -------------------------------------------------------------------------

browserTest(
  'a link with very many runs is stopped at the bounds, is not kept, and the work before it comes back',
  { path: '?scenario=levels' },
  async (page) => {
    for (const each of [...predictions, 'run all']) await page.command(each);
    const before = await commands(page);
    const kept = await attempts(page);
    const text = JSON.stringify({
      submission: 1,
      scenario: { id: 'levels', sha256: '0'.repeat(64) },
      commands: [...predictions, ...Array.from({ length: 130000 }, () => 'run all')],
    });
    const digest = (await page.ask('digest', { bytes: text })).value.slice(0, 12);
    await follow(page, `#work=1z.${digest}.${deflateSync(text).toString('base64url')}`);
    const { kind, message } = (await page.ask('model')).value.notice;
    assert.equal(kind, 'refused');
    assert.match(message, /in part, \d+ of 130005 steps: .*the journal has more than 50000 lines/);
    assert.equal(await attempts(page), kept);
    const megabytes = (await page.dom.evaluate(() => window.ntk.HEAPU8.length)) / (1 << 20);
    assert.ok(megabytes < 1024, `${megabytes} MB of memory`);
    await page.dom.reload();
    await page.ready();
    assert.equal(await commands(page), before);
  },
);

browserTest('a file with a lesson’s id never takes over the lesson’s address', { path: '?scenario=levels' }, async (page) => {
  const mine = JSON.stringify({ ...JSON.parse(readFileSync(everyField, 'utf8')), id: 'levels' });
  await openFile(page, 'mine.json', mine);
  await page.until(async () => (await page.ask('model')).value.scenario.title !== 'Levels, and who designated whom');
  await page.command('hint');
  assert.doesNotMatch(page.dom.url(), /scenario=levels/);
  await page.dom.goto('about:blank');
  await page.open('?scenario=levels');
  assert.match((await page.ask('model')).value.scenario.title, /^Levels/);
});

browserTest(
  'an attempt over whose opening the page ended is not opened again by itself, and it is said',
  { path: '?scenario=levels' },
  async (page) => {
    await page.command('hint');
    await page.dom.evaluate(() => localStorage.setItem('need-to-know.opening', localStorage.getItem('need-to-know.last')));
    await page.dom.reload();
    await page.ready();
    assert.equal(await commands(page), '');
    assert.match((await page.ask('model')).value.notice.message, /was not opened: the page ended/);
    assert.equal(await attempts(page), 1);
  },
);

// ---- Predicting ------------------------------------------------------------------------------------

const madeOf = async (page, id) => (await page.ask('model')).value.requests.find((each) => each.id === id).prediction;

browserTest(
  'on the panels a reason can be given with every denial, certainty chosen, and the prediction changed until it is run',
  { path: '?scenario=levels' },
  async (page) => {
    const row = 'Requests/creator-inquiry';
    await page.click(`${row}/Deny`);
    await page.choose(`${row}/Reason`, 'DA-5');
    await page.click(`${row}/Sure`);
    await page.click(`${row}/Predict`);
    const { permitted, reason, certainty } = await madeOf(page, 'creator-inquiry');
    assert.deepEqual([permitted, reason, certainty], [false, 'DA-5', 'sure']);
    await page.click(`${row}/Change the prediction`);
    await page.click(`${row}/Permit`);
    await page.click(`${row}/Predict`);
    assert.equal((await madeOf(page, 'creator-inquiry')).permitted, true);
  },
);

browserTest(
  'on the text page a reason can be given with every denial, and certainty chosen',
  { path: '?scenario=levels#text-page' },
  async (page) => {
    await page.dom.locator('#predict_creator-inquiry_deny').check();
    await page.dom.locator('#predict_creator-inquiry_reason').selectOption('DA-5');
    await page.dom.locator('#predict_creator-inquiry_certainty').selectOption('likely');
    await page.dom.locator('#predict_creator-inquiry_button').click();
    const { permitted, reason, certainty } = await madeOf(page, 'creator-inquiry');
    assert.deepEqual([permitted, reason, certainty], [false, 'DA-5', 'likely']);
  },
);
