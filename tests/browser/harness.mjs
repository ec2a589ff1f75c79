// Driving the page in Chromium: the canvas by the names of its widgets, the document by Playwright's own locators.
//
//   import { browserTest } from './harness.mjs';
//
//   browserTest('a denied request says why', async (page) => {
//     await page.click('Requests/Run all');
//     await page.see('Why/DA-7');
//     assert.equal(await page.dom.locator('#live').textContent(), '...');
//   });
//
// A widget is named by its label, after as much of its path (windows, then scopes) as makes it the only one:
// 'Run all', 'Requests/Run all', 'Records/R-1/Level'. Of a label "Level##r1", each of "Level", "r1" and the whole will do.
// What is scrolled out of sight is scrolled to.
//
// A test fails on an error in the console, an uncaught exception, a violation of the Content-Security-Policy, and a
// request to any other host. Of a failed test there is a screenshot in build/browser-failures/.

import assert from 'node:assert/strict';
import { existsSync, mkdirSync } from 'node:fs';
import test, { after } from 'node:test';

import { chromium } from 'playwright-core';

import { serve } from '../../scripts/serve.mjs';
import { callText } from '../../web/page/call_text.js';
import { answerLate, forgoTour, paintOnlyOnDemand } from './before.mjs';
import { chromiumPath } from './chromium.mjs';

export { forgoTour };
export { commandLines, commandsOfKey, predictAll } from './lesson.mjs';

/** What scripts/site.mjs made: the site, and the single file. */
export const dist = process.env.NTK_DIST ?? 'dist';

// Milliseconds that a thing may take to come before it is taken not to come at all, on a machine however busy; and between looks.
const patience = 60000;
const pause = 50;

// A browser's own windows load pages of their own, over and over, which is half of what a short test costs. The last list
// of features is the one that counts, so that Playwright's stands here too.
const withoutFeatures = [
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup', 'PreloadTopChromeWebUI'],
  ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'BoundaryEventDispatchTracksNodeRemoval', 'DestroyProfileOnBrowserClose'],
  ...['DialMediaRouteProvider', 'GlobalMediaControls', 'HttpsUpgrades', 'LensOverlay', 'MediaRouter', 'OptimizationHints'],
  ...['PaintHolding', 'RenderDocument', 'ThirdPartyStoragePartitioning', 'Translate'],
];

const flags = [
  `--disable-features=${withoutFeatures}`,
  '--use-angle=swiftshader',
  '--disable-gpu-compositing',
  '--enable-unsafe-swiftshader',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.env.NTK_CHROMIUM_FLAGS ?? '').split(' ').filter(Boolean),
];

// One browser and one server for each folder, for all tests of a file.
let browser;
const servers = new Map();

// A page of the same origin, where the product isn't; it has an icon, so that none is asked for.
const elsewhere = 'elsewhere';
const emptyPage = '<!doctype html><title>Elsewhere</title><link rel="icon" href="data:,">';

async function theBrowser() {
  browser ??= chromium.launch({ executablePath: chromiumPath(), args: flags });
  return browser;
}

/** Where a folder of a site is served from now on. */
export async function addressOf(folder) {
  if (!existsSync(`${folder}/index.html`)) throw new Error(`${folder} is not there: run scripts/test browser`);
  if (!servers.has(folder)) servers.set(folder, await serve(folder, 0, { [`/${elsewhere}`]: emptyPage }));
  return servers.get(folder).address;
}

/** A browser of its own that remembers in a folder: {context, address}. For what is to outlast a tab or a browser. */
export async function openProfile(folder) {
  const address = await addressOf(`${dist}/site`);
  const context = await chromium.launchPersistentContext(folder, { executablePath: chromiumPath(), args: flags });
  context.setDefaultTimeout(patience);
  await context.addInitScript(forgoTour);
  if (process.env.NTK_LATE) await context.addInitScript(answerLate);
  return { context, address };
}

/** Ends the browser and the servers. Tests need not; a script that uses withPage by itself does, to end. */
export async function finish() {
  await (await browser)?.close();
  await Promise.all([...servers.values()].map((server) => server.close()));
}

