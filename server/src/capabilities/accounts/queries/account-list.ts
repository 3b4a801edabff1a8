import type { AccountRow } from "@tongzhou/contract/accounts";
import { sql } from "kysely";
import type { SqlBool } from "kysely";
import type { Followers } from "../../../platform/access/following.ts";
import { containsText } from "../../../platform/conditions/index.ts";
import type { AssignedRows } from "../../../platform/lists/preview-assignment.ts";
import type { ListDefinition } from "../../../platform/lists/list-definition.ts";
import { ACCOUNT, accountFollowing } from "../accounts.access.ts";
import { accountFields } from "../accounts.fields.ts";

export type ListedAccount = Omit<AccountRow, "mayEdit"> & { readonly held: Followers };

/** The select list that lists and records share. */
export const accountColumns = () => sql`
  account.id, account.kind, account.name, account.confirmed, account.industry_code as "industryCode",
  account.region_code as "regionCode", account.size_band as "sizeBand", account.tier, account.owner_id as "ownerId",
  ${accountFollowing.followers("account")} as held`;

/** The list of accounts; merged ones are shown by the account that goes on. */
export const accountList = (): ListDefinition<ListedAccount> => ({
  object: ACCOUNT,
  alias: "account",
  from: sql`account`,
  select: accountColumns(),
  fields: accountFields,
  always: sql`account.merged_into_id is null`,
  sorts: {
    name: { key: sql`account.name_sort`, type: "text" },
    newest: { key: sql`account.id`, type: "text" },
  },
  standardSort: "name",
  search: (text) => containsText(sql`account.name`, text),
});

/** What decides about an account that is given to somebody. */
export const assignedAccounts = (toId: string): AssignedRows => ({
  owner: sql`account.owner_id`,
  alreadyTheirs: sql<SqlBool>`account.owner_id is not distinct from ${toId}::uuid`,
});
