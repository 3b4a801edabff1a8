import type { Account } from "@tongzhou/contract/accounts";
import type { AccountMergeField, AccountMergePreview } from "@tongzhou/contract/identity";
import type { Viewing } from "../../platform/access/acting.ts";
import type { Sides } from "../../platform/homes/homes.ts";
import { Refused } from "../../platform/problems/refusal.ts";
import { accountHomes, showAccount, standsBelow } from "../accounts/index.ts";
import type { Facts } from "./domain/choose-values.ts";
import { previewChoices, readSides } from "./preview-choices.ts";
import { accountMerging } from "./shapes/account-merging.ts";

/** What merging two companies or households would do, and what speaks against it; writes nothing. Throws as `mergeAccounts`. */
export async function previewAccountMerge(viewing: Viewing, sides: Sides): Promise<AccountMergePreview> {
  const { survivor, merged } = await readSides(sides, (id) => showAccount(viewing, id, "edit"));
  if (survivor.kind !== merged.kind) throw new Refused("different_kinds");
  const facts = { survivor: factsOf(viewing, survivor), merged: factsOf(viewing, merged) };
  const codes = { survivor: survivor.creditCode, merged: merged.creditCode };
  return {
    survivor,
    merged,
    choices: await previewChoices(accountMerging, viewing, sides, facts),
    moves: await accountHomes.countMoving(viewing, merged.id),
    creditCodesDiffer: codes.survivor !== null && codes.merged !== null && codes.survivor !== codes.merged,
    survivorStandsBelow: await standsBelow(viewing, survivor.id, merged.id),
    mergedStandsBelow: await standsBelow(viewing, merged.id, survivor.id),
  };
}

/** The facts of an account by their names. An owner is named. */
function factsOf({ viewer }: Viewing, account: Account): Facts<AccountMergeField> {
  const { name, confirmed, industryCode, regionCode, sizeBand, tier, website, address, note, ownerId } = account;
  const owner = ownerId === null ? null : (viewer.snapshot.people.get(ownerId)?.name ?? ownerId);
  return {
    name,
    confirmed: confirmed ? "yes" : null,
    industryCode,
    regionCode,
    sizeBand,
    tier,
    website,
    address,
    note,
    ownerId: owner,
  };
}
