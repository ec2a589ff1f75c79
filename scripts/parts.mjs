// The page's program in two parts. The first has what draws the list of lessons: a visitor waits for that alone. The second has
// the rest, the simulation among it, and arrives behind it (web/page/parts.js).
//
//   node scripts/parts.mjs FILE      tells what is in which part, the largest first
//
// Binaryen's wasm-split takes the program apart, which was linked with the names of its functions. Where the first part calls
// into the second it gets a placeholder, so every way to take it apart is right; it only has to be a good one. It goes by names,
// so that no browser is needed to build the page, and no list of functions has to be kept up to date:
//
// - What stands in the sources of home, and the platform, is in the first part, unless NTK_LATER (web/canvas/app.h) says
//   otherwise. The simulation and all other screens are in the second.
// - The libraries, the widgets, and whatever is small are where they are called from: in the first part if from both.
//
// tests/browser/loading.mjs sees to it that home needs nothing of the second part, and how large the first is.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { fileOf, functionNames, functionsDefinedIn, importedFunctions, nameSection, pathOf, Reader, sectionsOf } from './wasm-file.mjs';

/** What draws home, and what starts the page. */
const homeSources = [
  'web/main.cpp',
  'web/bridge/bridge_exports.cpp',
  'web/canvas/app.cpp',
  'web/canvas/layout.cpp',
  ...['header', 'panel', 'toast', 'welcome'].map((panel) => `web/canvas/panels/${panel}.cpp`),
  'web/view/home_view.cpp',
  'web/view/header_view.cpp',
];
/** The little that home asks of what is otherwise in the second part. */
const asked = new Set([
  ...['begin_call', 'end_call', 'unkept'].map((name) => `ntk::web::Bridge::${name}`),
  ...['read_value', 'take_value', 'ways::lessons', 'verbs::lessons'].map((name) => `ntk::web::${name}`),
  ...['Desk', 'set_lessons', 'say'].map((name) => `ntk::web::Desk::${name}`),
]);

/** Bytes of a function that is kept where it is called from, since a call of the other part takes space too. */
const small = 500;

/** Where Binaryen's programs are: beside the Emscripten that is there, or on the path. */
function binaryen(program) {
  const folders = [process.env.EMSDK && `${process.env.EMSDK}/upstream/bin`, binaryenOfEmscripten()].filter(Boolean);
  return folders.map((folder) => join(folder, program)).find(existsSync) ?? program;
}

function binaryenOfEmscripten() {
  try {
    return `${execFileSync('em-config', ['BINARYEN_ROOT'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()}/bin`;
  } catch {
    return ''; // an Emscripten that is not on the path
  }
}

// The features that the page's compiler uses. Placeholders belong into the one table that the program has, and without
// reference types none other is made.
const features = ['bulk-memory', 'multivalue', 'mutable-globals', 'nontrapping-float-to-int', 'sign-ext', 'simd'];
const options = [...features.map((each) => `--enable-${each}`), '--disable-reference-types', '--no-validation'];

const run = (program, ...values) => execFileSync(binaryen(program), [...options, ...values], { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'inherit'] }); // prettier-ignore

/** A file with short names in place of those of C++, which Binaryen writes and reads in other ways. */
function named(sections, count) {
  const names = Array.from({ length: count }, (_, i) => [i, `f${i}`]);
  return fileOf([...sections.filter(({ name }) => name !== 'name'), nameSection(/** @type {any} */ (names))]);
}

/** The functions of a program: [{name, size, isImported}], by their numbers. */
function functionsOf(sections) {
  const names = functionNames(sections.find(({ name }) => name === 'name')?.content ?? Buffer.alloc(0));
  const imports = sections.find(({ id }) => id === 2);
  const imported = imports ? importedFunctions(imports.content) : 0;
  const functions = Array.from({ length: imported }, (_, i) => ({ name: names.get(i) ?? '', size: 0, isImported: true }));
  const code = new Reader(sections.find(({ id }) => id === 10).content);
  for (let left = code.number(); left > 0; left--)
    functions.push({ name: names.get(functions.length) ?? '', size: code.take(code.number()).length, isImported: false });
  return functions;
}

/** By the number of a function those that it calls. */
function callsOf(file) {
  const calls = new Map();
  for (const [, from, to] of run('wasm-opt', '--print-call-graph', file, '-o', `${file}.unused`).matchAll(
    /"f(\d+)" -> "f(\d+)"; \/\/ call/g,
  )) {
    if (!calls.has(Number(from))) calls.set(Number(from), []);
    calls.get(Number(from)).push(Number(to));
  }
  return calls;
}

