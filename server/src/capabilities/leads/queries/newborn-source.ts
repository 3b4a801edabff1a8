import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import type { NewLeadRow } from "./lead-rows.ts";
import type { NewbornLeads } from "../shapes/newborn-leads.ts";

/** Columns of `published.lead` with their types; what no new lead has is null. */
const COLUMNS = {
  id: "uuid",
  contact_id: "uuid",
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
} as const satisfies Partial<Record<keyof NewLeadRow, string>>;

/** Leads that are not written yet as a relation like `published.lead`, so that rules ask the same of both. */
export function newbornSource(newborns: NewbornLeads, leadIds: readonly string[]): RawBuilder<unknown> {
  const rows = newborns.rowsOf(leadIds);
  const names = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];
  const given = names.map((name) => sql`${rows.map((row) => textOf(row[name]))}::${sql.raw(COLUMNS[name])}[]`);
  return sql`(
    select ${sql.join(names.map(columnOf))}, null::timestamptz as parked_until, null::uuid as merged_into_id
    from unnest(${sql.join(given)}) as given (${sql.raw(names.join(", "))})
  )`;
}

/** Texts compare as those of the table do. */
const columnOf = (name: keyof typeof COLUMNS): RawBuilder<unknown> =>
  COLUMNS[name] === "text" ? sql.raw(`${name} collate "C" as ${name}`) : sql.raw(name);

function textOf(value: string | number | boolean | Date | null): string | null {
  if (value === null) return null;
  return value instanceof Date ? value.toISOString() : String(value);
}
