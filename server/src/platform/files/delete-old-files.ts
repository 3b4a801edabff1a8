import type { House } from "../ledger/context.ts";

/**
 * Deletes files of a purpose that were stored before an instant.
 * @returns how many.
 */
export async function deleteOldFiles({ pool }: Pick<House, "pool">, purpose: string, before: Date): Promise<number> {
  const { rowCount } = await pool.query("delete from stored_file where purpose = $1 and created_at <= $2", [
    purpose,
    before,
  ]);
  return rowCount ?? 0;
}
