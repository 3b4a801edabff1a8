import type { AccountMergeField } from "@tongzhou/contract/identity";
import { Refused } from "../../../platform/problems/refusal.ts";
import {
  accountHomes,
  lockMergingAccounts,
  lockTree,
  mayMergeAccount,
  mayTakeAccountFacts,
  readMergingAccounts,
  standsBelow,
  writeAccountFacts,
} from "../../accounts/index.ts";
import type { Mergeable } from "./mergeable.ts";

/** How companies and households are merged. */
export const accountMerging: Mergeable<AccountMergeField> = {
  homes: accountHomes,
  merges: {
    merge: "account_merge",
    end: "account_merge_end",
    identifiers: "published.account_identifier",
    home: "home_account_id",
  },
  columns: {
    name: "name",
    confirmed: "confirmed",
    industryCode: "industry_code",
    regionCode: "region_code",
    sizeBand: "size_band",
    tier: "tier",
    website: "website",
    address: "address",
    note: "note",
    ownerId: "owner_id",
  },
  stands: new Set(["ownerId"]),
  texts: new Set(["name", "address", "note"]),
  lock: lockMergingAccounts,
  read: readMergingAccounts,
  write: writeAccountFacts,
  mayEdit: mayMergeAccount,
  mayTake: mayTakeAccountFacts,
  async refuse(context, { survivorId, mergedId }) {
    await lockTree(context);
    if (await standsBelow(context, survivorId, mergedId)) throw new Refused("survivor_stands_below");
  },
};
