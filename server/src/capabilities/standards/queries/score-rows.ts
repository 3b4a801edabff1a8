import { sql } from "kysely";
import type { Context, ReadContext } from "../../../platform/ledger/context.ts";

/** Removes the scores of leads that are gone. */
export async function deleteScoresOfNobody({ tx }: Context, leadIds: readonly string[]): Promise<void> {
  await sql`
    delete from lead_score as s
    where s.lead_id = any(${leadIds}::uuid[])
      and not exists (select from published.lead as l where l.id = s.lead_id)`.execute(tx);
}

/** Leads whose scores these operations computed, and of those the ones that have a score. */
export async function findScoredBy(
  { tx }: Pick<ReadContext, "tx">,
  operationIds: readonly string[],
  limit: number,
): Promise<string[]> {
  const rows = await tx
    .selectFrom("lead_score")
    .select("lead_id")
    .where("scored_by", "in", operationIds)
    .limit(limit)
    .execute();
  return rows.map(({ lead_id }) => lead_id);
}

/** A score as it is kept. */
export interface KeptScore {
  readonly leadId: string;
  readonly standardId: string;
  readonly fit: number;
  readonly engagement: number;
  readonly cell: string;
  readonly nextChangeAt: Date | null;
}

/** Kept scores after a lead, in order; those that are about to step down anyway are left out. */
export async function findScoresAfter(
  { tx, now }: Pick<ReadContext, "tx" | "now">,
  afterId: string,
  limit: number,
): Promise<KeptScore[]> {
  const rows = await tx
    .selectFrom("lead_score")
    .select([
      "lead_id as leadId",
      "standard_id as standardId",
      "fit",
      "engagement",
      "cell",
      "next_change_at as nextChangeAt",
    ])
    .where("lead_id", ">", afterId)
    .where((is) => is.or([is("next_change_at", "is", null), is("next_change_at", ">", now)]))
    .orderBy("lead_id")
    .limit(limit)
    .execute();
  return rows;
}