const hiddenPart = (label) => label.slice(label.indexOf('##')).replace(/^#+/, '');
const namesOf = (label) => (label.includes('##') ? [label, label.slice(0, label.indexOf('##')), hiddenPart(label)] : [label]);

// Whether the wanted names stand in the path, in this order; others may stand between.
function pathHas(path, wanted) {
  let next = 0;
  for (const name of path) if (next < wanted.length && name === wanted[next]) next++;
  return next === wanted.length;
}

function split(query) {
  const names = Array.isArray(query) ? query : query.split('/');
  return { path: names.slice(0, -1), label: names[names.length - 1] };
}

function inSight({ rect, visible }) {
  const [left, top, right, bottom] = visible;
  // Enough of it to be clicked at its centre.
  return right - left > (rect[2] - rect[0]) / 2 && bottom - top > (rect[3] - rect[1]) / 2;
}

const describe = ({ path, label }) => [...path, label].join('/');

/** A page with the canvas in it. */
export class CanvasPage {
  constructor(dom, address) {
    /** Playwright's page, for everything that is in the document. */
    this.dom = dom;
    this.address = address;
    this.complaints = [];
    dom.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(`console: ${message.text()}`);
    });
    dom.on('pageerror', (error) => this.complaints.push(`uncaught: ${error.stack ?? error}`));
    dom.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(address) && !/^(data|blob|file):/.test(url)) this.complaints.push(`request to ${url}`);
    });
  }

  /** Loads the page and waits until it can be used. */
  async open(path = '') {
    await this.dom.goto(this.address + path);
    await this.ready();
  }

  async ready() {
    await this.dom.waitForFunction(() => document.documentElement.dataset.ready || !document.getElementById('load-failed').hidden);
    if (await this.dom.evaluate(() => !document.getElementById('canvas').hidden)) {
      await this.call('ntk_record_widgets', 1);
      await this.settle();
    }
  }

  /** Calls a function that the module exports, by its C name; for one that returns a string, see `text`. */
  call(name, ...values) {
    return this.dom.evaluate(([name, values]) => window.ntk[`_${name}`](...values), [name, values]);
  }

  text(name) {
    return this.dom.evaluate((name) => window.ntk.UTF8ToString(window.ntk[`_${name}`]()), name);
  }

  /** One call of the bridge (docs/bridge.md): {ok, message, help, revision, value}. */
  async ask(verb, takes = {}) {
    // As a text: to hand over a large value as such takes longer than to work it out.
    const answer = await this.dom.evaluate(
      ([verb, takes]) => {
        const module = window.ntk;
        const bytes = (text) => Uint8Array.from(text, (each) => each.charCodeAt(0));
        const texts = [verb, takes].map(bytes);
        const places = texts.map((text) => {
          const at = module._malloc(text.length + 1);
          module.HEAPU8.set(text, at);
          module.HEAPU8[at + text.length] = 0;
          return at;
        });
        const answer = module.UTF8ToString(module._ntk_call(...places, texts[1].length, -1));
        places.forEach((at) => module._free(at));
        return answer;
      },
      [verb, Buffer.from(callText(takes)).toString('latin1')],
    );
    return JSON.parse(answer);
  }

  /** Applies a command. */
  command(command) {
    return this.ask('command', { command });
  }

  framesDrawn() {
    return this.call('ntk_frames_drawn');
  }

  /** Lets the panels work through all that has happened, at once: what was done to them is done. */
  async settle() {
    await this.call('ntk_settle');
  }

  /** Waits until nothing more is drawn, but not for ever: while a mouse button is held down, drawing goes on. */
  async rest() {
    await this.dom.evaluate(async () => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      let still = 0;
      let before = -1;
      for (let i = 0; i < 200 && still < 3; i++) {
        await frame();
        const now = window.ntk._ntk_frames_drawn();
        still = now === before ? still + 1 : 0;
        before = now;
      }
    });
  }

  /** Fails unless a whole second comes in which nothing is drawn; a timer may end before it. */
  async comesToRest() {
    for (let tries = 0, before = -1; tries < 12; tries++) {
      const now = await this.framesDrawn();
      if (now === before) return;
      before = now;
      await this.dom.waitForTimeout(1000);
    }
    assert.fail('it never ceases to draw');
  }

  /** All widgets and windows of the last frame (web/canvas/platform/widget_map.h), once it has come to rest. */
  async map() {
    return JSON.parse(
      await this.dom.evaluate(() => {
        window.ntk._ntk_settle();
        return window.ntk.UTF8ToString(window.ntk._ntk_widgets());
      }),
    );
  }

  /** The widgets that a query names; none if there is no such. */
  async all(query) {
    const { path, label } = split(query);
    const { widgets } = await this.map();
    return widgets.filter((widget) => namesOf(widget.label).includes(label) && pathHas(widget.path, path));
  }

  /** The one widget that a query names, in sight or not; null if there is none. */
  async find(query) {
    const found = await this.all(query);
    if (found.length > 1) {
      throw new Error(`${found.length} widgets are called \`${query}\`: ${found.map(describe).join(', ')}`);
    }
    return found[0] ?? null;
  }

  async has(query) {
    return (await this.all(query)).length > 0;
  }

  /** The widget of that name, scrolled into sight; fails if there is none. */
  async see(query) {
    let widget = await this.find(query);
    if (!widget || !inSight(widget)) widget = (await this.#scrollTo(query)) ?? widget;
    if (!widget) {
      const { widgets } = await this.map();
      throw new Error(`no widget is called \`${query}\`; there are:\n  ${widgets.map(describe).join('\n  ')}`);
    }
    return widget;
  }

  // What has been drawn once has a name and a place even out of sight: it is scrolled to. For what has not, the windows
  // are scrolled through from the top.
  async #scrollTo(query) {
    const { path } = split(query);
    const { windows } = await this.map();
    const known = await this.find(query);
    if (known && (await this.#bringIntoSight(known, windows))) {
      const widget = await this.find(query);
      if (widget && inSight(widget)) return widget;
    }
    const candidates = windows.filter(
      (window) =>
        window.scroll_max[1] > 0 &&
        (known ? pathHas(known.path, window.path) : path.length === 0 || window.path.some((name) => path.includes(name))),
    );
    for (const { path: window, rect } of candidates.reverse()) {
      const step = Math.max((rect[3] - rect[1]) / 2, 100); // every line comes into sight whole
      await this.#scroll(window, -100000);
      for (let before = -1; ;) {
        const widget = await this.find(query);
        if (widget && inSight(widget)) return widget;
        const now = await this.#scroll(window, step);
        if (now === before) break;
        before = now;
      }
    }
    return null;
  }

  async #bringIntoSight(widget, windows) {
    const around = windows.filter((window) => window.scroll_max[1] > 0 && pathHas(widget.path, window.path)).at(-1);
    if (!around) return false;
    const middle = ([, top, , bottom]) => (top + bottom) / 2;
    await this.#scroll(around.path, middle(widget.rect) - middle(around.rect));
    return true;
  }

  // Scrolls a window by so many pixels, or nearly so; returns where it is.
  async #scroll(path, pixels) {
    const same = (window) => window.path.join('/') === path.join('/');
    const window = (await this.map()).windows.find(same);
    if (!window) return 0;
    const [left, top, right, bottom] = window.rect;
    const { x, y } = await this.#origin();
    await this.dom.mouse.move(x + (left + right) / 2, y + (top + bottom) / 2);
    await this.settle();
    await this.dom.mouse.wheel(0, Math.round(pixels)); // WebDriver knows whole pixels only
    await this.settle();
    return (await this.map()).windows.find(same)?.scroll[1] ?? 0;
  }

  // Where the canvas begins, once the whole of it is in sight.
  async #origin() {
    return this.dom.evaluate(() => {
      const canvas = document.getElementById('canvas');
      canvas.scrollIntoView();
      const { x, y } = canvas.getBoundingClientRect();
      return { x, y };
    });
  }

  /** The centre of a widget's visible part, in the window's CSS pixels. */
  async placeOf(query) {
    return this.#centreOf(await this.see(query));
  }

  async #centreOf({ visible }) {
    const { x, y } = await this.#origin();
    return { x: x + (visible[0] + visible[2]) / 2, y: y + (visible[1] + visible[3]) / 2 };
  }

  async click(query, options) {
    const widget = await this.see(query);
    assert.ok(!widget.disabled, `\`${query}\` is disabled`);
    const { x, y } = await this.#centreOf(widget);
    // A hand is over a thing before it presses it, and some widgets want to see it there.
    await this.dom.mouse.move(x, y);
    await this.settle();
    await this.dom.mouse.click(x, y, options);
    await this.settle();
  }

  async hover(query) {
    const { x, y } = await this.placeOf(query);
    await this.dom.mouse.move(x, y);
    await this.settle();
  }

  async tap(query) {
    const { x, y } = await this.placeOf(query);
    await this.dom.touchscreen.tap(x, y);
    await this.settle();
  }

  /** Ticks a checkbox, or takes the tick away. */
  async tick(query, checked = true) {
    const widget = await this.see(query);
    assert.ok(widget.checkable, `\`${query}\` is no checkbox`);
    if (Boolean(widget.checked) !== checked) await this.click(query);
    assert.equal(Boolean((await this.see(query)).checked), checked, `\`${query}\` did not change`);
  }

  /** Replaces what is in a text field. Enter or a click elsewhere finishes it. */
  async fill(query, text) {
    await this.click(query);
    await this.dom.keyboard.press('ControlOrMeta+a');
    await this.dom.keyboard.press('Delete');
    await this.dom.keyboard.type(text);
    await this.settle();
  }

  /** Opens a list and takes one of its entries. */
  async choose(list, entry) {
    await this.click(list);
    await this.click(entry);
  }

  /** Tries until it is so: for what does not come at once, as a file does not. */
  async until(isSo) {
    for (let tries = 0; !(await isSo()); tries++) {
      assert.ok(tries * pause < patience, `never came: ${isSo}`);
      await this.dom.waitForTimeout(pause);
    }
    await this.settle();
  }

  /** Waits for the text of the document's one element of a selector to fit a pattern; returns it. */
  async reads(selector, pattern) {
    let text;
    const fits = async () => pattern.test((text = await this.dom.locator(selector).textContent()));
    for (let tries = 0; tries * pause < patience && !(await fits()); tries++) await this.dom.waitForTimeout(pause);
    assert.match(text, pattern, selector);
    return text;
  }

  /**
   * From now on as on a machine so slow that of a long computation each slice does only its least; or no more. What a
   * test is to see half done, or to cancel, has then not ended before, however fast the machine is.
   */
  async crawl(crawls = true) {
    await this.dom.evaluate((crawls) => {
      window.ntkCrawls = crawls;
      if (window.ntkLate !== undefined) return;
      window.ntkLate = 0;
      const now = performance.now.bind(performance);
      performance.now = () => now() + (window.ntkLate += window.ntkCrawls ? 100 : 0);
    }, crawls);
  }

  async press(key) {
    await this.dom.keyboard.press(key);
    await this.settle();
  }

  /** Opens the palette by its key, types, and takes what is chosen then: the way to everything, on both views. */
  async palette(words) {
    await this.dom.keyboard.press('ControlOrMeta+k');
    await this.dom.keyboard.type(words);
    await this.dom.keyboard.press('Enter');
    await this.dom.waitForFunction(() => !document.getElementById('palette'));
    await this.settle();
  }

  /** Has the canvas painted, as it is now and from now on; or no more from now on. */
  async paint(paints) {
    await this.dom.evaluate((paints) => {
      window.ntkPaints = paints;
      if (paints) window.ntk._ntk_record_widgets(1);
    }, paints);
    if (paints) await this.rest();
  }

  /** Fails if the canvas, or the part of the document that a locator names, shows next to nothing. Returns the PNG. */
  async screenshot(file, locator = this.dom.locator('#canvas')) {
    await this.paint(true);
    const png = await locator.screenshot(file ? { path: file } : {});
    await this.paint(false);
    const colours = await coloursIn(this.dom, png);
    assert.ok(colours > 8, `the picture has ${colours} colours: it is as good as blank`);
    return png;
  }

  /** Fails if anything has gone wrong that no step of the test has noticed. */
  check() {
    assert.deepEqual(this.complaints, []);
  }
}

