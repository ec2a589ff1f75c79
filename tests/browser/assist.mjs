// The text page for who doesn't see it, types on another keyboard, or has the system choose all colors.

import assert from 'node:assert/strict';

import { browserTest, predictAll } from './harness.mjs';
import { carryOut } from './lesson.mjs';
import { accessibilityFindings } from './reading.mjs';

const onText = { path: '?scenario=levels#text-page' };
const focused = (page) => page.dom.evaluate(() => document.activeElement.id);

browserTest('what happened is told after the page has changed, in a task of its own', onText, async (page) => {
  await page.dom.evaluate(() => {
    window.seen = [];
    const region = document.getElementById('said');
    const frame = document.querySelector('.text-page');
    new MutationObserver(() => window.seen.push('page')).observe(frame, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
    new MutationObserver(() => {
      const words = region.querySelector('p');
      window.seen.push(words.getAttribute('aria-hidden') ? 'seen' : `told: ${words.textContent}`);
    }).observe(region, { childList: true });
  });
  await page.dom.locator('[name="record_container-notice_level"]:not(:checked)').first().check();
  const seenAtOnce = await page.dom.locator('#said').textContent();
  assert.match(seenAtOnce, /Level \d/);
  await page.dom.waitForFunction(() => window.seen.some((each) => each.startsWith('told')));
  const order = await page.dom.evaluate(() => window.seen);
  const told = order.findIndex((each) => each.startsWith('told'));
  assert.equal(order[told], `told: ${seenAtOnce}`);
  assert.ok(order.lastIndexOf('page', told) >= 0);
  assert.equal(await page.dom.locator('#said p').count(), 1);
});

browserTest('what is done on the panels is told in the words of the text page', { path: '?scenario=levels' }, async (page) => {
  const told = (pattern) => page.reads('#said p:not([aria-hidden])', pattern);
  const change = 'assign record container-notice level 1';
  const { message } = await page.command(change);
  await page.ask('undo');
  await carryOut(page, change);
  assert.equal(await told(/Level 1/), message);
  await page.dom.locator('#canvas').focus();
  await page.press('Control+z');
  await told(/^Undone: /);
  await page.press('Control+y');
  await told(/^Redone: /);
  await predictAll(page);
  await page.click('Requests/ice-notice/Run');
  await told(/^Request \d+, .*(permitted|denied)/);
  await page.click('Trail/Copy');
  await told(/copied/i);
});

browserTest('what is refused on the panels is told too', { path: '?scenario=levels' }, async (page) => {
  await page.dom.evaluate(() => {
    document.execCommand = () => false;
    Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
  });
  await page.command('run dea-search');
  await page.click('Trail/Copy');
  await page.reads('#said p:not([aria-hidden])', /nothing was copied/);
  // The text is there to be copied by hand, and selected.
  const shown = await page.dom.locator('#not-copied-text').evaluate((area) => {
    const { value, selectionStart, selectionEnd } = /** @type {HTMLTextAreaElement} */ (area);
    return { value, selected: value.slice(selectionStart, selectionEnd), hasFocus: document.activeElement === area };
  });
  assert.ok(shown.value.includes('\n') && shown.selected === shown.value && shown.hasFocus);
  assert.deepEqual(await accessibilityFindings(page.dom, '#not-copied'), []);
});

browserTest('a link that can’t be copied is shown, selected', onText, async (page) => {
  await page.dom.evaluate(() => {
    document.execCommand = () => true; // as some browsers say, whatever came of it
    Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
  });
  await page.dom.locator('#copy-link').click();
  await page.reads('#said', /nothing was copied/);
  assert.match(
    await page.dom.evaluate(() => getSelection()?.toString() || /** @type {HTMLTextAreaElement} */ (document.activeElement).value),
    /#work=1/,
  );
  await page.dom.locator('#not-copied-close').click();
  await page.dom.waitForFunction(() => document.activeElement.id === 'copy-link');
});

browserTest('at 400 % all of a long message can be read', { ...onText, viewport: { width: 320, height: 256 } }, async (page) => {
  const help = 'a long help '.repeat(40);
  await page.ask('refuse', { message: 'something was not done', help });
  await page.dom.locator('#said').evaluate((region, words) => {
    region.replaceChildren(Object.assign(document.createElement('p'), { textContent: words }));
  }, help);
  const { clips, scrolls } = await page.dom.locator('#said').evaluate((region) => ({
    clips: [region, ...region.children].some(
      (each) => each.scrollHeight > each.clientHeight + 1 && getComputedStyle(each).overflowY === 'hidden',
    ),
    scrolls: region.scrollHeight > region.clientHeight && getComputedStyle(region).overflowY === 'auto',
  }));
  assert.deepEqual([clips, scrolls], [false, true]);
});

browserTest('no element of the text page listens for clicks: no heading is called clickable', onText, async (page) => {
  const session = await page.dom.context().newCDPSession(page.dom);
  const { result } = await session.send('Runtime.evaluate', { expression: `[...document.querySelectorAll('#text-page, #text-page *')]` });
  const { result: parts } = await session.send('Runtime.getProperties', { objectId: result.objectId, ownProperties: true });
  const elements = parts.filter(({ name, value }) => /^\d+$/.test(name) && value?.objectId).slice(0, 60);
  assert.ok(elements.length > 20);
  for (const { value } of elements) {
    const { listeners } = await session.send('DOMDebugger.getEventListeners', { objectId: value.objectId });
    assert.deepEqual(
      listeners.filter(({ type }) => type === 'click'),
      [],
    );
  }
});

browserTest('bars say nothing of their own', onText, async (page) => {
  assert.equal(await page.dom.getByRole('progressbar').count(), 0);
  assert.equal((await page.dom.locator('#text-page progress').count()) > 0, true);
});

browserTest('the name of Undo is told apart from what it undoes', onText, async (page) => {
  await page.command('assign record container-notice level 1');
  await page.dom.getByRole('button', { name: /^Undo\W+\w/ }).waitFor();
});

browserTest('on a first visit the first stop is the link that skips the panels', { firstVisit: true }, async (page) => {
  await page.dom.locator('#tour-offer').waitFor();
  await page.dom.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).blur());
  await page.dom.keyboard.press('Tab');
  assert.ok(await page.dom.evaluate(() => document.activeElement.matches('.skip-link')));
  await page.dom.keyboard.press('Tab');
  assert.equal(await focused(page), 'tour-start');
});

