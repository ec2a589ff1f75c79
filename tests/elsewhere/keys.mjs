// A lesson worked on the text page by the keyboard alone, as its key says.

import assert from 'node:assert/strict';

import { pressBy, tabTo } from '../browser/reading.mjs';

/** In a group of radio buttons, by the arrows to the one that has this value, or gives this command. */
async function choose(dom, name, wanted) {
  await tabTo(dom, `[name="${name}"]`);
  for (let presses = 0; presses < 12; presses++) {
    // How far down it is: in WebKit the arrows stop at the ends.
    const { steps, checked } = await dom.evaluate((wanted) => {
      const here = /** @type {HTMLInputElement} */ (document.activeElement);
      const group = /** @type {HTMLInputElement[]} */ ([...document.querySelectorAll(`[name="${here.name}"]`)]);
      const at = group.findIndex(({ value, dataset }) => (dataset.command ?? value) === wanted);
      return { steps: at - group.indexOf(here), checked: here.checked };
    }, wanted);
    if (steps === 0 && checked) return;
    await dom.keyboard.press(steps === 0 ? 'Space' : steps > 0 ? 'ArrowDown' : 'ArrowUp');
  }
  assert.fail(`the arrows do not come to ${wanted}`);
}

async function tickBoxes(dom, id, wanted) {
  const boxes = await dom.evaluate((id) => {
    const inputs = /** @type {HTMLInputElement[]} */ ([...document.querySelectorAll(`#${id} input`)]);
    return inputs.map(({ value, checked }) => ({ value, checked }));
  }, id);
  assert.ok(boxes.length > 0, `${id} has boxes`);
  for (const { value, checked } of boxes) {
    if (wanted.includes(value) !== checked) await pressBy(dom, `#${id} input[value="${value}"]`, 'Space');
  }
}

/** In a list that has the focus, the option of that value: a letter typed again and again goes through all that begin with it. */
async function typeUntil(dom, wanted) {
  const letter = await dom.evaluate((wanted) => {
    const list = /** @type {HTMLSelectElement} */ (document.activeElement);
    return [...list.options].find(({ value }) => value === wanted).text[0].toLowerCase();
  }, wanted);
  const chosen = () => dom.evaluate(() => /** @type {HTMLSelectElement} */ (document.activeElement).value);
  for (let presses = 0; presses < 60 && (await chosen()) !== wanted; presses++) await dom.keyboard.type(letter);
  assert.equal(await chosen(), wanted);
}

async function predict(dom, request, outcome, reason) {
  await choose(dom, `predict_${request}`, outcome);
  const list = `#predict_${request}_reason`;
  if (reason && (await dom.evaluate((list) => document.querySelector(list) !== null, list))) {
    await tabTo(dom, list);
    await typeUntil(dom, reason);
  }
  await pressBy(dom, `#predict_${request}_button`);
}

/** Does with keys what a line of a command file says. */
export async function carryOutByKeys(dom, line) {
  const [verb, ...words] = line.split(' ');
  if (verb === 'run') return pressBy(dom, words[0] === 'all' ? '#run-all' : `#run_${words[0]}`);
  if (verb === 'predict') return predict(dom, ...words);
  const [kind, id, field, ...values] = words;
  const isChoice = await dom.evaluate(
    (name) => document.querySelector(`input[type=radio][name="${name}"]`) !== null,
    `${kind}_${id}_${field}`,
  );
  return isChoice ? choose(dom, `${kind}_${id}_${field}`, line) : tickBoxes(dom, `${kind}_${id}_${field}`, values);
}
