// Letters on the canvas: what the browser has a font for is drawn, in whatever script, as the browser draws it elsewhere; it is
// wrapped, cut and placed like all other text; and letters are drawn anew when the page's font arrives.
//
// Each sample is held against the same text on a 2D canvas of the page. A script that this machine has no font for is
// passed over, with a word of it: there the browser itself shows boxes.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import { browserTest } from './harness.mjs';

const lesson = readFileSync('tests/web/bidi-title.json', 'utf8');

const samples = {
  Latin: 'Ștefan Țepeș, Đặng Thuỷ',
  Greek: 'Ξένη Δημητρίου',
  Cyrillic: 'Людмила Щёголева',
  Chinese: '東京都庁 北京',
  Hangul: '대한민국 김민수',
  Thai: 'กรุงเทพมหานคร ผู้ใช้',
  Devanagari: 'क्षत्रिय विद्यार्थी',
  Arabic: 'محمد بن عبد الله',
  Hebrew: 'שלום עולם',
  Emoji: '🔒 🚢 📄',
  Accents: 'Nguye\u0302\u0303n A\u030angstro\u0308m', // marks that are characters of their own
};

/** Opens a lesson with these paragraphs in its brief, at the wide panel. */
async function openWith(page, paragraphs) {
  const scenario = { ...JSON.parse(lesson), title: 'Letters', brief: paragraphs.join('\n\n') };
  const loaded = await page.ask('load', { file_name: 'letters.json', scenario: JSON.stringify(scenario) });
  assert.ok(loaded.ok, loaded.message);
  await page.settle();
  await page.rest();
}

/** The place of a text that is drawn. */
async function placeOf(page, text) {
  const { texts } = await page.map();
  const found = texts.find((each) => each.text === text);
  assert.ok(found, `\`${text}\` isn't drawn; there are ${texts.map((each) => each.text).join(' | ')}`);
  return found.rect;
}

/**
 * How dark the pixels of a part of the window are, row by row, from 0 for the ground to 255; and of a text on a 2D canvas: as it
 * is, and as a row of what is shown for a character without a font.
 */
function look(page, [left, top, right, bottom], text) {
  return page.dom.screenshot({ clip: { x: left, y: top, width: right - left, height: bottom - top } }).then((picture) =>
    page.dom.evaluate(
      async ([data, text]) => {
        const image = new Image();
        image.src = data;
        await image.decode();
        const ratio = devicePixelRatio;
        const canvas = document.createElement('canvas');
        canvas.width = image.width;
        canvas.height = image.height;
        const context = canvas.getContext('2d');
        const ink = () => {
          const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
          const ground = [data[0], data[1], data[2]];
          const rows = [];
          for (let y = 0; y < height; y++) {
            const row = [];
            for (let x = 0; x < width; x++) {
              const at = (y * width + x) * 4;
              row.push(Math.max(...ground.map((value, i) => Math.abs(value - data[at + i]))));
            }
            rows.push(row);
          }
          return rows;
        };
        context.drawImage(image, 0, 0);
        const drawn = ink();
        const draw = (/** @type {string} */ words) => {
          context.setTransform(1, 0, 0, 1, 0, 0);
          context.fillStyle = '#fbfaf6';
          context.fillRect(0, 0, canvas.width, canvas.height);
          context.setTransform(ratio, 0, 0, ratio, 0, 0);
          context.fillStyle = '#1b1f27';
          context.font = `400 15px ${getComputedStyle(document.body).fontFamily}`;
          context.fontKerning = 'none';
          context.textRendering = 'geometricPrecision';
          context.fillText(words, 0, 16);
          return ink();
        };
        return { drawn, expected: draw(text), boxes: draw(text.replace(/\S/gu, '\u{effff}')) };
      },
      [`data:image/png;base64,${picture.toString('base64')}`, text],
    ),
  );
}

const columns = (rows) => rows[0].map((_, x) => rows.reduce((sum, row) => sum + row[x], 0));
const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);

/** The first and the last column with ink in it. */
function extent(rows) {
  const inked = columns(rows).map((ink) => ink > 96);
  return [inked.indexOf(true), inked.lastIndexOf(true)];
}

/** The part of the ink that would have to be moved by more than a pixel to make one picture of the other. */
function unlike(a, b) {
  const near = (rows, y, x) => Math.max(...[-1, 0, 1].flatMap((dy) => [-1, 0, 1].map((dx) => rows[y + dy]?.[x + dx] ?? 0)));
  const missing = (from, to) => sum(from.flatMap((row, y) => row.map((ink, x) => Math.max(0, ink - near(to, y, x) - 24))));
  const all = (rows) => sum(rows.flat());
  return (missing(a, b) + missing(b, a)) / (all(a) + all(b));
}

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

