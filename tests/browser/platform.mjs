// The platform, on a page of its own (sample/): frames, text, clipboard, wheel, touch, focus, a lost context.

import assert from 'node:assert/strict';

import { browserTest } from './harness.mjs';

const site = process.env.NTK_SAMPLE ?? 'build/sample/site';
const sampleTest = (name, options, body) =>
  typeof options === 'function' ? browserTest(name, { site }, options) : browserTest(name, { site, ...options }, body);

const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const focused = (page) => page.dom.evaluate(() => document.activeElement.id);
const clipboard = (page) => page.dom.evaluate(() => navigator.clipboard.readText());
const backingStore = (page) =>
  page.dom.evaluate(() => {
    const canvas = document.querySelector('canvas');
    return [canvas.width, canvas.height];
  });

for (const ratio of [1, 1.5, 2]) {
  sampleTest(`the canvas is drawn with a device pixel ratio of ${ratio}`, { deviceScaleFactor: ratio }, async (page) => {
    assert.deepEqual(await backingStore(page), [1280 * ratio, 800 * ratio]);
    await page.screenshot(`build/sample/ratio-${ratio}.png`);
  });
}

sampleTest('the canvas follows the size of the window', async (page) => {
  const before = (await page.see('Line')).rect;
  await page.dom.setViewportSize({ width: 700, height: 500 });
  await page.until(async () => (await backingStore(page)).join() === '700,500');
  assert.notDeepEqual((await page.see('Line')).rect, before);
  await page.screenshot();
});

sampleTest('the text size changes with everything around it', async (page) => {
  const before = (await page.see('Press')).rect;
  await page.click('Larger');
  await page.click('Larger');
  const now = (await page.see('Press')).rect;
  assert.ok(now[3] - now[1] > (before[3] - before[1]) * 1.4);
  await page.screenshot('build/sample/larger.png');
});

sampleTest('nothing is drawn while nothing happens', async (page) => {
  await page.click('Press');
  await page.dom.mouse.move(1279, 799);
  await page.comesToRest();
  const before = await page.framesDrawn();
  await wait(3000);
  assert.equal((await page.framesDrawn()) - before, 0);
});

sampleTest('a text field draws for its caret only', async (page) => {
  await page.click('Line');
  const before = await page.framesDrawn();
  await wait(2400);
  const drawn = (await page.framesDrawn()) - before;
  assert.ok(drawn >= 2 && drawn <= 8, `${drawn} frames in two blinks`);
});

sampleTest('every letter of text typed quickly arrives', async (page) => {
  const text = 'The quick brown fox jumps over the lazy dog, 0123456789 times; Łódź (née “Smörgås”)?';
  await page.click('Line');
  await page.dom.keyboard.type(text);
  await page.settle();
  assert.equal(await page.text('sample_line'), text);
});

sampleTest('text typed before the text entry has the focus arrives too', async (page) => {
  const { x, y } = await page.placeOf('Line');
  await page.dom.mouse.click(x, y);
  await page.dom.keyboard.type('at once');
  await page.settle();
  assert.equal(await page.text('sample_line'), 'at once');
});

sampleTest('Backspace, Delete and the arrows edit', async (page) => {
  await page.click('Line');
  await page.dom.keyboard.type('abcdef');
  for (const key of ['Backspace', 'Home', 'Delete', 'ArrowRight', 'Delete', 'End']) await page.dom.keyboard.press(key);
  await page.dom.keyboard.type('!');
  await page.settle();
  assert.equal(await page.text('sample_line'), 'bde!');
});

sampleTest('a paragraph takes new lines', async (page) => {
  await page.click('Paragraph');
  await page.dom.keyboard.type('one\ntwo');
  await page.settle();
  assert.equal(await page.text('sample_paragraph'), 'one\ntwo');
});

sampleTest('text composed by an input method arrives once', async (page) => {
  await page.click('Line');
  const session = await page.dom.context().newCDPSession(page.dom);
  for (const text of ['k', 'ka', 'caf', 'café']) {
    await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  }
  await session.send('Input.insertText', { text: 'café' });
  await page.dom.keyboard.type(' au lait');
  await page.settle();
  assert.equal(await page.text('sample_line'), 'café au lait');
});

