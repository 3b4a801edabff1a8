import type { Account } from "@tongzhou/contract/accounts";
import { sql } from "kysely";
import type { Viewing } from "../../../platform/access/acting.ts";
import { scopePredicate } from "../../../platform/access/scope-predicate.ts";
import type { Context } from "../../../platform/ledger/context.ts";
import { ACCOUNT } from "../accounts.access.ts";
import { accountColumns } from "./account-list.ts";
import type { ListedAccount } from "./account-list.ts";
import { inheritedFact } from "./account-tree.ts";

export type StoredAccount = ListedAccount &
  Pick<
    Account,
    | "parentId"
    | "parentName"
    | "treePlace"
    | "hasChildren"
    | "inherited"
    | "website"
    | "address"
    | "note"
    | "creditCode"
    | "mergedIntoId"
  >;

/** One account that the viewer may read (or do `action` with); undefined for any other. */
export async function findAccount(
  { tx, viewer }: Pick<Viewing, "tx" | "viewer">,
  id: string,
  action = "read",
): Promise<StoredAccount | undefined> {
  const { rows } = await sql<StoredAccount>`
    select ${accountColumns()}, account.parent_id as "parentId", account.tree_place as "treePlace",
      case when ${scopePredicate(viewer, ACCOUNT, "read", "parent")} then parent.name end as "parentName",
      exists (select from account as child where child.parent_id = account.id and child.merged_into_id is null) as "hasChildren",
      jsonb_build_object(
        'ownerId', ${inheritedFact({ viewer }, "owner_id")},
        'industryCode', ${inheritedFact({ viewer }, "industry_code")},
        'tier', ${inheritedFact({ viewer }, "tier")}
      ) as inherited,
      account.website, account.address,
      account.note, account.merged_into_id as "mergedIntoId",
      (select i.value from account_identifier as i
       where i.account_id = account.id and i.kind = 'credit_code' and i.valid_to is null
       order by i.home_account_id = account.id desc, i.valid_from, i.id limit 1) as "creditCode"
    from account
    left join account as parent on parent.id = account.parent_id
    where account.id = ${id} and ${scopePredicate(viewer, ACCOUNT, action, "account")}`.execute(tx);
  return rows[0];
}

/** The account that has this company key now. */
export async function holderOfKey({ tx }: Pick<Viewing, "tx">, key: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom("account_identifier")
    .select("account_id")
    .where("kind", "=", "company_key")
    .where("value", "=", key)
    .where("valid_to", "is", null)
    .executeTakeFirst();
  return row?.account_id;
}

/** Locks the facts of an account for a change. */
export async function lockAccount({ tx }: Context, id: string) {
  return tx
    .selectFrom("account")
    .select([
      "name",
      "confirmed",
      "industry_code as industryCode",
      "region_code as regionCode",
      "size_band as sizeBand",
      "tier",
      "tree_place as treePlace",
      "website",
      "address",
      "note",
    ])
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
}

export async function updateAccount(
  { tx }: Context,
  id: string,
  values: Partial<{
    name: string;
    name_sort: string;
    confirmed: boolean;
    owner_id: string | null;
    industry_code: string | null;
    region_code: string | null;
    size_band: string | null;
    tier: string | null;
    tree_place: string | null;
    website: string | null;
    address: string | null;
    note: string | null;
  }>,
): Promise<void> {
  if (Object.keys(values).length > 0) await tx.updateTable("account").set(values).where("id", "=", id).execute();
}

/**
 * Gives an account its new name's key: the old one ends, so that the old name no longer finds it. The names of those that go on
 * as it are theirs and stay.
 */
export async function renameKey(
  { tx, newId, now }: Context,
  accountId: string,
  key: string | null,
  name: string,
): Promise<void> {
  await tx
    .updateTable("account_identifier")
    .set({ valid_to: sql`greatest(valid_from, ${now.toISOString()}::timestamptz)` })
    .where("home_account_id", "=", accountId)
    .where("kind", "=", "company_key")
    .where("valid_to", "is", null)
    .execute();
  if (key === null) return;
  await tx
    .insertInto("account_identifier")
    .values({
      id: newId(),
      account_id: accountId,
      home_account_id: accountId,
      kind: "company_key",
      value: key,
      raw: name,
      valid_from: now,
    })
    .execute();
}

/** Gives these accounts to somebody. @returns which of them had another owner, or none. */
export async function setOwnerOfAccounts({ tx }: Context, ids: readonly string[], ownerId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update account
    set owner_id = ${ownerId}::uuid
    where id = any(${[...ids]}::uuid[]) and owner_id is distinct from ${ownerId}::uuid
    returning id`.execute(tx);
  return rows.map(({ id }) => id).toSorted();
}
