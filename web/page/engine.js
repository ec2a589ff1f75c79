// @ts-check
// The engine as the page sees it: one call of three texts (web/bridge/bridge.h), and word of every change.

import { tellFatal } from './fatal.js';

/**
 * @typedef {object} Answer
 * @property {boolean} ok
 * @property {string} message   what happened, or why nothing did
 * @property {string} help      what to do about it
 * @property {number} revision  of the desk
 * @property {*} [value]        what the verb hands out
 */

/**
 * @typedef {object} Engine
 * @property {(verb: string, subject?: string, text?: string | Uint8Array) => Answer} call
 * @property {(listener: () => void) => void} onChange  called after every change, whoever made it: here or on the canvas
 * @property {(calls: Record<string, Function>) => void} serve  what the panels can ask of the page (web/canvas/page_calls.h)
 * @property {(word: string, subject: string) => void} act  does something on the canvas (App::act), where there is one
 * @property {(word: string) => void} useTheme  draws the panels, where there are any, in these colours
 */

/**
 * @param {*} module  the page's WebAssembly module or its JavaScript stand-in, started
 * @returns {Engine}
 */
export function createEngine(module) {
  const encoder = new TextEncoder();
  /** @type {(() => void)[]} */
  const listeners = [];
  module.onDeskChanged = () => listeners.forEach((listener) => listener());

  /** Copies bytes into the module, a zero after them. @param {Uint8Array} bytes */
  function allocate(bytes) {
    const address = module._malloc(bytes.length + 1);
    if (address === 0) throw new RangeError('out of memory');
    module.HEAPU8.set(bytes, address);
    module.HEAPU8[address + bytes.length] = 0;
    return address;
  }

  return {
    call(verb, subject = '', text = '') {
      const bytes = typeof text === 'string' ? encoder.encode(text) : text;
      /** @type {number[]} */
      let addresses;
      let answer;
      try {
        addresses = [encoder.encode(verb), encoder.encode(subject), bytes].map(allocate);
        answer = module.UTF8ToString(module._ntk_call(...addresses, bytes.length));
      } catch (error) {
        tellFatal(error); // what the module holds can't be trusted any more, so nothing is freed
        throw error;
      }
      addresses.forEach((address) => module._free(address));
      return JSON.parse(answer);
    },
    onChange(listener) {
      listeners.push(listener);
    },
    serve(calls) {
      module.page = calls;
    },
    act(word, subject) {
      if (!module._ntk_act) return;
      const addresses = [word, subject].map((text) => allocate(encoder.encode(text)));
      module._ntk_act(...addresses);
      addresses.forEach((address) => module._free(address));
    },
    useTheme(word) {
      if (!module._ntk_use_theme) return;
      const address = allocate(encoder.encode(word));
      module._ntk_use_theme(address);
      module._free(address);
    },
  };
}
