import { sql } from "kysely";
import type { Context, ReadContext } from "../../../platform/ledger/context.ts";

/** A source as it is set. */
export interface StoredSource {
  readonly id: string;
  readonly provider: string;
  readonly name: string;
  readonly active: boolean;
  readonly fillsNew: boolean;
}

const SOURCE = ["id", "provider", "name", "active", "fills_new as fillsNew"] as const;

/** All sources, in the order in which they are believed. */
export const findSources = ({ tx }: Pick<ReadContext, "tx">): Promise<StoredSource[]> =>
  tx.selectFrom("enrichment_source").select(SOURCE).orderBy("position").orderBy("id").execute();

/** Whether any source wants to hear of new companies. */
export async function anyFillsNew({ tx }: Pick<ReadContext, "tx">): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from enrichment_source where active and fills_new) as found`.execute(tx);
  return rows[0]?.found === true;
}

export const lockSource = ({ tx }: Context, id: string): Promise<StoredSource | undefined> =>
  tx.selectFrom("enrichment_source").select(SOURCE).where("id", "=", id).forUpdate().executeTakeFirst();

/** The source that has this name already. */
export async function holderOfName({ tx }: Pick<ReadContext, "tx">, name: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from enrichment_source where lower(name) = lower(${name})`.execute(tx);
  return rows[0]?.id;
}

/** Adds a source behind all others. */
export async function insertSource({ tx }: Context, source: StoredSource): Promise<void> {
  await sql`
    insert into enrichment_source (id, provider, name, position, active, fills_new)
    select ${source.id}::uuid, ${source.provider}, ${source.name}, coalesce(max(position), 0) + 1, ${source.active}, ${source.fillsNew}
    from enrichment_source`.execute(tx);
}

export async function updateSource(
  { tx }: Context,
  id: string,
  values: Partial<{ name: string; active: boolean; fills_new: boolean }>,
): Promise<void> {
  if (Object.keys(values).length > 0)
    await tx.updateTable("enrichment_source").set(values).where("id", "=", id).execute();
}

/** What stands as each source filled it: how many values, in how many accounts. */
export async function countFilled({
  tx,
}: Pick<ReadContext, "tx">): Promise<Map<string, { values: number; accounts: number }>> {
  const { rows } = await sql<{ id: string; values: number; accounts: number }>`
    select source_id as id, count(distinct (account_id, field))::int as values, count(distinct account_id)::int as accounts
    from enrichment_value
    group by source_id`.execute(tx);
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}
