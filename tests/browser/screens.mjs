// Every screen of the text page, one after the other, as a visit comes by them: for the tests that look at each.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import { commandsOfKey, predictAll } from './harness.mjs';

const lessonFile = (lesson) => readFileSync(`scenarios/${lesson}/scenario.json`, 'utf8');
const withMistakes = lessonFile('01-levels').replace('"level": 1', '"level": 7').replace('"agency"', '"agencie"');

/** Presses a control of the text page by its id, and waits for what it brings. */
async function press(page, id, brings) {
  await page.dom.evaluate((id) => document.getElementById(id).click(), id);
  if (brings) await page.dom.waitForFunction((selector) => document.querySelector(selector) !== null, brings);
}

const commands = async (page, lines) => {
  for (const line of lines) assert.ok((await page.command(line)).ok, line);
  await page.until(() => page.dom.evaluate(() => document.querySelector('#trail tbody tr') !== null));
};

/** Opens a lesson as a file, by the page's own input. */
async function openFile(page, name, text, brings) {
  await page.dom.evaluate(
    ([name, text]) => {
      const input = /** @type {HTMLInputElement} */ (document.getElementById('file'));
      const files = new DataTransfer();
      files.items.add(new File([text], name, { type: 'application/json' }));
      input.files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    [name, text],
  );
  await page.dom.waitForFunction((selector) => document.querySelector(selector) !== null, brings);
}

async function closeDialog(page) {
  await page.dom.evaluate(() => /** @type {HTMLDialogElement} */ (document.querySelector('dialog[open]')).close());
}

/** By the keys that open it, as somebody at the text page presses them. */
async function openDialog(page, button, id) {
  await press(page, button, `dialog#${id}[open]`);
}

/**
 * Shows each screen and has it looked at: `look(name, selector)`, of the part that is new. The page is opened, at the list of
 * lessons, with nothing done.
 */
export async function walkThroughScreens(page, look) {
  await look('home', 'html');
  await press(page, 'open_levels', '#requests');
  await look('a lesson, unsolved', 'html');
  await openFile(page, 'my-lesson.json', withMistakes, '#diagnostics');
  await look('a file with mistakes', '#diagnostics');
  await press(page, 'dismiss');

  await commands(page, commandsOfKey('levels'));
  await look('a lesson, solved', 'html');
  await press(page, 'why_ice-notice', '#why-path');
  await look('Why', '#why');
  await look('the trail', '#trail');

  await press(page, 'matrix-show', '#block-3-0');
  await look('the access matrix', '#matrix');
  await press(page, 'block-3-0', '#matrix-block');
  await page.dom.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('[id^="cell-"]')).click());
  await look('a block and a cell of the matrix', '#matrix');

  for (const which of ['compare', 'excess']) await press(page, `${which}-show`, `#${which}-ask, #${which}-summary`);
  await look('the comparison', '#compare');
  await look('least privilege', '#excess');
  await press(page, 'forecast-open', '#forecast-day');
  await look('the calendar and the forecast', '#calendar');
  await press(page, 'catalogue-open', '#catalogue tbody tr');
  await look('the catalogue', '#catalogue');
  await look('your work', '#work');

  for (const [button, id] of [
    ['find', 'palette'],
    ['keys', 'shortcuts'],
    ['take-tour', 'tour'],
  ]) {
    await openDialog(page, button, id);
    await look(id, `#${id}`);
    await closeDialog(page);
  }

  await page.dom.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await look('what is printed', '#printout');
  await page.dom.evaluate(() => window.dispatchEvent(new Event('afterprint')));

  await openFile(page, 'disagreement.json', lessonFile('11-when-checks-disagree'), '#lab');
  await predictAll(page);
  await page.until(() => page.dom.evaluate(() => document.querySelector('[id^="lab-"][type="button"], #lab-ways') !== null));
  await look('the conflict lab', '#lab');
}
