import type { Queryable } from "../jobs/queue-jobs.ts";

/**
 * Deletes a file and its bytes.
 * @returns false when there was none.
 */
export async function deleteFile(queryable: Queryable, id: string): Promise<boolean> {
  const { rowCount } = await queryable.query("delete from stored_file where id = $1", [id]);
  return Boolean(rowCount);
}
