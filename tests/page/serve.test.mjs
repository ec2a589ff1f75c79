// The server of `make run` and of the browser tests: it outlives whatever lies in its folder, answers for this machine alone,
// and sends what is compressed and may be kept as such.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';

import { codingsOf, isForUs, serve } from '../../scripts/serve.mjs';

let folder;
let server;
let port;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ntk-serve-'));
  const write = (name, bytes) => writeFileSync(join(folder, name), bytes);
  write('index.html', '<!doctype html>');
  write('page.wasm', 'x'.repeat(5000));
  write('page.wasm.br', brotliCompressSync('x'.repeat(5000)));
  write('page.wasm.gz', gzipSync('x'.repeat(5000)));
  write('plain.json', '[]');
  write('stale.js', 'new');
  write('stale.js.gz', gzipSync('old'));
  utimesSync(join(folder, 'stale.js.gz'), 1, 1);
  mkdirSync(join(folder, 'directory'));
  symlinkSync('nowhere', join(folder, 'broken'));
  symlinkSync('circle', join(folder, 'circle'));
  write('secret', 'secret');
  chmodSync(join(folder, 'secret'), 0);
  server = await serve(folder, 0, { '/elsewhere': 'a page besides' });
  port = new URL(server.address).port;
});
after(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** @returns {Promise<{status: number, headers: import('node:http').IncomingHttpHeaders, body: Buffer}>} */
const ask = (path, headers = {}, method = 'GET') =>
  new Promise((done, fail) => {
    request({ host: '127.0.0.1', port, path, method, headers }, async (response) => {
      const parts = [];
      for await (const part of response) parts.push(part);
      done({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) });
    })
      .on('error', fail)
      .end();
  });

const isRoot = process.getuid?.() === 0;

for (const [what, path, status] of /** @type {[string, string, number][]} */ ([
  ['a folder', '/directory', 404],
  ['a folder without an index', '/directory/', 404],
  ['a broken link', '/broken', 404],
  ['a link to itself', '/circle', 404],
  ['a path through a file', '/plain.json/more', 404],
  ['a name too long for any file', `/${'x'.repeat(5000)}`, 404],
  ['a character that no name has', '/a%00b', 404],
  ['what is no encoding', '/%ff%', 404],
  ['no address', '//', 404],
  ['a way up', '/../../../../etc/passwd', 404],
  ['a way up, encoded', '/%2e%2e/%2e%2e/%2e%2e/etc/passwd', 404],
])) {
  test(`${what} is answered with ${status}, and the next request as ever`, async () => {
    assert.equal((await ask(path)).status, status);
    assert.equal((await ask('/')).status, 200);
  });
}

test(
  'a file that may not be read is answered with 403, and the next request as ever',
  { skip: isRoot && 'root may read all' },
  async () => {
    assert.equal((await ask('/secret')).status, 403);
    assert.equal((await ask('/')).status, 200);
  },
);

test('only GET and HEAD are answered, and HEAD without a body', async () => {
  assert.equal((await ask('/', {}, 'POST')).status, 405);
  const { status, body, headers } = await ask('/page.wasm', {}, 'HEAD');
  assert.deepEqual([status, body.length, headers['content-length']], [200, 0, '5000']);
});

test('requests for another host are refused, whatever leads here', async () => {
  for (const host of ['evil.example', `evil.example:${port}`, 'localhost:1', 'localhost', `localhost.evil.example:${port}`]) {
    assert.equal((await ask('/', { host })).status, 403, host);
  }
  for (const host of [`localhost:${port}`, `LOCALHOST:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`]) {
    assert.equal((await ask('/', { host })).status, 200, host);
  }
  assert.equal((await ask('/elsewhere', { host: 'evil.example' })).status, 403);
});

test('another host is answered where that was asked for', () => {
  assert.equal(isForUs('lab.example:8000', 1234, ['lab.example']), true);
  assert.equal(isForUs('lab.example:8000', 1234, ['lab.example:8000']), true);
  assert.equal(isForUs('lab.example:8001', 1234, ['lab.example:8000']), false);
  for (const none of [undefined, '', ':1234', '[', '@localhost:1234']) assert.equal(isForUs(none, 1234, ['lab.example']), false, none);
  assert.equal(isForUs('localhost', 80), true, 'port 80 is left out of addresses');
});

test('what is compressed is sent so to who takes it, and to nobody else', async () => {
  const sent = async (accepted) => ask('/page.wasm', accepted === undefined ? {} : { 'accept-encoding': accepted });
  const br = await sent('gzip, deflate, br, zstd');
  assert.equal(br.headers['content-encoding'], 'br');
  assert.equal(brotliDecompressSync(br.body).length, 5000);
  const gzip = await sent('gzip');
  assert.equal(gzip.headers['content-encoding'], 'gzip');
  assert.equal(gunzipSync(gzip.body).length, 5000);
  for (const accepted of [undefined, '', 'identity', 'br;q=0, gzip;q=0', 'zstd']) {
    const { headers, body } = await sent(accepted);
    assert.deepEqual([headers['content-encoding'], body.length], [undefined, 5000], accepted);
    assert.equal(headers.vary, 'Accept-Encoding', 'a cache between has to know');
  }
  for (const { headers } of [br, gzip]) {
    assert.equal(headers['content-type'], 'application/wasm');
    assert.equal(headers.vary, 'Accept-Encoding');
  }
});

test('what a client takes is read as it was meant', () => {
  assert.deepEqual(codingsOf('*'), ['br', 'gzip']);
  assert.deepEqual(codingsOf('br;q=0, *'), ['gzip']);
  assert.deepEqual(codingsOf('GZIP;q=0.5'), ['gzip']);
});

test('a compressed file that is older than the file itself is not sent', async () => {
  const { headers, body } = await ask('/stale.js', { 'accept-encoding': 'gzip' });
  assert.equal(headers['content-encoding'], undefined);
  assert.equal(body.toString(), 'new');
});

test('only what is asked for by its own hash may be kept for ever', async () => {
  const hash = createHash('sha256').update('x'.repeat(5000)).digest('hex').slice(0, 12);
  assert.equal((await ask(`/page.wasm?v=${hash}`)).headers['cache-control'], 'public, max-age=31536000, immutable');
  for (const path of ['/page.wasm', '/page.wasm?v=000000000000', '/page.wasm?v=', '/', '/plain.json']) {
    assert.equal((await ask(path)).headers['cache-control'], 'no-cache', path);
  }
});
