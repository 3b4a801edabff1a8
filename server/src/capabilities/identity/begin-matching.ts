import { beginLongOperation } from "../../platform/jobs/begin-long-operation.ts";
import type { Context } from "../../platform/ledger/context.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { Conflict } from "../../platform/problems/refusal.ts";
import { FIRST_POSITION, matchAllContacts, PAIRS_AT_ONCE } from "./matching.jobs.ts";
import { findOpenMatching, lockMatching } from "./queries/open-matching.ts";

export const MATCH_CONTACTS = operationKind("contact.match", { notUndoable: "undo.derived" });

/**
 * Begins to match all contacts with each other, in the background; one at a time.
 * @param pairsAtOnce pairs that one transaction writes; what was measured best unless given.
 * @returns the id of the long operation.
 * @throws Conflict `matching_under_way`.
 */
export async function beginMatching(context: Context, pairsAtOnce = PAIRS_AT_ONCE): Promise<string> {
  await lockMatching(context);
  if ((await findOpenMatching(context)) !== undefined) throw new Conflict("matching_under_way");
  const request = { begunAt: context.now.toISOString(), pairsAtOnce };
  return beginLongOperation(context, matchAllContacts, { request, position: FIRST_POSITION });
}
