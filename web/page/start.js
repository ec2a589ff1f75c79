// Starting the page: the module is loaded, the panels begin where the browser can draw them, then the text page.

import { loadEngineModule, loadPageModule } from './module.js';

const element = (id) => document.getElementById(id);

function show(id) {
  element('loading').hidden = true;
  element(id).hidden = false;
}

function showProgress(done, total) {
  const progress = element('loading-progress');
  progress.max = total;
  progress.value = done;
}

// Without panels the text page begins where they would be.
function withoutPanels(reason) {
  element('canvas').hidden = true;
  document.body.classList.add('without-panels');
  show(reason);
}

async function load() {
  if (typeof WebAssembly !== 'object') {
    const module = await loadEngineModule();
    withoutPanels('no-webassembly');
    return module;
  }
  const module = await loadPageModule(showProgress);
  if (module._ntk_start_panels()) show('canvas');
  else withoutPanels('no-webgl');
  return module;
}

/** Starts everything. `startTextPage(module)` is called when the module can be asked. */
export async function start(startTextPage) {
  try {
    const module = await load();
    // For browser tests and for whoever is curious.
    window.ntk = module;
    await startTextPage(module);
    document.documentElement.dataset.ready = 'true';
  } catch (error) {
    console.error(error);
    element('load-failure').textContent = error.message;
    withoutPanels('load-failed');
  }
}
