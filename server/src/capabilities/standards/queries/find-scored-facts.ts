import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import type { TouchKind } from "@tongzhou/contract/touch-kinds";
import type { ReadContext } from "../../../platform/ledger/context.ts";
import type { CompiledStandard } from "./compile-standard.ts";
import { storedTouches } from "./touch-sources.ts";

/** A touch of a lead with the engagement rules it meets, in their order. */
export interface MetTouch {
  readonly id: string;
  readonly at: Date;
  readonly kind: TouchKind;
  readonly title: string | null;
  readonly met: readonly boolean[];
}

/** One lead with what a standard asks of it. */
export interface ScoredFacts {
  /** One for each fit rule. */
  readonly fits: readonly boolean[];
  readonly touches: readonly MetTouch[];
}

const asArray = (columns: readonly RawBuilder<boolean>[]): RawBuilder<boolean[]> =>
  columns.length === 0 ? sql`'{}'::boolean[]` : sql`array[${sql.join(columns)}]`;

/** What a lead's score is made of, for its breakdown; touches that meet no rule are left out. */
export async function findScoredFacts(
  { tx }: Pick<ReadContext, "tx">,
  leadId: string,
  { fits, meets }: CompiledStandard,
): Promise<ScoredFacts | undefined> {
  const { rows } = await sql<Omit<ScoredFacts, "touches">>`
    select ${asArray(fits)} as fits
    from published.lead as lead
    join published.contact as contact on contact.id = lead.contact_id
    left join published.account as account on account.id = lead.account_id
    where lead.id = ${leadId}::uuid`.execute(tx);
  const [lead] = rows;
  if (!lead) return undefined;
  const { rows: touches } = await sql<MetTouch>`
    with asked as (select id, contact_id, product_line_id from published.lead where id = ${leadId}::uuid),
    touched as (
      select touch.id, touch.at, touch.kind, touch.title, ${asArray(meets)} as met
      from ${storedTouches}
    )
    select * from touched where true = any(met) order by at desc, id desc`.execute(tx);
  return { ...lead, touches };
}

/** Whose a lead is, and by which version it was judged last. */
export interface LeadJudgedBy {
  readonly stage: string;
  readonly ownerId: string | null;
  readonly poolId: string | null;
  readonly standardId: string | null;
  readonly judgedAt: Date | null;
}

export async function findLeadJudgedBy(
  { tx }: Pick<ReadContext, "tx">,
  leadId: string,
): Promise<LeadJudgedBy | undefined> {
  const { rows } = await sql<LeadJudgedBy>`
    select
      l.stage,
      l.owner_id as "ownerId",
      l.pool_id as "poolId",
      j.standard_id as "standardId",
      j.judged_at as "judgedAt"
    from published.lead as l
    left join lateral (
      select standard_id, judged_at
      from judgement
      where lead_id = l.id
      order by judged_at desc, id desc
      limit 1
    ) as j on true
    where l.id = ${leadId}::uuid`.execute(tx);
  return rows[0];
}
