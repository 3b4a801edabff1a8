import { WorkbookRefused } from "./workbook-refused.ts";

/** Reads so many bytes of a file from an offset on; fewer only where the file ends. */
export type ReadAt = (offset: number, length: number) => Promise<Buffer>;

/** One file inside a zip file. */
export interface ZipEntry {
  readonly name: string;
  /** 0: stored as it is; 8: deflated. */
  readonly method: number;
  readonly packedBytes: number;
  /** Where its local header begins. */
  readonly headerOffset: number;
}

const END_BYTES = 22;
const LONGEST_COMMENT = 0xff_ff;
const END = 0x06_05_4b_50;
const LOCATOR_BYTES = 20;
const END_64_BYTES = 56;
const LOCATOR_64 = 0x07_06_4b_50;
const END_64 = 0x06_06_4b_50;
const ENTRY = 0x02_01_4b_50;
const ENTRY_BYTES = 46;
const LOCAL = 0x04_03_4b_50;
const LOCAL_BYTES = 30;
const SATURATED = 0xff_ff_ff_ff;
const ENCRYPTED = 1;
const METHODS: ReadonlySet<number> = new Set([0, 8]);
/** A workbook has some tens of parts; pictures make it hundreds. */
const MOST_ENTRIES = 20_000;
const LARGEST_DIRECTORY = 8 * 1024 * 1024;

/**
 * The files inside a zip file by name, from its directory at the end (APPNOTE 6.3.3, with the 64-bit records of 4.3.14).
 * @throws WorkbookRefused `damaged`, `protected`.
 */
export async function readZipEntries(readAt: ReadAt, size: number): Promise<Map<string, ZipEntry>> {
  const tailFrom = Math.max(0, size - END_BYTES - LONGEST_COMMENT);
  const tail = await readAt(tailFrom, size - tailFrom);
  const at = findEnd(tail);
  const { count, bytes, offset } = await findDirectory(readAt, tail, at, tailFrom + at);
  if (count > MOST_ENTRIES || bytes > LARGEST_DIRECTORY || offset + bytes > size) throw damaged("directory");
  return entriesOf(await readAt(offset, bytes), count);
}

/** Where the packed bytes of an entry begin. @throws WorkbookRefused `damaged`. */
export async function findPackedBytes(readAt: ReadAt, { headerOffset }: ZipEntry): Promise<number> {
  const header = await readAt(headerOffset, LOCAL_BYTES);
  if (header.length < LOCAL_BYTES || header.readUInt32LE(0) !== LOCAL) throw damaged("local header");
  return headerOffset + LOCAL_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28);
}

function findEnd(tail: Buffer): number {
  for (let at = tail.length - END_BYTES; at >= 0; at--) {
    if (tail.readUInt32LE(at) === END && at + END_BYTES + tail.readUInt16LE(at + 20) <= tail.length) return at;
  }
  throw damaged("no end");
}

interface Directory {
  count: number;
  bytes: number;
  offset: number;
}

async function findDirectory(readAt: ReadAt, tail: Buffer, at: number, endOffset: number): Promise<Directory> {
  const count = tail.readUInt16LE(at + 10);
  const bytes = tail.readUInt32LE(at + 12);
  const offset = tail.readUInt32LE(at + 16);
  if (count !== 0xff_ff && bytes !== SATURATED && offset !== SATURATED) return { count, bytes, offset };
  if (endOffset < LOCATOR_BYTES) return { count, bytes, offset };
  const locator = await readAt(endOffset - LOCATOR_BYTES, LOCATOR_BYTES);
  if (locator.readUInt32LE(0) !== LOCATOR_64) return { count, bytes, offset };
  const end = await readAt(exact(locator.readBigUInt64LE(8)), END_64_BYTES);
  if (end.length < END_64_BYTES || end.readUInt32LE(0) !== END_64) throw damaged("64-bit end");
  return {
    count: exact(end.readBigUInt64LE(32)),
    bytes: exact(end.readBigUInt64LE(40)),
    offset: exact(end.readBigUInt64LE(48)),
  };
}

function entriesOf(directory: Buffer, count: number): Map<string, ZipEntry> {
  const entries = new Map<string, ZipEntry>();
  let at = 0;
  for (let read = 0; read < count; read++) {
    if (at + ENTRY_BYTES > directory.length || directory.readUInt32LE(at) !== ENTRY) throw damaged("entry");
    const flags = directory.readUInt16LE(at + 8);
    const method = directory.readUInt16LE(at + 10);
    const nameEnd = at + ENTRY_BYTES + directory.readUInt16LE(at + 28);
    const extraEnd = nameEnd + directory.readUInt16LE(at + 30);
    const name = directory.toString("utf8", at + ENTRY_BYTES, nameEnd);
    if ((flags & ENCRYPTED) !== 0) throw new WorkbookRefused("protected");
    const extra = directory.subarray(nameEnd, extraEnd);
    const sizes = wideSizes(extra, directory, at);
    // Some writers name their parts with backslashes.
    if (METHODS.has(method)) entries.set(name.replaceAll("\\", "/"), { name, method, ...sizes });
    at = extraEnd + directory.readUInt16LE(at + 32);
  }
  return entries;
}

/** Sizes that do not fit into 32 bits stand in an extra field, those alone and in this order. */
function wideSizes(extra: Buffer, directory: Buffer, at: number): Pick<ZipEntry, "packedBytes" | "headerOffset"> {
  let packedBytes = directory.readUInt32LE(at + 20);
  const unpackedBytes = directory.readUInt32LE(at + 24);
  let headerOffset = directory.readUInt32LE(at + 42);
  for (let from = 0; from + 4 <= extra.length;) {
    const kind = extra.readUInt16LE(from);
    const end = from + 4 + extra.readUInt16LE(from + 2);
    if (kind === 1) {
      let next = from + 4 + (unpackedBytes === SATURATED ? 8 : 0);
      const wide = (): number => {
        if (next + 8 > Math.min(end, extra.length)) throw damaged("extra field");
        next += 8;
        return exact(extra.readBigUInt64LE(next - 8));
      };
      if (packedBytes === SATURATED) packedBytes = wide();
      if (headerOffset === SATURATED) headerOffset = wide();
    }
    from = end;
  }
  return { packedBytes, headerOffset };
}

function exact(wide: bigint): number {
  const number = Number(wide);
  if (!Number.isSafeInteger(number)) throw damaged("size");
  return number;
}

const damaged = (detail: string): WorkbookRefused => new WorkbookRefused("damaged", detail);
