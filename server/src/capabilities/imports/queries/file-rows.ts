import type { CsvEncoding } from "@tongzhou/contract/import-settings";
import type { Queryable } from "../../../platform/jobs/queue-jobs.ts";
import type { SniffedEncoding } from "../../../platform/csv/sniff-encoding.ts";

/** What was seen of a file while it arrived. */
export interface SeenFile {
  readonly encoding: CsvEncoding;
  readonly confidence: SniffedEncoding["confidence"];
  readonly lineCount: number;
  /** The workbook it is a sheet of, and which, from 0. */
  readonly workbookId: string | null;
  readonly sheet: number | null;
  /** SHA-256 of its bytes; null for files of before it was kept. */
  readonly contentHash: string | null;
}

/** Notes what was seen; the row goes with the file. */
export async function insertSeenFile(queryable: Queryable, fileId: string, seen: SeenFile): Promise<void> {
  await queryable.query(
    `insert into import_file (file_id, encoding, confidence, line_count, workbook_id, sheet, content_hash)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [fileId, seen.encoding, seen.confidence, seen.lineCount, seen.workbookId, seen.sheet, seen.contentHash],
  );
}

export async function findSeenFile(queryable: Queryable, fileId: string): Promise<SeenFile | undefined> {
  const { rows } = await queryable.query<SeenFile>(
    `select encoding, confidence, line_count as "lineCount", workbook_id as "workbookId", sheet,
       content_hash as "contentHash"
     from import_file
     where file_id = $1`,
    [fileId],
  );
  return rows[0];
}

/** The file that a sheet was read into; undefined when nobody has opened it yet. */
export async function findSheetFile(
  queryable: Queryable,
  workbookId: string,
  sheet: number,
): Promise<string | undefined> {
  const { rows } = await queryable.query<{ id: string }>(
    "select file_id as id from import_file where workbook_id = $1 and sheet = $2",
    [workbookId, sheet],
  );
  return rows[0]?.id;
}
