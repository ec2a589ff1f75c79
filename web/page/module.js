// @ts-check
// The compiled module, loaded.

import { madeProgress } from './loading.js';
import { resourceResponse } from './resources.js';

/** The page's module, with the panels. Rejects when a part of it does not arrive. @param {(done: number, total: number) => void} onProgress  in bytes */
export async function loadPageModule(onProgress) {
  // Both at once: the script is small, and waits for the WebAssembly.
  const compiled = resourceResponse('page.wasm', 'application/wasm', onProgress);
  compiled.catch(() => {}); // it is waited for below, unless the script doesn't arrive
  const { default: create } = await import('page-module');
  madeProgress();
  const response = await compiled;
  return new Promise((resolve, reject) => {
    /** @param {WebAssembly.Imports} imports @param {(instance: WebAssembly.Instance, module: WebAssembly.Module) => void} receive */
    const instantiateWasm = (imports, receive) => {
      WebAssembly.instantiateStreaming(response, imports).then((made) => receive(made.instance, made.module), reject);
      return {};
    };
    create({ instantiateWasm }).then(resolve, reject);
  });
}

/** The engine alone as plain JavaScript: slower, and needs no WebAssembly. */
export async function loadEngineModule() {
  const { default: create } = await import('engine-module');
  madeProgress();
  return create();
}
