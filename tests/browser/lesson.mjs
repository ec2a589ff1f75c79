// A lesson worked on the canvas, as its key says: each command by the controls that give it.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

export const model = async (page) => (await page.ask('model')).value;

const tabs = { record: 'Records', user: 'Users', agreement: 'Agreements', owner_memo: 'Owners’ memos', letter: 'Letters' };

/** Gives a field a value by its controls, as the command would. */
async function assign(page, kind, id, field, values) {
  await page.click(`Assign/${tabs[kind]}`);
  const boxes = `${id}/${field}`;
  const several = ['designation', 'functions', 'categories', 'anaci_categories', 'levels', 'states'];
  if (!several.includes(field)) return page.click(`Assign/${boxes}/${values.join(' ')}`);
  const things = (await model(page)).kinds.find((each) => each.kind === kind).things;
  const { options } = things.find((each) => each.id === id).fields.find((each) => each.assign.endsWith(` ${field}`));
  const wanted = values.filter((value) => value !== 'none' && value !== 'nobody');
  for (const { value } of options) await page.tick(`Assign/${boxes}/${value}`, wanted.includes(value));
}

export async function predict(page, request, [outcome, reason]) {
  const takesReason = (await model(page)).requests.find((each) => each.id === request).takes_reason;
  await page.click(`Requests/${request}/${outcome === 'permit' ? 'Permit' : 'Deny'}`);
  if (reason && takesReason) await page.choose(`Requests/${request}/Reason`, reason);
  await page.click(`Requests/${request}/Predict`);
}

/** Does with the mouse what a line of a command file says. */
export async function carryOut(page, line) {
  const [verb, ...words] = line.split(' ');
  if (verb === 'assign') return assign(page, words[0], words[1], words[2], words.slice(3));
  if (verb === 'predict') return predict(page, words[0], words.slice(1));
  if (verb === 'run') return page.click(words[0] === 'all' ? 'Requests/Run all' : `Requests/${words[0]}/Run`);
  throw new Error(`the key has a line that no panel carries out here: ${line}`);
}

/** The commands of a text of commands, in order: its lines but for comments and empty ones. */
export const commandLines = (text) => text.split('\n').filter((line) => line && !line.startsWith('#'));

/** The commands of a lesson's key. */
export const commandsOfKey = (lesson) => commandLines(readFileSync(`tests/keys/${lesson}.commands`, 'utf8'));

/** Predicts what the lesson requires, as some do before they tell any outcome: that all is permitted. */
export async function predictAll(page) {
  const { requests } = (await page.ask('model')).value;
  for (const { id } of requests.filter((each) => each.waits_for)) assert.ok((await page.command(`predict ${id} permit`)).ok);
  await page.settle();
}
