import { crc32, inflateRawSync } from 'node:zlib';

/** One file of an archive. */
export interface ZipFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The archive is broken, or holds more than it may. */
export class ZipFault extends Error {
  readonly code: 'not-xlsx' | 'too-big';

  constructor(code: 'not-xlsx' | 'too-big') {
    super(code);
    this.name = 'ZipFault';
    this.code = code;
  }
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const MOST_FILES = 500;
const STORED = 0;
const DEFLATED = 8;

/**
 * Unpacks an archive by its table of contents, and stops where the whole becomes larger than allowed: what an archive
 * says about its own sizes is not believed.
 *
 * @param isWanted by name; the rest stays packed
 * @throws {ZipFault}
 */
export function unpack(archive: Buffer, mostBytes: number, isWanted: (name: string) => boolean): ZipFile[] {
  let left = mostBytes;
  try {
    return contentsOf(archive)
      .filter(({ name }) => isWanted(name))
      .map((entry) => {
        const bytes = bytesOf(archive, entry, left);
        left -= bytes.length;
        return { name: entry.name, bytes };
      });
  } catch (error) {
    if (error instanceof ZipFault) throw error;
    const isOver = (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE';
    throw new ZipFault(isOver ? 'too-big' : 'not-xlsx');
  }
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packedSize: number;
  readonly offset: number;
}

function contentsOf(archive: Buffer): Entry[] {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || archive.readUInt32LE(end) !== END) throw new ZipFault('not-xlsx');
  const count = archive.readUInt16LE(end + 10);
  if (count > MOST_FILES) throw new ZipFault('too-big');
  let at = archive.readUInt32LE(end + 16);
  return Array.from({ length: count }, () => {
    if (archive.readUInt32LE(at) !== ENTRY) throw new ZipFault('not-xlsx');
    const nameLength = archive.readUInt16LE(at + 28);
    const entry = {
      name: archive.toString('utf8', at + 46, at + 46 + nameLength),
      method: archive.readUInt16LE(at + 10),
      packedSize: archive.readUInt32LE(at + 20),
      offset: archive.readUInt32LE(at + 42),
    };
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
    return entry;
  });
}

function bytesOf(archive: Buffer, { method, packedSize, offset }: Entry, mostBytes: number): Buffer {
  if (archive.readUInt32LE(offset) !== LOCAL) throw new ZipFault('not-xlsx');
  const start = offset + 30 + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28);
  const packed = archive.subarray(start, start + packedSize);
  if (packed.length > mostBytes) throw new ZipFault('too-big');
  if (method === STORED) return packed;
  if (method !== DEFLATED) throw new ZipFault('not-xlsx');
  return inflateRawSync(packed, { maxOutputLength: Math.max(1, mostBytes) });
}

/** An archive of these files, not packed: for a reader that takes nothing else, after we have looked through them. */
export function pack(files: readonly ZipFile[]): Buffer {
  const parts: Buffer[] = [];
  const table: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of files) {
    const title = Buffer.from(name);
    const common = commonHead(title, bytes);
    const local = Buffer.concat([uint32(LOCAL), common, title, bytes]);
    table.push(Buffer.concat([uint32(ENTRY), uint16(20), common, Buffer.alloc(10), uint32(offset), title]));
    parts.push(local);
    offset += local.length;
  }
  const contents = Buffer.concat(table);
  const count = uint16(files.length);
  const end = [uint32(END), Buffer.alloc(4), count, count, uint32(contents.length), uint32(offset), uint16(0)];
  return Buffer.concat([...parts, contents, ...end]);
}

/** What both heads of a file say: version, flags, method, time, date, checksum, sizes, lengths of name and extra. */
function commonHead(name: Buffer, bytes: Buffer): Buffer {
  const size = uint32(bytes.length);
  const checksum = uint32(crc32(bytes));
  return Buffer.concat([
    uint16(20),
    Buffer.alloc(4),
    Buffer.alloc(4),
    checksum,
    size,
    size,
    uint16(name.length),
    uint16(0),
  ]);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}
