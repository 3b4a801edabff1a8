import { sql } from "kysely";
import type { Viewing } from "../access/acting.ts";
import { askedJoins } from "./asked-joins.ts";
import { chooseRows } from "./choose-rows.ts";
import type { Calendar, Choice } from "./choose-rows.ts";
import type { ListDefinition } from "./list-definition.ts";

/** How many rows a choice has for this viewer, counted one by one. @param limit counting ends there. */
export async function countChosen<Row extends { id: string }>(
  list: ListDefinition<Row>,
  choice: Choice,
  viewing: Viewing,
  calendar: Calendar,
  limit?: number,
): Promise<number> {
  const where = chooseRows(list, choice, viewing, calendar);
  const cut = limit === undefined ? sql`` : sql`limit ${limit}`;
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count
    from (select from ${askedJoins(list, [where], viewing.tx)} where ${where} ${cut}) as chosen`.execute(viewing.tx);
  return rows[0]?.count ?? 0;
}