sampleTest('copy, cut and paste go through the browser’s clipboard', async (page) => {
  await page.click('Line');
  await page.dom.keyboard.type('need to know');
  await page.press('Control+a');
  await page.press('Control+c');
  assert.equal(await clipboard(page), 'need to know');
  await page.press('Control+x');
  assert.equal(await page.text('sample_line'), '');
  await page.dom.evaluate(() => navigator.clipboard.writeText('from elsewhere: é → ✓'));
  await page.press('Control+v');
  await page.press('Control+v');
  assert.equal(await page.text('sample_line'), 'from elsewhere: é → ✓'.repeat(2));
});

sampleTest('undo and redo in a text field are the text’s, elsewhere the application’s', async (page) => {
  await page.click('Line');
  await page.dom.keyboard.type('ab');
  await page.press('Control+z');
  assert.equal(await page.text('sample_line'), 'a');
  await page.press('Control+y');
  assert.equal(await page.text('sample_line'), 'ab');
  assert.equal(await page.call('sample_undone'), 0);
  await page.press('Escape');
  await page.press('Control+z');
  assert.equal(await page.call('sample_undone'), 1);
});

sampleTest('a button copies', async (page) => {
  await page.click('Copy');
  assert.equal(await clipboard(page), 'copied by a button');
});

const withoutClipboard = (dom) =>
  dom.addInitScript(() => Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined }));

sampleTest('a button copies where there is no clipboard interface', { before: withoutClipboard }, async (page) => {
  await page.click('Copy');
  await page.click('Line');
  // Chromium pastes what was copied, through its own paste event.
  await page.press('Control+v');
  assert.equal(await page.text('sample_line'), 'copied by a button');
});

sampleTest('the wheel scrolls, and Ctrl with the wheel is the browser’s', async (page) => {
  assert.equal(await page.has('Entry 40'), false);
  const { x, y } = await page.placeOf('Entry 1');
  await page.dom.mouse.move(x, y);
  const scrolled = async () => (await page.map()).windows.find((window) => window.path.at(-1) === 'List').scroll[1];
  await page.dom.mouse.wheel(0, 200);
  assert.ok((await scrolled()) > 50);
  const before = await scrolled();
  const prevented = await page.dom.evaluate(() => {
    const event = new WheelEvent('wheel', { deltaY: 100, ctrlKey: true, cancelable: true, bubbles: true });
    return !document.getElementById('canvas').dispatchEvent(event);
  });
  assert.equal(prevented, false);
  assert.equal(await scrolled(), before);
});

sampleTest('what is far down a list is found by its name', async (page) => {
  await page.click('List/Entry 47');
  assert.equal(await page.call('sample_presses'), 100);
});

sampleTest('widgets of one label are told apart by their row', async (page) => {
  await page.tick('second/Tick');
  assert.deepEqual(
    (await page.all('Tick')).map((widget) => Boolean(widget.checked)),
    [false, true, false],
  );
  await assert.rejects(page.find('Tick'), /3 widgets/);
  await page.see('third/third');
});

sampleTest('Tab leaves the canvas while no text field is active', async (page) => {
  await page.dom.keyboard.press('Tab');
  await page.dom.keyboard.press('Tab');
  assert.equal(await focused(page), 'canvas');
  await page.press('Tab');
  assert.equal(await focused(page), 'after');
  await page.press('Shift+Tab');
  assert.equal(await focused(page), 'canvas');
});

sampleTest('Tab goes on within text fields, Escape ends them', async (page) => {
  await page.click('Line');
  assert.equal(await focused(page), 'canvas-text');
  await page.dom.keyboard.type('x');
  await page.press('Escape');
  assert.equal(await focused(page), 'canvas');
  await page.press('Tab');
  assert.equal(await focused(page), 'after');
});

sampleTest('what is typed elsewhere on the page does not reach the canvas', async (page) => {
  await page.click('Line');
  await page.dom.keyboard.type('in');
  await page.dom.locator('#after').click();
  await page.dom.keyboard.type('out');
  assert.equal(await page.dom.locator('#after').inputValue(), 'out');
  assert.equal(await page.text('sample_line'), 'in');
});

