// make bench: runs every measurement and prints the figures side by side. Machines are noisy: quote the medians and ratios.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { gzipSync } from 'node:zlib';

import { firstLoad } from '../tests/browser/first_load.mjs';
import { finish, withPage } from '../tests/browser/harness.mjs';
import { largeScenario } from '../tests/browser/sample/large.mjs';
import { measureGrowth } from './growth.mjs';
import { sizesByPart } from './sizes.mjs';
import { slowTimes } from './slow.mjs';

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

function nativeEngine() {
  const out = execFileSync('build/release/bench/engine_bench', ['--benchmark_repetitions=7', '--benchmark_format=json'], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const figures = {};
  for (const run of JSON.parse(out).benchmarks) {
    if (run.aggregate_name !== 'median') continue;
    const nanoseconds = { ns: 1, us: 1e3, ms: 1e6, s: 1e9 }[run.time_unit];
    figures[run.run_name] = run.items_per_second ? 1e9 / run.items_per_second : run.cpu_time * nanoseconds;
  }
  return figures;
}

function wasmEngine() {
  const out = execFileSync('node', ['--no-experimental-fetch', 'build/wasm-release/bench/engine_bench.js'], { encoding: 'utf8' });
  return JSON.parse(out);
}

const sizeOf = (bytes) => ({ raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length });
const sum = (sizes) => sizes.reduce((a, b) => ({ raw: a.raw + b.raw, gzip: a.gzip + b.gzip }));

/** Of what the page is made of: what the browser asks for before it shows home, and behind that. */
function pageSizes(first) {
  const site = (name) => sizeOf(readFileSync(`dist/site/${name}`));
  const demo = (name) => sizeOf(readFileSync(`build/wasm-release/bench/imgui_demo.${name}`));
  const rows = Object.fromEntries(first.map(({ path, bytes }) => [path, { raw: site(path).raw, gzip: bytes }]));
  rows['until home is shown'] = sum(Object.values(rows));
  const rest = { 'page.rest.wasm': site('page.rest.wasm'), 'textpage.js': site('textpage.js') };
  const whole = sum([rows['until home is shown'], ...Object.values(rest)]);
  return { ...rows, ...rest, 'all of these': whole, 'Dear ImGui’s demo: wasm and js': sum([demo('wasm'), demo('js')]) };
}

/** What the browser asks for until home is shown: [{path, bytes}]. */
async function askedFirst() {
  let asked;
  await withPage('bench', {}, async (page) => {
    asked = await firstLoad(page, 'dist/site');
  });
  return asked;
}

/**
 * From navigation to the first frame of the panels, which has the lesson in it (tests/browser/loading.mjs sees to that), and
 * to the page at rest with the text page written; and frames drawn while nobody does anything.
 */
async function pageTimes() {
  const first = [];
  let idle;
  for (let i = 0; i < 7; i++) {
    await withPage('bench', { opens: false, paints: true }, async (page) => {
      const start = performance.now();
      await page.dom.goto(`${page.address}?scenario=levels`);
      await page.dom.waitForFunction(() => document.documentElement.dataset.ready);
      const whole = await page.dom.evaluate(
        () => new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(() => shown(performance.now())))),
      );
      first.push({ seen: performance.now() - start, frame: await page.call('ntk_first_frame_ms'), whole });
      if (i > 0) return;
      await page.rest();
      const before = await page.framesDrawn();
      await page.dom.waitForTimeout(5000);
      idle = (await page.framesDrawn()) - before;
    });
  }
  return {
    ready: median(first.map((each) => each.seen)),
    frame: median(first.map((each) => each.frame)),
    whole: median(first.map((each) => each.whole)),
    idle,
  };
}

const spreadOf = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  return { median: median(sorted), high: sorted[Math.floor(sorted.length * 0.95)] };
};

/**
 * Milliseconds of frames while the wheel is turned over a widget: those that the page's thread computed, as Chromium's trace
 * has them, and those that went by meanwhile, in which the graphics, here the processor's work too, took their turn.
 */
async function framesAt(page, widget) {
  const { x, y } = await page.placeOf(widget);
  await page.dom.mouse.move(x, y);
  await page.rest();
  const browser = page.dom.context().browser();
  await browser.startTracing(page.dom, { categories: ['devtools.timeline'] });
  const passed = [];
  for (let i = 0; i < 60; i++) {
    const before = await page.framesDrawn();
    await page.dom.mouse.wheel(0, i % 20 < 10 ? 120 : -120);
    // Not asked at every frame: each of these counts.
    await page.dom.waitForFunction((drawn) => window.ntk._ntk_frames_drawn() > drawn, before, { polling: 10 });
    passed.push(await page.call('ntk_frame_ms'));
  }
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const computed = traceEvents.filter(({ name, tdur }) => name === 'FireAnimationFrame' && tdur > 0).map(({ tdur }) => tdur / 1000);
  if (computed.length < passed.length) throw new Error(`the trace has ${computed.length} frames of ${passed.length}`);
  return { computed: spreadOf(computed), passed: spreadOf(passed) };
}