/** What the program's header keeps out of the first part. */
const later = () => new Set([...readFileSync('web/canvas/app.h', 'utf8').matchAll(/NTK_LATER \w+ (\w+)\(/g)].map(([, name]) => `ntk::web::App::${name}`)); // prettier-ignore

/** Says of a function's name where it belongs: 'first', 'rest', or '' where it is called from. */
function placing() {
  const home = homeSources.flatMap((source) => [...functionsDefinedIn(source)]).map((name) => `::${name}`);
  const notHome = later();
  const placeOf = (name) => {
    const held = /__function::__(?:func|value_func)<([^,>]+)/.exec(name);
    if (held) return placeOf(held[1]); // what made the std::function
    const path = pathOf(name);
    const whole = path.join('::');
    if (path[0] === 'nlohmann' || notHome.has(whole)) return 'rest';
    if (path[0] !== 'ntk' || path[2] === 'ui') return '';
    const isHome = asked.has(whole) || (path[1] === 'web' && home.some((each) => whole.endsWith(each)));
    return isHome || ['platform', 'page'].includes(path[2]) ? 'first' : 'rest';
  };
  return placeOf;
}

/** The numbers of the functions that the second part has. */
function restOf(functions, calls) {
  const placeOf = placing();
  const isCalled = new Set([...calls.values()].flat());
  // What nobody calls by its name is exported, or found in a table: as far as it is of a library alone, it has to be there.
  const uncalled = ({ name, size }) => (/ntk::/.test(name) && size > small ? 'rest' : 'first');
  const places = functions.map((each, i) => (each.isImported ? 'first' : placeOf(each.name) || (isCalled.has(i) ? '' : uncalled(each))));
  const todo = places.flatMap((place, i) => (place === 'first' ? [i] : []));
  for (let from = todo.pop(); from !== undefined; from = todo.pop()) {
    for (const to of calls.get(from) ?? []) {
      if (places[to] === 'first' || (places[to] === 'rest' && functions[to].size > small)) continue;
      places[to] = 'first';
      todo.push(to);
    }
  }
  return new Set(places.flatMap((place, i) => (place === 'first' ? [] : [i])));
}

const inFolder = (act) => {
  const folder = mkdtempSync(join(tmpdir(), 'ntk-parts-'));
  try {
    return act(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Whether a file is a WebAssembly that has the names of its functions. */
const isNamed = (wasm) => wasm.subarray(0, 4).toString('latin1') === '\0asm' && sectionsOf(wasm).some(({ name }) => name === 'name');

/** The functions of a program and the numbers of those that its second part has; null where it isn't to be taken apart. */
export function plan(wasm) {
  if (!isNamed(wasm)) return null;
  const sections = sectionsOf(wasm);
  const functions = functionsOf(sections);
  return inFolder((folder) => {
    const file = join(folder, 'page.wasm');
    writeFileSync(file, named(sections, functions.length));
    return { functions, rest: restOf(functions, callsOf(file)) };
  });
}

/** The two parts of a program, and the numbers of the functions in the second: {first, rest, later}; null where it isn't to be taken apart. */
export function takenApart(wasm) {
  const planned = plan(wasm);
  if (!planned) return null;
  return inFolder((folder) => {
    const at = (name) => join(folder, name);
    writeFileSync(at('page.wasm'), named(sectionsOf(wasm), planned.functions.length));
    writeFileSync(at('rest'), [...planned.rest].map((i) => `f${i}\n`).join(''));
    run(
      'wasm-split',
      at('page.wasm'),
      `--split-funcs=@${at('rest')}`,
      '--export-prefix=%',
      '-o1',
      at('first.wasm'),
      '-o2',
      at('rest.wasm'),
    );
    const parts = { first: readFileSync(at('first.wasm')), rest: readFileSync(at('rest.wasm')), later: planned.rest };
    check(parts);
    return parts;
  });
}

/** Fails where the loader could not put the parts together. @param {{first: Buffer<ArrayBuffer>, rest: Buffer<ArrayBuffer>}} parts */
function check({ first, rest }) {
  for (const [name, part] of Object.entries({ first, rest }))
    if (!WebAssembly.validate(part)) throw new Error(`the ${name} part of the program, as wasm-split made it, is not valid`);
  const tables = WebAssembly.Module.exports(new WebAssembly.Module(first)).filter(({ kind }) => kind === 'table');
  if (tables.length !== 1) throw new Error(`the first part of the program has ${tables.length} tables, and not one`);
}

/** A program without what is no part of the standard: the names of its functions. */
export function withoutNames(wasm) {
  return isNamed(wasm) ? fileOf(sectionsOf(wasm).filter(({ id }) => id !== 0)) : wasm;
}

if (process.argv[1]?.endsWith('parts.mjs') && process.argv[2]) {
  const { functions, rest } = plan(readFileSync(process.argv[2]));
  const listed = functions.map((each, i) => ({ ...each, part: rest.has(i) ? 'rest ' : 'first' })).filter(({ isImported }) => !isImported);
  for (const { name, size, part } of listed.sort((a, b) => b.size - a.size)) console.log(part, String(size).padStart(6), name);
}
