// A part of the page is missing, broken, slow or lost: what is left goes on, and says what happened.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import { browserTest, dist } from './harness.mjs';

const lesson = '?scenario=levels';
const hasLesson = (page) => page.dom.locator('#text-page').getByText('Levels, and who designated whom').first().waitFor();
const forgive = (page) => {
  page.complaints.length = 0; // the browser's own, about the request
};

const bytesOf = (part) => readFileSync(`${dist}/site/${part}`);

/** @type {Record<string, [answer: (route: import('playwright-core').Route, part: string) => unknown, why: RegExp]>} */
const faults = {
  missing: [(route) => route.fulfill({ status: 404, body: '' }), /page\.(rest\.)?wasm: 404/],
  'cut off': [
    (route, part) => route.fulfill({ contentType: 'application/wasm', body: bytesOf(part).subarray(0, 100000) }),
    /arrived incomplete/,
  ],
  'a page of somebody else': [
    (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>Log in' }),
    /isn’t what it should be/,
  ],
  unreachable: [(route) => route.abort(), /didn’t arrive/],
};

for (const [what, [answer, why]] of Object.entries(faults)) {
  for (const part of ['page.wasm', 'page.rest.wasm']) {
    const name = part === 'page.wasm' ? 'WebAssembly' : 'second part of the WebAssembly';
    browserTest(`where the ${name} is ${what}, the text page goes on without it and says why`, { opens: false }, async (page) => {
      await page.dom.route(`**/${part}*`, (route) => answer(route, part));
      await page.open(lesson);
      assert.match(await page.dom.locator('#no-panels').innerText(), why);
      assert.equal(await page.dom.locator('#canvas').isVisible(), false);
      await hasLesson(page);
      await page.dom.locator('#run-all').waitFor();
      forgive(page);
    });
  }
}

browserTest('where the second part is missing behind home, the text page takes its place and says why', { opens: false }, async (page) => {
  await page.dom.route('**/page.rest.wasm*', (route) => route.fulfill({ status: 404, body: '' }));
  await page.open();
  assert.match(await page.dom.locator('#no-panels').innerText(), /page\.rest\.wasm: 404/);
  assert.equal(await page.dom.locator('#canvas').isVisible(), false);
  await page.dom.locator('#open_levels').click();
  await hasLesson(page);
  forgive(page);
});

browserTest('a WebAssembly of the wrong type is taken as it is', { opens: false }, async (page) => {
  for (const part of ['page.wasm', 'page.rest.wasm'])
    await page.dom.route(`**/${part}*`, (route) => route.fulfill({ contentType: 'text/plain', body: bytesOf(part) }));
  await page.open(lesson);
  await page.see('Requests/Run all');
  await hasLesson(page);
});

browserTest(
  'where a policy of the site forbids WebAssembly, the text page goes on without it and says why',
  { opens: false },
  async (page) => {
    await page.dom.route('**/?scenario=levels', async (route) => {
      const response = await route.fetch();
      const headers = { ...response.headers(), 'content-security-policy': "script-src 'self' 'unsafe-inline'" };
      await route.fulfill({ response, headers });
    });
    await page.open(lesson);
    assert.match(await page.dom.locator('#no-panels').innerText(), /security policy/);
    await hasLesson(page);
    forgive(page);
  },
);

browserTest('where nothing arrives for ten seconds, the page says so and offers the text page', { opens: false }, async (page) => {
  await page.dom.route('**/page.wasm*', () => {}); // never answered
  await page.dom.goto(page.address + lesson);
  await page.dom.locator('#stalled').waitFor();
  assert.match(await page.dom.locator('#stalled [data-reason]:visible').innerText(), /10 seconds/);
  await page.dom.locator('#stalled-text').click();
  await page.ready();
  assert.ok(await page.dom.locator('#text-page-chosen').isVisible());
  await hasLesson(page);
  await page.dom.unrouteAll({ behavior: 'ignoreErrors' });
  forgive(page);
});

browserTest('where the page’s own script is missing, that is said', { opens: false }, async (page) => {
  await page.dom.route('**/loader.js*', (route) => route.fulfill({ status: 404, body: '' }));
  await page.dom.goto(page.address + lesson);
  await page.dom.locator('#stalled').waitFor();
  assert.match(await page.dom.locator('#stalled [data-reason]:visible').innerText(), /script of the page/);
  assert.match(await page.dom.locator('#stalled-file').getAttribute('href'), /need-to-know\.html\?scenario=levels$/);
  forgive(page);
});

browserTest('without JavaScript no script and no WebAssembly is asked for', { javaScriptEnabled: false, opens: false }, async (page) => {
  const asked = [];
  page.dom.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.dom.goto(page.address);
  await page.dom.waitForLoadState('networkidle');
  assert.deepEqual(
    asked.filter((path) => /\.(wasm|js|json)$/.test(path)),
    [],
  );
});

const loseContext = (page) =>
  page.dom.evaluate(() => {
    window.lose = /** @type {HTMLCanvasElement} */ (document.querySelector('#canvas'))
      .getContext('webgl2')
      .getExtension('WEBGL_lose_context');
    window.lose.loseContext();
  });

browserTest('where WebGL is lost for good, the text page goes on with the work', { path: lesson }, async (page) => {
  await page.command('assign record container-notice level 1');
  await page.settle();
  await loseContext(page);
  await page.dom.locator('#webgl-lost').waitFor();
  assert.match(await page.dom.locator('#said').textContent(), /^This browser has stopped drawing the panels/);
  assert.equal(await page.dom.evaluate(() => document.activeElement.id), 'text-page');
  assert.equal(await page.dom.locator('#view').count(), 0, 'there are no panels to hide or to show');
  assert.match(await page.dom.locator('#undo').textContent(), /level/i);
  await page.dom.locator('#undo').click();
  assert.match(await page.dom.locator('#said').textContent(), /^Undone/);
});

browserTest('where WebGL comes back, the panels go on', { path: lesson }, async (page) => {
  await loseContext(page);
  await page.dom.waitForTimeout(500);
  await page.dom.evaluate(() => window.lose.restoreContext());
  await page.dom.waitForTimeout(6000);
  assert.equal(await page.dom.locator('#webgl-lost').isVisible(), false);
  await page.see('Requests/Run all');
});
