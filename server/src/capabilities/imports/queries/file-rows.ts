import type { CsvEncoding } from "@tongzhou/contract/import-settings";
import type { Queryable } from "../../../platform/jobs/queue-jobs.ts";
import type { SniffedEncoding } from "../../../platform/csv/sniff-encoding.ts";

/** What was seen of a file while it arrived. */
export interface SeenFile {
  readonly encoding: CsvEncoding;
  readonly confidence: SniffedEncoding["confidence"];
  readonly lineCount: number;
}

/** Notes what was seen; the row goes with the file. */
export async function insertSeenFile(queryable: Queryable, fileId: string, seen: SeenFile): Promise<void> {
  await queryable.query("insert into import_file (file_id, encoding, confidence, line_count) values ($1, $2, $3, $4)", [
    fileId,
    seen.encoding,
    seen.confidence,
    seen.lineCount,
  ]);
}

export async function findSeenFile(queryable: Queryable, fileId: string): Promise<SeenFile | undefined> {
  const { rows } = await queryable.query<SeenFile>(
    'select encoding, confidence, line_count as "lineCount" from import_file where file_id = $1',
    [fileId],
  );
  return rows[0];
}
