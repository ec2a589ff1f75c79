// ZIP archives made by hand, so that they can be wrong in any way.
import { deflateRawSync } from 'node:zlib';

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = table[(crc ^ byte) & 0xff] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** The fields that an entry has both in front of its content and in the list at the end. */
function shared({ flags = 0, method, crc, packed, size, name }) {
  const head = Buffer.alloc(26);
  head.writeUInt16LE(20, 0);
  head.writeUInt16LE(flags, 2);
  head.writeUInt16LE(method, 4);
  head.writeUInt32LE(crc, 10);
  head.writeUInt32LE(packed.length, 14);
  head.writeUInt32LE(size, 18);
  head.writeUInt16LE(name.length, 22);
  return head;
}

/**
 * An archive of entries: { name, content } and, where it is to be wrong: `flags`, `size` (stated), `crc` (stated), `mode` (of
 * Unix), `stored`, `again` (the place of an earlier entry whose content it shares).
 * @param {any[]} entries
 */
export function zip(entries) {
  const parts = [];
  const list = [];
  const places = [];
  let at = 0;
  for (const entry of entries) {
    const bytes = Buffer.from(entry.content ?? '');
    const name = Buffer.from(entry.name);
    const packed = entry.stored ? bytes : deflateRawSync(bytes);
    const fields = { ...entry, name, packed, method: entry.stored ? 0 : 8, size: entry.size ?? bytes.length };
    fields.crc = entry.crc ?? crc32(bytes);
    const earlier = entry.again === undefined ? undefined : places[entry.again];
    if (earlier) Object.assign(fields, earlier.fields, { name });
    const head = shared(fields);
    places.push(earlier ?? { at, fields });
    const central = Buffer.alloc(20);
    central.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 10);
    central.writeUInt32LE(places.at(-1).at, 14);
    const signature = Buffer.from('504b01021403', 'hex');
    list.push(signature, head, central.subarray(4, 18), name);
    if (earlier) continue;
    const local = [Buffer.from('504b0304', 'hex'), head, name, packed];
    parts.push(...local);
    at += local.reduce((sum, part) => sum + part.length, 0);
  }
  const size = list.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32BE(0x504b0506, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, ...list, end]);
}
