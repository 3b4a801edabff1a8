import { sql } from "kysely";
import type { Context, ReadContext } from "../../../platform/ledger/context.ts";

/** How many companies stand right below an account. */
export async function countSubsidiaries({ tx }: Pick<ReadContext, "tx">, accountId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from account where parent_id = ${accountId}::uuid and merged_into_id is null`.execute(tx);
  return rows[0]?.n ?? 0;
}

/** How many of these companies stand right below an account. */
export async function countSubsidiariesAmong(
  { tx }: Pick<ReadContext, "tx">,
  ids: readonly string[],
  parentId: string,
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n
    from account
    where id = any(${[...ids]}::uuid[]) and parent_id = ${parentId}::uuid and merged_into_id is null`.execute(tx);
  return rows[0]?.n ?? 0;
}

/** Moves everything right below one account below another, also what is merged: it may be taken apart. @returns what moved. */
export async function moveSubsidiaries({ client }: Context, fromId: string, toId: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    "update account set parent_id = $2 where parent_id = $1 and id <> $2 returning id",
    [fromId, toId],
  );
  return rows.map(({ id }) => id).toSorted();
}

/** Moves these back, as far as they still stand where they had come. */
export async function returnSubsidiaries(
  { client }: Context,
  ids: readonly string[],
  { fromId, toId }: { readonly fromId: string; readonly toId: string },
): Promise<void> {
  await client.query("update account set parent_id = $3 where id = any($1::uuid[]) and parent_id = $2 and id <> $3", [
    ids,
    fromId,
    toId,
  ]);
}

/** An account that would stand below one of these, which come back to it, stands below nobody. */
export async function standAtTheTopIfBelow(
  { client }: Context,
  accountId: string,
  { ids, survivorId }: { readonly ids: readonly string[]; readonly survivorId: string },
): Promise<void> {
  await client.query(
    `with recursive above as (
       select parent_id as id from account where id = $1
       union
       select a.parent_id from account as a join above on above.id = a.id
     )
     update account
     set parent_id = null
     where id = $1
       and exists (
         select
         from above
         join account as child on child.id = above.id
         where child.id = any($2::uuid[]) and child.parent_id = $3)`,
    [accountId, ids, survivorId],
  );
}

/** Whoever changes what stands below what comes one after the other, so that no circle closes between two of them. */
export async function lockTree({ client }: Context): Promise<void> {
  await client.query("select pg_advisory_xact_lock(hashtext('account.parent_id'))");
}

/** Whether an account stands below another by any number of steps, also through those that go on as one of them. */
export async function standsBelow(
  { tx }: Pick<ReadContext, "tx">,
  accountId: string,
  otherId: string,
): Promise<boolean> {
  const { rows } = await sql`
    with recursive above (id) as (
      select ${accountId}::uuid
      union
      select next.id
      from above
      join account as a on a.id = above.id
      cross join lateral (
        select a.parent_id
        union all
        select a.merged_into_id
        union all
        select m.id from account as m where m.merged_into_id = a.id
      ) as next (id)
      where next.id is not null
    )
    select from above where id = ${otherId}::uuid`.execute(tx);
  return rows.length > 0;
}
