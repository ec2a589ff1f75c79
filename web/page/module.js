// @ts-check
// The compiled module, loaded.

import { madeProgress } from './loading.js';
import { createLaterPart } from './parts.js';
import { hasResource, resourceResponse } from './resources.js';

/** @typedef {(done: number, total: number) => void} OnProgress  in bytes */

/**
 * The page's module, of which a part may still arrive.
 * @typedef {{module: *, whole: () => Promise<void>}} PageModule  `whole` resolves when all of it is there
 */

/** The progress of several things as that of one. @param {OnProgress} onProgress @returns {() => OnProgress} */
function sumOf(onProgress) {
  /** @type {[done: number, total: number][]} */
  const parts = [];
  return () => {
    const at = parts.push([0, 0]) - 1;
    return (done, total) => {
      parts[at] = [done, total];
      onProgress(...parts.reduce(([a, b], [c, d]) => [a + c, b + d], [0, 0]));
    };
  };
}

/**
 * The page's module, with the panels. Rejects when what is needed of it does not arrive.
 * @param {boolean} atOnce  all of it; else as much as shows home, and the rest when `whole` asks for it
 * @param {OnProgress} onProgress
 * @returns {Promise<PageModule>}
 */
export async function loadPageModule(atOnce, onProgress) {
  const progress = sumOf(onProgress);
  const later = hasResource('page.rest.wasm') ? createLaterPart('page.rest.wasm') : undefined;
  /** @type {Promise<void> | undefined} */
  let arriving;
  const whole = async () => {
    arriving ??= later?.arrive(progress());
    await arriving;
  };
  // All at once: the script is small, and waits for the WebAssembly.
  const compiled = resourceResponse('page.wasm', 'application/wasm', progress());
  compiled.catch(() => {}); // it is waited for below, unless the script doesn't arrive
  if (atOnce) whole().catch(() => {}); // as well
  const { default: create } = await import('page-module');
  madeProgress();
  const response = await compiled;
  const module = await new Promise((resolve, reject) => {
    /** @param {WebAssembly.Imports} imports @param {(instance: WebAssembly.Instance, module: WebAssembly.Module) => void} receive */
    const instantiateWasm = (imports, receive) => {
      WebAssembly.instantiateStreaming(response, later ? later.withPlaceholders(imports) : imports).then((made) => {
        later?.joins(made.instance);
        receive(made.instance, made.module);
      }, reject);
      return {};
    };
    create({ instantiateWasm }).then(resolve, reject);
  });
  if (atOnce) await whole();
  return { module, whole };
}

/** The engine alone as plain JavaScript: slower, and needs no WebAssembly. */
export async function loadEngineModule() {
  const { default: create } = await import('engine-module');
  madeProgress();
  return create();
}