/** How many different colours a PNG has, counted by a page: what draws it can also read it. */
function coloursIn(dom, png) {
  return dom.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const drawing = new OffscreenCanvas(image.width, image.height).getContext('2d');
    drawing.drawImage(image, 0, 0);
    const pixels = new Uint32Array(drawing.getImageData(0, 0, image.width, image.height).data.buffer);
    return new Set(pixels).size;
  }, png.toString('base64'));
}

/** The same for whoever has no page open. */
export async function coloursOf(png) {
  const context = await (await theBrowser()).newContext();
  try {
    return await coloursIn(await context.newPage(), png);
  } finally {
    await context.close();
  }
}

// What makes a tab different from a new one in a way that only closing it undoes. A test that calls any of these gets no
// other tab, but leaves none behind.
const lasting = {
  dom: ['addInitScript', 'close', 'emulateMedia', 'exposeFunction', 'route'],
  context: ['addInitScript', 'clearPermissions', 'close', 'grantPermissions', 'newCDPSession', 'newPage', 'route', 'setOffline'],
};

// Tabs that tests have left as good as new, by the options that they were opened with. Starting a process for a tab, and
// compiling the module in it, is two thirds of what opening the page costs.
const tabs = new Map();

/** A new tab in a context of its own: {dom, context, isSpoilt}. */
async function newTab({ contextOptions, origin, firstVisit, paints, view }) {
  const viewport = contextOptions.viewport ?? { width: 1280, height: 800 };
  const context = await (await theBrowser()).newContext({ ...contextOptions, viewport });
  context.setDefaultTimeout(patience);
  if (origin) await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
  const dom = await context.newPage();
  await dom.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(`Content-Security-Policy: ${event.violatedDirective} ${event.blockedURI}`),
    );
  });
  if (!firstVisit) await dom.addInitScript(forgoTour);
  if (view) await dom.addInitScript((view) => localStorage.setItem('need-to-know.view', view), view);
  if (!paints) await dom.addInitScript(paintOnlyOnDemand);
  if (process.env.NTK_LATE) await dom.addInitScript(answerLate);
  const tab = { dom, context, viewport, isSpoilt: !origin };
  for (const [part, names] of Object.entries(lasting)) {
    for (const name of names) {
      const act = tab[part][name].bind(tab[part]);
      tab[part][name] = (...values) => {
        tab.isSpoilt = true;
        return act(...values);
      };
    }
  }
  return tab;
}

