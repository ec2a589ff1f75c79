// @ts-check
// What a file is, as far as the page tells before it asks the engine.

/** A file's text, to the last byte: its hash is the scenario's. @param {string | Uint8Array} content */
export const textOf = (content) => (typeof content === 'string' ? content : new TextDecoder('utf-8', { ignoreBOM: true }).decode(content));

/** The keys of a JSON object; none of anything else. @param {Uint8Array} bytes @returns {string[]} */
export function keysOf(bytes) {
  try {
    return Object.keys(JSON.parse(textOf(bytes).replace(/^\uFEFF/, '')));
  } catch {
    return [];
  }
}

/**
 * What the page hands out and does not open: said by its name, rather than read as a scenario full of faults.
 * @param {string[]} keys
 * @param {Uint8Array} bytes
 * @returns {{what: string, help: string} | null}
 */
export function otherKind(keys, bytes) {
  if (keys.includes('report') && keys.includes('seal')) {
    return { what: 'a report', help: 'to go on with the work that it tells of, open the attempt: Your work saves it as a file' };
  }
  const [line = ''] = textOf(bytes.slice(0, 10000))
    .split('\n')
    .filter((each) => each.trim() && !each.startsWith('#'));
  if (/^(advance|ask|assign|find|hint|mark|predict|reset|run|unmark|vet)( |\r?$)/.test(line)) {
    return {
      what: 'a file of commands',
      help: 'under Compare it can be held against this assignment, and `ntk run` applies it; to go on with the work, open the attempt: Your work saves it as a file',
    };
  }
  return null;
}
