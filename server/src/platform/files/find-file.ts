import type { Queryable } from "../jobs/queue-jobs.ts";
import type { StoredFile } from "./stored-file.ts";

interface FileRow {
  name: string;
  media_type: string;
  size: number;
  sha256: Buffer;
  purpose: string;
  created_by: string | null;
  created_at: Date;
}

/** A complete file without its bytes; undefined when there is none. */
export async function findFile(queryable: Queryable, id: string): Promise<StoredFile | undefined> {
  const { rows } = await queryable.query<FileRow>(
    `select name, media_type, size, sha256, purpose, created_by, created_at
     from stored_file
     where id = $1 and complete`,
    [id],
  );
  const row = rows[0];
  return (
    row && {
      id,
      name: row.name,
      mediaType: row.media_type,
      size: row.size,
      sha256: row.sha256.toString("hex"),
      purpose: row.purpose,
      createdBy: row.created_by ?? undefined,
      createdAt: row.created_at,
    }
  );
}
