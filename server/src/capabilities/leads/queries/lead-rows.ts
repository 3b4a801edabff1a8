import type { LeadStage } from "@tongzhou/contract/lead-stages";
import { insertion } from "../../../platform/database/insertion.ts";
import type { Insertion } from "../../../platform/database/insertion.ts";
import type { Context } from "../../../platform/ledger/context.ts";

export interface NewLeadRow {
  readonly id: string;
  readonly contact_id: string;
  readonly home_contact_id: string;
  readonly account_id: string | null;
  readonly home_account_id: string | null;
  readonly product_line_id: string | null;
  readonly campaign_id: string | null;
  readonly stage: string;
  readonly owner_id: string | null;
  readonly pool_id: string | null;
  readonly pool_kind: string | null;
  readonly cycle: number;
  readonly nurture_group: string | null;
  readonly reason: string | null;
  readonly source: string | null;
  readonly self_sourced: boolean;
  readonly history: boolean;
  readonly captured_at: Date;
  readonly note: string | null;
}

/** Rows of another table that refer to new leads and are written with them. */
export type FollowingRows = Insertion;

/** A lead that a contact already has. */
export interface EarlierLeadRow {
  readonly id: string;
  readonly contactId: string;
  readonly productLineId: string | null;
  readonly stage: LeadStage;
  readonly reason: string | null;
  readonly mergedIntoId: string | null;
  readonly stageSince: Date;
}

/** The leads of these contacts, one index probe a contact. */
export async function readEarlierLeads({ client }: Context, contactIds: readonly string[]): Promise<EarlierLeadRow[]> {
  const { rows } = await client.query<EarlierLeadRow>({
    name: "read-earlier-leads",
    text: `
      select
        l.id,
        l.contact_id as "contactId",
        l.product_line_id as "productLineId",
        l.stage,
        l.reason,
        l.merged_into_id as "mergedIntoId",
        coalesce(
          (select max(occurred_at) from lifecycle_event where lead_id = l.id and to_stage is distinct from from_stage),
          l.captured_at
        ) as "stageSince"
      from unnest($1::uuid[]) as wanted (contact_id)
      cross join lateral (select * from lead where contact_id = wanted.contact_id offset 0) as l`,
    values: [contactIds],
  });
  return rows;
}

export const leadInsertion = (leads: readonly NewLeadRow[]): Insertion =>
  insertion<NewLeadRow>(
    "lead",
    {
      id: "uuid",
      contact_id: "uuid",
      home_contact_id: "uuid",
      account_id: "uuid",
      home_account_id: "uuid",
      product_line_id: "uuid",
      campaign_id: "uuid",
      stage: "text",
      owner_id: "uuid",
      pool_id: "uuid",
      pool_kind: "text",
      cycle: "int",
      nurture_group: "text",
      reason: "text",
      source: "text",
      self_sourced: "boolean",
      history: "boolean",
      captured_at: "timestamptz",
      note: "text",
    },
    leads,
  );
