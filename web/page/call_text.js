// @ts-check
// The arguments of a call as they go over to the engine: web/bridge/arguments.h says how they are written.

const encoder = new TextEncoder();

/** @param {string} kind @param {Uint8Array} content @returns {Uint8Array[]} */
const scalar = (kind, content) => [encoder.encode(`${kind}${content.length}:`), content];

/** @param {unknown} value @returns {Uint8Array[]} */
function partsOf(value) {
  if (value === null || value === undefined) return [encoder.encode('z0:')];
  if (value instanceof Uint8Array) return scalar('t', value);
  if (typeof value === 'string') return scalar('t', encoder.encode(value));
  if (typeof value === 'number') return scalar('n', encoder.encode(String(value)));
  if (typeof value === 'boolean') return scalar('b', encoder.encode(value ? '1' : '0'));
  if (Array.isArray(value)) return [encoder.encode(`l${value.length}:`), ...value.flatMap(partsOf)];
  if (typeof value !== 'object') throw new TypeError(`a ${typeof value} is no argument`);
  const members = Object.entries(value);
  return [encoder.encode(`o${members.length}:`), ...members.flatMap(([key, each]) => [...partsOf(key), ...partsOf(each)])];
}

/** @param {object} values  the arguments of a call, by name @returns {Uint8Array} */
export function callText(values) {
  const parts = partsOf(values);
  const text = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    text.set(part, at);
    at += part.length;
  }
  return text;
}
