import type { Holder, RightLevel } from "@tongzhou/contract/rights";
import { sql } from "kysely";
import type { Context, ReadContext } from "../../../platform/ledger/context.ts";

export interface PresentRight {
  readonly id: string;
  readonly level: RightLevel;
  readonly part: string | null;
}

/** Takes the turn of whoever gives rights on this account. @returns what is set on it for this holder now. */
export async function lockRight({ tx }: Context, accountId: string, { id }: Holder): Promise<PresentRight | undefined> {
  await sql`select pg_advisory_xact_lock(hashtext('account_right'), hashtext(${accountId}))`.execute(tx);
  const { rows } = await sql<PresentRight>`
    select id, level, part
    from account_right
    where account_id = ${accountId}::uuid and until is null and coalesce(person_id, team_id) = ${id}::uuid`.execute(tx);
  return rows[0];
}

/** Whether a right is set for this holder on a company above. */
export async function inheritsRight(
  { tx }: Pick<ReadContext, "tx">,
  accountId: string,
  holderId: string,
): Promise<boolean> {
  const { rows } = await sql`
    select from published.account_line(${accountId}::uuid) as line
    join account_right as given on given.account_id = line.id and given.until is null
    where line.depth > 0 and coalesce(given.person_id, given.team_id) = ${holderId}::uuid`.execute(tx);
  return rows.length > 0;
}

export async function beginRight(
  { tx, newId, now }: Context,
  right: {
    readonly accountId: string;
    readonly holder: Holder;
    readonly level: RightLevel;
    readonly part: string | null;
  },
): Promise<void> {
  const { accountId, holder, level, part } = right;
  await tx
    .insertInto("account_right")
    .values({
      id: newId(),
      account_id: accountId,
      home_account_id: accountId,
      person_id: holder.kind === "person" ? holder.id : null,
      team_id: holder.kind === "team" ? holder.id : null,
      level,
      part,
      since: now,
    })
    .execute();
}

/** It is history from now on. */
export async function endRight({ tx, now }: Context, { id }: Pick<PresentRight, "id">): Promise<void> {
  await sql`
    update account_right set until = greatest(since, ${now.toISOString()}::timestamptz) where id = ${id}::uuid`.execute(
    tx,
  );
}

export async function isTeam({ tx }: Pick<ReadContext, "tx">, id: string): Promise<boolean> {
  const { rows } = await sql`select from published.team where id = ${id}::uuid`.execute(tx);
  return rows.length > 0;
}
