// @ts-check
// Starting the page: the module is loaded and given its lesson, the panels begin where the browser can draw them, then
// the text page is written.

import { listenForFatal } from './fatal.js';
import { loadEngineModule, loadPageModule } from './module.js';

/** What index.html has. @param {string} id */
const element = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** @param {string} id */
function show(id) {
  element('loading').hidden = true;
  element(id).hidden = false;
}

/** @param {number} done @param {number} total  bytes */
function showProgress(done, total) {
  const progress = /** @type {HTMLProgressElement} */ (element('loading-progress'));
  progress.max = total;
  progress.value = done;
}

/** Without panels the text page begins where they would be. @param {string} reason  the id of what says why */
function withoutPanels(reason) {
  element('canvas').hidden = true;
  document.body.classList.add('without-panels');
  show(reason);
}

async function load() {
  return typeof WebAssembly === 'object' ? loadPageModule(showProgress) : loadEngineModule();
}

/** @param {*} module */
function startPanels(module) {
  if (typeof WebAssembly !== 'object') withoutPanels('no-webassembly');
  else if (module._ntk_start_panels()) show('canvas');
  else withoutPanels('no-webgl');
}

/**
 * Starts everything. `startTextPage(module)` is called when the module can be asked, and resolves to what has a `show()`.
 * The panels start in between, so that their first frame is of the lesson.
 * @param {(module: *) => {show: () => unknown} | Promise<{show: () => unknown}>} startTextPage
 */
export async function start(startTextPage) {
  listenForFatal();
  try {
    const module = await load();
    // For browser tests and for whoever is curious.
    window.ntk = module;
    const textPage = await startTextPage(module);
    startPanels(module);
    await textPage.show();
    document.documentElement.dataset.ready = 'true';
  } catch (error) {
    console.error(error);
    element('load-failure').textContent = error instanceof Error ? error.message : String(error);
    withoutPanels('load-failed');
  }
}
