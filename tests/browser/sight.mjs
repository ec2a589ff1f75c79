// What is to be seen at once, without scrolling: controls at common sizes of a window, and what a button brings.

import assert from 'node:assert/strict';

import { browserTest, predictAll } from './harness.mjs';

browserTest(
  'the widget map keeps what is drawn, in order and in full: wrapped, cut, on a button, scrolled out of sight',
  { path: '?scenario=levels', viewport: { width: 1024, height: 500 } },
  async (page) => {
    const { texts } = await page.map();
    const drawn = (panel) => texts.filter(({ path }) => path.includes(panel)).map(({ text }) => text);
    const { value } = await page.ask('model');
    const goals = drawn('Brief');
    const places = value.goals.rows.map(({ title }) => goals.indexOf(title));
    assert.deepEqual(
      places,
      [...places].sort((a, b) => a - b),
      'goals in their order',
    );
    assert.ok(places.length > 1 && places[0] >= 0, `${JSON.stringify(value.goals.rows[0])} is among ${goals.join(' | ')}`);
    assert.ok(drawn('Requests').includes('Run all'));
    const [below, left] = [texts.find(({ rect }) => rect[1] > 500), texts.find(({ rect }) => rect[0] < 300)];
    assert.ok(below && left, 'what is out of sight is there too');
  },
);

for (const [width, height] of [
  [1024, 768],
  [1280, 720],
]) {
  browserTest(
    `at ${width} by ${height} every tab of Assign and every tool of the trail is in sight`,
    { path: '?scenario=agreements', viewport: { width, height } },
    async (page) => {
      await predictAll(page);
      assert.ok((await page.command('run all')).ok);
      for (const projects of [false, true]) {
        if (projects) await page.palette('projector');
        await page.palette('go assign');
        const tabsShown = (await page.map()).widgets.filter(
          ({ path, label }) => path.at(-1) === 'Assign' && /^(Records|Users|Agreements|Owners’ memos)$/.test(label.split('###').at(-1)),
        );
        assert.ok(tabsShown.length >= 4);
        assert.equal(new Set(tabsShown.map(({ rect }) => rect[1])).size, 1, 'the tabs stand in one row');
        for (const { rect } of tabsShown) assert.ok(rect[2] <= width);
        await page.palette('go trail');
        const tools = (await page.map()).widgets.filter(
          ({ path, label }) => path.at(-1) === 'Trail' && /^(Filter|Save|Report|Close the trail)$/.test(label.replace(/^###/, '')),
        );
        assert.ok(tools.length >= 2);
        for (const { rect, label } of tools) assert.ok(rect[0] >= 0 && rect[2] <= width, `${label} of ${width}`);
      }
    },
  );
}

browserTest(
  'what a button brings comes into sight: a hint, a form, a list of rules within the window',
  { path: '?scenario=levels' },
  async (page) => {
    const isInSight = ({ rect, visible }) => rect[1] >= visible[1] - 1 && visible[3] > visible[1];
    const scrolled = async () => (await page.map()).windows.find(({ path }) => path.at(-1) === 'goals').scroll[1];
    await page.see('Brief/Show a hint');
    const before = await scrolled();
    await page.click('Brief/Show a hint');
    assert.ok((await scrolled()) < before, 'the hint is of the first goal, and stands there');
    await page.click('Requests/Ask your own');
    assert.ok(isInSight(await page.find('Requests/Begin from')));
    const { id } = (await page.ask('model')).value.requests.find((request) => request.waits_for);
    await page.click(`Requests/${id}/Deny`);
    await page.click(`Requests/${id}/Reason`);
    const rules = (await page.map()).widgets.filter(({ label }) => /###[A-Z]{2}-\d+$/.test(label));
    assert.ok(rules.length > 30);
    for (const { rect, label } of rules) assert.ok(rect[0] >= 0 && rect[2] <= 1280 && rect[2] - rect[0] <= 560, label);
    await page.press('Escape');
    await page.click('Header/Larger text');
    await page.see('Header/Larger text');
    await page.see('Header/Text page');
  },
);
