import { Readable } from "node:stream";
import { createInflateRaw } from "node:zlib";
import { MergedCellsReader } from "./merged-cells.ts";
import type { NumberKind } from "./number-format.ts";
import { SharedStringsReader } from "./shared-strings-reader.ts";
import { SheetLines } from "./sheet-lines.ts";
import { SheetReader } from "./sheet-reader.ts";
import { StringStore } from "./string-store.ts";
import { WorkbookRefused } from "./workbook-refused.ts";
import { XmlScanner } from "./xml-scanner.ts";
import type { XmlListener } from "./xml-scanner.ts";

/** The packed bytes of a part, piece by piece. */
export interface PackedBytes {
  readonly isDeflated: boolean;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** What is read of a workbook, in this order; the sheet twice, since its merged cells stand behind its rows. */
export interface SheetSources {
  readonly formats: readonly NumberKind[];
  readonly from1904: boolean;
  readonly strings: PackedBytes | null;
  readonly sheetOnce: PackedBytes;
  readonly sheetAgain: PackedBytes;
}

/** A full sheet of a million rows with ten columns is some 700 MB; a hundred columns of it fit. */
const MOST_UNPACKED_BYTES = 8 * 1024 ** 3;
/** Sheets of one value repeated are packed 1 : 100 or so; deflate reaches 1 : 1032, which only bombs do. */
const MOST_TIMES = 400;
/** Short parts may be packed as well as they like. */
const UNSUSPICIOUS_BYTES = 64 * 1024 * 1024;
const MERGED_MARK = "mergeCells";
const LINES_BYTES = 256 * 1024;

/**
 * The rows of a sheet as lines (see SheetLines), while it is unpacked; memory does not grow with the rows.
 * @throws WorkbookRefused.
 */
export async function* unpackSheet(sources: SheetSources): AsyncGenerator<string> {
  const strings = new StringStore();
  if (sources.strings) await readAll(sources.strings, new SharedStringsReader(strings));
  const merged = new MergedCellsReader();
  await readBehindRows(sources.sheetOnce, merged);
  const lines = new SheetLines(merged.found);
  const { formats, from1904 } = sources;
  const reader = new SheetReader({ strings, formats, from1904 }, (row, cells) => lines.add(row, cells));
  const scanner = new XmlScanner(reader);
  let waiting = "";
  for await (const text of unpackedText(sources.sheetAgain)) {
    scanner.push(text);
    waiting += lines.take();
    if (waiting.length < LINES_BYTES) continue;
    yield waiting;
    waiting = "";
  }
  lines.end();
  yield waiting + lines.take();
}

async function readAll(packed: PackedBytes, listener: XmlListener): Promise<void> {
  const scanner = new XmlScanner(listener);
  for await (const text of unpackedText(packed)) scanner.push(text);
}

/** Reads what stands behind the rows: some hundred megabytes are only searched for where it begins. */
async function readBehindRows(packed: PackedBytes, listener: XmlListener): Promise<void> {
  const scanner = new XmlScanner(listener);
  let before = "";
  let isFound = false;
  for await (const text of unpackedText(packed)) {
    const seen = isFound ? text : before + text;
    const begin = isFound ? 0 : seen.indexOf(MERGED_MARK);
    before = seen.slice(-MERGED_MARK.length);
    if (begin < 0) continue;
    isFound = true;
    scanner.push(seen.slice(begin));
  }
}

async function* unpackedText({ isDeflated, bytes }: PackedBytes): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8");
  let packedBytes = 0;
  let unpackedBytes = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const piece of bytes) {
      packedBytes += piece.length;
      yield piece;
    }
  }
  const packed = Readable.from(counted(), { objectMode: true, highWaterMark: 1 });
  const unpacked = isDeflated ? packed.pipe(createInflateRaw()) : packed;
  packed.on("error", (error) => unpacked.destroy(error));
  try {
    for await (const piece of unpacked as AsyncIterable<Uint8Array>) {
      unpackedBytes += piece.length;
      const isBomb = unpackedBytes > UNSUSPICIOUS_BYTES && unpackedBytes > MOST_TIMES * packedBytes;
      if (isBomb || unpackedBytes > MOST_UNPACKED_BYTES) throw new WorkbookRefused("too_large_unpacked");
      yield decoder.decode(piece, { stream: true });
    }
  } catch (error) {
    if (error instanceof WorkbookRefused) throw error;
    if (error instanceof Error && "code" in error && String(error.code).startsWith("Z_")) {
      throw new WorkbookRefused("damaged", String(error.code));
    }
    throw error;
  } finally {
    packed.destroy();
    unpacked.destroy();
  }
}
