import { createHash } from "node:crypto";
import type { House } from "../ledger/context.ts";
import type { Queryable } from "../jobs/queue-jobs.ts";
import { deleteFile } from "./delete-file.ts";
import { CHUNK_BYTES, FileTooLarge, LARGEST_FILE_BYTES } from "./stored-file.ts";
import type { StoredFile } from "./stored-file.ts";

export interface FileToStore {
  readonly name: string;
  readonly mediaType: string;
  readonly purpose: string;
  readonly createdBy?: string | undefined;
  /** At most this many bytes; 512 MiB unless given. */
  readonly limitBytes?: number;
}

/**
 * Stores a file while it arrives: pieces of one MiB, each in a short transaction of its own, so that neither memory nor a
 * lock grows with it. Until it is complete nobody can read it; one that is never completed is deleted a day later.
 * @throws FileTooLarge; what `bytes` throws when the sender gives up. In both cases what had arrived is deleted.
 */
export async function storeFile(
  { pool, newId, clock }: Pick<House, "newId" | "clock"> & { readonly pool: Queryable },
  file: FileToStore,
  bytes: AsyncIterable<Uint8Array>,
): Promise<StoredFile> {
  const { name, mediaType, purpose, createdBy, limitBytes = LARGEST_FILE_BYTES } = file;
  const id = newId();
  const createdAt = clock.now();
  await pool.query(
    "insert into stored_file (id, name, media_type, purpose, created_by, created_at) values ($1, $2, $3, $4, $5, $6)",
    [id, name, mediaType, purpose, createdBy ?? null, createdAt],
  );
  try {
    const hash = createHash("sha256");
    let size = 0;
    let position = 0;
    for await (const chunk of inChunks(bytes, limitBytes)) {
      hash.update(chunk);
      size += chunk.length;
      await pool.query({
        name: "store-chunk",
        text: "insert into file_chunk (file_id, position, bytes) values ($1, $2, $3)",
        values: [id, position++, chunk],
      });
    }
    const sha256 = hash.digest();
    const { rowCount } = await pool.query(
      "update stored_file set size = $2, sha256 = $3, complete = true where id = $1",
      [id, size, sha256],
    );
    if (rowCount === 0) throw new Error(`the file ${id} was deleted while it arrived`);
    return { id, name, mediaType, size, sha256: sha256.toString("hex"), purpose, createdBy, createdAt };
  } catch (error) {
    await deleteFile(pool, id).catch(() => undefined); // the schedule deletes it when this fails
    throw error;
  }
}

/** Cuts what arrives into pieces of one MiB; only the last may be shorter. */
async function* inChunks(bytes: AsyncIterable<Uint8Array>, limitBytes: number): AsyncGenerator<Buffer> {
  let total = 0;
  let chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  let filled = 0;
  for await (const piece of bytes) {
    total += piece.length;
    if (total > limitBytes) throw new FileTooLarge(limitBytes);
    for (let taken = 0; taken < piece.length;) {
      const part = piece.subarray(taken, taken + CHUNK_BYTES - filled);
      chunk.set(part, filled);
      filled += part.length;
      taken += part.length;
      if (filled < CHUNK_BYTES) continue;
      yield chunk;
      chunk = Buffer.allocUnsafe(CHUNK_BYTES);
      filled = 0;
    }
  }
  if (filled > 0) yield chunk.subarray(0, filled);
}
