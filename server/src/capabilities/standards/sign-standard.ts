import type { StandardSide } from "@tongzhou/contract/standards";
import type { Context } from "../../platform/ledger/context.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { Conflict, Refused } from "../../platform/problems/refusal.ts";
import { lockDraft } from "./lock-draft.ts";
import { problemsOf } from "./problems-of.ts";
import { readRuleContext } from "./queries/read-rule-context.ts";
import { findSignatures, insertSignature, putInForce } from "./queries/standard-rows.ts";

export const SIGN_STANDARD = operationKind("standard.sign", { notUndoable: "standard.sign.not_undoable" });

export interface Signature {
  readonly standardId: string;
  readonly side: StandardSide;
  readonly personId: string;
  /** Of the content that the person read. */
  readonly contentHash: string;
}

/**
 * Signs a draft for one side; the second signature puts it into force in place of the version before (R-STD-2). Whether
 * the person has the grant of the side is asked by the route.
 * @returns whether it is in force now; then `standard.came_into_force` is announced.
 * @throws NotFound; Refused `standard_not_a_draft`, `standard_has_errors`, `side_already_signed`,
 * `signed_for_the_other_side`; Conflict `standard_changed_meanwhile`.
 */
export async function signStandard(context: Context, signature: Signature): Promise<boolean> {
  const { standardId, side, personId, contentHash } = signature;
  const draft = await lockDraft(context, standardId);
  if (draft.contentHash !== contentHash) throw new Conflict("standard_changed_meanwhile", { version: draft.version });
  const errors = problemsOf(draft.content, await readRuleContext(context, null)).filter(
    ({ severity }) => severity === "error",
  );
  if (errors.length > 0) throw new Refused("standard_has_errors", { count: errors.length, problems: errors });
  const earlier = await findSignatures(context, [standardId]);
  if (earlier.some((one) => one.side === side)) throw new Refused("side_already_signed", { side });
  if (earlier.some((one) => one.personId === personId)) throw new Refused("signed_for_the_other_side");
  await insertSignature(context, signature);
  if (earlier.length === 0) return false;
  await putInForce(context, standardId);
  await context.emit("standard.came_into_force", [standardId]);
  return true;
}