browserTest('the access matrix is one stop of the Tab key, and arrow keys lead through it', onText, async (page) => {
  const { dom } = page;
  await predictAll(page);
  await dom.locator('#matrix-show').click();
  await dom.locator('#block-3-0').waitFor();
  const stops = () => dom.locator('#matrix .scroll').locator(':is(button, [tabindex]):not([tabindex="-1"])').count();
  assert.equal(await stops(), 1);
  await dom.locator('#matrix [data-grid] button[tabindex="0"]').focus();
  await dom.keyboard.press('ArrowDown');
  await dom.keyboard.press('ArrowDown');
  await dom.keyboard.press('ArrowDown');
  assert.equal(await focused(page), 'block-3-0');
  assert.equal(await stops(), 1);
  await dom.keyboard.press('Enter');
  assert.equal(await focused(page), 'matrix-block');
  assert.equal(await stops(), 1);

  await dom.keyboard.press('Tab');
  const first = await focused(page);
  assert.match(first, /^cell-/);
  await dom.keyboard.press('ArrowRight');
  const second = await focused(page);
  assert.notEqual(second, first);
  await dom.keyboard.press('Control+End');
  assert.notEqual(await focused(page), second);
  await dom.keyboard.press('Control+Home');
  assert.equal(await focused(page), first);
  await dom.keyboard.press('Enter');
  assert.equal(await focused(page), 'matrix-cell');
  const title = await dom.locator('#matrix-cell-title').textContent();
  await page.reads('#said', /\. /);
  assert.ok((await dom.locator('#said').textContent()).startsWith(title.replace(/\.?$/, '.')), 'an opened cell is told');
  await dom.keyboard.press('Shift+Tab');
  assert.equal(await focused(page), first, 'Tab comes back to where it was');
  assert.deepEqual(await accessibilityFindings(dom, '#matrix'), []);
});

