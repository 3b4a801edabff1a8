import { createHash } from "node:crypto";
import type { Hash } from "node:crypto";
import type { Readable } from "node:stream";
import type { ImportFile } from "@tongzhou/contract/imports";
import { deleteFile } from "../../platform/files/delete-file.ts";
import { storeFile } from "../../platform/files/store-file.ts";
import type { House } from "../../platform/ledger/context.ts";
import { Refused } from "../../platform/problems/refusal.ts";
import { createEncodingSniffer } from "../../platform/csv/sniff-encoding.ts";
import type { EncodingSniffer } from "../../platform/csv/sniff-encoding.ts";
import type { Bringer } from "./imports.access.ts";
import { looksLikeWorkbook } from "../../platform/xlsx/open-workbook.ts";
import { listSheets } from "./list-sheets.ts";
import { IMPORT_FILE, WORKBOOK_FILE } from "./domain/file-purposes.ts";
import { insertSeenFile } from "./queries/file-rows.ts";

const WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const NEWLINE = 10;
/** By so many bytes a workbook is known. */
const TELLING_BYTES = 8;

/**
 * Stores a file as it arrives, and looks at every byte meanwhile: the encoding is judged over the whole file, since the
 * first thousand lines of a lead list may be plain ASCII. A workbook is only opened, to name its sheets.
 * @throws Refused `import_file_empty`, `import_workbook_…`; FileTooLarge; what the sender's stream throws.
 */
export async function storeImportFile(
  house: House,
  bringer: Bringer,
  name: string,
  bytes: Readable | AsyncIterable<Uint8Array>,
): Promise<ImportFile> {
  const { beginning, all } = await peek(bytes);
  if (looksLikeWorkbook(beginning)) return storeWorkbook(house, bringer, name, all);
  const sniffer = createEncodingSniffer();
  const lines = { count: 0 };
  const hash = createHash("sha256");
  const described = { name, mediaType: "text/csv", purpose: IMPORT_FILE, createdBy: bringer.personId ?? undefined };
  const { id, size } = await storeFile(house, described, watched(all, sniffer, hash, lines));
  if (size === 0) {
    await deleteFile(house.pool, id);
    throw new Refused("import_file_empty", { name });
  }
  const { encoding, confidence } = sniffer.result();
  const seen = {
    encoding,
    confidence,
    lineCount: lines.count,
    workbookId: null,
    sheet: null,
    contentHash: hash.digest("hex"),
  };
  await insertSeenFile(house.pool, id, seen);
  return { fileId: id, name, size, lineCount: lines.count, isSheet: false, sheets: [] };
}

async function storeWorkbook(
  house: House,
  { personId }: Bringer,
  name: string,
  bytes: AsyncIterable<Uint8Array>,
): Promise<ImportFile> {
  const described = { name, mediaType: WORKBOOK_TYPE, purpose: WORKBOOK_FILE, createdBy: personId ?? undefined };
  const { id } = await storeFile(house, described, bytes);
  try {
    return await listSheets(house, { personId }, id);
  } catch (error) {
    await deleteFile(house.pool, id);
    throw error;
  }
}

/** The first bytes of a stream, and all of it. */
async function peek(
  bytes: AsyncIterable<Uint8Array>,
): Promise<{ beginning: Uint8Array; all: AsyncGenerator<Uint8Array> }> {
  const pieces = bytes[Symbol.asyncIterator]();
  const seen: Uint8Array[] = [];
  let isOver = false;
  while (!isOver && Buffer.concat(seen).length < TELLING_BYTES) {
    const { value, done } = await pieces.next();
    if (done) isOver = true;
    else seen.push(value);
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    yield* seen;
    if (!isOver) yield* { [Symbol.asyncIterator]: () => pieces };
  }
  return { beginning: Buffer.concat(seen), all: all() };
}

async function* watched(
  bytes: AsyncIterable<Uint8Array>,
  sniffer: EncodingSniffer,
  hash: Hash,
  lines: { count: number },
): AsyncGenerator<Uint8Array> {
  for await (const piece of bytes) {
    sniffer.push(piece);
    hash.update(piece);
    for (let at = piece.indexOf(NEWLINE); at >= 0; at = piece.indexOf(NEWLINE, at + 1)) lines.count += 1;
    yield piece;
  }
}
