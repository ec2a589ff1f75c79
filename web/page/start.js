// @ts-check
// Starting the page: the module is loaded and given its lesson, the panels begin where the browser can draw them, then
// the text page is written. Where the panels' part can't be had, the engine alone takes over, and the text page with it.

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
 * A module, and the id of what says why there are no panels; empty where there can be some.
 * @typedef {{module: *, without: string}} Loaded
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
const engineAlone = async (without) => ({ module: await loadEngineModule(), without });

/** @returns {Promise<Loaded>} */
async function load() {
  if (typeof WebAssembly !== 'object') return engineAlone('no-webassembly');
  try {
    const module = await Promise.race([loadPageModule(showProgress), textPageWanted()]);
    return module ? { module, without: '' } : await engineAlone('text-page-chosen');
  } catch (error) {
    console.warn(error);
    element('no-panels-why').textContent = whyNoPanels(error);
    return engineAlone('no-panels').catch(() => {
      throw error;
    });
  }
}

/** @param {Loaded} loaded @param {TextPage} textPage */
function startPanels({ module, without }, textPage) {
  if (without) withoutPanels(without);
  else if (!module._ntk_has_letters()) withoutPanels('no-letters');
  else if (module._ntk_start_panels()) {
    show('canvas');
    watchDrawing(textPage);
  } else withoutPanels('no-webgl');
}

/** What draws can be lost, and mostly comes back. Where it doesn't, the text page goes on. @param {TextPage} textPage */
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
      textPage.panelsEnded?.('This browser has stopped drawing the panels. Your work is kept, and goes on here.');
    }
  }
  canvas.addEventListener('webglcontextlost', waitForIt);
  canvas.addEventListener('webglcontextrestored', () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', waitForIt);
  });
}

/**
 * Starts everything. `startTextPage(module)` is called when the module can be asked, and resolves to what has a `show()`.
 * The panels start in between, so that their first frame is of the lesson.
 * @param {(module: *) => TextPage | Promise<TextPage>} startTextPage
 */
export async function start(startTextPage) {
  listenForFatal();
  madeProgress();
  try {
    const font = fontArrives();
    const loaded = await load();
    madeProgress();
    // For browser tests and for whoever is curious.
    window.ntk = loaded.module;
    const textPage = await startTextPage(loaded.module);
    await font;
    startPanels(loaded, textPage);
    await textPage.show();
    document.documentElement.dataset.ready = 'true';
  } catch (error) {
    console.error(error);
    element('load-failure').textContent = error instanceof Error ? error.message : String(error);
    withoutPanels('load-failed');
  }
}
