import { insertRows } from "../../../platform/database/insert-rows.ts";
import type { Context } from "../../../platform/ledger/context.ts";

export interface OpportunityEventRow {
  readonly id: string;
  readonly opportunity_id: string;
  readonly occurred_at: Date;
  readonly recorded_at: Date;
  readonly cycle: number;
  readonly table_row: string;
  readonly from_stage: string | null;
  readonly to_stage: string;
  readonly from_owner_id: string | null;
  readonly to_owner_id: string;
  readonly actor_kind: string;
  readonly actor_id: string | null;
  readonly reason: string | null;
}

export async function insertOpportunityEvents(
  { client }: Context,
  rows: readonly OpportunityEventRow[],
): Promise<void> {
  await insertRows<OpportunityEventRow>(
    client,
    "lifecycle_event",
    {
      id: "uuid",
      opportunity_id: "uuid",
      occurred_at: "timestamptz",
      recorded_at: "timestamptz",
      cycle: "int",
      table_row: "text",
      from_stage: "text",
      to_stage: "text",
      from_owner_id: "uuid",
      to_owner_id: "uuid",
      actor_kind: "text",
      actor_id: "uuid",
      reason: "text",
    },
    rows,
  );
}
