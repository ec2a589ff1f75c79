// The site that scripts/site.mjs makes, of a module that is none: what stands in its document, what lies beside it compressed,
// and what the single file carries.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

const hasBundler = existsSync('node_modules/.bin/esbuild') || spawnSync('esbuild', ['--version']).status === 0;
const options = { skip: !hasBundler && 'esbuild is not there: scripts/install page' };

let folder;
const site = (name) => join(folder, 'dist/site', name);
const text = (path) => readFileSync(path, 'utf8');

before(() => {
  if (!hasBundler) return;
  folder = mkdtempSync(join(tmpdir(), 'ntk-site-'));
  mkdirSync(join(folder, 'build/web'), { recursive: true });
  writeFileSync(join(folder, 'build/web/page.js'), 'export default async () => ({});');
  writeFileSync(join(folder, 'build/web/engine.js'), 'export default async () => ({});');
  writeFileSync(join(folder, 'build/web/page.wasm'), 'wasm '.repeat(1000));
  const made = spawnSync(process.execPath, ['scripts/site.mjs', '--build', join(folder, 'build'), '--out', join(folder, 'dist')], { encoding: 'utf8' }); // prettier-ignore
  assert.equal(made.status, 0, made.stderr);
});
after(() => folder && rmSync(folder, { recursive: true }));

const policyOf = (html) => /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(html)[1];
const hashOf = (words) => `'sha256-${createHash('sha256').update(words).digest('base64')}'`;

test('without JavaScript nothing is asked for early', options, () => {
  const html = text(site('index.html'));
  assert.doesNotMatch(html.replace(/<script[^]*?<\/script>/g, ''), /preload/);
  assert.match(html, /<noscript>/);
});

test('the script that stands in the document is allowed by its hash, and no other', options, () => {
  for (const html of [text(site('index.html')), text(join(folder, 'dist/need-to-know.html'))]) {
    const [, words] = /<script id="boot"[^>]*>([^]*?)<\/script>/.exec(html);
    assert.ok(words.length > 500);
    assert.ok(policyOf(html).includes(hashOf(words)));
    assert.doesNotMatch(policyOf(html), /unsafe-inline/);
    const inline = [...html.matchAll(/<script(?![^>]*(?:src=|text\/plain))[^>]*>([^]*?)<\/script>/g)];
    for (const [, each] of inline) assert.ok(policyOf(html).includes(hashOf(each)));
  }
});

test('what the document asks for has its hash in the address', options, () => {
  const html = text(site('index.html'));
  for (const [, name, version] of html.matchAll(/="(\w+\.(?:js|css|wasm))\?v=(\w+)"/g)) {
    assert.equal(
      createHash('sha256')
        .update(readFileSync(site(name)))
        .digest('hex')
        .slice(0, 12),
      version,
      name,
    );
  }
  for (const name of ['page.wasm', 'page.js', 'engine.js', 'loader.js', 'shared.js', 'textpage.js', 'page.css']) {
    assert.match(html, new RegExp(`="${name.replace('.', '\\.')}\\?v=`), name);
  }
});

test('each script asks for the others by their hash, and for none that is not there', options, () => {
  const scripts = readdirSync(site('')).filter((name) => name.endsWith('.js'));
  for (const script of ['loader.js', 'textpage.js', 'shared.js']) {
    assert.ok(scripts.includes(script));
    for (const [, name, version] of text(site(script)).matchAll(/"\.\/([\w.-]+\.js)(?:\?v=(\w+))?"/g)) {
      const hash = createHash('sha256').update(readFileSync(site(name))).digest('hex'); // prettier-ignore
      assert.equal(hash.slice(0, 12), version, `${name} in ${script}`);
    }
  }
});

test('each compressed file holds what lies beside it', options, () => {
  const names = readdirSync(site(''));
  const codings = /** @type {[string, (bytes: Buffer) => Buffer][]} */ ([['br', brotliDecompressSync], ['gz', gunzipSync]]); // prettier-ignore
  for (const name of ['page.wasm', 'page.css', 'loader.js', 'index.html', 'need-to-know.html']) {
    for (const [ending, decode] of codings) {
      assert.ok(names.includes(`${name}.${ending}`), `${name}.${ending}`);
      assert.deepEqual(decode(readFileSync(site(`${name}.${ending}`))), readFileSync(site(name)));
    }
  }
});

test('the list of lessons can be edited: it has no hash, and no compressed copy', options, () => {
  assert.deepEqual(
    readdirSync(site('scenarios')).filter((name) => name.startsWith('index')),
    ['index.json'],
  );
  assert.match(text(site('shared.js')), /"scenarios\/index\.json":\{bytes:\d+,version:""\}/);
});

test('the site has the single file, which does not offer itself', options, () => {
  const single = text(join(folder, 'dist/need-to-know.html'));
  assert.equal(text(site('need-to-know.html')), single);
  assert.doesNotMatch(single.replace(/<script[^]*?<\/script>/g, ''), /href="need-to-know\.html"/);
  assert.match(text(site('index.html')), /href="need-to-know\.html"/);
});
