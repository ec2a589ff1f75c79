// @ts-check
// An attempt in the address of the page: `#work=1z.DIGEST.DATA`.
//
// DATA is a submission (sim/session/submission.h) in base64url, compressed by the browser itself where it can (`1z`), else
// as it is (`1u`). DIGEST is the beginning of its SHA-256: a link that lost or changed a character on its way says so
// instead of opening as something else. Nothing that stands in a link can do more than be read as a submission.
//
// Mail programs and chats add to links what is none of theirs: the punctuation behind it, marks of who clicked (`&utm_...`),
// line breaks, `%3D` for `=`. All of that can be told from a link's own characters, so it is taken away, and the digest
// decides whether what is left is whole.
//
// Links are written in the one format that every browser with streams of compression knows, so a link made in one opens in
// another. Earlier versions of the page wrote raw deflate (`1d`), which Chromium knows since version 103 and Node since
// version 20.12: such links are still read where that is known.

/** What mail programs and chats pass on whole. */
export const longestLink = 8000;

// Bounds on what others have made: no link of this page comes near them.
const longestRead = 200000;
const largestText = 8 << 20;
const digestLength = 12;

// How the letter of a link says that its data was compressed, in the words of DecompressionStream.
/** @type {Record<string, CompressionFormat>} */
const compressions = { z: 'deflate', d: 'deflate-raw' };
const written = 'z';

/**
 * Whether what stands behind `#` is meant as a link, whole or not: the page's own anchors are plain words, also with a
 * sentence's punctuation behind them.
 * @param {string} hash
 */
export const isLink = (hash) => hash !== '' && !/^#[\w-]{1,80}[^\w%=]*$/.test(hash);

/** What is wrong with a link, for its reader. */
export class LinkError extends Error {}

/** @param {ReadableStream<Uint8Array<ArrayBuffer>>} stream @param {number} most  bytes */
async function bounded(stream, most) {
  const reader = stream.getReader();
  const parts = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > most) {
      reader.cancel().catch(() => {});
      throw new LinkError('the link holds more than any attempt has');
    }
    parts.push(part.value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** @param {Uint8Array<ArrayBuffer>} bytes @param {GenericTransformStream} transform */
const through = (bytes, transform) => new Blob([bytes]).stream().pipeThrough(transform);

/** @param {Uint8Array} bytes */
function toBase64(bytes) {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** @param {string} text */
const fromBase64 = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));

/**
 * A stream of one of the browser's two kinds, or null where it has none for this compression.
 * @param {(new (format: CompressionFormat) => GenericTransformStream) | undefined} kind
 * @param {CompressionFormat} compression
 */
function streamOf(kind, compression) {
  if (typeof kind !== 'function') return null;
  try {
    return new kind(compression);
  } catch (error) {
    if (error instanceof TypeError) return null; // what the standard throws for a name it does not know
    throw error;
  }
}

/**
 * @param {string} text  a submission
 * @param {(bytes: Uint8Array) => string} digest
 */
export async function toHash(text, digest) {
  const bytes = new TextEncoder().encode(text);
  const stream = streamOf(globalThis.CompressionStream, compressions[written]);
  const data = stream ? await bounded(through(bytes, stream), Infinity) : bytes;
  return `#work=1${stream ? written : 'u'}.${digest(bytes).slice(0, digestLength)}.${toBase64(data)}`;
}

const notWhole = () => new LinkError('the link is not whole, or something was changed in it');

/** What a link says of itself. @typedef {{version: string, form: string, expected: string, data: string}} Parts */

/** Characters as the sender wrote them: some programs encode them, some twice. @param {string} text */
function decoded(text) {
  let plain = text;
  for (let round = 0; round < 3 && plain.includes('%'); round++) {
    plain = plain.replace(/(?:%[\da-f]{2})+/gi, (codes) => {
      try {
        return decodeURIComponent(codes);
      } catch {
        return codes;
      }
    });
  }
  return plain.replace(/\p{Cf}/gu, '');
}

/** The data, and the same without the last one, two or three dashes or underscores. @param {string} data */
function withoutMarks(data) {
  const all = [data];
  for (let end = data.length; all.length < 4 && /[-_]/.test(data[end - 1] ?? ''); --end) all.push(data.slice(0, end - 1));
  return all;
}

/**
 * What a link may have been before it was sent: cut off at the first character that no link has; the same with its lines
 * joined, be they broken (a mail may do that with `=`) or quoted (with `>`); and each without the dashes and underscores
 * behind it, by which some programs mark text. Mostly they are all the same.
 * @param {string} hash
 * @returns {Parts[]}
 */
function candidates(hash) {
  const begun = /^#\s*work\s*=\s*(?:3D)?([^]*)$/.exec(decoded(hash));
  if (!begun) return [];
  const rest = begun[1];
  const found = [rest, rest.replace(/[\s>=]+/g, '')]
    .map((text) => /^\s*(\d+)([a-z])\.([\da-f]{12})\.([\w-]+)/.exec(text))
    .filter((match) => match !== null)
    .flatMap(([, version, form, expected, data]) => withoutMarks(data).map((each) => ({ version, form, expected, data: each })));
  return found.filter(({ data }, at) => data !== '' && found.findIndex((each) => each.data === data) === at);
}

/** @param {Parts} parts @param {(bytes: Uint8Array) => string} digest */
async function opened({ version, form, expected, data }, digest) {
  const compression = compressions[form];
  if (version !== '1' || !(compression || form === 'u')) throw new LinkError('the link is of a later version of this page');
  const stream = compression ? streamOf(globalThis.DecompressionStream, compression) : null;
  if (compression && !stream) throw new LinkError('this browser is too old to open the link');
  let bytes;
  try {
    bytes = fromBase64(data);
    if (stream) bytes = await bounded(through(bytes, stream), largestText);
  } catch (error) {
    throw error instanceof LinkError ? error : notWhole();
  }
  if (digest(bytes).slice(0, digestLength) !== expected) throw notWhole();
  return bytes;
}

/**
 * The submission's bytes. Rejects with a LinkError, whatever the hash is.
 * @param {string} hash
 * @param {(bytes: Uint8Array) => string} digest
 */
export async function fromHash(hash, digest) {
  if (hash.length > longestRead) throw new LinkError('the link is longer than any of this page');
  /** @type {unknown} */
  let first;
  for (const each of candidates(hash)) {
    try {
      return await opened(each, digest);
    } catch (error) {
      first ??= error;
    }
  }
  throw first ?? notWhole();
}
