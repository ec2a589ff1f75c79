// What is longer than its panel can be scrolled by the wheel, by keys and by a finger; two fingers enlarge the page.

import assert from 'node:assert/strict';

import { browserTest } from './harness.mjs';

const small = { viewport: { width: 1000, height: 420 } };
const phone = { viewport: { width: 360, height: 560 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };

/** The window of that path as it is: {rect, scroll, scroll_max}. */
async function windowAt(page, path) {
  const { windows } = await page.map();
  const found = windows.find((window) => window.path.join('/') === path);
  assert.ok(found, `no window ${path} among ${windows.map((each) => each.path.join('/')).join(', ')}`);
  return found;
}

const scrollOf = async (page, path) => (await windowAt(page, path)).scroll[1];

const middleOf = ({ rect: [left, top, right, bottom] }) => ({ x: (left + right) / 2, y: (top + bottom) / 2 });

async function wheelOver(page, path, pixels) {
  const { x, y } = middleOf(await windowAt(page, path));
  await page.dom.mouse.move(x, y);
  await page.settle();
  await page.dom.mouse.wheel(0, pixels);
  await page.settle();
}

/** Moves a finger upward by so many pixels around a place; it rests before it leaves, or doesn't. */
async function swipe(page, { x, y }, pixels, { rests = false } = {}) {
  const client = await page.dom.context().newCDPSession(page.dom);
  const touch = (type, ...touchPoints) => client.send('Input.dispatchTouchEvent', { type, touchPoints });
  await touch('touchStart', { x, y: y + pixels / 2 });
  for (let i = 1; i <= 8; i++) {
    await touch('touchMove', { x, y: y + pixels / 2 - (pixels * i) / 8 });
    await page.dom.waitForTimeout(16);
  }
  if (rests) await page.dom.waitForTimeout(300);
  await touch('touchEnd');
}

const swipeOver = async (page, path, pixels, how) => swipe(page, middleOf(await windowAt(page, path)), pixels, how);

browserTest('the list of lessons scrolls by wheel and by keys, as far as its end', small, async (page) => {
  const list = 'Welcome/lessons';
  assert.ok((await windowAt(page, list)).scroll_max[1] > 0);
  await wheelOver(page, list, 300);
  assert.ok((await scrollOf(page, list)) > 0);
  await wheelOver(page, list, -100000);
  assert.equal(await scrollOf(page, list), 0);
  await page.dom.locator('#canvas').focus();
  for (let i = 0; i < 60; i++) await page.press('ArrowDown');
  const { scroll, scroll_max } = await windowAt(page, list);
  assert.equal(scroll[1], scroll_max[1]);
});

browserTest('on a phone a finger scrolls the list of lessons', phone, async (page) => {
  await swipeOver(page, 'Welcome/lessons', 200, { rests: true });
  const scrolled = await scrollOf(page, 'Welcome/lessons');
  assert.ok(scrolled > 120 && scrolled < 240, `${scrolled}`);
});

browserTest('what a finger leaves while it moves goes on, and comes to rest', phone, async (page) => {
  await swipeOver(page, 'Welcome/lessons', 120);
  await page.until(async () => (await scrollOf(page, 'Welcome/lessons')) > 160);
  await page.comesToRest();
});

browserTest('whoever wants little motion gets none after the finger has left', { ...phone, reducedMotion: 'reduce' }, async (page) => {
  await swipeOver(page, 'Welcome/lessons', 120);
  const scrolled = await scrollOf(page, 'Welcome/lessons');
  await page.comesToRest();
  assert.equal(await scrollOf(page, 'Welcome/lessons'), scrolled);
});

browserTest('the brief, which has no control, scrolls by wheel and by keys', { ...small, path: '?scenario=levels' }, async (page) => {
  const brief = 'Brief/brief';
  assert.ok((await windowAt(page, brief)).scroll_max[1] > 0);
  await wheelOver(page, brief, 100);
  assert.ok((await scrollOf(page, brief)) > 0);
  await wheelOver(page, brief, -100000);
  const { x, y } = middleOf(await windowAt(page, brief));
  await page.dom.mouse.click(x, y);
  await page.settle();
  const goesOn = (now, most, before) => now > before;
  const rules = { ArrowDown: goesOn, PageDown: goesOn, End: (now, most) => now === most, Home: (now) => now === 0 };
  for (const [key, isRight] of Object.entries(rules)) {
    const before = await scrollOf(page, brief);
    await page.press(key);
    const { scroll, scroll_max } = await windowAt(page, brief);
    assert.ok(isRight(scroll[1], scroll_max[1], before), `${key}: from ${before} to ${scroll[1]} of ${scroll_max[1]}`);
  }
});

browserTest('by keys alone all of Why is read to its end', { ...small, path: '?scenario=levels' }, async (page) => {
  await page.command('predict ice-notice permit');
  await page.command('run ice-notice');
  await page.click('Requests/ice-notice/Show');
  const why = (await page.map()).windows.filter(({ path }) => path[0] === 'Why' && path.length === 2)[0].path.join('/');
  const { x, y } = middleOf(await windowAt(page, why));
  await page.dom.mouse.click(x, y);
  await page.settle();
  await page.press('PageDown');
  const first = await scrollOf(page, why);
  await page.press('PageDown');
  assert.ok(first > 0 && (await scrollOf(page, why)) > first);
  await page.press('End');
  const { scroll, scroll_max } = await windowAt(page, why);
  assert.ok(scroll_max[1] > 0);
  assert.equal(scroll[1], scroll_max[1]);
});

browserTest('two fingers enlarge the page, and one then moves what is seen of it', phone, async (page) => {
  const client = await page.dom.context().newCDPSession(page.dom);
  await client.send('Input.synthesizePinchGesture', { x: 180, y: 280, scaleFactor: 2, relativeSpeed: 400 });
  const seen = () => page.dom.evaluate(() => ({ scale: window.visualViewport.scale, top: window.visualViewport.pageTop }));
  const { scale, top } = await seen();
  assert.ok(scale > 1.5, `${scale}`);
  await swipe(page, { x: 90, y: 150 }, 80);
  await page.until(async () => (await seen()).top > top + 50);
  assert.equal(await scrollOf(page, 'Welcome/lessons'), 0);
});
