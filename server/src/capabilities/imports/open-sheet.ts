import { createHash } from "node:crypto";
import type { Hash } from "node:crypto";
import type { ImportFile } from "@tongzhou/contract/imports";
import { deleteFile } from "../../platform/files/delete-file.ts";
import { findFile } from "../../platform/files/find-file.ts";
import { readFile } from "../../platform/files/read-file.ts";
import { storeFile } from "../../platform/files/store-file.ts";
import { FileTooLarge } from "../../platform/files/stored-file.ts";
import type { House } from "../../platform/ledger/context.ts";
import { NotFound } from "../../platform/problems/refusal.ts";
import { readSheetLines } from "../../platform/xlsx/sheet-thread.ts";
import { SHEET_FORMAT } from "../../platform/xlsx/sheet-lines.ts";
import { WorkbookRefused } from "../../platform/xlsx/workbook-refused.ts";
import { IMPORT_FILE } from "./domain/file-purposes.ts";
import type { Bringer } from "./imports.access.ts";
import { openStoredWorkbook, sayingWhy } from "./list-sheets.ts";
import { findSeenFile, findSheetFile, insertSeenFile } from "./queries/file-rows.ts";

const LINE_END = SHEET_FORMAT.newline.charCodeAt(0);

/** Sheets are read one after the other: each takes a core and may hold a quarter of a gigabyte of texts. */
let before: Promise<unknown> = Promise.resolve();

/**
 * Reads a sheet of a workbook into a file of its own, once; a million rows take some twenty seconds. From then on it is
 * imported like a CSV file, whose line n is row n of the sheet.
 * @param sheet from 0, in the order of the workbook.
 * @throws NotFound `import_file_gone`; NotAllowed `import_not_yours`; Refused `import_workbook_…`.
 */
export async function openSheet(
  house: House,
  bringer: Bringer,
  workbookId: string,
  sheet: number,
): Promise<ImportFile> {
  const turn = before.then(() => readOnce(house, bringer, workbookId, sheet));
  before = turn.catch(() => undefined);
  return turn;
}

async function readOnce(house: House, bringer: Bringer, workbookId: string, sheet: number): Promise<ImportFile> {
  const { file, workbook } = await openStoredWorkbook(house, bringer, workbookId);
  const chosen = workbook.sheets[sheet];
  if (!chosen) throw new NotFound("import_file_gone");
  const known = await findSheetFile(house.pool, workbookId, sheet);
  if (known !== undefined) return shown(house, known);
  const others = workbook.sheets.filter(({ hidden }) => !hidden).length > 1;
  const name = others ? `${file.name} · ${chosen.name}` : file.name;
  const lines = { count: 0 };
  const hash = createHash("sha256");
  const described = { name, mediaType: "text/csv", purpose: IMPORT_FILE, createdBy: bringer.personId ?? undefined };
  const readFrom = (offset: number): AsyncIterable<Uint8Array> => readFile(house.pool, workbookId, offset);
  const { id } = await sayingWhy(file.name, () =>
    storeFile(house, described, counted(readSheetLines(workbook, chosen, readFrom), hash, lines)).catch(tooLarge),
  );
  try {
    const seen = { encoding: SHEET_FORMAT.encoding, confidence: "certain", lineCount: lines.count } as const;
    await insertSeenFile(house.pool, id, { ...seen, workbookId, sheet, contentHash: hash.digest("hex") });
  } catch (error) {
    await deleteFile(house.pool, id);
    // Another process read it at the same time.
    const other = await findSheetFile(house.pool, workbookId, sheet);
    if (other === undefined) throw error;
    return shown(house, other);
  }
  return shown(house, id);
}

async function shown({ pool }: House, fileId: string): Promise<ImportFile> {
  const [file, seen] = await Promise.all([findFile(pool, fileId), findSeenFile(pool, fileId)]);
  if (!file || !seen) throw new NotFound("import_file_gone");
  return { fileId, name: file.name, size: file.size, lineCount: seen.lineCount, isSheet: true, sheets: [] };
}

function tooLarge(error: unknown): never {
  if (error instanceof FileTooLarge) throw new WorkbookRefused("too_large_unpacked");
  throw error;
}

async function* counted(
  bytes: AsyncIterable<Uint8Array>,
  hash: Hash,
  lines: { count: number },
): AsyncGenerator<Uint8Array> {
  for await (const piece of bytes) {
    hash.update(piece);
    for (let at = piece.indexOf(LINE_END); at >= 0; at = piece.indexOf(LINE_END, at + 1)) lines.count += 1;
    yield piece;
  }
}
