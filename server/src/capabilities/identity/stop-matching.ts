import type { Acting } from "../../platform/access/acting.ts";
import { stopLongOperation } from "../../platform/jobs/control-long-operation.ts";
import type { House } from "../../platform/ledger/context.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { NotFound, Refused } from "../../platform/problems/refusal.ts";
import { findOpenMatching, isMatching } from "./queries/open-matching.ts";

export const STOP_MATCHING = operationKind("contact.stop_matching", { notUndoable: "undo.derived", quiet: true });

/** Stops matching all contacts; what was learnt before stays in force. @throws NotFound; Refused `matching_ended`. */
export async function stopMatching(house: House, context: Acting, runId: string): Promise<void> {
  if (!(await isMatching(context, runId))) throw new NotFound();
  if ((await findOpenMatching(context)) !== runId) throw new Refused("matching_ended");
  const state = await stopLongOperation(house, runId, context.viewer.personId);
  if (state === undefined) throw new Refused("matching_ended");
}
