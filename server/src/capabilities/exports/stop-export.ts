import type { Acting } from "../../platform/access/acting.ts";
import { stopLongOperation } from "../../platform/jobs/control-long-operation.ts";
import type { House } from "../../platform/ledger/context.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { NotAllowed, Refused } from "../../platform/problems/refusal.ts";
import { requireExport } from "./show-exports.ts";

export const STOP_EXPORT = operationKind("list.export_stop", { notUndoable: "undo.export_stop" });

/** Stops an export in the background; nothing of its file is kept. @throws NotFound; NotAllowed `export_not_yours`; Refused `export_ended_already`. */
export async function stopExport(house: House, context: Acting, id: string): Promise<void> {
  const { personId } = await requireExport(context, id);
  if (personId !== context.viewer.personId) throw new NotAllowed("export_not_yours");
  const state = await stopLongOperation(house, id, personId);
  if (state === undefined) throw new Refused("export_ended_already");
}
