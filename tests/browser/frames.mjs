// The page within frames that allow little: it says what it can't do, and what else can be done.

import assert from 'node:assert/strict';

import { browserTest } from './harness.mjs';

const lesson = '?scenario=levels';

/** Opens a page of the same site that holds the product in a sandbox. */
async function openFramed(page, sandbox, path = lesson) {
  await page.dom.route('**/framed.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>Framed</title><link rel="icon" href="data:,">
        <iframe sandbox="${sandbox}" src="/${path}" style="width: 1200px; height: 760px"></iframe>`,
    }),
  );
  await page.dom.goto(`${page.address}framed.html`);
  return page.dom.frameLocator('iframe');
}

/** The browser's own complaints about what a sandbox forbids. */
const forgive = (page) => {
  page.complaints.length = 0;
};

const opensLater = { opens: false };

browserTest('in a sandbox without an origin the page says why it can’t load, and the single file opens there', opensLater, async (page) => {
  const frame = await openFramed(page, 'allow-scripts allow-forms');
  await frame.locator('#stalled').waitFor();
  assert.match(await frame.locator('#stalled [data-reason]:visible').innerText(), /no origin of its own/);
  assert.equal(await frame.locator('#loading').isVisible(), false);
  await frame.locator('#stalled-file').click();
  await frame.locator('html[data-ready]').waitFor();
  await frame.locator('#text-page').getByText('Levels, and who designated whom').first().waitFor();
  forgive(page);
});

browserTest('there the text page alone opens too', opensLater, async (page) => {
  const frame = await openFramed(page, 'allow-scripts allow-forms');
  await frame.locator('#stalled-text').click();
  await frame.locator('html[data-ready][data-view=text]').waitFor();
  await frame.locator('#text-page').getByText('Levels, and who designated whom').first().waitFor();
  forgive(page);
});

browserTest('where no download is allowed, work is handed in as a text, and Copy tells the truth', opensLater, async (page) => {
  const frame = await openFramed(page, 'allow-scripts allow-forms allow-same-origin', `${lesson}#text-page`);
  await frame.locator('html[data-ready]').waitFor();
  await frame.locator('#student').fill('S-17');
  await frame.locator('#hand-in-save').click();
  const text = await frame.locator('#file-text').inputValue();
  assert.equal(JSON.parse(text).student, 'S-17');

  await frame.locator('#file-text-copy').click();
  assert.match(await frame.locator('#file-text-status').innerText(), /^The text was copied/);
  assert.equal(await page.dom.evaluate(() => navigator.clipboard.readText()), text);

  // Where nothing can be copied, it says so, and the text is selected.
  await frame.locator('body').evaluate(() => {
    document.execCommand = () => true; // as some browsers say, whatever came of it
    Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
  });
  await frame.locator('#file-text-copy').click();
  await frame.getByText('Nothing was copied').waitFor();
  const isSelected = await frame
    .locator('#file-text')
    .evaluate((area) => /** @type {HTMLTextAreaElement} */ (area).selectionEnd === /** @type {HTMLTextAreaElement} */ (area).value.length);
  assert.ok(isSelected);
  forgive(page);
});

browserTest('where nothing may be printed, Print says so', opensLater, async (page) => {
  const frame = await openFramed(page, 'allow-scripts allow-forms allow-same-origin', `${lesson}#text-page`);
  await frame.locator('html[data-ready]').waitFor();
  await frame.locator('#print').click();
  await frame.locator('#said').getByText('the browser printed nothing').waitFor();
  forgive(page);
});
