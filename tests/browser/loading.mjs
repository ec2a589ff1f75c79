// How the page comes up: as a site, as a single file, and in browsers that lack something.

import assert from 'node:assert/strict';
import { resolve } from 'node:path';

import { browserTest, dist } from './harness.mjs';

const lesson = '?scenario=levels';
const hasLesson = (page) => page.dom.locator('#text-page').getByText('Levels, and who designated whom').first().waitFor();

browserTest('the site shows panels and text page of a lesson', { path: lesson }, async (page) => {
  await page.see('Requests/Run all');
  await hasLesson(page);
  await page.screenshot();
});

// Notes which widgets the first frame had, whatever comes after it.
const watchFirstFrame = (dom) =>
  dom.addInitScript(() => {
    let module;
    const look = () => {
      if (module._ntk_frames_drawn() === 0) requestAnimationFrame(look);
      else window.firstFrame ??= module.UTF8ToString(module._ntk_widgets());
    };
    Object.defineProperty(window, 'ntk', {
      get: () => module,
      set(started) {
        module = started;
        module._ntk_record_widgets(1);
        requestAnimationFrame(look);
      },
    });
  });

browserTest(
  'the first frame of the panels has the lesson that the address asks for',
  { path: lesson, before: watchFirstFrame },
  async (page) => {
    const { widgets } = JSON.parse(await page.dom.evaluate(() => window.firstFrame));
    assert.ok(widgets.some((widget) => widget.label === 'Run all'));
  },
);

browserTest('a lesson whose file did not arrive can be chosen again', { opens: false }, async (page) => {
  await page.dom.route('**/scenario.json*', (route) => route.abort());
  await page.open(lesson);
  await page.dom.locator('#said').getByText('Couldn’t do that').waitFor();
  page.complaints.length = 0; // the browser's own, about the request
  await page.dom.unroute('**/scenario.json*');
  await page.dom
    .locator('#text-page')
    .getByRole('button', { name: /Levels, and who/ })
    .click();
  await hasLesson(page);
});

browserTest('the single file shows the same from the disk', { file: `${resolve(dist)}/need-to-know.html` }, async (page) => {
  await page.dom.goto(`file://${resolve(dist)}/need-to-know.html${lesson}`);
  await page.ready();
  await page.see('Requests/Run all');
  await hasLesson(page);
});

const withoutWebAssembly = (dom) =>
  dom.addInitScript(() => {
    delete globalThis.WebAssembly;
  });

for (const [kind, options] of Object.entries({
  'the site': { path: lesson },
  'the single file': { file: `${resolve(dist)}/need-to-know.html${lesson}` },
})) {
  browserTest(`${kind} without WebAssembly says so and runs the text page`, { ...options, before: withoutWebAssembly }, async (page) => {
    assert.equal(await page.dom.locator('#no-webassembly').isVisible(), true);
    await hasLesson(page);
    assert.equal(await page.dom.locator('#canvas').isVisible(), false);
  });
}

browserTest('without JavaScript the page says what it needs', { javaScriptEnabled: false, opens: false }, async (page) => {
  await page.dom.goto(page.address);
  const message = page.dom.locator('noscript .shell-message');
  assert.match(await message.innerText(), /needs JavaScript/);
  const { x, y, width, height } = await message.boundingBox();
  assert.deepEqual([x, y, width, height], [0, 0, 1280, 800]);
});

browserTest('the policy of the page allows no script or style that is inline', {}, async (page) => {
  const policy = await page.dom.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  assert.match(policy, /^default-src 'none'/);
  assert.doesNotMatch(policy, /unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)|\*|https?:/);
  // And it is in force.
  const ran = await page.dom.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.ranInline = true';
    document.body.append(script);
    return Boolean(window.ranInline);
  });
  assert.equal(ran, false);
  assert.ok(page.complaints.length > 0);
  page.complaints.length = 0;
});
