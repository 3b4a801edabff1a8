import { createDeflateRaw, crc32 } from "node:zlib";

/** A file inside an archive; its bytes are pulled when its turn comes. */
export interface ZipEntry {
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

interface WrittenEntry {
  readonly name: Buffer;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** Sizes follow the bytes in a descriptor (bit 3), names are UTF-8 (bit 11): APPNOTE.TXT 6.3.10, §4.4.4. */
const FLAGS = 0x0808;
const DEFLATED = 8;
const VERSION = 20;
/** 1980-01-01, the first day an archive can name: the same rows give the same file. */
const EPOCH_DATE = 0x0021;
/** Sizes are written in 32 bits. */
const LARGEST_BYTES = 0xffff_ffff;
/** Level 4 was the best of size against time for rows of cells. */
const LEVEL = 4;

/**
 * An archive as a stream: nothing is held but the piece under way, so it may be larger than memory. Compression runs
 * beside the program, on threads of Node's own.
 * @throws Error when an entry or the archive is larger than 4 GiB.
 */
export async function* zipStream(
  entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>,
): AsyncGenerator<Buffer, void, undefined> {
  const written: WrittenEntry[] = [];
  let offset = 0;
  for await (const entry of entries) {
    const name = Buffer.from(entry.name);
    const start = offset;
    const head = localHeader(name);
    offset += head.length;
    yield head;
    const counts = { crc: 0, size: 0, packed: 0 };
    for await (const piece of deflated(counted(entry.bytes, counts))) {
      counts.packed += piece.length;
      offset += piece.length;
      yield piece;
    }
    if (counts.size > LARGEST_BYTES || offset > LARGEST_BYTES) throw new Error(`${entry.name} is larger than 4 GiB`);
    const tail = descriptor(counts);
    offset += tail.length;
    yield tail;
    written.push({ name, offset: start, ...counts });
  }
  yield centralDirectory(written, offset);
}

interface Counts {
  crc: number;
  size: number;
  packed: number;
}

async function* counted(bytes: ZipEntry["bytes"], counts: Counts): AsyncGenerator<Uint8Array> {
  for await (const piece of bytes) {
    counts.crc = crc32(piece, counts.crc);
    counts.size += piece.length;
    yield piece;
  }
}

async function* deflated(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const packer = createDeflateRaw({ level: LEVEL });
  const failed = feed(packer, bytes).then(
    () => undefined,
    (error: unknown) => {
      packer.destroy(error as Error);
    },
  );
  yield* packer as AsyncIterable<Buffer>;
  await failed;
}

async function feed(packer: ReturnType<typeof createDeflateRaw>, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const piece of bytes) {
    if (!packer.write(piece)) await new Promise<void>((resolve) => void packer.once("drain", resolve));
    if (packer.destroyed) return;
  }
  packer.end();
}

function localHeader(name: Buffer): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x0403_4b50, 0);
  head.writeUInt16LE(VERSION, 4);
  head.writeUInt16LE(FLAGS, 6);
  head.writeUInt16LE(DEFLATED, 8);
  head.writeUInt16LE(EPOCH_DATE, 12);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name]);
}

function descriptor({ crc, packed, size }: Counts): Buffer {
  const tail = Buffer.alloc(16);
  tail.writeUInt32LE(0x0807_4b50, 0);
  tail.writeUInt32LE(crc, 4);
  tail.writeUInt32LE(packed, 8);
  tail.writeUInt32LE(size, 12);
  return tail;
}

function centralDirectory(entries: readonly WrittenEntry[], offset: number): Buffer {
  const lines = entries.map(({ name, crc, packed, size, offset: at }) => {
    const line = Buffer.alloc(46);
    line.writeUInt32LE(0x0201_4b50, 0);
    line.writeUInt16LE(VERSION, 4);
    line.writeUInt16LE(VERSION, 6);
    line.writeUInt16LE(FLAGS, 8);
    line.writeUInt16LE(DEFLATED, 10);
    line.writeUInt16LE(EPOCH_DATE, 14);
    line.writeUInt32LE(crc, 16);
    line.writeUInt32LE(packed, 20);
    line.writeUInt32LE(size, 24);
    line.writeUInt16LE(name.length, 28);
    line.writeUInt32LE(at, 42);
    return Buffer.concat([line, name]);
  });
  const directory = Buffer.concat(lines);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x0605_4b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([directory, end]);
}
