// Assembles the page from what the build made: the deployable site, and the same as one self-contained file.
//
//   node scripts/site.mjs [--build FOLDER] [--out FOLDER] [--module NAME] [--entry FILE] [--plain]
//
// By default the module `page` of build/wasm-release becomes dist/site/ and dist/need-to-know.html. On the site the program is
// in two parts (scripts/parts.mjs), and home stands in the document (scripts/home.mjs). The tests give another module and
// entry to make a page of their own. Beside each file of the site that a server may send compressed lie
// FILE.br and FILE.gz; --plain leaves them out. docs/hosting.md says what a server has to know.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

import { homeOf } from './home.mjs';
import { takenApart, withoutNames } from './parts.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);

const { values: option } = parseArgs({
  options: {
    build: { type: 'string', default: 'build/wasm-release' },
    out: { type: 'string', default: 'dist' },
    module: { type: 'string', default: 'web/page' },
    entry: { type: 'string', default: 'web/page/loader.js' },
    plain: { type: 'boolean', default: false },
  },
});

const sha256 = (bytes) => createHash('sha256').update(bytes).digest();
const version = (bytes) => sha256(bytes).toString('hex').slice(0, 12);
/** How a content security policy names a script or style that stands in the document. */
const named = (text) => `'sha256-${sha256(text).toString('base64')}'`;

const compiled = join(option.build, option.module);
const engine = join(option.build, 'web/engine.js');
const esbuild = existsSync('node_modules/.bin/esbuild') ? 'node_modules/.bin/esbuild' : 'esbuild';

function bundle(...options) {
  const common = ['--minify', '--target=es2020', '--legal-comments=none', '--log-level=warning'];
  return execFileSync(esbuild, [...common, ...options], { maxBuffer: 1 << 28 });
}

/** The list of lessons; whoever has a site may add to it. */
const list = 'scenarios/index.json';

// The font of the document and of the canvas, by its path from the style sheet's.
const font = { path: 'fonts/Inter.woff2', bytes: readFileSync('web/page/fonts/Inter.woff2') };

/** The lessons, by their paths on the site. */
function lessonFiles() {
  const found = new Map();
  const add = (path) => found.set(path, readFileSync(path));
  if (existsSync(list)) add(list);
  for (const entry of existsSync('scenarios') ? readdirSync('scenarios').sort() : []) {
    const path = `scenarios/${entry}/scenario.json`;
    if (existsSync(path)) add(path);
  }
  return found;
}

// Everything that the page fetches, by its path on the site: of the program, both parts, or the one file.
const program = readFileSync(`${compiled}.wasm`);
const parts = takenApart(program);
const lessons = lessonFiles();
const onSite = new Map([
  ['page.wasm', parts?.first ?? withoutNames(program)],
  ...(parts ? /** @type {[string, Buffer][]} */ ([['page.rest.wasm', parts.rest]]) : []),
  ...lessons,
]);
const inSingleFile = new Map([['page.wasm', withoutNames(program)], ...lessons]);

/** The list of lessons has no version: its address stays the same when it changes. */
function defineResources(found) {
  const known = Object.fromEntries(
    [...found].map(([path, bytes]) => [path, { bytes: bytes.length, version: path === list ? '' : version(bytes) }]),
  );
  return `--define:NTK_RESOURCES=${JSON.stringify(known)}`;
}

/** Replaces each pattern in a text; fails where it has none. */
function replaced(text, replacements) {
  return replacements.reduce((before, [pattern, after]) => {
    if (before.search(pattern) < 0) throw new Error(`index.html has nothing like ${pattern}`);
    return before.replace(pattern, () => after);
  }, text);
}

/** The script that stands in the document itself, before all others. */
const boot = bundle('web/page/boot.js', '--format=iife').toString().trim().replaceAll('</script', '<\\/script');
const bootScript = /<script\s+id="boot" src="boot\.js"([^>]*?)\s*><\/script>/;

/** Home, where the page is the product's own; else nothing. */
const home = option.entry === 'web/page/loader.js' && isEngine() ? await homeOf(engine, lessons.get(list).toString(), esbuild) : '';

/** Whether there is an engine that can be asked. The tests of this script make do without. */
function isEngine() {
  return existsSync(engine) && statSync(engine).size > 100000 && lessons.has(list);
}

const withHome = (html) =>
  replaced(html, [[/(<main id="text-page") tabindex="-1">/, `<main id="text-page" tabindex="-1" data-early>${home}`]]);

