import { once } from "node:events";
import { finished } from "node:stream/promises";
import type { PoolClient } from "pg";
import { from as copyFrom, type CopyStreamQuery } from "pg-copy-streams";
import { ExplainedError } from "../config/explained-error.ts";
import type { BackupFrame, TableStart } from "./backup-frames.ts";
import { listSequences, listTables } from "./list-tables.ts";
import { quoteColumns, quoteName } from "./quote-name.ts";
import type { BackupContents } from "./read-backup.ts";
import { suspendConstraints } from "./suspend-constraints.ts";

/**
 * Replaces the rows of all our tables by those of a backup, in one transaction: afterwards either everything is as in the
 * backup or nothing has changed. The schema must be at the backup's level.
 * @throws ExplainedError when a table of the backup does not exist here.
 */
export async function loadBackup(
  client: PoolClient,
  contents: BackupContents,
  frames: AsyncIterable<BackupFrame>,
): Promise<void> {
  await client.query("begin");
  try {
    for (const partition of contents.header.partitions) {
      await client.query(
        `create table if not exists ${quoteName(partition)} partition of ${quoteName(partition.parent)} ${partition.bound}`,
      );
    }
    const resume = await suspendConstraints(client);
    const present = await listTables(client);
    if (present.length > 0) await client.query(`truncate ${present.map(quoteName).join(", ")}`);
    await copyAll(client, present, frames);
    await setSequences(client, contents);
    await resume();
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => undefined); // the connection may be the very thing that failed
    throw error;
  }
}

async function copyAll(
  client: PoolClient,
  present: readonly TableStart[],
  frames: AsyncIterable<BackupFrame>,
): Promise<void> {
  const columnsOf = new Map(present.map((table) => [quoteName(table), new Set(table.columns)]));
  let copy: CopyStreamQuery | undefined;
  let place = "";
  for await (const frame of frames) {
    if (frame.kind === "table") {
      place = requirePlace(frame.table, columnsOf);
      copy = client.query(copyFrom(`copy ${place} (${quoteColumns(frame.table.columns)}) from stdin`));
    } else if (frame.kind === "rows" && copy !== undefined) {
      if (!copy.write(frame.bytes)) await drained(copy);
    } else if (frame.kind === "table end" && copy !== undefined) {
      const { rowCount } = await endCopy(copy);
      if (rowCount !== frame.rows) throw new Error(`${place} took ${rowCount} rows of ${frame.rows}`);
      copy = undefined;
    }
  }
}

function requirePlace(table: TableStart, columnsOf: ReadonlyMap<string, ReadonlySet<string>>): string {
  const place = quoteName(table);
  const known = columnsOf.get(place);
  const foreign = known === undefined ? [] : table.columns.filter((column) => !known.has(column));
  if (known !== undefined && foreign.length === 0) return place;
  const what = known === undefined ? `the table ${place}` : `the columns ${foreign.join(", ")} of ${place}`;
  throw new ExplainedError(
    `The backup holds ${what}, which this version of Tongzhou does not have. Nothing was changed.`,
  );
}

/** Waits until it takes more, or fails; whichever comes first, no listener is left behind. */
async function drained(copy: CopyStreamQuery): Promise<void> {
  const over = new AbortController();
  const { signal } = over;
  try {
    await Promise.race([once(copy, "drain", { signal }), finished(copy, { signal })]);
  } finally {
    over.abort();
  }
}

async function endCopy(copy: CopyStreamQuery): Promise<CopyStreamQuery> {
  copy.end();
  await finished(copy);
  return copy;
}

async function setSequences(client: PoolClient, contents: BackupContents): Promise<void> {
  const present = new Set((await listSequences(client)).map(quoteName));
  for (const sequence of contents.sequences) {
    const place = quoteName(sequence);
    if (present.has(place)) {
      await client.query("select setval($1::text::regclass, $2::bigint, $3)::text", [
        place,
        sequence.value,
        sequence.isCalled,
      ]);
    }
  }
}
