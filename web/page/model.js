// @ts-check
// The model: all that the text page shows, in sections, kept up to date by what has changed (web/bridge/sections.h). A part of
// a section, "kinds/record/r1", is put into its place here.

/**
 * @typedef {import('./bridge.js').Model} Model
 * @typedef {import('./bridge.js').Changes} Changes
 * @typedef {Record<string, unknown>} Sections
 */

/** Sections with parts: what the ids in them stand for. @type {Record<string, (value: any, part: (name: string) => unknown) => unknown>} */
const put = {
  kinds: (kinds, part) =>
    kinds.map((/** @type {{kind: string, things: string[]}} */ kind) => ({
      ...kind,
      things: kind.things.map((id) => part(`kinds/${kind.kind}/${id}`)),
    })),
  requests: (requests, part) => requests.map((/** @type {string} */ id) => part(`requests/${id}`)),
};

/**
 * The model, noting which of its sections are read: whatever is written from them is written anew when one has changed.
 * @param {Model} model @param {(section: string) => void} note
 * @returns {Model}
 */
export const noting = (model, note) =>
  new Proxy(model, {
    get(target, section, receiver) {
      if (typeof section === 'string') note(section);
      return Reflect.get(target, section, receiver);
    },
  });

/** For a view that asks the engine for more than the model: it is written anew whenever the desk has changed. @param {Model} model */
export const followDesk = (model) => model.revision;

/** The name of the section that a part is of. @param {string} name */
const wholeOf = (name) => name.split('/', 1)[0];

export function createModel() {
  let revision = 0;
  /** @type {Map<string, unknown>} */
  const parts = new Map();
  /** When each section, its parts included, has changed last. @type {Map<string, number>} */
  const changed = new Map();
  const model = /** @type {Sections} */ ({ scenario: null });

  /** @param {string} name */
  function assemble(name) {
    const value = parts.get(name) ?? null;
    model[name] = value && name in put ? put[name](value, (part) => parts.get(part)) : value;
  }

  return {
    model: /** @type {Model} */ (/** @type {unknown} */ (model)),
    revision: () => revision,
    /** At which revision a section has changed last. @param {string} name */
    changedAt: (name) => changed.get(name) ?? 0,
    /** @param {Changes} changes */
    take(changes) {
      revision = changes.revision;
      const names = new Set();
      for (const [name, value] of Object.entries(changes.sections)) {
        if (value === null && name.includes('/')) parts.delete(name);
        else parts.set(name, value);
        names.add(wholeOf(name));
      }
      for (const name of names) {
        assemble(name);
        changed.set(name, revision);
      }
    },
  };
}
