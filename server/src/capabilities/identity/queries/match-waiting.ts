import { sql } from "kysely";
import type { Context, ReadContext } from "../../../platform/ledger/context.ts";

/** Lets contacts wait, so many together. */
export async function letWait(
  { client, newId }: Context,
  contactIds: readonly string[],
  together: number,
): Promise<void> {
  const parts = Array.from({ length: Math.ceil(contactIds.length / together) }, (_, part) =>
    contactIds.slice(part * together, (part + 1) * together),
  );
  await client.query(
    `insert into match_waiting (id, contact_ids)
     select w.id, w.ids::uuid[] from unnest($1::uuid[], $2::text[]) as w (id, ids)`,
    [parts.map(() => newId()), parts.map((ids) => `{${ids.join(",")}}`)],
  );
}

/** Takes out those who have waited longest; nobody else takes them meanwhile. */
export async function takeWaiting({ client }: Context): Promise<string[]> {
  const { rows } = await client.query<{ ids: string[] }>(
    `delete from match_waiting
     where id = (select id from match_waiting order by id limit 1 for update skip locked)
     returning contact_ids as ids`,
  );
  return rows[0]?.ids ?? [];
}

/** Whether an import waits to run or runs. */
export async function isImportUnderWay({ tx }: Pick<ReadContext, "tx">): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (
      select from published.long_operation where kind = 'imports.leads' and state in ('queued', 'running')
    ) as found`.execute(tx);
  return rows[0]?.found === true;
}
