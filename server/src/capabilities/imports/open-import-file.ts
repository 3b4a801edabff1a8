import type { FileReading } from "@tongzhou/contract/import-settings";
import type { ImportFile } from "@tongzhou/contract/imports";
import { findFile } from "../../platform/files/find-file.ts";
import { readFile } from "../../platform/files/read-file.ts";
import type { House } from "../../platform/ledger/context.ts";
import { NotAllowed, NotFound, Refused } from "../../platform/problems/refusal.ts";
import { previewCsv } from "../../platform/csv/preview-csv.ts";
import type { CsvPreview, PreviewChoices } from "../../platform/csv/preview-csv.ts";
import { SHEET_FORMAT } from "../../platform/xlsx/sheet-lines.ts";
import { broughtIt } from "./imports.access.ts";
import type { Bringer } from "./imports.access.ts";
import { findSeenFile } from "./queries/file-rows.ts";
import { IMPORT_FILE, WORKBOOK_FILE } from "./domain/file-purposes.ts";

/** The beginning that is looked at: some 1,500 rows of a lead list. */
const SAMPLE_BYTES = 256 * 1024;

export interface OpenedFile extends Omit<ImportFile, "sheets"> {
  readonly contentHash: string | null;
  readonly preview: CsvPreview;
  /** The beginning of the file. */
  readonly sample: Uint8Array;
  /** Whether that is all of it. */
  readonly isWhole: boolean;
}

/**
 * Opens an uploaded file and reads its beginning, by the encoding of the whole of it where nobody chose another.
 * @throws NotFound `import_file_gone`; NotAllowed `import_not_yours` for the file of somebody else; Refused
 * `import_sheet_not_chosen` for a workbook, of which one sheet is opened.
 */
export async function openImportFile(
  { pool }: Pick<House, "pool">,
  bringer: Bringer,
  fileId: string,
  reading: FileReading,
): Promise<OpenedFile> {
  const [file, seen] = await Promise.all([findFile(pool, fileId), findSeenFile(pool, fileId)]);
  if (file?.purpose === WORKBOOK_FILE) throw new Refused("import_sheet_not_chosen", { name: file.name });
  if (!file || !seen || file.purpose !== IMPORT_FILE) throw new NotFound("import_file_gone");
  if (!broughtIt(bringer, file.createdBy)) throw new NotAllowed("import_not_yours", { name: file.name });
  const sample = await readBeginning(pool, fileId);
  const isWhole = sample.length >= file.size;
  const { encoding, confidence, lineCount, workbookId, contentHash } = seen;
  const preview = previewCsv(sample, isWhole, {
    sniffed: { encoding, confidence, bomBytes: 0 },
    ...(workbookId === null ? chosenShape(reading) : { shape: SHEET_FORMAT }),
    ...(reading.hasHeader === undefined ? {} : { hasHeader: reading.hasHeader }),
  });
  return {
    fileId,
    name: file.name,
    size: file.size,
    lineCount,
    isSheet: workbookId !== null,
    contentHash,
    preview,
    sample,
    isWhole,
  };
}

/** A sheet is written by ourselves: nothing about it can be read otherwise. */
function chosenShape({ encoding, separator }: FileReading): PreviewChoices {
  return { ...(encoding === undefined ? {} : { encoding }), ...(separator === undefined ? {} : { separator }) };
}

async function readBeginning(pool: House["pool"], fileId: string): Promise<Uint8Array> {
  for await (const chunk of readFile(pool, fileId)) return chunk.subarray(0, SAMPLE_BYTES);
  return new Uint8Array(0);
}
