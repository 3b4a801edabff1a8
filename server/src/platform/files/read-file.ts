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
    // The driver reads text only; base64 is a third less of it than the usual hex, and measured twice as fast.
    const { rows } = await queryable.query<{ bytes: string }>({
      name: "read-chunk",
      text: "select encode(bytes, 'base64') as bytes from file_chunk where file_id = $1 and position = $2",
      values: [id, position],
    });
    const [row] = rows;
    if (!row) throw new FileNotFound(id);
    const chunk = Buffer.from(row.bytes, "base64");
    if (skip < chunk.length) yield skip === 0 ? chunk : chunk.subarray(skip);
    skip = 0;
  }
}
