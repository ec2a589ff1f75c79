// The panels on a phone: one at a time, for thumbs.

import assert from 'node:assert/strict';

import { browserTest } from './harness.mjs';
import { model } from './lesson.mjs';

const phone = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };

browserTest('a phone shows one panel at a time, all of them within its width', { ...phone, path: '?scenario=levels' }, async (page) => {
  for (const name of ['Brief', 'Assign', 'Requests', 'Why', 'Trail']) {
    await page.tap(`Panels/${name}`);
    const { windows, widgets } = await page.map();
    assert.deepEqual(
      windows.filter((window) => window.scroll_max[0] > 0).map((window) => window.path.join('/')),
      [],
    );
    assert.ok(windows.some((window) => window.path[0] === name));
    assert.deepEqual(
      widgets.filter(({ rect }) => rect[2] > 360 || rect[0] < 0).map(({ path, label }) => [...path, label].join('/')),
      [],
    );
    await page.screenshot();
  }
});

browserTest('on a phone what is pressed is as high as a finger', { ...phone, path: '?scenario=levels' }, async (page) => {
  const low = [];
  for (const name of ['Brief', 'Assign', 'Requests']) {
    await page.tap(`Panels/${name}`);
    const { widgets } = await page.map();
    const pressable = widgets.filter(
      ({ label, path }) => path[0] !== 'Panels' && !/^(Goal |Not run|.* locked$)/.test(label) && label !== name,
    );
    low.push(...pressable.filter(({ rect }) => rect[3] - rect[1] < 40).map(({ path, label }) => [...path, label].join('/')));
  }
  assert.deepEqual(low, []);
});

browserTest('by thumb: predict, run, read why', { ...phone, path: '?scenario=levels' }, async (page) => {
  await page.tap('Panels/Requests');
  await page.tap('Requests/ice-notice/Permit');
  await page.tap('Requests/ice-notice/Predict');
  await page.tap('Requests/ice-notice/Run');
  await page.tap('Requests/ice-notice/Show');
  await page.see('Why/Outcome: Denied');
  await page.tap('Panels/Trail');
  await page.tap('Trail/Event 1');
  await page.see('Why/Outcome: Denied');
});

browserTest(
  'on a phone the catalogue is opened from the menu and keeps within its width',
  { ...phone, path: '?scenario=levels' },
  async (page) => {
    await page.tap('Header/Menu');
    await page.tap('Popup/Catalogue');
    await page.tap('Catalogue/systems');
    const rows = (await page.map()).widgets.filter(({ path }) => path[0] === 'Catalogue');
    assert.ok(rows.length > 8);
    for (const { label, rect } of rows) assert.ok(rect[0] >= 0 && rect[2] <= 390, label);
    await page.screenshot();
    await page.tap('Catalogue/Close');
    await page.see('Panels/Brief');
  },
);

browserTest(
  'on a phone the calendar is opened from the menu and keeps within its width',
  { ...phone, path: '?scenario=investigations' },
  async (page) => {
    await page.tap('Header/Menu');
    await page.tap('Popup/Calendar');
    for (const part of ['changes', 'notices', 'disclosures']) {
      await page.tap(`Calendar/${part}`);
      const rows = (await page.map()).widgets.filter(({ path }) => path[0] === 'Calendar');
      for (const { label, rect } of rows) assert.ok(rect[0] >= 0 && rect[2] <= 360, label);
      await page.screenshot();
    }
    await page.tap('Calendar/changes');
    await page.tap('Calendar/2016-08-12');
    assert.equal((await model(page)).clock.text, '2016-08-12T08:00');
    await page.tap('Calendar/Close');
    await page.see('Panels/Brief');
  },
);
