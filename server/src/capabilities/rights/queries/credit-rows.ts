import type { CreditShare } from "@tongzhou/contract/rights";
import { sql } from "kysely";
import { insertRows } from "../../../platform/database/insert-rows.ts";
import type { Context } from "../../../platform/ledger/context.ts";
import type { CreditOf } from "./find-credit.ts";

/** Takes the turn of whoever agrees on the credit of this record. @returns what is agreed on it now. */
export async function lockSplit(
  { tx }: Context,
  { object, id }: CreditOf,
): Promise<{ id: string; shares: CreditShare[] } | undefined> {
  await sql`select pg_advisory_xact_lock(hashtext('credit_split'), hashtext(${id}))`.execute(tx);
  const { rows } = await sql<{ id: string; shares: CreditShare[] }>`
    select
      split.id,
      (
        select jsonb_agg(jsonb_build_object('personId', share.person_id, 'percent', share.percent))
        from credit_share as share
        where share.split_id = split.id
      ) as shares
    from credit_split as split
    where split.${sql.ref(`${object}_id`)} = ${id}::uuid and split.until is null`.execute(tx);
  return rows[0];
}

/** It is history from now on. */
export async function endSplit({ tx, now }: Context, id: string): Promise<void> {
  await sql`
    update credit_split set until = greatest(since, ${now.toISOString()}::timestamptz) where id = ${id}::uuid`.execute(
    tx,
  );
}

export async function beginSplit(
  { tx, client, newId, now }: Context,
  { object, id }: CreditOf,
  shares: readonly CreditShare[],
): Promise<void> {
  const splitId = newId();
  await tx
    .insertInto("credit_split")
    .values({
      id: splitId,
      account_id: object === "account" ? id : null,
      home_account_id: object === "account" ? id : null,
      opportunity_id: object === "opportunity" ? id : null,
      since: now,
    })
    .execute();
  await insertRows<Record<string, unknown>>(
    client,
    "credit_share",
    { id: "uuid", split_id: "uuid", person_id: "uuid", percent: "numeric" },
    shares.map(({ personId, percent }) => ({ id: newId(), split_id: splitId, person_id: personId, percent })),
  );
}