/** Frames with 100,000 events in the trail, and of the access matrix of 500 users and 5,000 records; and idleness with both. */
async function largeTimes() {
  const figures = {};
  await withPage('bench', { opens: false, paints: true }, async (page) => {
    await page.open();
    const loaded = await page.ask('load', { file_name: 'large.json', scenario: largeScenario() });
    if (!loaded.ok) throw new Error(loaded.message);
    const restored = await page.ask('restore_steps', { lines: Array(5000).fill('run all'), position: 5000 });
    if (!restored.ok) throw new Error(restored.message);
    await page.settle();
    figures.trail = await framesAt(page, 'Trail/Date and time');
    await page.choose('Header/Views', 'Combo/Access matrix');
    await page.until(async () => !(await page.ask('matrix_step')).value.working);
    const { agencies } = (await page.ask('matrix_show')).value;
    await page.click(agencies[0].blocks[0].title + ': ' + agencies[0].blocks[0].words);
    const [cell] = (await page.map()).widgets.filter(({ path, label }) => path.includes('Block') && / (permit|deny .*)$/.test(label));
    figures.matrix = await framesAt(page, [...cell.path, cell.label]);
    await page.rest();
    const before = await page.framesDrawn();
    await page.dom.waitForTimeout(5000);
    figures.idle = (await page.framesDrawn()) - before;
  });
  return figures;
}

function table(heading, columns, rows) {
  const cells = [['', ...columns], ...rows];
  const widths = cells[0].map((_, i) => Math.max(...cells.map((row) => row[i].length)));
  console.log(`\n${heading}`);
  for (const row of cells) {
    console.log(`  ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('   ')}`);
  }
}

const micro = (ns) => `${(ns / 1000).toFixed(1)} us`;
const milli = (ns) => `${(ns / 1e6).toFixed(1)} ms`;
const kb = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;

const native = nativeEngine();
const wasm = wasmEngine();
const perSecond = (ns) => `${(1000 / ns).toFixed(2)} M/s`;
table(
  'Engine, medians',
  ['native', 'wasm (Node)', 'wasm / native'],
  [
    [
      'single decisions, all checks',
      perSecond(native.single_decisions),
      perSecond(wasm.single_decisions),
      (native.single_decisions / wasm.single_decisions).toFixed(2),
    ],
    ...[
      ['matrix', 'matrix of 500 users and 5,000 records'],
      ['matrix_after_edit', 'the same after one edit, and what flipped'],
    ].map(([name, title]) => [title, milli(native[name]), milli(wasm[name]), (wasm[name] / native[name]).toFixed(2)]),
    ...Object.keys(wasm)
      .filter((name) => name.startsWith('run_all/'))
      .map((name) => [
        `run all, ${name.slice('run_all/'.length)}`,
        micro(native[name]),
        micro(wasm[name]),
        (wasm[name] / native[name]).toFixed(2),
      ]),
    ...Object.keys(wasm)
      .filter((name) => name.startsWith('solve/'))
      .map((name) => [
        `solve, ${name.slice('solve/'.length)}`,
        milli(native[name]),
        milli(wasm[name]),
        (wasm[name] / native[name]).toFixed(2),
      ]),
  ],
);
table(
  'Submissions graded, natively, on one processor',
  ['each', 'a second'],
  Object.keys(native)
    .filter((name) => name.startsWith('grade/'))
    .map((name) => [name.slice('grade/'.length), micro(native[name]), (1e9 / native[name]).toFixed(0)]),
);
table(
  'Page, bytes',
  ['raw', 'gzip -9'],
  Object.entries(pageSizes(await askedFirst())).map(([name, size]) => [name, kb(size.raw), kb(size.gzip)]),
);
table(
  'The program by folder and library, bytes; gzip by share',
  ['page.wasm', 'gzip -9', 'page.rest.wasm', 'gzip -9'],
  sizesByPart(readFileSync('build/wasm-release/web/page.wasm')).map(({ part, first, rest }) => [
    part,
    ...[first.raw, first.gzip, rest.raw, rest.gzip].map(kb),
  ]),
);
measureGrowth('build/ntk');
const times = await pageTimes();
const large = await largeTimes();
const slow = await slowTimes('dist/site');
await finish();
table(
  'Page, in Chromium on loopback, median of 7',
  [''],
  [
    ['navigation to the first frame, with the lesson in it', `${times.frame.toFixed(0)} ms`],
    ['navigation to panels and text page, with the lesson in both', `${times.whole.toFixed(0)} ms`],
    ['the same, seen from outside the browser', `${times.ready.toFixed(0)} ms`],
    ['frames drawn in 5 idle seconds', String(times.idle)],
  ],
);
table(
  'Page, in Chromium at 400 kbit/s and 400 ms, from navigation on',
  [''],
  [
    ['to the list of lessons', milli(slow.list * 1e6)],
    ['to the first frame of the panels, which show it', milli(slow.frame * 1e6)],
    ['to the whole page', milli(slow.whole * 1e6)],
  ],
);
const spread = ({ computed, passed }) =>
  [computed, passed].flatMap(({ median: middle, high }) => [middle, high]).map((each) => `${each.toFixed(1)} ms`);
table(
  'A frame of the panels in Chromium, without a graphics card',
  ['computed: median', '95th of 100', 'passed: median', '95th of 100'],
  [
    ['with 100,000 events in the trail, which is scrolled', ...spread(large.trail)],
    ['of the matrix of 500 users and 5,000 records, which is scrolled', ...spread(large.matrix)],
    ['frames drawn in 5 idle seconds', String(large.idle), '', '', ''],
  ],
);
console.log();