for (const ratio of [1, 1.25, 2]) {
  browserTest(
    `letters of every script are drawn as the browser draws them, at ${ratio} pixels for one`,
    { path: '?scenario=levels', viewport: { width: 1600, height: 900 }, deviceScaleFactor: ratio, paints: true },
    async (page) => {
      await openWith(page, Object.values(samples));
      const seen = [];
      for (const [script, text] of Object.entries(samples)) {
        const [left, top, right, bottom] = await placeOf(page, text);
        assert.equal(bottom - top, 21, `${script} stands on one line`);
        const { drawn, expected, boxes } = await look(page, [left, top, right + 4, bottom], text);
        if (same(expected, boxes)) {
          console.log(`no font for ${script} on this machine`);
          continue;
        }
        const [from, to] = extent(drawn);
        const [wantedFrom, wantedTo] = extent(expected);
        assert.ok(sum(drawn.flat()) > 0, `${script} is drawn`);
        assert.ok(
          Math.abs(from - wantedFrom) <= 2 && Math.abs(to - wantedTo) <= 2 * ratio,
          `${script}: ${from} to ${to}, not ${wantedFrom} to ${wantedTo}`,
        );
        const difference = unlike(drawn, expected);
        assert.ok(difference < 0.06, `${script} differs by ${difference.toFixed(3)}`);
        seen.push(drawn);
      }
      assert.ok(seen.length >= 3);
      assert.equal(new Set(seen.map((rows) => JSON.stringify(rows))).size, seen.length);
    },
  );
}

browserTest(
  'words of every script are wrapped, and those from right to left stand in their order',
  { path: '?scenario=levels', viewport: { width: 1600, height: 900 }, paints: true },
  async (page) => {
    const paragraphs = ['שלום עולם '.repeat(7), '東京都庁'.repeat(7), 'क्षत्रिय '.repeat(7), 'ا'.repeat(120), '🚢'.repeat(24)].map((each) =>
      each.trim(),
    );
    await openWith(page, paragraphs);
    const { windows } = await page.map();
    const brief = windows.find(({ path }) => path.at(-1) === 'brief') ?? windows.find(({ path }) => path.includes('Brief'));
    for (const text of paragraphs) {
      const [left, top, right, bottom] = await placeOf(page, text);
      assert.ok(right - left > 100 && right <= brief.rect[2] + 1, `${text.slice(0, 9)} fits: ${left} to ${right}`);
      assert.ok(bottom - top >= 42 && (bottom - top) % 21 === 0, `${text.slice(0, 9)} takes ${(bottom - top) / 21} lines`);
      const { drawn } = await look(page, [left, top, right, top + 21], text);
      const [from, to] = extent(drawn);
      assert.ok(to - from > (right - left) / 2, `the first line of ${text.slice(0, 9)} is drawn`);
    }
    // The first word of the first line is its last from the left.
    const [left, top, right] = await placeOf(page, paragraphs[0]);
    const { drawn, expected } = await look(page, [left, top, right, top + 21], 'שלום עולם '.repeat(4).trim());
    const whole = extent(expected);
    assert.ok(
      whole[1] < right - left &&
        unlike(
          drawn.map((row) => row.slice(0, whole[1])),
          expected.map((row) => row.slice(0, whole[1])),
        ) < 0.3,
    );
  },
);

/** @type {(value?: unknown) => void} */
let letFontCome;
const late = (/** @type {import('playwright-core').Page} */ dom) =>
  dom.route('**/Inter.woff2*', async (route) => {
    await new Promise((resolve) => {
      letFontCome = resolve;
    });
    await route.continue();
  });

browserTest(
  'what was drawn before the page’s font came is drawn anew with it',
  { path: '?scenario=levels', viewport: { width: 1600, height: 900 }, paints: true, before: late, opens: false },
  async (page) => {
    await page.dom.goto(`${page.address}?scenario=levels`, { waitUntil: 'commit' }); // the page is loaded when the font is
    await page.ready();
    const wide = 'Nothing recorded yet. Every request that is run adds an event, permitted or denied.';
    const before = await placeOf(page, wide);
    letFontCome();
    await page.until(async () => !same(await placeOf(page, wide), before));
    await page.rest();
    await openWith(page, [samples.Latin]);
    const [left, top, right, bottom] = await placeOf(page, samples.Latin);
    const { drawn, expected } = await look(page, [left, top, right + 4, bottom], samples.Latin);
    assert.ok(unlike(drawn, expected) < 0.06);
  },
);

browserTest(
  'without the page’s font the panels are drawn with the browser’s own',
  {
    path: '?scenario=levels',
    viewport: { width: 1600, height: 900 },
    paints: true,
    before: (dom) => dom.route('**/Inter.woff2*', (route) => route.abort()),
  },
  async (page) => {
    const { drawn } = await look(page, await placeOf(page, 'Goals'), 'Goals');
    assert.ok(sum(drawn.flat()) > 0);
    page.complaints.length = 0; // the browser logs the failure
  },
);