/** Has a tab forget the test that used it. */
async function forget({ dom, viewport }, address) {
  dom.removeAllListeners();
  await dom.mouse.move(0, 0);
  await dom.goto(`${address}${elsewhere}`);
  await dom.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  await dom.setViewportSize(viewport);
}

/**
 * Opens a page for a test and hands it over; afterwards checks that nothing went wrong unnoticed. Options, besides those
 * of Playwright's contexts (viewport, deviceScaleFactor, hasTouch, colorScheme ...):
 *
 *   site      folder to serve; the product's by default
 *   path      to open: '?scenario=01-levels'
 *   file      a file to open by file:// instead
 *   before    (dom) => ... before anything is loaded: addInitScript, route
 *   firstVisit  true to be offered the tour
 *   opens     false to leave opening to the test
 *   view      'text' to have the text page alone
 *   paints    true to have every frame painted, as for the platform's own site, not only those of a screenshot
 *
 * The tab may have served another test, but nothing in it remembers that.
 */
export async function withPage(name, options, body) {
  const {
    site = `${dist}/site`,
    path = '',
    file,
    before,
    opens = true,
    firstVisit = false,
    view,
    paints = Boolean(options.site),
    ...contextOptions
  } = options;
  const address = file ? 'file://' : await addressOf(site);
  const kind = { contextOptions, origin: file ? null : new URL(address).origin, firstVisit, paints, view };
  const key = JSON.stringify(kind);
  const tab = tabs.get(key) ?? (await newTab(kind));
  tabs.delete(key);
  const page = new CanvasPage(tab.dom, address);
  let isKept = false;
  try {
    await before?.(page.dom);
    if (opens) await page.open(file ?? path);
    await body(page);
    page.check();
    isKept = !tab.isSpoilt;
  } catch (error) {
    mkdirSync('build/browser-failures', { recursive: true });
    await page.paint(true).catch(() => {});
    const picture = `build/browser-failures/${name.replace(/\W+/g, '-')}.png`;
    await page.dom.screenshot({ path: picture }).catch(() => {});
    if (page.complaints.length > 0) console.error(`${name}:\n  ${page.complaints.join('\n  ')}`);
    throw error;
  } finally {
    if (isKept) {
      await forget(tab, address);
      tabs.set(key, tab);
    } else {
      await tab.context.close();
    }
  }
}

let finishes = false;

/** A test in a page of its own. */
export function browserTest(name, options, body) {
  if (typeof options === 'function') {
    browserTest(name, {}, options);
    return;
  }
  if (!finishes) after(finish);
  finishes = true;
  test(name, { timeout: 400000 }, () => withPage(name, options, body));
}
