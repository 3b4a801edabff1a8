import type { Holder, RightLevel } from "@tongzhou/contract/rights";
import type { Acting } from "../../platform/access/acting.ts";
import { takeChanges } from "../../platform/edits/take-changes.ts";
import type { FieldChange } from "../../platform/edits/take-changes.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { NotAllowed, NotFound, Refused } from "../../platform/problems/refusal.ts";
import { readAccount } from "../accounts/index.ts";
import { beginRight, endRight, inheritsRight, lockRight } from "./queries/right-rows.ts";
import { requireHolder } from "./require-holder.ts";
import { mayGiveOn } from "./rights.access.ts";

export const SET_RIGHT = operationKind("account.set_right");

export interface WantedRight {
  readonly holder: Holder;
  readonly level: FieldChange<RightLevel | null>;
  readonly part: string | null;
}

/**
 * Gives somebody a right on an account and all below it, changes it, or takes away what was set here. What was stays as history.
 * @throws NotFound; NotAllowed for whoever only follows; Refused `right_holder_missing`, `right_of_owner`, `right_cuts_nothing`
 * when nothing from above is to be kept away here; Conflict `changed_meanwhile`.
 */
export async function setRight(
  context: Acting,
  accountId: string,
  { holder, level: wanted, part }: WantedRight,
): Promise<void> {
  const account = await readAccount(context, accountId);
  if (!account) throw new NotFound();
  if (!(await mayGiveOn(context, accountId))) throw new NotAllowed();
  if (wanted.to !== null) {
    await requireHolder(context, holder);
    if (account.ownerId === holder.id) throw new Refused("right_of_owner");
  }
  const present = await lockRight(context, accountId, holder);
  const record = { table: "account_right", id: present?.id ?? accountId };
  const { level } = await takeChanges(context, record, { level: present?.level ?? null }, { level: wanted });
  if (level === undefined && (wanted.to === null || part === present?.part)) return;
  if (wanted.to === "none" && !(await inheritsRight(context, accountId, holder.id)))
    throw new Refused("right_cuts_nothing");
  if (present) await endRight(context, present);
  if (wanted.to !== null) await beginRight(context, { accountId, holder, level: wanted.to, part });
}
