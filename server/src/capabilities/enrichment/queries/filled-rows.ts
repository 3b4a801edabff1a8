import type { Cost, EnrichedField, FactOrigin, MatchedBy } from "@tongzhou/contract/enrichment";
import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import { insertRows } from "../../../platform/database/insert-rows.ts";
import type { Context, ReadContext } from "../../../platform/ledger/context.ts";

/** A value that enrichment wrote into an account at some time. */
export interface FilledRow {
  readonly accountId: string;
  readonly field: EnrichedField;
  readonly value: string;
  readonly sourceName: string;
  readonly origin: FactOrigin;
  readonly matchedBy: MatchedBy;
  readonly answeredAt: Date;
  readonly filledAt: Date;
  /** Who asked for it; null for the house. */
  readonly filledById: string | null;
  readonly costMinor: number | null;
  readonly currency: string | null;
  /** Whether nobody but enrichment wrote the field since. What was taken back does not count, and merging moves values and writes none. */
  readonly untouched: boolean;
}

/** The column of an account that holds a field; the credit code is one of its identifiers, which nobody edits. */
const COLUMN_OF = sql`case v.field
  when 'name' then 'name' when 'industryCode' then 'industry_code' when 'regionCode' then 'region_code'
  when 'sizeBand' then 'size_band' when 'website' then 'website' when 'address' then 'address' end`;

/** The image that the filling itself left. */
const ownWrite = sql`(
  select max(own.seq) from published.change as own
  where own.row_id = v.home_account_id and own.operation_id = v.operation_id and own.table_name = 'account'
)`;

/** The image by which a merge took the value over: what stood there before is of no matter. */
const mergesWrite = sql`(
  select max(taken.seq)
  from published.change as taken
  join published.operation as merging on merging.id = taken.operation_id
  where taken.row_id = v.account_id and taken.table_name = 'account' and taken.after ? ${COLUMN_OF} and merging.kind = 'account.merge'
)`;

/** Acts behind an image that wrote the field of an account. What was taken back does not count, nor its taking back. */
const personsAct = (accountId: RawBuilder<unknown>, behind: RawBuilder<unknown>) => sql`
  select
  from published.change as c
  join published.operation as later on later.id = c.operation_id
  where c.row_id = ${accountId} and c.table_name = 'account' and c.after ? ${COLUMN_OF}
    and c.seq > coalesce(${behind}, 0)
    and later.undoes_id is null and later.kind not in ('account.merge', 'account.unmerge')
    and not ledger.is_undone(later.id) and (later.parent_id is null or not ledger.is_undone(later.parent_id))`;

/** Everything that enrichment wrote into these accounts, the newest first. */
export async function findFilled({ tx }: Pick<ReadContext, "tx">, accountIds: readonly string[]): Promise<FilledRow[]> {
  const { rows } = await sql<FilledRow>`
    select v.account_id as "accountId", v.field, v.value, s.name as "sourceName", v.origin, v.matched_by as "matchedBy",
      v.answered_at as "answeredAt", o.at as "filledAt",
      case when o.actor_kind = 'person' then o.actor_id end as "filledById",
      v.cost_minor::int as "costMinor", v.currency,
      not exists (${personsAct(sql`v.home_account_id`, ownWrite)})
      and (v.account_id = v.home_account_id
        or (${mergesWrite} is not null and not exists (${personsAct(sql`v.account_id`, mergesWrite)}))) as untouched
    from enrichment_value as v
    join enrichment_source as s on s.id = v.source_id
    join published.operation as o on o.id = v.operation_id
    where v.account_id = any(${[...accountIds]}::uuid[])
    order by v.id desc`.execute(tx);
  return rows;
}

export interface NewFilledValue {
  readonly accountId: string;
  readonly field: EnrichedField;
  readonly value: string;
  readonly sourceId: string;
  readonly origin: FactOrigin;
  readonly matchedBy: MatchedBy;
  readonly at: Date;
  readonly cost: Cost | null;
}

/** Notes where values came from that were just written. */
export async function insertFilled(context: Context, values: readonly NewFilledValue[]): Promise<void> {
  await insertRows(
    context.client,
    "enrichment_value",
    {
      id: "uuid",
      account_id: "uuid",
      home_account_id: "uuid",
      field: "text",
      value: "text",
      source_id: "uuid",
      origin: "jsonb",
      matched_by: "text",
      answered_at: "timestamptz",
      cost_minor: "bigint",
      currency: "text",
    },
    values.map((value) => ({
      id: context.newId(),
      account_id: value.accountId,
      home_account_id: value.accountId,
      field: value.field,
      value: value.value,
      source_id: value.sourceId,
      origin: value.origin,
      matched_by: value.matchedBy,
      answered_at: value.at,
      cost_minor: value.cost?.minor ?? null,
      currency: value.cost?.currency ?? null,
    })),
  );
}
