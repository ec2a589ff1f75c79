// What stands in a WebAssembly file: its sections, the names of its functions, and what these tell. As much as
// the build and `make bench` ask.

import { readFileSync } from 'node:fs';

/** Reads what stands in a WebAssembly file, one value after the other. */
export class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  get ended() {
    return this.at >= this.bytes.length;
  }

  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.at++];
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  }

  take(length) {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  text() {
    return Buffer.from(this.take(this.number())).toString('utf8');
  }
}

/** The sections of a WebAssembly file, in their order: [{id, name, content}]; only those that aren't of the standard have a name. */
export function sectionsOf(wasm) {
  const reader = new Reader(wasm.subarray(8));
  const sections = [];
  while (!reader.ended) {
    const id = reader.bytes[reader.at++];
    const content = reader.take(reader.number());
    if (id !== 0) sections.push({ id, content });
    else {
      const inner = new Reader(content);
      const name = inner.text();
      sections.push({ id, name, content: content.subarray(inner.at) });
    }
  }
  return sections;
}

/** Passes over the least size of a memory or table, and the largest where there is one. */
function limits(reader) {
  const hasMost = reader.number() & 1;
  reader.number();
  if (hasMost) reader.number();
}

/** How many functions come from outside: they are counted first. */
export function importedFunctions(content) {
  const reader = new Reader(content);
  let functions = 0;
  for (let left = reader.number(); left > 0; left--) {
    reader.text();
    reader.text();
    const kind = reader.number();
    if (kind === 0) {
      functions++;
      reader.number();
    } else if (kind === 1) {
      reader.number();
      limits(reader);
    } else if (kind === 2) limits(reader);
    else reader.take(2);
  }
  return functions;
}

/** The names of functions, by their number: what a file that was linked with --profiling-funcs has in its section `name`. */
export function functionNames(content) {
  const reader = new Reader(content);
  const names = new Map();
  while (!reader.ended) {
    const kind = reader.number();
    const part = new Reader(reader.take(reader.number()));
    if (kind !== 1) continue;
    for (let left = part.number(); left > 0; left--) {
      const index = part.number();
      names.set(index, part.text());
    }
  }
  return names;
}

const number = (value) => {
  const bytes = [];
  for (let left = value; ; left = Math.floor(left / 128)) {
    if (left < 128) return Buffer.from([...bytes, left]);
    bytes.push((left % 128) + 128);
  }
};
const counted = (bytes) => Buffer.concat([number(bytes.length), bytes]);
const text = (words) => counted(Buffer.from(words));

/** The file that has these sections. */
export function fileOf(sections) {
  const written = sections.map(({ id, name, content }) =>
    Buffer.concat([Buffer.from([id]), counted(id === 0 ? Buffer.concat([text(name), content]) : content)]),
  );
  return Buffer.concat([Buffer.from('\0asm\x01\0\0\0', 'latin1'), ...written]);
}

/** The section `name` that gives the functions of these numbers these names. */
export function nameSection(names) {
  const entries = [...names].map(([index, name]) => Buffer.concat([number(index), text(name)]));
  return { id: 0, name: 'name', content: Buffer.concat([Buffer.from([1]), counted(Buffer.concat([number(entries.length), ...entries]))]) };
}

/** The names of a demangled function: namespaces, class, function; without its result, arguments and those of templates. */
export function pathOf(name) {
  let plain = '';
  let depth = 0;
  const text = name
    .replace(/^decltype\(auto\) /, '')
    .replace(/\(anonymous namespace\)::/g, '')
    .replace(/operator(\(\)|<=>|<<?=?|>>?=?|->)/g, 'operator');
  for (const character of text) {
    if (character === '<' || character === '(') {
      if (character === '(' && depth === 0) break;
      depth++;
    } else if (character === '>' || character === ')') depth--;
    else if (depth === 0) plain += character;
  }
  return plain.trim().split(' ').at(-1).split('::');
}

/** The names of the functions that a C++ source defines, with their classes: "App::draw", "draw_header". */
export const functionsDefinedIn = (source) =>
  new Set([...readFileSync(source, 'utf8').matchAll(/^[\w:<>,&* ]*?([\w:]*\b\w+)\([^;]*?\)[^;{]*\{/gm)].map(([, name]) => name));
