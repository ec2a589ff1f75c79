// @ts-check
// Starting the page: the module is loaded, the panels begin where the browser can draw them, then the text page is written.
// Where nothing but home is to be shown, the panels begin as soon as the part of the module is there that draws it; else the
// whole module comes first, and the lesson, so that the panels' first frame is of the lesson. Where the panels' part can't be
// had, the engine alone takes over, and the text page with it.

import { listenForFatal } from './fatal.js';
import { fontArrives } from './font.js';
import { endedLoading, madeProgress, textPageWanted, whyNoPanels } from './loading.js';
import { loadEngineModule, loadPageModule } from './module.js';

/** Milliseconds that a lost drawing context may take to come back. */
const patience = 5000;

/**
 * What is started with the module: the text page.
 * @typedef {{show: () => unknown, panelsEnded?: (message: string) => void}} TextPage
 *
 * What the page is made of besides.
 * @typedef {object} Content
 * @property {(module: *) => unknown} [offer]  gives the module what home shows; before the panels begin
 * @property {() => unknown} [prepare]  asks for what the text page needs, all of which is wanted now
 * @property {(module: *) => TextPage | Promise<TextPage>} startTextPage  called when the whole module can be asked
 *
 * A module, and the id of what says why there are no panels; empty where there can be some.
 * @typedef {{module: *, without: string, whole: () => Promise<void>}} Loaded
 */

/** What index.html has. @param {string} id */
const element = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** @param {string} id */
function show(id) {
  endedLoading();
  element('loading').hidden = true;
  element(id).hidden = false;
}

/** @param {number} done @param {number} total  bytes */
function showProgress(done, total) {
  const progress = /** @type {HTMLProgressElement} */ (element('loading-progress'));
  progress.max = total;
  progress.value = done;
  madeProgress();
}

/** Without panels the text page begins where they would be. @param {string} reason  the id of what says why */
function withoutPanels(reason) {
  element('canvas').hidden = true;
  document.body.classList.add('without-panels');
  show(reason);
}

/** @param {string} without @returns {Promise<Loaded>} */
const engineAlone = async (without) => ({ module: await loadEngineModule(), without, whole: async () => {} });

/** What was to arrive, or the engine alone where it doesn't, or isn't waited for. @param {Promise<Loaded>} arriving @returns {Promise<Loaded>} */
async function orEngineAlone(arriving) {
  try {
    return (await Promise.race([arriving, textPageWanted()])) || (await engineAlone('text-page-chosen'));
  } catch (error) {
    console.warn(error);
    element('no-panels-why').textContent = whyNoPanels(error);
    return engineAlone('no-panels').catch(() => {
      throw error;
    });
  }
}

/** @param {boolean} atOnce  the whole module @returns {Promise<Loaded>} */
async function load(atOnce) {
  if (typeof WebAssembly !== 'object') return engineAlone('no-webassembly');
  return orEngineAlone(loadPageModule(atOnce, showProgress).then((loaded) => ({ ...loaded, without: '' })));
}

/** What was loaded in part, as a whole. @param {Loaded} loaded */
const complete = (loaded) => orEngineAlone(loaded.whole().then(() => loaded));

/** The panels get their place above the text page, which stays where it is for who reads it already. */
function makeRoom() {
  const textPage = element('text-page');
  const top = () => textPage.getBoundingClientRect().top;
  const before = top();
  const isRead = window.scrollY > 0 || textPage.contains(document.activeElement);
  endedLoading();
  if (isRead) window.scrollBy(0, top() - before);
}

/** Returns why there are none, as the id of what says so; empty where they have begun. @param {Loaded} loaded */
function startPanels({ module, without }) {
  const reason = without || (module._ntk_has_letters() ? '' : 'no-letters');
  if (reason) return reason;
  makeRoom(); // which is then measured
  return module._ntk_start_panels() ? '' : 'no-webgl';
}

/** The panels, or what says why there are none. @param {Loaded} loaded @param {() => TextPage | undefined} textPage */
function showPanels(loaded, textPage) {
  const reason = startPanels(loaded);
  if (reason) return withoutPanels(reason);
  show('canvas');
  return watchDrawing(textPage);
}

/** What draws can be lost, and mostly comes back. Where it doesn't, the text page goes on. @param {() => TextPage | undefined} textPage */
function watchDrawing(textPage) {
  const canvas = element('canvas');
  let timer = 0;
  const waitForIt = () => {
    clearTimeout(timer);
    timer = window.setTimeout(giveUp, patience);
  };
  function giveUp() {
    // Some browsers give it back only to a page that is seen.
    if (document.hidden) document.addEventListener('visibilitychange', waitForIt, { once: true });
    else {
      withoutPanels('webgl-lost');
      textPage()?.panelsEnded?.('This browser has stopped drawing the panels. Your work is kept, and goes on here.');
    }
  }
  canvas.addEventListener('webglcontextlost', waitForIt);
  canvas.addEventListener('webglcontextrestored', () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', waitForIt);
  });
}

/** Resolves when the panels have drawn; in a tab that isn't seen, soon. */
const drawn = () =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 500);
  });

/** @param {Content} content */
async function startAll({ offer, prepare, startTextPage }) {
  /** @type {{textPage?: TextPage}} */
  const started = {};
  const showThem = (/** @type {Loaded} */ loaded) => showPanels(loaded, () => started.textPage);
  const onlyHome = document.documentElement.dataset.opens === 'home';
  if (!onlyHome) prepare?.();
  const font = fontArrives();
  let loaded = await load(!onlyHome);
  madeProgress();
  // For browser tests and for whoever is curious.
  window.ntk = loaded.module;
  await offer?.(loaded.module);
  const beginsEarly = onlyHome && !loaded.without;
  if (beginsEarly) {
    await font;
    loaded.module.isArriving = true;
    showThem(loaded);
    await drawn();
    prepare?.();
    loaded = await complete(loaded);
    if (loaded.without) {
      withoutPanels(loaded.without);
      await offer?.(loaded.module);
    }
  }
  window.ntk = loaded.module;
  const textPage = await startTextPage(loaded.module);
  started.textPage = textPage;
  loaded.module.isArriving = false;
  if (!beginsEarly) {
    await font;
    showThem(loaded);
  }
  await textPage.show();
  document.documentElement.dataset.ready = 'true';
}

/** Starts everything. @param {Content} content */
export async function start(content) {
  listenForFatal();
  madeProgress();
  try {
    await startAll(content);
  } catch (error) {
    console.error(error);
    element('load-failure').textContent = error instanceof Error ? error.message : String(error);
    withoutPanels('load-failed');
  }
}
