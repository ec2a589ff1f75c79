// Predict and reveal, the conflict lab, and the lesson that gives only its trail: on the canvas and on the text page.

import assert from 'node:assert/strict';

import { browserTest, commandsOfKey } from './harness.mjs';

const model = async (page) => (await page.ask('model')).value;
const report = async (page) => JSON.parse((await page.ask('export_file', { what: 'report' })).value.text);
const unmet = async (page) => (await report(page)).goals.filter(({ met }) => !met).map(({ id }) => id);
const onText = { path: '?scenario=disagreement#text-page' };

const guesses = ['lind-seller', 'lind-informant', 'lind-prints'];

browserTest('a wrong prediction names its rule on the canvas, and the log lists it', { path: '?scenario=disagreement' }, async (page) => {
  for (const id of guesses) {
    await page.click(`Requests/${id}/Permit`);
    await page.click(`Requests/${id}/Predict`);
  }
  await page.click('Requests/Run all');
  await page.see('Brief/Misconception DA-7');
  await page.see('Brief/Misconception FN-2');
  assert.deepEqual(
    (await report(page)).misconceptions.map(({ rule, missed }) => [rule, missed]),
    [
      ['DA-7', 2],
      ['FN-2', 1],
    ],
  );
  await page.screenshot();
});

browserTest('a wrong prediction names its rule on the text page, with the way to why', onText, async (page) => {
  for (const id of guesses) {
    await page.dom.locator(`#predict_${id}_permit`).check();
    await page.dom.locator(`#predict_${id}_button`).click();
  }
  await page.dom.locator('#run-all').click();
  const judged = page.dom.locator('#judged_lind-seller');
  await judged.getByText(/It was denied by the check “.*” \(DA-7\)\./).waitFor();
  assert.match(await judged.textContent(), /It ended differently.*You predicted: permitted/s);
  await judged.getByRole('link', { name: /Why\?/ }).click();
  assert.match(await page.dom.locator('#why-title').textContent(), /request 2/);
  assert.match(await page.dom.locator('.misconceptions').textContent(), /DA-7.*Wrong twice: missed twice/s);
});

browserTest(
  'the lab on the canvas waits for predictions, then switches the way and changes nothing',
  { path: '?scenario=disagreement' },
  async (page) => {
    await page.choose('Header/Views', 'Combo/Conflict lab');
    assert.equal(await page.has('Lab/first_match'), false);
    await page.click('Lab/Close');
    for (const line of commandsOfKey('disagreement').slice(0, 6)) await page.command(line);
    const before = await report(page);
    await page.choose('Header/Views', 'Combo/Conflict lab');
    for (const way of ['first_match', 'deny_overrides', 'most_specific']) {
      await page.click(`Lab/${way}`);
      await page.see(`Lab/${way} 1`);
      await page.screenshot();
    }
    await page.click('Lab/all_must_pass');
    assert.equal(await page.has('Lab/all_must_pass 1'), false);
    await page.click('Lab/Close');
    assert.deepEqual(await report(page), before);
  },
);

browserTest('the lab on the text page is a choice and a table', onText, async (page) => {
  await page.dom.locator('#lab .empty').waitFor();
  for (const line of commandsOfKey('disagreement').slice(0, 6)) await page.command(line);
  await page.dom.locator('#lab-first_match').check();
  await page.dom.locator('#lab').getByText('DA-2 comes first and passes, so DA-7 is never asked.').first().waitFor();
  await page.dom.locator('#lab-deny_overrides').check();
  await page.dom
    .locator('#lab')
    .getByText(/FN-1 grants it; FN-2 is a grant that is missing/)
    .first()
    .waitFor();
  await page.dom.locator('#lab-all_must_pass').check();
  await page.dom.locator('#lab').getByText('nothing changes').waitFor();
  assert.equal(await page.dom.locator('#lab table').count(), 0);
});

browserTest('on the canvas an incident is found from its trail, and mended', { path: '?scenario=incident' }, async (page) => {
  assert.equal((await model(page)).trail.events, 9);
  const wrong = 'This is what is wrong';
  assert.equal(await page.has('Assign/inventory/level/3'), false);
  await page.screenshot();
  await page.click(`Assign/inventory/level/${wrong}`);
  await page.click('Assign/Users');
  await page.click(`Assign/orel/functions/${wrong}`);
  await page.click('Assign/Owners’ memos');
  await page.click(`Assign/memo-fbi/term/${wrong}`);
  await page.see('Brief/Goal fault-one met');
  for (const line of commandsOfKey('incident').slice(3, 6)) await page.command(line);
  await page.click('Requests/Run all');
  assert.deepEqual(await unmet(page), []);
});

browserTest('on the text page an incident is found from its trail, and mended', { path: '?scenario=incident#text-page' }, async (page) => {
  const why = page.dom.locator('#why_holt-night');
  await why.click();
  await page.dom.locator('#why').getByText('You have only the audit trail').waitFor();
  assert.equal(await page.dom.locator('#why .rung').count(), 1);
  // The last one opens the fields, and takes its own box away.
  for (const id of ['record_inventory_level', 'owner_memo_memo-fbi_term', 'user_orel_functions']) {
    await page.dom.locator(`#${id}_found`).click();
  }
  await page.dom.locator('#record_inventory_level_1').check();
  for (const line of commandsOfKey('incident').slice(4, 6)) await page.command(line);
  await page.dom.locator('#run-all').click();
  await page.until(async () => (await unmet(page)).length === 0);
});
