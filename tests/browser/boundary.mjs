// What crosses between the text page and the engine: how many calls, how many bytes, and how much of the page is written.

import assert from 'node:assert/strict';

import { browserTest } from './harness.mjs';

/** From now on counts calls, bytes both ways, and the sections that are written. */
const count = (page) =>
  page.dom.evaluate(() => {
    const module = window.ntk;
    const counted = { calls: [], bytes: 0, sections: 0 };
    const size = (text) => new TextEncoder().encode(text).length;
    const { _ntk_call: call, onDeskChanged: changed } = module;
    module._ntk_call = (verb, takes, length, since) => {
      counted.calls.push(module.UTF8ToString(verb));
      const answer = call(verb, takes, length, since);
      counted.bytes += size(module.UTF8ToString(verb)) + length + size(module.UTF8ToString(answer));
      return answer;
    };
    module.onDeskChanged = (revision, unkept) => {
      counted.bytes += size(unkept);
      changed(revision, unkept);
    };
    const create = document.createElement.bind(document);
    document.createElement = (tag) => {
      if (tag === 'section') counted.sections++;
      return create(tag);
    };
    /** @type {any} */ (window).counted = counted;
  });

/** What was counted since the last time. */
const counted = (page) =>
  page.dom.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 100)); // whatever is written a little later
    const { counted } = /** @type {any} */ (window);
    const now = { ...counted };
    Object.assign(counted, { calls: [], bytes: 0, sections: 0 });
    return now;
  });

const atTheTextPage = { path: '?scenario=levels#text-page' };

browserTest('a radio button costs at most 3 calls and 10 KB, and writes few sections', atTheTextPage, async (page) => {
  const all = await page.dom.locator('#content > section').count();
  const radios = page.dom.locator('[name="record_container-notice_level"]:not(:disabled)');
  await count(page);
  for (const at of [0, 1, 0]) {
    await radios.nth(at).click();
    assert.equal(await radios.nth(at).isChecked(), true);
    const { calls, bytes, sections } = await counted(page);
    assert.ok(calls.length > 0 && calls.length <= 3, calls.join(', '));
    assert.ok(bytes <= 10_000, `${bytes} bytes`);
    assert.ok(sections < all, `${sections} of ${all} sections`);
  }
});

browserTest('a run costs at most 3 calls, with the trail that it adds to', atTheTextPage, async (page) => {
  for (const { id } of (await page.ask('model')).value.requests) await page.command(`predict ${id} permit`);
  const run = page.dom.locator('#run_ice-notice');
  await page.dom.waitForFunction(() => document.getElementById('run_ice-notice').dataset.command);
  await count(page);
  for (let times = 1; times <= 3; times++) {
    await run.click();
    await page.dom.locator(`#event-${times}`).waitFor();
    const { calls } = await counted(page);
    assert.ok(calls.length > 0 && calls.length <= 3, calls.join(', '));
  }
});

browserTest('a refused choice is put back, though nothing has changed', atTheTextPage, async (page) => {
  const radio = page.dom.locator('[name="record_container-notice_level"]:not(:checked):not(:disabled)').first();
  const before = await page.dom.locator('[name="record_container-notice_level"]:checked').getAttribute('id');
  await radio.evaluate((element) => {
    element.dataset.command = 'assign record container-notice level 9';
  });
  await radio.click();
  await page.dom.waitForFunction((id) => /** @type {HTMLInputElement} */ (document.getElementById(id)).checked, before);
});
