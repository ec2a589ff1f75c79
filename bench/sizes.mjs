// Where the bytes of a WebAssembly program are: by folder and library, for `make bench`.
//
//   node bench/sizes.mjs FILE     prints the table; the file has the names of its functions (linked with --profiling-funcs)
//
// A function belongs to the folder whose namespace it is in; in web/, where namespaces are shared, to the folder that defines
// its name. What is inlined counts where it was inlined to. Gzip packs a whole file, so each part's share is an estimate:
// what it takes packed alone, scaled so that the parts add up to the whole.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Reads what stands in a WebAssembly file, one value after the other. */
class Reader {
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

function sectionsOf(wasm) {
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
function importedFunctions(content) {
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

function functionNames(content) {
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

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(folder, entry.name)) : entry.name.endsWith('.cpp') ? [join(folder, entry.name)] : [],
  );
}

const rooms = ['web/app', 'web/view', 'web/bridge', 'web/canvas'];

/** For each name that a file of web/ defines a function of, the rooms that do. */
export function roomsOfNames() {
  const found = new Map();
  for (const room of rooms) {
    for (const file of filesBelow(room)) {
      for (const [, name] of readFileSync(file, 'utf8').matchAll(/^[\w:<>,&* ]*?\b(\w+)\([^;]*?\)[^;{]*\{/gm)) {
        if (!found.has(name)) found.set(name, new Set());
        found.get(name).add(room);
      }
    }
  }
  return found;
}

/** The names of a demangled function: namespaces, class, function; without its result, arguments and those of templates. */
function pathOf(name) {
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

export function partOf(name, namesInWeb) {
  const path = pathOf(name);
  if (path[0] === 'ntk') {
    if (['policy', 'scenario', 'session', 'analysis'].includes(path[1])) return `sim/${path[1]}`;
    if (path[1] !== 'web') return 'sim/scenario'; // embedded files
    if (['panels', 'ui', 'platform'].includes(path[2])) return `web/canvas/${path[2]}`;
    const owners = new Set(path.flatMap((each) => [...(namesInWeb.get(each) ?? [])]));
    return owners.size === 1 ? [...owners][0] : 'web, of several folders';
  }
  if (path[0] === 'nlohmann') return 'nlohmann/json';
  // What a std::function holds is the folder's that made it.
  const held = /__function::__func<([^,>]+)/.exec(name);
  if (held) return partOf(held[1], namesInWeb);
  if (path[0] === 'std' || path[0].startsWith('operator') || path[0].startsWith('__cxa')) return 'C++ library';
  if (name.startsWith('ntk_start_panels') || name.startsWith('ntk_act')) return 'web/canvas';
  if (name.startsWith('ntk_')) return 'web/canvas/platform';
  if (/^Im[A-Z]|^stb|\bIm(Gui|Vec|Rect|Draw|Font)/.test(name)) return 'Dear ImGui'; // its own statics by their arguments
  return 'C library and runtime';
}

/** The parts of a program: [{part, raw, gzip}], the largest first; their sum is the file without the names. */
export function sizesByPart(wasm) {
  const sections = sectionsOf(wasm);
  const names = functionNames(sections.find(({ name }) => name === 'name')?.content ?? new Uint8Array());
  if (names.size === 0) throw new Error('the program has no names of functions: link it with --profiling-funcs');
  const imports = sections.find(({ id }) => id === 2);
  const first = imports ? importedFunctions(imports.content) : 0;
  const namesInWeb = roomsOfNames();

  const chunks = new Map();
  const add = (part, bytes) => chunks.set(part, [...(chunks.get(part) ?? []), bytes]);
  for (const { id, name, content } of sections) {
    if (name === 'name') continue;
    if (id === 11) add('data: texts and tables', content);
    else if (id !== 10) add('sections beside', content);
    else {
      const reader = new Reader(content);
      const count = reader.number();
      for (let i = 0; i < count; i++) add(partOf(names.get(first + i) ?? '', namesInWeb), reader.take(reader.number()));
    }
  }
  const parts = [...chunks].map(([part, all]) => {
    const bytes = Buffer.concat(all);
    return { part, raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length };
  });
  const whole = gzipSync(Buffer.concat(sections.filter(({ name }) => name !== 'name').map(({ content }) => content)), { level: 9 }).length;
  const scale = whole / parts.reduce((sum, { gzip }) => sum + gzip, 0);
  return parts.map((each) => ({ ...each, gzip: each.gzip * scale })).sort((a, b) => b.gzip - a.gzip);
}

/** The largest functions, for whoever looks for what to make smaller. */
export function largestFunctions(wasm, count) {
  const sections = sectionsOf(wasm);
  const names = functionNames(sections.find(({ name }) => name === 'name').content);
  const imports = sections.find(({ id }) => id === 2);
  const first = imports ? importedFunctions(imports.content) : 0;
  const reader = new Reader(sections.find(({ id }) => id === 10).content);
  const functions = [];
  for (let left = reader.number(), i = 0; left > 0; left--, i++)
    functions.push({ raw: reader.take(reader.number()).length, name: names.get(first + i) });
  return functions.sort((a, b) => b.raw - a.raw).slice(0, count);
}

if (process.argv[1]?.endsWith('sizes.mjs') && process.argv[2]) {
  const wasm = readFileSync(process.argv[2]);
  const kb = (bytes) => `${(bytes / 1024).toFixed(1)} KB`.padStart(10);
  for (const { part, raw, gzip } of sizesByPart(wasm)) console.log(`${kb(raw)} ${kb(gzip)}  ${part}`);
  for (const { raw, name } of largestFunctions(wasm, Number(process.argv[3] ?? 0))) console.log(`${kb(raw)}  ${name}`);
}
