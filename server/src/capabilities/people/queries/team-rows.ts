import { sql } from "kysely";
import type { Kysely } from "kysely";
import type { Team } from "@tongzhou/contract/people-teams";
import type { Tables } from "../../../platform/database/tables.generated.ts";
import type { Context, ReadContext } from "../../../platform/ledger/context.ts";

function teamRows(tx: Kysely<Tables>) {
  return tx
    .selectFrom("team as t")
    .select([
      "t.id",
      "t.name",
      "t.parent_id as parentId",
      sql<number>`(select count(*)::int from person as p where p.team_id = t.id and p.active)`.as("peopleCount"),
    ]);
}

/** The whole tree, by name. */
export function findTeams({ tx }: ReadContext): Promise<Team[]> {
  return teamRows(tx).orderBy("t.name").orderBy("t.id").execute();
}

export function findTeam({ tx }: Pick<ReadContext, "tx">, id: string): Promise<Team | undefined> {
  return teamRows(tx).where("t.id", "=", id).executeTakeFirst();
}

/** Locks a team for a change. */
export async function lockTeam(
  { tx }: Context,
  id: string,
): Promise<{ name: string; parentId: string | null } | undefined> {
  return tx
    .selectFrom("team")
    .select(["name", "parent_id as parentId"])
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
}

export async function insertTeam(
  { tx }: Context,
  team: { readonly id: string; readonly name: string; readonly parentId: string | null },
): Promise<void> {
  await tx.insertInto("team").values({ id: team.id, name: team.name, parent_id: team.parentId }).execute();
}

export async function updateTeam(
  { tx }: Context,
  id: string,
  values: Partial<{ name: string; parent_id: string | null }>,
): Promise<void> {
  if (Object.keys(values).length > 0) await tx.updateTable("team").set(values).where("id", "=", id).execute();
}

export async function deleteTeam({ tx }: Context, id: string): Promise<void> {
  await tx.deleteFrom("team").where("id", "=", id).execute();
}

/** How many people sit in a team, those who left included, and how many teams are right below it. */
export async function countInTeam({ tx }: Context, id: string): Promise<{ people: number; teams: number }> {
  return tx
    .selectNoFrom([
      sql<number>`(select count(*)::int from person where team_id = ${id})`.as("people"),
      sql<number>`(select count(*)::int from team where parent_id = ${id})`.as("teams"),
    ])
    .executeTakeFirstOrThrow();
}

/** The parent of every team, under a lock that lets one change of the tree through at a time. */
export async function lockTree({ tx }: Context): Promise<{ id: string; parentId: string | null }[]> {
  await sql`select pg_advisory_xact_lock(hashtext('team.parent_id'))`.execute(tx);
  return tx.selectFrom("team").select(["id", "parent_id as parentId"]).execute();
}