browserTest('shortcuts work on a keyboard without Latin letters, on both views', { path: '?scenario=levels' }, async (page) => {
  const { dom } = page;
  const typed = (selector, key, code, more = {}) =>
    dom
      .locator(selector)
      .evaluate(
        (element, [key, code, more]) =>
          element.dispatchEvent(new KeyboardEvent('keydown', { key, code, ctrlKey: true, bubbles: true, cancelable: true, ...more })),
        /** @type {[string, string, object]} */ ([key, code, more]),
      );
  const history = async () => (await page.ask('history', { first: 0, count: 0 })).value.position;
  await page.command('assign record container-notice level 1');
  assert.equal(await history(), 1);
  await dom.locator('#page-title').focus();
  await typed('#page-title', 'я', 'KeyZ');
  assert.equal(await history(), 0, 'undo on the text page');
  await typed('#page-title', 'Я', 'KeyZ', { shiftKey: true });
  assert.equal(await history(), 1, 'redo on the text page');
  await dom.locator('#canvas').focus();
  await typed('#canvas', 'ζ', 'KeyZ');
  await page.settle();
  assert.equal(await history(), 0, 'undo on the canvas');
  await typed('#canvas', 'л', 'KeyK');
  await dom.locator('#palette').waitFor();
  await dom.keyboard.press('Escape');
});

browserTest(
  'in forced colors what is pressed has the system’s color for what is selected',
  { ...onText, forcedColors: 'active' },
  async (page) => {
    const { dom } = page;
    await dom.locator('#projector').click();
    const colors = await dom.locator('#projector').evaluate((button) => {
      const probe = document.body.appendChild(document.createElement('p'));
      probe.style.cssText = 'forced-color-adjust: none; background: Highlight; color: HighlightText';
      const read = (/** @type {Element} */ element) => {
        const { backgroundColor, color } = getComputedStyle(element);
        return [backgroundColor, color];
      };
      const both = [read(button), read(probe)];
      probe.remove();
      return both;
    });
    assert.deepEqual(colors[0], colors[1]);
    assert.notDeepEqual(await dom.locator('#keys').evaluate((button) => getComputedStyle(button).backgroundColor), colors[0][0]);
  },
);

browserTest('a link opens after its way through mail and chat', { path: '?scenario=levels#text-page' }, async (page) => {
  const { dom } = page;
  await page.command('assign record container-notice level 1');
  await dom.locator('#copy-link').click();
  const link = new URL(await dom.locator('#link').inputValue());
  for (const sent of [
    `${link.hash})`,
    `${link.hash}&utm_source=mail`,
    link.hash.replace('=', '%3D'),
    `${link.hash.slice(0, 60)} ${link.hash.slice(60)}`,
  ]) {
    await dom.goto(`${page.address}elsewhere`);
    await dom.goto(link.href.replace(/#.*/, '') + sent);
    await page.ready();
    await dom
      .locator('#said')
      .getByText(/^Opened as /)
      .waitFor();
  }
});

browserTest('a link made before any step opens the whole lesson', { path: '?scenario=levels#text-page' }, async (page) => {
  const { dom } = page;
  await dom.locator('#copy-link').click();
  const link = await dom.locator('#link').inputValue();
  await dom.goto(`${page.address}elsewhere`);
  await dom.goto(link);
  await page.ready();
  await dom.locator('#said').getByText('Nothing has been done in it yet').waitFor();
  assert.match(await dom.locator('#page-title').textContent(), /Levels/);
});
