import type { Queryable } from "../jobs/queue-jobs.ts";
import { findFile } from "./find-file.ts";
import { CHUNK_BYTES, FileNotFound } from "./stored-file.ts";

/**
 * The bytes of a file from an offset on, one piece of at most one MiB at a time. No transaction stays open while the
 * reader is busy; for a stream use `Readable.from(readFile(…))`.
 * @throws FileNotFound also when the file is deleted while it is read.
 */
export async function* readFile(queryable: Queryable, id: string, offset = 0): AsyncGenerator<Buffer> {
  if (!Number.isSafeInteger(offset) || offset < 0) throw new RangeError(`${offset} is no offset in a file`);
  const file = await findFile(queryable, id);
  if (!file) throw new FileNotFound(id);
  let skip = offset % CHUNK_BYTES;
  for (let position = Math.floor(offset / CHUNK_BYTES); position * CHUNK_BYTES < file.size; position++) {
    const { rows } = await queryable.query<{ bytes: Buffer }>({
      name: "read-chunk",
      text: "select bytes from file_chunk where file_id = $1 and position = $2",
      values: [id, position],
    });
    const chunk = rows[0]?.bytes;
    if (!chunk) throw new FileNotFound(id);
    if (skip < chunk.length) yield skip === 0 ? chunk : chunk.subarray(skip);
    skip = 0;
  }
}
