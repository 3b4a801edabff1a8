import { sql } from "kysely";
import { insertRows } from "../../../platform/database/insert-rows.ts";
import type { Context, ReadContext } from "../../../platform/ledger/context.ts";

/** An opportunity under its lock. */
export interface LockedOpportunity {
  readonly id: string;
  readonly name: string;
  readonly typeId: string;
  readonly stageId: string | null;
  readonly accountId: string;
  readonly leadId: string | null;
  readonly productLineId: string | null;
  readonly ownerId: string;
  readonly amount: number | null;
  readonly expectedCloseOn: string | null;
  readonly nextStep: string | null;
  readonly nextStepOn: string | null;
  readonly openedAt: Date;
  readonly outcome: "won" | "lost" | null;
}

/** Locks opportunities for a change, in the order of their ids; those that do not exist are not among them. */
export async function lockOpportunities({ tx }: Context, ids: readonly string[]): Promise<LockedOpportunity[]> {
  return readOpportunities(tx, ids, true);
}

/** The same without a lock, for looking ahead. */
export async function readOpportunity(
  { tx }: Pick<ReadContext, "tx">,
  id: string,
): Promise<LockedOpportunity | undefined> {
  const [found] = await readOpportunities(tx, [id], false);
  return found;
}

async function readOpportunities(
  tx: ReadContext["tx"],
  ids: readonly string[],
  lock: boolean,
): Promise<LockedOpportunity[]> {
  const { rows } = await sql<LockedOpportunity>`
    select
      id,
      name,
      type_id as "typeId",
      stage_id as "stageId",
      account_id as "accountId",
      lead_id as "leadId",
      product_line_id as "productLineId",
      owner_id as "ownerId",
      amount,
      expected_close_on as "expectedCloseOn",
      next_step as "nextStep",
      next_step_on as "nextStepOn",
      opened_at as "openedAt",
      outcome
    from opportunity
    where id = any(${[...new Set(ids)]}::uuid[])
    order by id
    ${lock ? sql`for update` : sql``}`.execute(tx);
  return rows;
}

export interface NewOpportunityRow {
  readonly id: string;
  readonly name: string;
  readonly name_sort: string;
  readonly type_id: string;
  readonly stage_id: string | null;
  readonly account_id: string;
  readonly home_account_id: string;
  readonly lead_id: string | null;
  readonly product_line_id: string | null;
  readonly owner_id: string;
  readonly amount: number | null;
  readonly currency: string;
  readonly expected_close_on: string | null;
  readonly next_step: string | null;
  readonly next_step_on: string | null;
  readonly opened_at: Date;
  readonly history: boolean;
}

export async function insertOpportunities({ client }: Context, rows: readonly NewOpportunityRow[]): Promise<void> {
  await insertRows<NewOpportunityRow>(
    client,
    "opportunity",
    {
      id: "uuid",
      name: "text",
      name_sort: "text",
      type_id: "uuid",
      stage_id: "uuid",
      account_id: "uuid",
      home_account_id: "uuid",
      lead_id: "uuid",
      product_line_id: "uuid",
      owner_id: "uuid",
      amount: "bigint",
      currency: "text",
      expected_close_on: "date",
      next_step: "text",
      next_step_on: "date",
      opened_at: "timestamptz",
      history: "boolean",
    },
    rows,
  );
}

/** Columns of one opportunity, as they shall be. */
export async function updateOpportunity(
  { tx }: Context,
  id: string,
  values: Partial<{
    name: string;
    name_sort: string;
    product_line_id: string | null;
    amount: number | null;
    expected_close_on: string | null;
    next_step: string | null;
    next_step_on: string | null;
    stage_id: string;
  }>,
): Promise<void> {
  if (Object.keys(values).length > 0) await tx.updateTable("opportunity").set(values).where("id", "=", id).execute();
}

export interface Closing {
  readonly opportunityId: string;
  readonly outcome: "won" | "lost";
  readonly at: Date;
  /** Null keeps the amount. */
  readonly amount: number | null;
  readonly reason: string | null;
  readonly note: string | null;
}

/** Closes opportunities, won or lost, in one statement. */
export async function closeOpportunities({ client }: Context, closings: readonly Closing[]): Promise<void> {
  await client.query({
    name: "close-opportunities",
    text: `
      update opportunity
      set
        outcome = closed.outcome,
        closed_at = closed.at,
        amount = coalesce(closed.amount, opportunity.amount),
        lose_reason = closed.reason,
        lose_note = closed.note
      from unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::bigint[], $5::text[], $6::text[])
        as closed (id, outcome, at, amount, reason, note)
      where opportunity.id = closed.id`,
    values: [
      closings.map(({ opportunityId }) => opportunityId),
      closings.map(({ outcome }) => outcome),
      closings.map(({ at }) => at.toISOString()),
      closings.map(({ amount }) => amount),
      closings.map(({ reason }) => reason),
      closings.map(({ note }) => note),
    ],
  });
}

export async function setOwner({ tx }: Context, ids: readonly string[], ownerId: string): Promise<void> {
  await sql`update opportunity set owner_id = ${ownerId}::uuid where id = any(${[...ids]}::uuid[])`.execute(tx);
}

/** The cycle of the lead each opportunity came from, as its first row in the ledger says. */
export async function readCyclesOf(
  { tx }: Pick<ReadContext, "tx">,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; cycle: number }>`
    select distinct on (opportunity_id) opportunity_id as id, cycle
    from published.lifecycle_event
    where opportunity_id = any(${[...ids]}::uuid[])
    order by opportunity_id, recorded_at, id`.execute(tx);
  return new Map(rows.map(({ id, cycle }) => [id, cycle]));
}

/** The latest opportunity of each of these leads, for whoever captures. */
export async function readOpportunitiesOfLeads(
  { tx }: Pick<ReadContext, "tx">,
  leadIds: readonly string[],
): Promise<{ leadId: string; ownerId: string; outcome: "won" | "lost" | null }[]> {
  const { rows } = await sql<{ leadId: string; ownerId: string; outcome: "won" | "lost" | null }>`
    select distinct on (lead_id) lead_id as "leadId", owner_id as "ownerId", outcome
    from opportunity
    where lead_id = any(${[...leadIds]}::uuid[])
    order by lead_id, (outcome is distinct from 'lost') desc, opened_at desc, id desc`.execute(tx);
  return rows;
}

export interface LedgerRow {
  readonly id: string;
  readonly what: string;
  readonly at: Date;
  readonly fromStage: string | null;
  readonly toStage: string;
  readonly fromOwnerId: string | null;
  readonly toOwnerId: string | null;
  readonly byId: string | null;
  readonly reason: string | null;
}

/** What happened to an opportunity, the oldest first. */
export async function findEvents({ tx }: Pick<ReadContext, "tx">, id: string): Promise<LedgerRow[]> {
  const { rows } = await sql<LedgerRow>`
    select
      id,
      table_row as what,
      occurred_at as at,
      from_stage as "fromStage",
      to_stage as "toStage",
      from_owner_id as "fromOwnerId",
      to_owner_id as "toOwnerId",
      case when actor_kind = 'person' then actor_id end as "byId",
      reason
    from published.lifecycle_event
    where opportunity_id = ${id}::uuid
    order by occurred_at, recorded_at, id`.execute(tx);
  return rows;
}
