import { sql } from "kysely";
import type { Context, ReadContext } from "../../../platform/ledger/context.ts";

export interface StoredTarget {
  readonly id: string;
  readonly amount: number;
  readonly currency: string;
}

/** The target of a month for a team, or for the company. @param month its first day. */
export function findTarget(
  { tx }: Pick<ReadContext, "tx">,
  month: string,
  teamId: string | null,
): Promise<StoredTarget | undefined> {
  return tx
    .selectFrom("sales_target")
    .select(["id", "amount", "currency"])
    .where("month", "=", month)
    .where("team_id", teamId === null ? "is" : "=", teamId)
    .executeTakeFirst();
}

/** The same under a lock that also keeps a second person from setting it for the first time. */
export async function lockTarget(
  context: Context,
  month: string,
  teamId: string | null,
): Promise<StoredTarget | undefined> {
  await sql`select pg_advisory_xact_lock(hashtext(${`sales_target ${month} ${teamId ?? ""}`}))`.execute(context.tx);
  return findTarget(context, month, teamId);
}

export async function insertTarget(
  { tx, newId }: Context,
  target: {
    readonly month: string;
    readonly teamId: string | null;
    readonly amount: number;
    readonly currency: string;
  },
): Promise<void> {
  const { month, teamId, amount, currency } = target;
  await tx.insertInto("sales_target").values({ id: newId(), month, team_id: teamId, amount, currency }).execute();
}

export async function updateTarget({ tx }: Context, id: string, amount: number): Promise<void> {
  await tx.updateTable("sales_target").set({ amount }).where("id", "=", id).execute();
}

export async function deleteTarget({ tx }: Context, id: string): Promise<void> {
  await tx.deleteFrom("sales_target").where("id", "=", id).execute();
}
