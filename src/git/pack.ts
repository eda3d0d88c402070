import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { applyDelta } from './delta.ts';

/** What is read at most of an index, and of one object: whoever needs more asks Git. */
const MOST = 4 * 1024 * 1024;

/** An object as a pack or a file of its own holds it. */
export interface Stored {
  readonly type: string;
  readonly bytes: Buffer;
}

/** One pack, which is read object by object. Whatever is out of the ordinary is thrown: Git knows what it means. */
export interface Pack {
  /** Of its objects. */
  readonly count: number;
  /** Undefined for what the pack does not hold. */
  readonly get: (id: string) => Stored | undefined;
  readonly close: () => void;
}

/** Opens the pack of an index, both in version 2 (Git documentation: gitformat-pack). */
export function openPack(indexPath: string): Pack {
  const index = indexAt(indexPath);
  const file = openSync(indexPath.replace(/\.idx$/, '.pack'), 'r');
  const known = new Map<number, Stored>();
  const at = (offset: number, depth: number): Stored => {
    const object = known.get(offset) ?? objectAt(offset, depth);
    known.set(offset, object);
    return object;
  };
  const objectAt = (offset: number, depth: number): Stored => {
    const { type, size, data, base } = entryAt(file, offset);
    const bytes = inflated(data, size);
    if (base === undefined) return { type, bytes };
    if (depth === 0) throw new Error('the chain of differences is long');
    const below = at(typeof base === 'number' ? base : offsetOf(index, base), depth - 1);
    return { type: below.type, bytes: applyDelta(below.bytes, bytes) };
  };
  const get = (id: string) => {
    const place = find(index, Buffer.from(id, 'hex'));
    return place === undefined ? undefined : at(offsetAt(index, place), DEPTH);
  };
  return { count: index.count, get, close: () => closeSync(file) };
}

/** Git itself makes no longer chains unless it is told to (git-pack-objects, --depth). */
const DEPTH = 50;

interface Index {
  readonly bytes: Buffer;
  readonly count: number;
}

const HEADER = 8;
const IDS = HEADER + 256 * 4;
const ID = 20;

function indexAt(path: string): Index {
  if (statSync(path).size > MOST) throw new Error('the index is large');
  const bytes = readFileSync(path);
  if (bytes.readUInt32BE(0) !== 0xff744f63 || bytes.readUInt32BE(4) !== 2) throw new Error('the index has another form');
  return { bytes, count: bytes.readUInt32BE(IDS - 4) };
}

/** Where an id stands among the sorted ones. */
function find({ bytes }: Index, id: Buffer): number | undefined {
  const first = id.readUInt8(0);
  let from = first === 0 ? 0 : bytes.readUInt32BE(HEADER + (first - 1) * 4);
  let to = bytes.readUInt32BE(HEADER + first * 4);
  while (from < to) {
    const middle = (from + to) >> 1;
    const start = IDS + middle * ID;
    const order = id.compare(bytes, start, start + ID);
    if (order === 0) return middle;
    if (order < 0) to = middle;
    else from = middle + 1;
  }
  return undefined;
}

function offsetAt({ bytes, count }: Index, place: number): number {
  // Behind the ids stands a checksum of four bytes for each.
  const offset = bytes.readUInt32BE(IDS + count * (ID + 4) + place * 4);
  if (offset >= 2 ** 31) throw new Error('the pack is large');
  return offset;
}

function offsetOf(index: Index, id: Buffer): number {
  const place = find(index, id);
  if (place === undefined) throw new Error('what an object differs from is not in its pack');
  return offsetAt(index, place);
}

interface Entry {
  readonly type: string;
  /** Of what is packed, in bytes. */
  readonly size: number;
  readonly data: Buffer;
  /** What it is the difference to, by offset or by id. */
  readonly base?: number | Buffer;
}

const TYPES = ['', 'commit', 'tree', 'blob', 'tag'];
const BY_OFFSET = 6;
const BY_ID = 7;
/** Nearly every object of a small repository fits, so that one read is enough. */
const WINDOW = 4096;

function entryAt(file: number, offset: number): Entry {
  const window = bytesAt(file, offset, WINDOW);
  let at = 0;
  const next = () => window.readUInt8(at++);
  let byte = next();
  const kind = (byte >> 4) & 7;
  let size = byte & 15;
  for (let unit = 16; byte >= 128; unit *= 128) size += ((byte = next()) & 127) * unit;
  if (size > MOST) throw new Error('the object is large');
  const base = kind === BY_OFFSET ? offset - distance(next) : kind === BY_ID ? window.subarray(at, (at += ID)) : undefined;
  const type = base === undefined ? TYPES[kind] : '';
  if (type === undefined) throw new Error('the object is of another type');
  const most = packedAtMost(size);
  const data = most > window.length - at ? bytesAt(file, offset + at, most) : window.subarray(at);
  return { type, size, data, ...(base === undefined ? {} : { base }) };
}

function distance(next: () => number): number {
  let byte = next();
  let value = byte & 127;
  while (byte >= 128) value = (value + 1) * 128 + ((byte = next()) & 127);
  return value;
}

/** What does not get smaller is kept in blocks of at least 16 KiB with five bytes before each (RFC 1951, 3.2.4). */
function packedAtMost(size: number): number {
  return size + (size >> 9) + 64;
}

function bytesAt(file: number, position: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  return bytes.subarray(0, readSync(file, bytes, 0, length, position));
}

/** What is packed, whole, and no byte more. */
function inflated(data: Buffer, size: number): Buffer {
  const bytes = inflate(data, size);
  if (bytes.length !== size) throw new Error('an object has another length than is told');
  return bytes;
}

/** What is packed, if it has at most so many bytes. The unpacker loads late: not every run needs it. */
export function inflate(data: Buffer, most: number): Buffer {
  const { inflateSync } = process.getBuiltinModule('node:zlib');
  return inflateSync(data, { maxOutputLength: Math.max(1, most), chunkSize: Math.min(CHUNK, Math.max(64, most + 1)) });
}

/** What the unpacker takes at once where nobody tells it how much there will be. */
const CHUNK = 16_384;
