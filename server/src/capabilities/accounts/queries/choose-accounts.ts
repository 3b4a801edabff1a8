import { sql } from "kysely";
import type { Viewing } from "../../../platform/access/acting.ts";
import { chooseRows } from "../../../platform/lists/choose-rows.ts";
import type { Calendar, Choice } from "../../../platform/lists/choose-rows.ts";
import type { RowChoice } from "../../../platform/lists/choose-ids.ts";
import { accountList } from "./account-list.ts";

const EVERYTHING: Choice = { filter: { combinator: "and", rules: [] }, search: "" };

const chosenCompanies = (viewing: Viewing, choice: RowChoice, calendar: Calendar) => {
  const where = chooseRows(accountList(), "all" in choice ? choice.all : EVERYTHING, viewing, calendar, "edit");
  const named = "ids" in choice ? sql`and account.id = any(${[...choice.ids]}::uuid[])` : sql``;
  return sql`account.kind = 'company' and ${where} ${named}`;
};

/** The next of the chosen companies that the viewer may edit, by id, behind `after`. */
export async function chooseCompaniesBehind(
  viewing: Viewing,
  { choice, after, limit }: { readonly choice: RowChoice; readonly after: string | null; readonly limit: number },
  calendar: Calendar,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select account.id
    from account
    where ${chosenCompanies(viewing, choice, calendar)} and (${after}::uuid is null or account.id > ${after}::uuid)
    order by account.id
    limit ${limit}`.execute(viewing.tx);
  return rows.map(({ id }) => id);
}

/** How many of the chosen accounts are companies that the viewer may edit. */
export async function countChosenCompanies(viewing: Viewing, choice: RowChoice, calendar: Calendar): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from account where ${chosenCompanies(viewing, choice, calendar)}`.execute(viewing.tx);
  return rows[0]?.count ?? 0;
}
