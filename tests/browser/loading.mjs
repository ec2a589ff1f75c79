// How the page comes up: as a site, as a single file, and in browsers that lack something.

import assert from 'node:assert/strict';
import { resolve } from 'node:path';

import { firstLoad } from './first_load.mjs';
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

const secondPart = /page\.rest\.wasm|textpage\.js|engine\.js|scenario\.json/;

browserTest('until home is shown at most 400 KB are transferred, and nothing of what comes behind it', {}, async (page) => {
  const asked = await firstLoad(page, `${dist}/site`);
  const paths = asked.map(({ path }) => path);
  for (const path of ['index.html', 'page.css', 'fonts/Inter.woff2', 'loader.js', 'page.js', 'page.wasm', 'scenarios/index.json'])
    assert.ok(paths.includes(path), `${path} is among ${paths.join(', ')}`);
  assert.deepEqual(
    paths.filter((path) => secondPart.test(path)),
    [],
  );
  const bytes = asked.reduce((sum, each) => sum + each.bytes, 0);
  assert.ok(bytes <= 400 * 1024, `${bytes} bytes: ${asked.map(({ path, bytes: each }) => `${path} ${each}`).join(', ')}`);
});

/** Keeps a file of the site back; returns what lets it go on. */
async function keepBack(page, pattern, isMeant = (/** @type {import('playwright-core').Request} */ request) => request.url() !== '') {
  let go = () => {};
  const released = new Promise((resolve) => (go = () => resolve(null)));
  await page.dom.route(pattern, async (route) => {
    if (isMeant(route.request())) await released;
    await route.continue().catch(() => {}); // the page may be gone
  });
  return go;
}
const homeDrawn = (page) => page.dom.waitForFunction(() => window.ntk?._ntk_frames_drawn() > 0);
const textOf = (page, selector) => page.dom.locator(selector).evaluate((element) => element.textContent);

browserTest(
  'home is in the document before the program has arrived, word for word as the text page has it',
  { opens: false },
  async (page) => {
    const release = await keepBack(page, '**/page.wasm*');
    await page.dom.goto(page.address);
    await page.dom.getByRole('heading', { name: 'Choose a lesson' }).waitFor();
    const inSight = await page.dom.getByText('Levels, and who designated whom').first().boundingBox();
    assert.ok(inSight && inSight.y + inSight.height < 800, 'the first lesson is in sight');
    const before = [await textOf(page, '#page-title'), await textOf(page, '.head .prose'), await textOf(page, '#choice')];
    release();
    await page.ready();
    const after = [await textOf(page, '#page-title'), await textOf(page, '.head .prose'), await textOf(page, '#choice')];
    assert.deepEqual(before, after);
    assert.ok(before.every((text) => text.length > 20));
  },
);

browserTest('a lesson that is chosen before the program has arrived opens once it has', { opens: false }, async (page) => {
  const release = await keepBack(page, '**/page.wasm*');
  await page.dom.goto(page.address);
  await page.dom.waitForFunction(() => document.readyState === 'complete');
  await page.dom.locator('#open_levels').click();
  assert.match(await page.dom.locator('#early').textContent(), /as soon as the page has arrived/);
  release();
  await page.ready();
  await hasLesson(page);
  assert.equal(await page.dom.locator('#early').count(), 0);
});

browserTest('what is chosen on the panels before the rest of the page has arrived is done once it has', { opens: false }, async (page) => {
  const release = await keepBack(page, '**/page.rest.wasm*');
  await page.dom.goto(page.address);
  await homeDrawn(page);
  await page.call('ntk_record_widgets', 1);
  await page.click('levels/Begin');
  assert.ok((await page.map()).texts.some(({ text }) => /still arriving/.test(text)));
  assert.equal(await page.dom.evaluate(() => document.documentElement.dataset.ready), undefined);
  release();
  await page.ready();
  await hasLesson(page);
  await page.see('Requests/Run all');
});

browserTest('a call into the rest of the program that comes before it waits for it, and goes on', { opens: false }, async (page) => {
  const isFetched = (request) => request.resourceType() === 'fetch';
  const release = await keepBack(page, '**/page.rest.wasm*', isFetched);
  await page.dom.goto(page.address);
  await homeDrawn(page);
  const { value } = await page.ask('model');
  assert.ok(value.home.lessons.length > 5);
  release();
  await page.ready();
  await page.see('levels/Begin');
});

browserTest('a list of lessons that was edited since is not shown as it was', { opens: false }, async (page) => {
  const release = await keepBack(page, '**/page.wasm*');
  const own = [{ id: 'levels', title: 'Another title', file: '01-levels/scenario.json' }];
  await page.dom.route('**/scenarios/index.json', (route) => route.fulfill({ json: own }));
  await page.dom.goto(page.address);
  await page.dom.waitForFunction(() => !document.querySelector('#choice .lessons'));
  release();
  await page.ready();
  assert.equal(await page.dom.locator('#text-page .lesson').count(), 1);
  await page.dom.locator('#text-page').getByText('Another title').first().waitFor();
});
