import type { ImportFile } from "@tongzhou/contract/imports";
import { findFile } from "../../platform/files/find-file.ts";
import { readFile } from "../../platform/files/read-file.ts";
import type { StoredFile } from "../../platform/files/stored-file.ts";
import type { House } from "../../platform/ledger/context.ts";
import { NotAllowed, NotFound, Refused } from "../../platform/problems/refusal.ts";
import { openWorkbook } from "../../platform/xlsx/open-workbook.ts";
import type { OpenedWorkbook } from "../../platform/xlsx/open-workbook.ts";
import { WorkbookRefused } from "../../platform/xlsx/workbook-refused.ts";
import { WORKBOOK_FILE } from "./domain/file-purposes.ts";
import { broughtIt } from "./imports.access.ts";
import type { Bringer } from "./imports.access.ts";

/**
 * The sheets of an uploaded workbook.
 * @throws NotFound `import_file_gone`; NotAllowed `import_not_yours`; Refused `import_workbook_…`.
 */
export async function listSheets(house: Pick<House, "pool">, bringer: Bringer, fileId: string): Promise<ImportFile> {
  const { file, workbook } = await openStoredWorkbook(house, bringer, fileId);
  const sheets = workbook.sheets.map(({ name, hidden }) => ({ name, hidden }));
  return { fileId, name: file.name, size: file.size, lineCount: 0, isSheet: false, sheets };
}

/** An uploaded workbook, opened. @throws as listSheets. */
export async function openStoredWorkbook(
  { pool }: Pick<House, "pool">,
  bringer: Bringer,
  fileId: string,
): Promise<{ file: StoredFile; workbook: OpenedWorkbook }> {
  const file = await findFile(pool, fileId);
  if (!file || file.purpose !== WORKBOOK_FILE) throw new NotFound("import_file_gone");
  if (!broughtIt(bringer, file.createdBy)) throw new NotAllowed("import_not_yours", { name: file.name });
  const readAt = async (offset: number, length: number): Promise<Buffer> => {
    const pieces: Buffer[] = [];
    let left = length;
    if (left <= 0) return Buffer.alloc(0);
    for await (const chunk of readFile(pool, fileId, offset)) {
      pieces.push(chunk.subarray(0, left));
      left -= chunk.length;
      if (left <= 0) break;
    }
    return Buffer.concat(pieces);
  };
  const workbook = await sayingWhy(file.name, () => openWorkbook(readAt, file.size));
  return { file, workbook };
}

/** Says why a workbook cannot be read in the words of an import. */
export async function sayingWhy<Result>(name: string, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof WorkbookRefused) throw new Refused(`import_workbook_${error.fault}`, { name });
    throw error;
  }
}
