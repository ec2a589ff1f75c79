// Assembles the page from what the build made: the deployable site, and the same as one self-contained file.
//
//   node scripts/site.mjs [--build FOLDER] [--out FOLDER] [--module NAME] [--entry FILE]
//
// By default the module `page` of build/wasm-release becomes dist/site/ and dist/need-to-know.html. The tests give
// another module and entry to make a page of their own.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);

const { values: option } = parseArgs({
  options: {
    build: { type: 'string', default: 'build/wasm-release' },
    out: { type: 'string', default: 'dist' },
    module: { type: 'string', default: 'web/page' },
    entry: { type: 'string', default: 'web/page/loader.js' },
  },
});

const sha256 = (bytes) => createHash('sha256').update(bytes).digest();
const version = (bytes) => sha256(bytes).toString('hex').slice(0, 12);

const compiled = join(option.build, option.module);
const engine = join(option.build, 'web/engine.js');
const esbuild = existsSync('node_modules/.bin/esbuild') ? 'node_modules/.bin/esbuild' : 'esbuild';

function bundle(...options) {
  const common = ['--minify', '--target=es2020', '--legal-comments=none', '--log-level=warning'];
  return execFileSync(esbuild, [...common, ...options], { maxBuffer: 1 << 28 });
}

// The path on the site and the bytes of everything that the page fetches.
function resources() {
  const found = new Map([['page.wasm', readFileSync(`${compiled}.wasm`)]]);
  const add = (path) => found.set(path, readFileSync(path));
  if (existsSync('scenarios/index.json')) add('scenarios/index.json');
  for (const entry of existsSync('scenarios') ? readdirSync('scenarios').sort() : []) {
    const path = `scenarios/${entry}/scenario.json`;
    if (existsSync(path)) add(path);
  }
  return found;
}

function defineResources(found) {
  const known = Object.fromEntries([...found].map(([path, bytes]) => [path, { bytes: bytes.length, version: version(bytes) }]));
  return `--define:NTK_RESOURCES=${JSON.stringify(known)}`;
}

function buildSite(found, folder) {
  rmSync(folder, { recursive: true, force: true });
  const write = (path, bytes) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  };
  for (const [path, bytes] of found) write(path, bytes);
  const files = new Map([
    ['page.js', bundle(`${compiled}.js`, '--format=esm')],
    ['page.css', bundle('web/page/page.css', '--bundle')],
  ]);
  if (existsSync(engine)) files.set('engine.js', bundle(engine, '--format=esm'));
  const glue = ['page', 'engine'].flatMap((name) => {
    const url = `./${name}.js?v=${version(files.get(`${name}.js`) ?? '')}`;
    return [`--alias:${name}-module=${url}`, `--external:${url}`];
  });
  files.set('loader.js', bundle(option.entry, '--bundle', '--format=esm', defineResources(found), ...glue));
  for (const [path, bytes] of files) write(path, bytes);
  cpSync('web/page/icon.svg', join(folder, 'icon.svg'));

  let html = readFileSync('index.html', 'utf8');
  for (const [path, bytes] of [...files, ...found]) html = html.replaceAll(`="${path}"`, `="${path}?v=${version(bytes)}"`);
  write('index.html', html);
  return [...files.keys(), ...found.keys(), 'index.html'];
}

// One document: script and style inline and named by their hashes in its policy, everything else as data.
function buildSingleFile(found, file) {
  const work = mkdtempSync(join(tmpdir(), 'ntk-site-'));
  try {
    writeFileSync(join(work, 'engine.mjs'), 'export default () => { throw new Error("no engine in this file"); };');
    const enginePath = existsSync(engine) ? resolve(engine) : join(work, 'engine.mjs');
    // A script within the page has no address of its own, and newer Emscriptens make one from `import.meta.url`, even for
    // a WebAssembly that they do not fetch.
    const script = bundle(
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
    const style = bundle('web/page/page.css', '--bundle').toString();
    const icon = `data:image/svg+xml;base64,${readFileSync('web/page/icon.svg').toString('base64')}`;
    const hash = (text) => `'sha256-${sha256(text).toString('base64')}'`;
    const policy = [
      "default-src 'none'",
      `script-src ${hash(script)} 'wasm-unsafe-eval'`,
      `style-src ${hash(style)}`,
      'img-src data: blob:',
      "base-uri 'none'",
      "form-action 'none'",
    ].join('; ');
    const data = [...found].map(([path, bytes]) => `<script type="text/plain" id="resource:${path}">${bytes.toString('base64')}</script>`);
    /** @type {[RegExp, string][]} */
    const replacements = [
      [/content="default-src[^"]*"/, `content="${policy}"`],
      [/ *<link rel="(preload|modulepreload)"[^>]*>\n/g, ''],
      [/ *<script type="module"[^>]*><\/script>\n/, ''],
      [/href="icon\.svg"/, `href="${icon}"`],
      [/<link rel="stylesheet"[^>]*>/, `<style>${style}</style>`],
      [/<\/body>/, `${data.join('\n')}\n<script>${script}</script>\n</body>`],
    ];
    let html = readFileSync('index.html', 'utf8');
    for (const [pattern, text] of replacements) {
      if (html.search(pattern) < 0) throw new Error(`index.html has nothing like ${pattern}`);
      html = html.replace(pattern, () => text);
    }
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, html);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

const found = resources();
const site = join(option.out, 'site');
const single = join(option.out, 'need-to-know.html');
const files = buildSite(found, site);
buildSingleFile(found, single);

const kib = (bytes) => `${(bytes / 1024).toFixed(1).padStart(8)} KB`;
let total = 0;
for (const path of files) {
  const bytes = readFileSync(join(site, path));
  const zipped = gzipSync(bytes, { level: 9 }).length;
  if (path !== 'engine.js') total += zipped;
  console.log(`${kib(bytes.length)} ${kib(zipped)} gzip  ${path}`);
}
console.log(`${' '.repeat(11)} ${kib(total)} gzip  in all, but for engine.js, which only a browser without WebAssembly fetches`);
console.log(`site: ${site}/ and ${single} (${kib(statSync(single).size).trim()})`);
