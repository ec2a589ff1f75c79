// Links, taken apart without a browser: what was cut off or changed on its way is never taken for another link. The script
// that the page runs is run here as it is.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { Duplex } from 'node:stream';
import test from 'node:test';
import { createInflateRaw, deflateRawSync, deflateSync } from 'node:zlib';

import { LinkError, fromHash, isLink, toHash } from '../../web/page/link.js';

const digest = (bytes) => createHash('sha256').update(bytes).digest('hex');
const text = JSON.stringify({
  submission: 1,
  commands: Array.from({ length: 60 }, (_, at) => `assign record r${at % 7} level ${(at % 4) + 1} “ü”`),
});

/**
 * The text that a link opens as, or the error for its reader; anything else thrown fails the test.
 * @returns {Promise<any>}
 */
async function opened(hash) {
  if (!isLink(hash)) return 'an anchor';
  try {
    return new TextDecoder().decode(await fromHash(hash, digest));
  } catch (error) {
    assert.ok(error instanceof LinkError, `${hash}: ${error.stack}`);
    assert.match(error.message, /link/);
    return error;
  }
}

test('a link is read as it was written', async () => {
  assert.equal(await opened(await toHash(text, digest)), text);
  assert.equal((await opened(await toHash('', digest))) instanceof LinkError, false);
});

/** Does something where these are the browser's streams of compression; undefined: where there are none. */
async function whereStreamsAre(streams, act) {
  const before = Object.keys(streams).map((name) => [name, globalThis[name]]);
  Object.assign(globalThis, streams);
  try {
    return await act();
  } finally {
    Object.assign(globalThis, Object.fromEntries(before));
  }
}

// As in Node 18 and in Chromium before version 103.
const withoutRaw = (kind) =>
  function (compression) {
    if (compression === 'deflate-raw') throw new TypeError(`Unsupported compression format: '${compression}'`);
    return new kind(compression);
  };
const old = { CompressionStream: withoutRaw(CompressionStream), DecompressionStream: withoutRaw(DecompressionStream) };

// As in today's browsers, on whatever runs the tests.
function Inflate(compression) {
  assert.equal(compression, 'deflate-raw');
  return /** @type {any} */ (Duplex).toWeb(createInflateRaw()); // not among the types of Node 18
}

const ofEarlierVersion = `#work=1d.${digest(text).slice(0, 12)}.${deflateRawSync(text).toString('base64url')}`;

test("an old browser and a new one open each other's links", async () => {
  const fromNew = await toHash(text, digest);
  const fromOld = await whereStreamsAre(old, () => toHash(text, digest));
  assert.ok(fromOld.length < text.length / 5, 'it is compressed');
  assert.equal(await opened(fromOld), text);
  assert.equal(await whereStreamsAre(old, () => opened(fromNew)), text);
});

test('a link of an earlier version of the page opens, or says why it does not', async () => {
  assert.equal(await whereStreamsAre({ DecompressionStream: Inflate }, () => opened(ofEarlierVersion)), text);
  assert.match((await whereStreamsAre(old, () => opened(ofEarlierVersion))).message, /browser is too old/);
});

test('without compression a link is longer, and opens anywhere; compressed ones say why they do not open', async () => {
  const none = { CompressionStream: undefined, DecompressionStream: undefined };
  const hash = await whereStreamsAre(none, () => toHash(text, digest));
  assert.match(hash, /^#work=1u\./);
  assert.equal(await opened(hash), text);
  assert.equal(await whereStreamsAre(none, () => opened(hash)), text);
  const compressed = await toHash(text, digest);
  assert.match((await whereStreamsAre(none, () => opened(compressed))).message, /browser is too old/);
});

test('a link is shorter than what it holds', async () => {
  assert.ok((await toHash(text, digest)).length < text.length / 5);
});

test('a link cut off anywhere says so', async () => {
  const hash = await toHash(text, digest);
  for (let size = 1; size < hash.length; ++size) {
    const result = await opened(hash.slice(0, size));
    assert.ok(result instanceof LinkError || (result === 'an anchor' && size <= '#work'.length), `${size}: ${result}`);
  }
});

test('a link with a character changed, lost, doubled or swapped opens as what it was or says what is wrong', async () => {
  const hash = await toHash(text, digest);
  let refused = 0;
  let tried = 0;
  const look = async (damaged) => {
    if (damaged === hash) return;
    const result = await opened(damaged);
    assert.ok(result === text || result instanceof LinkError, `${damaged}: ${result}`);
    if (result instanceof LinkError) ++refused;
    ++tried;
  };
  for (let at = 1; at < hash.length; ++at) {
    for (const other of ['A', 'z', '9', '-', '.', '%', '"', '\u00fc']) await look(hash.slice(0, at) + other + hash.slice(at + 1));
    await look(hash.slice(0, at) + hash.slice(at + 1));
    await look(hash.slice(0, at) + hash[at] + hash.slice(at));
    await look(hash.slice(0, at - 1) + hash[at] + hash[at - 1] + hash.slice(at + 1));
  }
  assert.ok(tried > 2000 && refused > tried * 0.98, `${refused} of ${tried} refused`);
});

test('a link that holds more than an attempt can is stopped early', async () => {
  const bomb = deflateSync(Buffer.alloc(200 << 20))
    .toString('base64url')
    .slice(0, 190000);
  const before = process.memoryUsage().rss;
  const result = await opened(`#work=1z.000000000000.${bomb}`);
  assert.match(result.message, /holds more than/);
  assert.ok(process.memoryUsage().rss - before < 100 << 20);
  assert.match((await opened(`#work=1u.000000000000.${'A'.repeat(300000)}`)).message, /longer than any/);
});

test('links of a later version, and what is no link, are told apart', async () => {
  assert.match((await opened('#work=2d.000000000000.AAAA')).message, /later version/);
  assert.match((await opened('#work=1x.000000000000.AAAA')).message, /later version/);
  assert.equal(isLink(''), false);
  assert.equal(isLink('#text-page'), false);
  assert.equal(isLink('#record_harbour-report_level'), false);
});
