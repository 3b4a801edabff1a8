import { sql } from "kysely";
import type { Context, ReadContext } from "../../../platform/ledger/context.ts";

interface Hands {
  readonly fromId: string;
  readonly toId: string;
  readonly most: number;
}

/** How many rights on accounts and opportunities somebody was given, and territories they work in by name. */
export async function countHeldRights({ tx }: Pick<ReadContext, "tx">, personId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select (
      (select count(*) from account_right where person_id = ${personId}::uuid and until is null)
      + (select count(*) from opportunity_collaborator where person_id = ${personId}::uuid and until is null)
      + (select count(*) from territory where person_id = ${personId}::uuid)
    )::int as count`.execute(tx);
  return rows[0]?.count ?? 0;
}

/**
 * Gives the next of them to somebody: theirs end, and the successor has the same from now on, unless something is set for them
 * there or they own it; their territories become the successor's. @returns how many changed hands.
 */
export async function giveHeldRights(context: Context, hands: Hands): Promise<number> {
  let given = 0;
  for (const give of [giveRights, giveCollaborations, giveTerritories]) {
    if (given < hands.most) given += await give(context, { ...hands, most: hands.most - given });
  }
  return given;
}

async function giveTerritories({ tx }: Context, { fromId, toId, most }: Hands): Promise<number> {
  const { rows } = await sql`
    update territory
    set person_id = ${toId}::uuid
    where id in (select id from territory where person_id = ${fromId}::uuid order by id limit ${most})
    returning id`.execute(tx);
  return rows.length;
}

const endOf = (now: Date) => sql`greatest(since, ${now.toISOString()}::timestamptz)`;

async function giveRights({ tx, now, newId }: Context, { fromId, toId, most }: Hands): Promise<number> {
  const ended = await sql<{ accountId: string; homeAccountId: string; level: string; part: string | null }>`
    update account_right
    set until = ${endOf(now)}
    where id in (
      select id from account_right where person_id = ${fromId}::uuid and until is null order by id limit ${most}
    )
    returning account_id as "accountId", home_account_id as "homeAccountId", level, part`.execute(tx);
  if (ended.rows.length === 0) return 0;
  await sql`
    insert into account_right (id, account_id, home_account_id, person_id, level, part, since)
    select given.id, given.account_id, given.home_account_id, ${toId}::uuid, given.level, given.part, ${now.toISOString()}::timestamptz
    from unnest(
      ${ended.rows.map(() => newId())}::uuid[],
      ${ended.rows.map(({ accountId }) => accountId)}::uuid[],
      ${ended.rows.map(({ homeAccountId }) => homeAccountId)}::uuid[],
      ${ended.rows.map(({ level }) => level)}::text[],
      ${ended.rows.map(({ part }) => part)}::text[]
    ) as given (id, account_id, home_account_id, level, part)
    join published.account as account on account.id = given.account_id and account.owner_id is distinct from ${toId}::uuid
    on conflict do nothing`.execute(tx);
  return ended.rows.length;
}

async function giveCollaborations({ tx, now, newId }: Context, { fromId, toId, most }: Hands): Promise<number> {
  const ended = await sql<{ opportunityId: string }>`
    update opportunity_collaborator
    set until = ${endOf(now)}
    where id in (
      select id from opportunity_collaborator
      where person_id = ${fromId}::uuid and until is null
      order by id
      limit ${most}
    )
    returning opportunity_id as "opportunityId"`.execute(tx);
  if (ended.rows.length === 0) return 0;
  await sql`
    insert into opportunity_collaborator (id, opportunity_id, person_id, since)
    select given.id, given.opportunity_id, ${toId}::uuid, ${now.toISOString()}::timestamptz
    from unnest(
      ${ended.rows.map(() => newId())}::uuid[],
      ${ended.rows.map(({ opportunityId }) => opportunityId)}::uuid[]
    ) as given (id, opportunity_id)
    join published.opportunity as opportunity
      on opportunity.id = given.opportunity_id and opportunity.owner_id <> ${toId}::uuid
    on conflict do nothing`.execute(tx);
  return ended.rows.length;
}
