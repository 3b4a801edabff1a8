import type { ListCount } from "@tongzhou/contract/list";
import { sql } from "kysely";
import type { Viewing } from "../access/acting.ts";
import { askedJoins } from "./asked-joins.ts";
import { chooseRows } from "./choose-rows.ts";
import type { Calendar, Choice } from "./choose-rows.ts";
import type { ListDefinition } from "./list-definition.ts";

/** Up to so many a count is exact; above it the planner's estimate answers, and the page says "about". */
export const EXACT_COUNT_LIMIT = 1000;

/**
 * What counting may cost at a glance, in the planner's units: about 6 ms with all in memory (a list of 400 rows at a million
 * leads is 2,100 and takes 4 ms).
 */
const GLANCE_COST = 3000;

export interface CountRequest extends Choice {
  /** Count whatever it costs. */
  readonly thorough: boolean;
}

interface Plan {
  readonly "Plan Rows": number;
  readonly "Total Cost": number;
  readonly Plans?: readonly Plan[];
}

/**
 * How many rows a list has for this viewer: counted up to the limit where that is cheap or asked for, else estimated
 * (quality.md: ≤ 10 ms).
 */
export async function countList<Row extends { id: string }>(
  list: ListDefinition<Row>,
  { thorough, ...choice }: CountRequest,
  viewing: Viewing,
  calendar: Calendar,
): Promise<ListCount> {
  const where = chooseRows(list, choice, viewing, calendar);
  const from = askedJoins(list, [where], viewing.tx);
  const chosen = sql`select from ${from} where ${where} limit ${EXACT_COUNT_LIMIT + 1}`;
  const explained = await sql<{ "QUERY PLAN": [{ Plan: Plan }] }>`explain (format json) ${chosen}`.execute(viewing.tx);
  const plan = explained.rows[0]?.["QUERY PLAN"][0].Plan;
  const estimate = plan?.Plans?.[0]?.["Plan Rows"] ?? 0;
  if (!thorough && (plan?.["Total Cost"] ?? 0) > GLANCE_COST)
    return { count: roughly(estimate), exact: false, rough: true };

  const counted = await sql<{ count: number }>`select count(*) as count from (${chosen}) as chosen`.execute(viewing.tx);
  const count = counted.rows[0]?.count ?? 0;
  if (count <= EXACT_COUNT_LIMIT) return { count, exact: true, rough: false };
  return { count: Math.max(roughly(estimate), count), exact: false, rough: false };
}

/** Two figures are all that an estimate can carry. */
function roughly(estimate: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(estimate, 1))) - 1);
  return Math.round(estimate / unit) * unit;
}
