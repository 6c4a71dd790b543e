// Edits text parts of a ZIP file that we have just written ourselves, because the XLSX writer cannot be told everything.
import { deflateSync } from 'fflate';

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** 1980-01-01 in DOS form: the same day in every file, so that equal content gives equal bytes. */
const FIXED_DAY = 33;

interface Entry {
  path: string;
  method: number;
  crc: number;
  packed: Uint8Array;
  size: number;
}

/**
 * The archive with some of its parts rewritten. `edit` gets each part's path and gives the function that rewrites its
 * text, or undefined to keep it. Only for archives without ZIP64, encryption and comments, as our writer makes them.
 * @throws Error when the archive is not of that kind.
 */
export async function editParts(
  archive: Uint8Array,
  edit: (path: string) => ((text: string) => string) | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const entries = readEntries(archive);
  for (const entry of entries) {
    const rewrite = edit(entry.path);
    if (!rewrite) continue;
    const raw = entry.method === 8 ? await inflate(entry.packed) : entry.packed;
    const bytes = new TextEncoder().encode(rewrite(new TextDecoder().decode(raw)));
    Object.assign(entry, { method: 8, crc: crc32(bytes), packed: deflateSync(bytes), size: bytes.length });
  }
  return writeEntries(entries);
}

function readEntries(archive: Uint8Array): Entry[] {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = archive.length - 22;
  if (end < 0 || view.getUint32(end, true) !== END) throw new Error('not a plain ZIP archive');
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== CENTRAL) throw new Error('broken ZIP directory');
    const packedSize = view.getUint32(at + 20, true);
    const pathLength = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    const data = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    entries.push({
      path: new TextDecoder().decode(archive.subarray(at + 46, at + 46 + pathLength)),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: archive.subarray(data, data + packedSize),
      size: view.getUint32(at + 24, true),
    });
    at += 46 + pathLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function writeEntries(entries: Entry[]): Uint8Array<ArrayBuffer> {
  const paths = entries.map((entry) => new TextEncoder().encode(entry.path));
  const total = entries.reduce((sum, e, i) => sum + 76 + 2 * (paths[i]?.length ?? 0) + e.packed.length, 22);
  const out = new Uint8Array(total);
  const view = new DataView(out.buffer);
  const offsets: number[] = [];
  let at = 0;
  const shared = (entry: Entry, from: number, pathLength: number) => {
    view.setUint16(from, 20, true);
    view.setUint16(from + 4, entry.method, true);
    view.setUint16(from + 8, FIXED_DAY, true);
    view.setUint32(from + 10, entry.crc, true);
    view.setUint32(from + 14, entry.packed.length, true);
    view.setUint32(from + 18, entry.size, true);
    view.setUint16(from + 22, pathLength, true);
  };
  entries.forEach((entry, i) => {
    const path = paths[i] ?? new Uint8Array();
    offsets.push(at);
    view.setUint32(at, LOCAL, true);
    shared(entry, at + 4, path.length);
    out.set(path, at + 30);
    out.set(entry.packed, at + 30 + path.length);
    at += 30 + path.length + entry.packed.length;
  });
  const directory = at;
  entries.forEach((entry, i) => {
    const path = paths[i] ?? new Uint8Array();
    view.setUint32(at, CENTRAL, true);
    view.setUint16(at + 4, 20, true);
    shared(entry, at + 6, path.length);
    view.setUint32(at + 42, offsets[i] ?? 0, true);
    out.set(path, at + 46);
    at += 46 + path.length;
  });
  view.setUint32(at, END, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return out;
}

async function inflate(packed: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([packed.slice()]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

function crc32(bytes: Uint8Array): number {
  let c = 0xffffffff;
  for (const byte of bytes) c = (CRC_TABLE[(c ^ byte) & 255] ?? 0) ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}