function siteDocument(files) {
  let html = withHome(readFileSync('index.html', 'utf8'));
  const [, rest = ''] = bootScript.exec(html) ?? [];
  // It asks early for what is there.
  const asked = rest.replace(/\s+(data-\w+="([^"]+)")/g, (_, attribute, path) => (files.has(path) ? ` ${attribute}` : ''));
  html = replaced(html, [
    [/script-src 'self'/, `script-src 'self' ${named(boot)}`],
    [bootScript, `<script id="boot"${asked}>${boot}</script>`],
  ]);
  for (const [path, bytes] of files) html = html.replaceAll(`="${path}"`, `="${path}?v=${version(bytes)}"`);
  return html;
}

/**
 * The scripts that esbuild makes of the entry, by their paths: what is imported only when it is needed is one of its own,
 * and what several share another. Each asks for the others by their hash.
 * @param {string[]} options
 * @returns {Map<string, Buffer>}
 */
function entryScripts(options) {
  const work = mkdtempSync(join(tmpdir(), 'ntk-scripts-'));
  try {
    bundle(option.entry, '--bundle', '--format=esm', '--splitting', `--outdir=${work}`, '--chunk-names=[name].[hash]', ...options);
    const scripts = new Map(readdirSync(work).map((file) => [file, readFileSync(join(work, file), 'utf8')]));
    return versioned(scripts);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** "textpage.ABCDEFGH.js" on the site; what is shared has no name of its own. @param {string} file */
const scriptPath = (file) => file.replace(/\.[A-Z0-9]{8}\.js$/, '.js').replace(/^chunk\.js$/, 'shared.js');

/** @param {Map<string, string>} scripts  by esbuild's names, by which they import each other @returns {Map<string, Buffer>} */
function versioned(scripts) {
  const done = new Map();
  const left = new Map(scripts);
  while (left.size > 0) {
    const ready = [...left].filter(([file, text]) => ![...left.keys()].some((other) => other !== file && text.includes(`"./${other}"`)));
    if (ready.length === 0) throw new Error(`scripts that import each other: ${[...left.keys()].join(', ')}`);
    for (const [file, text] of ready) {
      left.delete(file);
      const path = scriptPath(file);
      if (done.has(path)) throw new Error(`two scripts would be called ${path}`);
      done.set(path, Buffer.from(text));
      for (const [other, before] of left) left.set(other, before.replaceAll(`"./${file}"`, `"./${path}?v=${version(text)}"`));
    }
  }
  return done;
}

function buildSite(found, folder) {
  rmSync(folder, { recursive: true, force: true });
  const write = (path, bytes) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  };
  for (const [path, bytes] of found) write(path, bytes);
  const style = bundle('web/page/page.css', '--bundle', `--external:${font.path}`).toString();
  const files = new Map([
    ['page.js', bundle(`${compiled}.js`, '--format=esm')],
    ['page.css', Buffer.from(style.replace(font.path, `${font.path}?v=${version(font.bytes)}`))],
    [font.path, font.bytes],
  ]);
  if (existsSync(engine)) files.set('engine.js', bundle(engine, '--format=esm'));
  const glue = ['page', 'engine'].flatMap((name) => {
    const url = `./${name}.js?v=${version(files.get(`${name}.js`) ?? '')}`;
    return [`--alias:${name}-module=${url}`, `--external:${url}`];
  });
  for (const [path, bytes] of entryScripts([defineResources(found), ...glue])) files.set(path, bytes);
  for (const [path, bytes] of files) write(path, bytes);
  cpSync('web/page/icon.svg', join(folder, 'icon.svg'));
  cpSync('web/page/fonts/OFL.txt', join(folder, 'fonts/OFL.txt'));
  write('index.html', siteDocument(new Map([...files, ...found])));
  return [...files.keys(), ...found.keys(), 'index.html'];
}

/** The script of the single file: everything that the site imports is in it. */
function wholeScript(found, work) {
  writeFileSync(join(work, 'engine.mjs'), 'export default () => { throw new Error("no engine in this file"); };');
  const enginePath = existsSync(engine) ? resolve(engine) : join(work, 'engine.mjs');
  // A script within the page has no address of its own, and newer Emscriptens make one from `import.meta.url`, even for
  // a WebAssembly that they do not fetch.
  return bundle(
    option.entry,
    '--bundle',
    '--format=iife',
    '--define:import.meta.url=document.baseURI',
    defineResources(found),
    `--alias:page-module=${resolve(compiled)}.js`,
    `--alias:engine-module=${enginePath}`,
  )
    .toString()
    .replaceAll('</script', '<\\/script');
}

// One document: scripts and style inline and named by their hashes in its policy, everything else as data.
function singleDocument(found, script) {
  const style = bundle('web/page/page.css', '--bundle', '--loader:.woff2=dataurl').toString();
  const icon = `data:image/svg+xml;base64,${readFileSync('web/page/icon.svg').toString('base64')}`;
  const policy = [
    "default-src 'none'",
    `script-src ${named(boot)} ${named(script)} 'wasm-unsafe-eval'`,
    `style-src ${named(style)}`,
    'font-src data:',
    'img-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const data = [...found].map(([path, bytes]) => `<script type="text/plain" id="resource:${path}">${bytes.toString('base64')}</script>`);
  return replaced(withHome(readFileSync('index.html', 'utf8')), [
    [/content="default-src[^"]*"/, `content="${policy}"`],
    [bootScript, `<script id="boot">${boot}</script>`],
    [/ *<script type="module"[^>]*><\/script>\n/, ''],
    [/( *<li data-site>[^]*?<\/li>\n)+/, ''], // it is the single file itself
    [/href="icon\.svg"/, `href="${icon}"`],
    [/<link rel="stylesheet"[^>]*>/, `<style>${style}</style>`],
    [/<\/body>/, `${data.join('\n')}\n<script>${script}</script>\n</body>`],
  ]);
}

function buildSingleFile(found, file) {
  const work = mkdtempSync(join(tmpdir(), 'ntk-site-'));
  try {
    const html = singleDocument(found, wholeScript(found, work));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, html);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

const compressible = new Set(['.css', '.html', '.js', '.json', '.svg', '.wasm']);
const isText = (path) => extname(path) !== '.wasm';

/** What few ask for: only a page that is in trouble opens it. */
const seldom = new Set(['need-to-know.html']);

const codings = {
  br: (path, bytes) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: seldom.has(path) ? 5 : constants.BROTLI_MAX_QUALITY, // the best takes seconds
        [constants.BROTLI_PARAM_MODE]: isText(path) ? constants.BROTLI_MODE_TEXT : constants.BROTLI_MODE_GENERIC,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  gz: (_, bytes) => promisify(gzip)(bytes, { level: 9 }),
};

/** Writes the file compressed beside itself, in each coding in which that is worth it; returns the size of the gzip. */
async function compress(folder, path) {
  const bytes = readFileSync(join(folder, path));
  const sizes = await Promise.all(
    Object.entries(codings).map(async ([ending, code]) => {
      const coded = await code(path, bytes);
      // Whoever adds a lesson edits the list: no copy of it may lie beside it.
      if (path !== list && coded.length < bytes.length * 0.95) writeFileSync(join(folder, `${path}.${ending}`), coded);
      return coded.length;
    }),
  );
  return sizes[1];
}

const site = join(option.out, 'site');
const single = join(option.out, 'need-to-know.html');
const files = buildSite(onSite, site);
buildSingleFile(inSingleFile, single);
// On the site too: it is what a frame without an origin can still open.
cpSync(single, join(site, 'need-to-know.html'));
const sent = [...files, 'icon.svg', 'need-to-know.html'].filter((path) => compressible.has(extname(path)));
const zipped = new Map();
if (!option.plain) await Promise.all(sent.map(async (path) => zipped.set(path, await compress(site, path))));

// What a first visitor waits for; tests/browser/loading.mjs counts what the browser asks for.
const first = ['index.html', 'page.css', font.path, 'loader.js', 'shared.js', 'page.js', 'page.wasm', list];
const kib = (bytes) => `${(bytes / 1024).toFixed(1).padStart(8)} KB`;
const sizeOf = (path) => zipped.get(path) ?? statSync(join(site, path)).size;
for (const path of files) {
  const size = statSync(join(site, path)).size;
  console.log(`${kib(size)} ${option.plain ? '' : `${kib(sizeOf(path))} gzip`}  ${path}`);
}
if (!option.plain) {
  const total = first.filter((path) => files.includes(path)).reduce((sum, path) => sum + sizeOf(path), 0);
  console.log(`${' '.repeat(11)} ${kib(total)} gzip  until home is shown: ${first.filter((path) => files.includes(path)).join(', ')}`);
}
console.log(`site: ${site}/ and ${single} (${kib(statSync(single).size).trim()})`);
