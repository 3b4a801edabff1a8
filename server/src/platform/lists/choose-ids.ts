import type { RecordChoice } from "@tongzhou/contract/assignment";
import { sql } from "kysely";
import type { Acting } from "../access/acting.ts";
import { chooseRows } from "./choose-rows.ts";
import type { Calendar, Choice } from "./choose-rows.ts";
import type { ListDefinition } from "./list-definition.ts";

/** A bulk act of more rows is a long operation of its own. */
export const MAX_ROWS_AT_ONCE = 5000;

/** Rows for an act: named one by one, or all that a filter of the list chooses. */
export type RowChoice = { readonly ids: readonly string[] } | { readonly all: Choice };

/** A choice as a request makes it. */
export const rowChoiceOf = (choice: RecordChoice): RowChoice => ("ids" in choice ? choice : { all: choice });

/**
 * The ids of the chosen rows with which the viewer may do `action`, locked for the act; rows that are out of reach are
 * simply not among them, so the caller compares counts.
 */
export async function chooseIds<Row extends { id: string }>(
  list: ListDefinition<Row>,
  choice: RowChoice,
  acting: Acting,
  calendar: Calendar,
  action: string,
): Promise<string[]> {
  const everything: Choice = { filter: { combinator: "and", rules: [] }, search: "" };
  const where = chooseRows(list, "all" in choice ? choice.all : everything, acting, calendar, action);
  const named = "ids" in choice ? sql`and ${sql.ref(`${list.alias}.id`)} = any(${[...choice.ids]}::uuid[])` : sql``;
  const { rows } = await sql<{ id: string }>`
    select ${sql.ref(`${list.alias}.id`)} as id
    from ${list.from}
    where ${where} ${named}
    order by 1
    limit ${MAX_ROWS_AT_ONCE + 1}
    for update of ${sql.ref(list.alias)}`.execute(acting.tx);
  return rows.map((row) => row.id);
}
