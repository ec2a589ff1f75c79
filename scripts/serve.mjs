// Serves a folder on this machine, for `make run` and the browser tests.
//
//   node scripts/serve.mjs FOLDER [--host NAME]...
//
// On a free port, or the one in PORT; prints the address. It answers on the loopback address only, and only to requests for
// localhost, 127.0.0.1 or [::1] at its port: else any page in the browser could ask it by a name that leads here. --host
// allows another name, as for a tunnel or a container.
//
// What is there as FILE.br or FILE.gz too is sent so to who accepts it. What is asked for by its hash (FILE?v=HASH, as the
// page asks) may be kept for ever, all else is asked for again each time.

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

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

const loopback = ['localhost', '127.0.0.1', '[::1]'];
const forEver = 'public, max-age=31536000, immutable';
const always = { 'X-Content-Type-Options': 'nosniff' };

/** What is not to be had, and why. */
class Refusal extends Error {
  constructor(status, message, headers = {}) {
    super(message);
    Object.assign(this, { status, headers });
  }
}

/** The status for what the file system says. */
const statusOf = ({ code }) => {
  if (code === 'EACCES' || code === 'EPERM') return 403;
  return ['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'].includes(code) ? 404 : 500;
};
const words = { 403: 'this may not be read', 404: 'not found', 500: 'this could not be read' };

/** Whether a request is meant for this server. */
export function isForUs(host, port, names = []) {
  const parts = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec((host ?? '').toLowerCase());
  if (!parts) return false;
  const [, name, given = '80'] = parts;
  return (loopback.includes(name) && given === String(port)) || names.some((each) => [host, name].includes(each.toLowerCase()));
}

/** The codings that a client takes, the best for us first: br, gzip. */
export function codingsOf(accepted = '') {
  const weights = new Map(
    accepted.split(',').map((part) => {
      const [name, ...parameters] = part.split(';').map((each) => each.trim().toLowerCase());
      const weight = parameters.find((each) => each.startsWith('q='));
      return [name, weight ? Number(weight.slice(2)) : 1];
    }),
  );
  return ['br', 'gzip'].filter((name) => (weights.get(name) ?? weights.get('*') ?? 0) > 0);
}

/** A file that can be read: { path, size, changed }. */
async function readable(path) {
  try {
    const found = await stat(path);
    if (!found.isFile()) throw new Refusal(404, words[404]);
    await (await open(path)).close();
    return { path, size: found.size, changed: found.mtimeMs };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const status = statusOf(error);
    throw new Refusal(status, words[status]);
  }
}

/** The file that an address means. */
async function fileFor(folder, { pathname }) {
  let path;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    throw new Refusal(404, words[404]);
  }
  // An absolute path has no way up once it is normalized.
  return readable(join(folder, normalize(path.endsWith('/') ? `${path}index.html` : path)));
}

/** The same file compressed, by its coding; one that is older than the file itself is of another. */
async function variantsOf(file) {
  const variants = new Map();
  for (const [coding, ending] of [
    ['br', '.br'],
    ['gzip', '.gz'],
  ]) {
    const variant = await readable(file.path + ending).catch(() => null);
    if (variant && variant.changed >= file.changed) variants.set(coding, variant);
  }
  return variants;
}

const hashes = new Map();
/** The beginning of a file's SHA-256, as scripts/site.mjs puts it into addresses. */
async function hashOf({ path, size, changed }) {
  const key = `${path} ${size} ${changed}`;
  if (!hashes.has(key)) {
    const hash = createHash('sha256');
    await pipeline(createReadStream(path), hash);
    hashes.set(key, hash.digest('hex').slice(0, 12));
  }
  return hashes.get(key);
}

/** Sends a file as the client takes it. */
async function send(file, address, request, response) {
  const variants = await variantsOf(file);
  const coding = codingsOf(request.headers['accept-encoding']).find((each) => variants.has(each));
  const sent = coding ? variants.get(coding) : file;
  const version = address.searchParams.get('v');
  response.writeHead(200, {
    ...always,
    'Content-Type': types[extname(file.path)] ?? 'application/octet-stream',
    'Content-Length': sent.size,
    'Cache-Control': version && version === (await hashOf(file)) ? forEver : 'no-cache',
    ...(variants.size > 0 && { Vary: 'Accept-Encoding' }),
    ...(coding && { 'Content-Encoding': coding }),
  });
  if (request.method === 'HEAD') response.end();
  else await pipeline(createReadStream(sent.path), response);
}

/** What is asked for; a path that begins with two slashes is no address. */
function addressOf(path) {
  try {
    return new URL(path, 'http://localhost');
  } catch {
    throw new Refusal(404, words[404]);
  }
}

/** @param {{root: string, pages: Record<string, string>, hosts: string[]}} site */
async function answer({ root, pages, hosts }, request, response) {
  if (!isForUs(request.headers.host, request.socket.localPort, hosts)) {
    throw new Refusal(403, 'this server answers for localhost only; --host allows another name');
  }
  if (!['GET', 'HEAD'].includes(request.method)) throw new Refusal(405, 'only GET and HEAD', { Allow: 'GET, HEAD' });
  if (Object.hasOwn(pages, request.url)) {
    response.writeHead(200, { ...always, 'Cache-Control': 'no-cache', 'Content-Type': types['.html'] }).end(pages[request.url]);
    return;
  }
  const address = addressOf(request.url);
  await send(await fileFor(root, address), address, request, response);
}

/** Whatever goes wrong with one request, the others go on. */
function refuse(error, request, response) {
  if (response.headersSent) {
    response.destroy(); // a file that broke off, or a client that left
    return;
  }
  const { status, message, headers } =
    error instanceof Refusal ? /** @type {any} */ (error) : { status: 500, message: words[500], headers: {} };
  response.writeHead(status, { ...always, ...headers, 'Cache-Control': 'no-cache', 'Content-Type': types['.txt'] });
  response.end(request.method === 'HEAD' ? undefined : `${message}\n`);
}

/**
 * Serves a folder on the loopback address, and pages besides, by their paths; resolves to { address, close }.
 * @param {string} folder
 * @param {number} [port]
 * @param {Record<string, string>} [pages]
 * @param {string[]} [hosts]  names by which it may be asked, besides those of the loopback address
 * @returns {Promise<{address: string, close: () => Promise<unknown>}>}
 */
export function serve(folder, port = 0, pages = {}, hosts = []) {
  const site = { root: resolve(folder), pages, hosts };
  const server = createServer((request, response) => {
    answer(site, request, response).catch((error) => refuse(error, request, response));
  });
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

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const port = Number(process.env.PORT ?? 0);
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { host: { type: 'string', multiple: true } } });
    if (positionals.length !== 1) throw new Error('which folder?');
    if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`PORT is no port: \`${process.env.PORT}\``);
    const { address } = await serve(positionals[0], port, {}, values.host);
    console.log(`Need to Know is at ${address}   (stop with Ctrl+C)`);
  } catch (error) {
    const taken = error.code === 'EADDRINUSE' ? `port ${port} is taken; leave PORT out for a free one` : error.message;
    console.error(`serve: ${taken}`);
    process.exitCode = 1;
  }
}
