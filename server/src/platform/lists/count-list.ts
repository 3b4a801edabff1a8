import { sql } from "kysely";
import type { Viewing } from "../access/acting.ts";
import { chooseRows } from "./choose-rows.ts";
import type { Calendar, Choice } from "./choose-rows.ts";
import type { ListDefinition } from "./list-definition.ts";

/** Up to so many a count is exact; above it the planner's estimate answers, and the page says "about". */
export const EXACT_COUNT_LIMIT = 1000;

/** How many rows a list has for this viewer: exact when cheap, else estimated (quality.md: ≤ 10 ms). */
export async function countList<Row extends { id: string }>(
  list: ListDefinition<Row>,
  choice: Choice,
  viewing: Viewing,
  calendar: Calendar,
): Promise<{ count: number; exact: boolean }> {
  const where = chooseRows(list, choice, viewing, calendar);
  const counted = await sql<{ count: number }>`
    select count(*) as count
    from (select from ${list.from} where ${where} limit ${EXACT_COUNT_LIMIT + 1}) as counted`.execute(viewing.tx);
  const count = counted.rows[0]?.count ?? 0;
  if (count <= EXACT_COUNT_LIMIT) return { count, exact: true };
  const planned = await sql<{ "QUERY PLAN": [{ Plan: { "Plan Rows": number } }] }>`
    explain (format json) select from ${list.from} where ${where}`.execute(viewing.tx);
  const estimate = planned.rows[0]?.["QUERY PLAN"][0].Plan["Plan Rows"] ?? count;
  return { count: Math.max(roughly(estimate), count), exact: false };
}

/** Two figures are all that an estimate can carry. */
function roughly(estimate: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(estimate, 1))) - 1);
  return Math.round(estimate / unit) * unit;
}
