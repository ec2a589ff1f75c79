// Serves a folder on this machine, for `make run` and the browser tests.
//
//   node scripts/serve.mjs FOLDER       on a free port, or the one in PORT; prints the address

import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};

async function fileFor(folder, url) {
  const path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  // An absolute path has no way up once it is normalised.
  const file = join(folder, normalize(path.endsWith('/') ? `${path}index.html` : path));
  return (await stat(file)).isFile() ? file : null;
}

async function answer(folder, pages, request, response) {
  const headers = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' };
  if (pages[request.url]) {
    response.writeHead(200, { ...headers, 'Content-Type': types['.html'] }).end(pages[request.url]);
    return;
  }
  const file = ['GET', 'HEAD'].includes(request.method) ? await fileFor(folder, request.url).catch(() => null) : null;
  if (!file) {
    response.writeHead(404, { ...headers, 'Content-Type': types['.txt'] }).end('not found\n');
    return;
  }
  const type = types[extname(file)] ?? 'application/octet-stream';
  response.writeHead(200, { ...headers, 'Content-Type': type });
  if (request.method === 'HEAD') response.end();
  else createReadStream(file).pipe(response);
}

/** Serves a folder on the loopback address, and pages besides, by their paths; resolves to { address, close }. */
export function serve(folder, port = 0, pages = {}) {
  const root = resolve(folder);
  const server = createServer((request, response) => answer(root, pages, request, response));
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', () => {
      const close = () =>
        new Promise((closed) => {
          server.close(closed);
          server.closeAllConnections();
        });
      const { port: given } = /** @type {import('node:net').AddressInfo} */ (server.address());
      done({ address: `http://127.0.0.1:${given}/`, close });
    });
  });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const folder = process.argv[2];
  const port = Number(process.env.PORT ?? 0);
  try {
    if (!folder) throw new Error('which folder?');
    if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`PORT is no port: \`${process.env.PORT}\``);
    const { address } = await serve(folder, port);
    console.log(`Need to Know is at ${address}   (stop with Ctrl+C)`);
  } catch (error) {
    const taken = error.code === 'EADDRINUSE' ? `port ${port} is taken; leave PORT out for a free one` : error.message;
    console.error(`serve: ${taken}`);
    process.exitCode = 1;
  }
}
