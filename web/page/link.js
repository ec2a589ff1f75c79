// @ts-check
// An attempt in the address of the page: `#work=1z.DIGEST.DATA`.
//
// DATA is a submission (sim/session/submission.h) in base64url, compressed by the browser itself where it can (`1z`), else
// as it is (`1u`). DIGEST is the beginning of its SHA-256: a link that lost or changed a character on its way says so
// instead of opening as something else. Nothing that stands in a link can do more than be read as a submission.
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

/** Whether what stands behind `#` is meant as a link, whole or not: the page's own anchors are plain words. @param {string} hash */
export const isLink = (hash) => hash !== '' && !/^#[\w-]{1,80}$/.test(hash);

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

/**
 * The submission's bytes. Rejects with a LinkError, whatever the hash is.
 * @param {string} hash
 * @param {(bytes: Uint8Array) => string} digest
 */
export async function fromHash(hash, digest) {
  if (hash.length > longestRead) throw new LinkError('the link is longer than any of this page');
  const found = /^#work=(\d+)([a-z])\.([\da-f]{12})\.([\w-]+)$/.exec(hash);
  if (!found) throw new LinkError('the link is not whole, or something was changed in it');
  const [, version, form, expected, data] = found;
  const compression = compressions[form];
  if (version !== '1' || !(compression || form === 'u')) throw new LinkError('the link is of a later version of this page');
  const stream = compression ? streamOf(globalThis.DecompressionStream, compression) : null;
  if (compression && !stream) throw new LinkError('this browser is too old to open the link');
  let bytes;
  try {
    bytes = fromBase64(data);
    if (stream) bytes = await bounded(through(bytes, stream), largestText);
  } catch (error) {
    throw error instanceof LinkError ? error : new LinkError('the link is not whole, or something was changed in it');
  }
  if (digest(bytes).slice(0, digestLength) !== expected) {
    throw new LinkError('the link is not whole, or something was changed in it');
  }
  return bytes;
}
