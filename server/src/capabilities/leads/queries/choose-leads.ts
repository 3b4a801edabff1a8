import { sql } from "kysely";
import type { Acting } from "../../../platform/access/acting.ts";
import { chooseRows } from "../../../platform/lists/choose-rows.ts";
import type { Calendar, Choice } from "../../../platform/lists/choose-rows.ts";
import { leadSource } from "./lead-columns.ts";
import type { LeadLists } from "../shapes/lead-neighbours.ts";
import { leadList } from "./lead-list.ts";

/** The next leads that a filter chooses and the viewer may assign, by id, behind `after`. */
export async function chooseLeadsBehind(
  acting: Acting,
  { choice, after, limit }: { readonly choice: Choice; readonly after: string | null; readonly limit: number },
  calendar: Calendar,
  neighbours: LeadLists,
): Promise<string[]> {
  const where = chooseRows(leadList(acting.viewer, neighbours), choice, acting, calendar, "assign");
  const { rows } = await sql<{ id: string }>`
    select lead.id
    from ${leadSource(neighbours.score)}
    where ${where} and (${after}::uuid is null or lead.id > ${after}::uuid)
    order by lead.id
    limit ${limit}`.execute(acting.tx);
  return rows.map(({ id }) => id);
}

/** How many leads a filter chooses for assigning. */
export async function countChosenLeads(
  acting: Acting,
  choice: Choice,
  calendar: Calendar,
  neighbours: LeadLists,
): Promise<number> {
  const where = chooseRows(leadList(acting.viewer, neighbours), choice, acting, calendar, "assign");
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${leadSource(neighbours.score)} where ${where}`.execute(acting.tx);
  return rows[0]?.count ?? 0;
}

/** The next leads that a person holds, by id, behind `after`. */
export async function findHeldLeads(
  { tx }: Pick<Acting, "tx">,
  ownerId: string,
  after: string | null,
  limit: number,
): Promise<string[]> {
  const rows = await tx
    .selectFrom("lead")
    .select("id")
    .where("owner_id", "=", ownerId)
    .$if(after !== null, (query) => query.where("id", ">", after ?? ""))
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

export async function countHeldLeads({ tx }: Pick<Acting, "tx">, ownerId: string): Promise<number> {
  const { count } = await tx
    .selectFrom("lead")
    .select(sql<number>`count(*)::int`.as("count"))
    .where("owner_id", "=", ownerId)
    .executeTakeFirstOrThrow();
  return count;
}
