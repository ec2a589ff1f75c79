// @ts-check
// The engine as the page sees it: calls of its verbs by name (web/bridge/bridge.def), the model, and word of every change.
import { callText } from './call_text.js';
import { tellFatal } from './fatal.js';
import { createModel } from './model.js';

/**
 * What a call came to.
 * @template [Value=unknown]
 * @typedef {object} Answer
 * @property {boolean} ok
 * @property {string} message   what happened, or why nothing did
 * @property {string} help      what to do about it
 * @property {number} revision  of the desk
 * @property {Value} value      what the verb hands out, where it was done
 */

/**
 * @typedef {import('./bridge.js').Verbs} Verbs
 * @typedef {import('./bridge.js').Model} Model
 * @typedef {import('./bridge.js').Steps} Steps
 */

/** What is called for an act on the canvas. @typedef {(word: import('./bridge.js').ActWord, subject: string) => void} ActOnCanvas */

/**
 * The arguments of a verb; none need to be written where it takes none.
 * @template {keyof Verbs} Verb
 * @typedef {{} extends Verbs[Verb]['takes'] ? [takes?: Verbs[Verb]['takes'], follows?: boolean] : [takes: Verbs[Verb]['takes'], follows?: boolean]} Takes
 */

/**
 * @typedef {object} Engine
 * @property {<Verb extends keyof Verbs>(verb: Verb, ...takes: Takes<Verb>) => Answer<Verbs[Verb]['gives']>} call
 *   with `follows`, what the call changes in the model comes along with its answer: for who shows it at once
 * @property {() => Model} model  what the page shows, as it is now
 * @property {(section: string) => number} changedAt  the revision at which a section of the model has changed last
 * @property {(listener: (unkept: Steps | null) => void) => void} onChange  called after every change, whoever made it, here or
 *   on the canvas, with what is still to be kept, where that was asked for
 * @property {(calls: Record<string, Function>) => void} serve  what the panels can ask of the page (web/canvas/page_calls.h)
 * @property {ActOnCanvas} act  does something on the canvas (App::act), where there is one
 * @property {(word: string) => void} useTheme  draws the panels, where there are any, in these colours
 */

/**
 * Calls of the module's functions with texts.
 * @param {*} module
 */
function createCalls(module) {
  const encoder = new TextEncoder();

  /** Copies bytes into the module, a zero after them. @param {Uint8Array} bytes */
  function allocate(bytes) {
    const address = module._malloc(bytes.length + 1);
    if (address === 0) throw new RangeError('out of memory');
    module.HEAPU8.set(bytes, address);
    module.HEAPU8[address + bytes.length] = 0;
    return address;
  }

  return {
    /** @param {string} verb @param {Uint8Array} text @param {number} since @returns {string} */
    ask(verb, text, since) {
      /** @type {number[]} */
      let addresses;
      let answer;
      try {
        addresses = [encoder.encode(verb), text].map(allocate);
        answer = module.UTF8ToString(module._ntk_call(...addresses, text.length, since));
      } catch (error) {
        tellFatal(error); // what the module holds can't be trusted any more, so nothing is freed
        throw error;
      }
      addresses.forEach((address) => module._free(address));
      return answer;
    },
    /** Where the module has such a function. @param {string} name @param {string[]} texts */
    tell(name, ...texts) {
      if (!module[name]) return;
      const addresses = texts.map((text) => allocate(encoder.encode(text)));
      module[name](...addresses);
      addresses.forEach((address) => module._free(address));
    },
  };
}

/**
 * @param {*} module  the page's WebAssembly module or its JavaScript stand-in, started
 * @returns {Engine}
 */
export function createEngine(module) {
  const calls = createCalls(module);
  const kept = createModel();
  /** Of the desk: the one there is, and the one that the model is of. */
  let revision = 0;
  let modelOf = -1;
  /** @type {((unkept: Steps | null) => void)[]} */
  const listeners = [];
  module.onDeskChanged = (/** @type {number} */ now, /** @type {string} */ unkept) => {
    revision = now;
    const steps = unkept ? JSON.parse(unkept) : null;
    listeners.forEach((listener) => listener(steps));
  };

  /** @type {Engine['call']} */
  const call = (verb, takes = {}, follows = false) => {
    const answer = JSON.parse(calls.ask(verb, callText(takes), follows ? kept.revision() : -1));
    if (answer.misuse) throw new TypeError(`${answer.message}: ${answer.help}`);
    revision = answer.revision;
    if (answer.changes) {
      kept.take(answer.changes);
      modelOf = revision;
    }
    return answer;
  };

  return {
    call,
    model() {
      if (modelOf !== revision) {
        const { value } = call('sections', { since: kept.revision() });
        kept.take(value);
        modelOf = revision;
      }
      kept.model.revision = revision;
      return kept.model;
    },
    changedAt: (section) => (section === 'revision' ? revision : kept.changedAt(section)),
    onChange: (listener) => void listeners.push(listener),
    serve(functions) {
      module.page = functions;
    },
    act: (word, subject) => calls.tell('_ntk_act', word, subject),
    useTheme: (word) => calls.tell('_ntk_use_theme', word),
  };
}
