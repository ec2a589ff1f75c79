// @ts-check
// The second part of the program, which arrives behind the first (scripts/parts.mjs).
//
// In the first, a placeholder stands for each function of the second that it can call. Its name is the function's place in the
// program's table, into which the second part puts the function itself once it is there. A placeholder that is called before
// that gets the second part at once: the page stands still meanwhile, and goes on as if nothing had been. The page avoids it
// by waiting for the second part before it does more than show home.

import { resourceNow, resourceResponse } from './resources.js';

/**
 * @typedef {object} LaterPart
 * @property {(imports: WebAssembly.Imports) => WebAssembly.Imports} withPlaceholders  what the first part imports
 * @property {(first: WebAssembly.Instance) => void} joins  the first part is there
 * @property {(onProgress: (done: number, total: number) => void) => Promise<void>} arrive  asks for it; resolves when it has joined the first
 */

/** @param {WebAssembly.Instance} instance */
const tableOf = ({ exports }) =>
  /** @type {WebAssembly.Table} */ (Object.values(exports).find((each) => each instanceof WebAssembly.Table));

/** A fault of the program, which can't go on from it. @param {unknown} cause */
const brokenOff = (cause) => Object.assign(new WebAssembly.RuntimeError('a part of the page didn’t arrive'), { cause });

/** @param {string} path  of the second part @returns {LaterPart} */
export function createLaterPart(path) {
  let isThere = false;
  /** @type {(first: WebAssembly.Instance) => void} */
  let joins = () => {};
  /** @type {Promise<WebAssembly.Instance>} */
  const firstPart = new Promise((resolve) => (joins = resolve));
  /** @type {WebAssembly.Instance} */
  let first;

  /** Two calls of it make no difference: nothing of the program's state is in the second part. @param {WebAssembly.Module} module */
  async function join(module) {
    await WebAssembly.instantiate(module, { primary: first.exports });
    isThere = true;
  }

  function joinNow() {
    if (isThere) return;
    try {
      new WebAssembly.Instance(new WebAssembly.Module(resourceNow(path)), { primary: first.exports });
    } catch (error) {
      throw brokenOff(error);
    }
    isThere = true;
  }

  /** @param {string} place */
  const placeholder =
    (place) =>
    (/** @type {*[]} */ ...values) => {
      joinNow();
      return tableOf(first).get(Number(place))(...values);
    };
  const placeholders = new Proxy({}, { get: (_, place) => placeholder(String(place)) });

  return {
    // The name of their module has more to it in newer versions of wasm-split.
    withPlaceholders: (imports) =>
      new Proxy(imports, { get: (all, name) => (String(name).startsWith('placeholder') ? placeholders : all[String(name)]) }),
    joins(instance) {
      first = instance;
      joins(instance);
    },
    async arrive(onProgress) {
      const module = await WebAssembly.compileStreaming(resourceResponse(path, 'application/wasm', onProgress));
      await firstPart;
      if (!isThere) await join(module);
    },
  };
}