sampleTest('the browser keeps its own shortcuts', async (page) => {
  await page.click('Sample/Press');
  const kept = await page.dom.evaluate(() => {
    const keys = [
      { key: 'r', ctrlKey: true },
      { key: 't', ctrlKey: true },
      { key: '+', ctrlKey: true },
      { key: 'f', ctrlKey: true },
      { key: 'v', ctrlKey: true },
      { key: 'c', ctrlKey: true },
      { key: 'F5' },
      { key: 'F12' },
      { key: 'ArrowLeft', altKey: true },
      { key: 'Tab' },
      { key: 'Tab', shiftKey: true },
    ];
    const canvas = document.getElementById('canvas');
    return keys.filter((key) => !canvas.dispatchEvent(new KeyboardEvent('keydown', { ...key, cancelable: true })));
  });
  assert.deepEqual(kept, []);
});

sampleTest('arrow keys and Space work the controls', async (page) => {
  await page.dom.locator('#canvas').focus();
  for (let i = 0; i < 10 && !(await page.see('Press')).focused; i++) await page.press('ArrowUp');
  await page.press('Space');
  assert.equal(await page.call('sample_presses'), 1);
});

sampleTest('a mouse held down drags on outside the canvas and is let go there', async (page) => {
  const { x, y } = await page.placeOf('Amount');
  await page.dom.mouse.move(x, y);
  await page.dom.mouse.down();
  await page.dom.mouse.move(1279, y, { steps: 4 });
  await page.dom.mouse.move(1400, y + 900, { steps: 4 });
  await page.dom.mouse.up();
  await page.settle();
  assert.equal(await page.call('sample_amount'), 1);
});

async function tooltipComes(page) {
  await page.hover('Line');
  await page.hover('Press');
  const shown = async () => (await page.map()).windows.some((window) => window.path[0] === 'Tooltip');
  // In long steps: to look draws a frame, which a tooltip should not need.
  for (let tries = 0; tries < 10 && !(await shown()); tries++) await wait(1000);
  assert.ok(await shown());
}

const withLateTimers = (dom) =>
  dom.addInitScript(() => {
    const set = window.setTimeout;
    /** @type {any} */ (window).setTimeout = (act, wait = 0, ...values) => set(act, wait + 400, ...values);
  });

sampleTest('a tooltip comes when the mouse rests, without a further event', tooltipComes);

sampleTest('a tooltip comes where the browser is late too', { before: withLateTimers }, tooltipComes);

sampleTest('the cursor has the shape of what is under it', async (page) => {
  const cursor = () => page.dom.evaluate(() => document.getElementById('canvas').style.cursor);
  await page.hover('Line');
  assert.equal(await cursor(), 'text');
  await page.hover('Press');
  assert.equal(await cursor(), 'default');
});

const phone = { viewport: { width: 390, height: 700 }, deviceScaleFactor: 3, hasTouch: true, isMobile: true };

sampleTest('a tap presses, and gives a text field the keyboard', phone, async (page) => {
  await page.tap('Press');
  assert.equal(await page.call('sample_presses'), 1);
  await page.tap('Line');
  assert.equal(await focused(page), 'canvas-text');
  await page.dom.keyboard.type('by thumb');
  await page.settle();
  assert.equal(await page.text('sample_line'), 'by thumb');
  await page.screenshot('build/sample/phone.png');
});

sampleTest('dragging a finger scrolls by as much', { ...phone, reducedMotion: 'reduce' }, async (page) => {
  const { x, y } = await page.placeOf('Entry 4');
  // All at once, so that the finger does not seem to rest on a busy machine.
  await page.dom.evaluate(
    ([x, y]) => {
      const canvas = document.getElementById('canvas');
      const touch = (type, clientY) => {
        const touches = [new Touch({ identifier: 1, target: canvas, clientX: x, clientY })];
        const ends = type === 'touchend';
        canvas.dispatchEvent(new TouchEvent(type, { touches: ends ? [] : touches, changedTouches: touches, cancelable: true }));
      };
      touch('touchstart', y);
      for (let moved = 10; moved <= 60; moved += 10) touch('touchmove', y - moved);
      touch('touchend', y - 60);
    },
    [x, y],
  );
  const { scroll } = (await page.map()).windows.find((window) => window.path.at(-1) === 'List');
  assert.ok(Math.abs(scroll[1] - 60) <= 1, `scrolled by ${scroll[1]}`);
  assert.equal(await page.call('sample_presses'), 0);
});

