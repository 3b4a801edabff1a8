import type { Pool } from "pg";
import { naturalRows } from "../../server/src/natural-rows.fixture.ts";
import { markOf } from "./list-import.ts";

const SHOWN = 300;

/** The rows that came from the list of a round, or of all rounds: by their mailboxes, phones and file. */
const matching = (round: number | undefined): string => {
  if (round === undefined) return String.raw`\br\d\d\.|\+86139`;
  const [digits] = [String(round % 100).padStart(2, "0")];
  return String.raw`\b${markOf(round)}\.|\+86139${digits}`;
};

/** When an act was recorded is not part of what an import came to. */
const RECORDED: readonly (readonly [table: string, column: string])[] = [["lifecycle", "occurred_at"]];

/**
 * Compares what imports came to where everything was killed with where nothing was, in the order of turns.
 * @returns what differs, a line a table.
 */
export async function compareImports(disturbed: Pool, undisturbed: Pool, round?: number): Promise<string[]> {
  const [here, there] = await Promise.all(
    [disturbed, undisturbed].map(async (pool) => {
      const rows = await naturalRows(pool, matching(round));
      for (const [table, column] of RECORDED) for (const row of rows[table] ?? []) delete row[column];
      return rows;
    }),
  );
  if (!here || !there) throw new Error("there is nothing to compare");
  return Object.keys(there).flatMap((table) => {
    const [ours, theirs] = [here[table] ?? [], there[table] ?? []].map((rows) =>
      rows.map((row) => JSON.stringify(row)),
    );
    if (!ours || !theirs) return [];
    if (table !== "campaigns" && theirs.length === 0) return [`${table}: nothing was imported`];
    const place = theirs.findIndex((row, index) => row !== ours[index]);
    if (place < 0 && ours.length === theirs.length) return [];
    const at = place < 0 ? theirs.length : place;
    return [`${table}: row ${at} is ${ours[at]?.slice(0, SHOWN)}, undisturbed ${theirs[at]?.slice(0, SHOWN)}`];
  });
}
