// Where the bytes of a WebAssembly program are: by folder and library, for `make bench`.
//
//   node bench/sizes.mjs FILE [COUNT]     prints the table, and so many of the largest functions; the file has the names of its functions (linked with --profiling-funcs)
//
// A function belongs to the folder whose namespace it is in; in web/, where namespaces are shared, to the folder that defines
// its name. What is inlined counts where it was inlined to. Gzip packs a whole file, so each part's share is an estimate:
// what it takes packed alone, scaled so that the parts add up to the whole.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { takenApart } from '../scripts/parts.mjs';
import { functionNames, functionsDefinedIn, importedFunctions, pathOf, Reader, sectionsOf } from '../scripts/wasm-file.mjs';

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
      for (const name of [...functionsDefinedIn(file)].map((each) => each.split('::').at(-1))) {
        if (!found.has(name)) found.set(name, new Set());
        found.get(name).add(room);
      }
    }
  }
  return found;
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

/** The bytes of each folder and library, by its name: of the functions that are asked for, and what stands beside these. */
function chunksOf(sections, isWanted, hasData) {
  const names = functionNames(sections.find(({ name }) => name === 'name').content);
  const imports = sections.find(({ id }) => id === 2);
  const first = imports ? importedFunctions(imports.content) : 0;
  const namesInWeb = roomsOfNames();
  const chunks = new Map();
  const add = (part, bytes) => chunks.set(part, [...(chunks.get(part) ?? []), bytes]);
  for (const { id, name, content } of sections) {
    if (id !== 10) {
      if (hasData && name !== 'name') add(id === 11 ? 'data: texts and tables' : 'sections beside', content);
      continue;
    }
    const reader = new Reader(content);
    const end = first + reader.number();
    for (let i = first; i < end; i++) {
      const bytes = reader.take(reader.number());
      if (isWanted(i)) add(partOf(names.get(i) ?? '', namesInWeb), bytes);
    }
  }
  return new Map([...chunks].map(([part, all]) => [part, Buffer.concat(all)]));
}

const gzipped = (bytes) => gzipSync(bytes, { level: 9 }).length;

/** Of each of these its size, and its share of what the file they are in has compressed. */
function sharesOf(chunks, file) {
  const packed = new Map([...chunks].map(([part, bytes]) => [part, gzipped(bytes)]));
  const scale = gzipped(file) / [...packed.values()].reduce((sum, each) => sum + each, 0);
  return (part) => ({ raw: chunks.get(part)?.length ?? 0, gzip: (packed.get(part) ?? 0) * scale });
}

/**
 * Where the bytes of a program are, in which of the files that it is taken apart into: [{part, first, rest}], each of the two
 * {raw, gzip}; the largest first. Each file's shares add up to it.
 */
export function sizesByPart(wasm) {
  const parts = takenApart(wasm);
  if (!parts) throw new Error('the program has no names of functions: link it with --profiling-funcs');
  const sections = sectionsOf(wasm);
  const inFirst = chunksOf(sections, (i) => !parts.later.has(i), true);
  const inRest = chunksOf(sections, (i) => parts.later.has(i), false);
  const [first, rest] = [sharesOf(inFirst, parts.first), sharesOf(inRest, parts.rest)];
  return [...new Set([...inFirst.keys(), ...inRest.keys()])]
    .map((part) => ({ part, first: first(part), rest: rest(part) }))
    .sort((a, b) => b.first.gzip + b.rest.gzip - a.first.gzip - a.rest.gzip);
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
  console.log('     first: raw, gzip     the rest: raw, gzip');
  for (const { part, first, rest } of sizesByPart(wasm))
    console.log(`${[first.raw, first.gzip, rest.raw, rest.gzip].map(kb).join(' ')}  ${part}`);
  for (const { raw, name } of largestFunctions(wasm, Number(process.argv[3] ?? 0))) console.log(`${kb(raw)}  ${name}`);
}