sampleTest('a lost context is restored', async (page) => {
  await page.click('Line');
  await page.dom.keyboard.type('kept');
  await page.settle();
  await page.dom.evaluate(() => {
    window.lose = document.querySelector('canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
    window.lose.loseContext();
  });
  await wait(200);
  await page.dom.keyboard.type(' in');
  await page.dom.evaluate(() => window.lose.restoreContext());
  await wait(200);
  await page.dom.keyboard.type(' spite');
  await page.settle();
  assert.equal(await page.text('sample_line'), 'kept in spite');
  await page.screenshot('build/sample/restored.png');
});

sampleTest('dark and light follow the browser', { colorScheme: 'dark' }, async (page) => {
  const dark = await page.screenshot();
  await page.dom.emulateMedia({ colorScheme: 'light' });
  await page.settle();
  assert.notDeepEqual(await page.screenshot(), dark);
});

const withoutWebGl = (dom) =>
  dom.addInitScript(() => {
    const getContext = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
      return /webgl/.test(kind) ? null : getContext.call(this, kind, ...rest);
    };
  });

sampleTest('without WebGL 2 a message says so, and the text page is there', { before: withoutWebGl }, async (page) => {
  assert.equal(await page.dom.locator('#no-webgl').isVisible(), true);
  assert.equal(await page.dom.locator('#loading').isVisible(), false);
  assert.equal(await page.dom.locator('#after').isVisible(), true);
});

const withNoise = (dom) =>
  dom.addInitScript(() => {
    const getImageData = CanvasRenderingContext2D.prototype.getImageData;
    CanvasRenderingContext2D.prototype.getImageData = function (...place) {
      const image = getImageData.apply(this, place);
      image.data.forEach((_, i) => (image.data[i] = (i * 7919) % 256));
      return image;
    };
  });

sampleTest('where a page may not read its own drawings a message says so', { before: withNoise }, async (page) => {
  assert.equal(await page.dom.locator('#no-letters').isVisible(), true);
  assert.equal(await page.dom.locator('#after').isVisible(), true);
});

sampleTest('a part of the page that does not arrive is named', { opens: false }, async (page) => {
  for (const part of ['page.wasm', 'engine.js']) await page.dom.route(`**/${part}*`, (route) => route.fulfill({ status: 503, body: '' }));
  await page.dom.goto(page.address);
  await page.dom.locator('#load-failed').waitFor();
  assert.match(await page.dom.locator('#load-failure').textContent(), /page\.wasm: 503/);
  page.complaints.length = 0; // the browser logs the failure too
});

sampleTest('the progress bar counts the bytes that arrive', { opens: false }, async (page) => {
  await page.dom.addInitScript(() => {
    window.seen = [];
    new MutationObserver(() => {
      const bar = /** @type {HTMLProgressElement | null} */ (document.getElementById('loading-progress'));
      if (bar?.value > 0) window.seen.push([bar.value, bar.max]);
    }).observe(document, { attributes: true, subtree: true, attributeFilter: ['value', 'max'] });
  });
  await page.open();
  const seen = await page.dom.evaluate(() => window.seen);
  const { length } = await (await page.dom.request.get(`${page.address}page.wasm`)).body();
  assert.deepEqual(seen.at(-1), [length, length]);
});

browserTest('the single file runs from the disk', { file: `${process.cwd()}/build/sample/need-to-know.html` }, async (page) => {
  await page.click('Press');
  assert.equal(await page.call('sample_presses'), 1);
  await page.click('Line');
  await page.dom.keyboard.type('offline');
  await page.settle();
  assert.equal(await page.text('sample_line'), 'offline');
  await page.screenshot();
});
