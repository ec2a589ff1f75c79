// What waits, and for what: outcomes for the predictions that a lesson requires, work for what a trail is to tell.

import assert from 'node:assert/strict';

import { browserTest, commandLines, predictAll } from './harness.mjs';

const model = async (page) => (await page.ask('model')).value;
const view = (page, name) => page.choose('Header/Views', `Combo/${name}`);
const commands = async (page) => commandLines((await page.ask('export_file', { what: 'commands' })).value.text);

browserTest('nothing tells an outcome before it is predicted, where that is required', { path: '?scenario=levels' }, async (page) => {
  for (const name of ['Access matrix', 'Compare', 'Least privilege']) {
    await view(page, name);
    await page.see(`${name}/Close`);
    const labels = (await page.map()).widgets.map(({ label }) => label);
    assert.ok(!labels.some((label) => /permit|deny|Work it out/.test(label)), name);
    await page.click(`${name}/Close`);
  }
  await view(page, 'Calendar');
  await page.click('Calendar/Forecast');
  assert.equal(await page.has('Forecast/Track'), false);
  await page.click('Calendar/Close');
  for (const [verb, takes] of /** @type {[string, object][]} */ ([
    ['matrix_show', {}],
    ['findings', { which: 'excess' }],
    ['forecast', { first: 0 }],
  ])) {
    assert.match((await page.ask(verb, takes)).message, /^this tells outcomes, and 5 requests are still to be predicted$/);
  }
  for (const line of ['predict dea-search permit', 'run dea-search']) assert.ok((await page.command(line)).ok);
  assert.equal(await page.has('Why/What would change it?'), false);
  await predictAll(page);
  await page.see('Why/What would change it?');
  await view(page, 'Access matrix');
  await page.see('Blocks/Cells');
});

browserTest('what is not asked to be predicted can be, as on the text page', { path: '?scenario=levels' }, async (page) => {
  const { id } = (await model(page)).requests.find(({ predicting }) => predicting === 'offered');
  await page.click(`Requests/${id}/Predict it first, if you like`);
  await page.click(`Requests/${id}/Deny`);
  await page.choose(`Requests/${id}/Reason`, 'DA-5');
  await page.click(`Requests/${id}/Predict`);
  assert.ok((await commands(page)).includes(`predict ${id} deny DA-5`));
});

browserTest(
  'while only the trail is given nothing can be run or asked, and what is open says what is still to be found',
  { path: '?scenario=incident' },
  async (page) => {
    assert.ok((await page.see('Requests/Run all')).disabled);
    await page.click('Requests/Clock');
    assert.equal(await page.has('Move on'), false);
    await page.press('Escape');
    assert.equal(await page.has('Requests/Ask your own'), false);
    await page.click(`Requests/${(await model(page)).requests[0].id}/Show`);
    assert.equal(await page.has('Why/What would change it?'), false);
    await page.dom.goto(`${page.address}?scenario=incident#text-page`);
    await page.dom.locator('#matrix').waitFor();
    for (const section of ['matrix', 'compare', 'excess']) {
      assert.match(await page.dom.locator(`#${section} .empty`).textContent(), /opens when you have found every fault/);
    }
  },
);
