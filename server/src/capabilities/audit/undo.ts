import type { UndoPreview, UndoReport } from "@tongzhou/contract/audit";
import type { z } from "zod";
import type { Viewer } from "../../platform/access/viewer.ts";
import type { Actor, House, OperationSource } from "../../platform/ledger/context.ts";
import { stopLongOperation } from "../../platform/jobs/control-long-operation.ts";
import { auditedRecordOf } from "../../platform/ledger/audited-table.ts";
import { operationKindNamed } from "../../platform/ledger/operation-kind.ts";
import type { DeletedRows } from "../../platform/ledger/undo/narrow-to-deleted.ts";
import { inspectUndo, undoOperation } from "../../platform/ledger/undo/undo-operation.ts";
import type { PlannedUndo, UndoRefusal } from "../../platform/ledger/undo/undo-operation.ts";
import { Conflict, NotAllowed, NotFound, Refused } from "../../platform/problems/refusal.ts";
import { isOwn, mayReadOperationOf, mayUndoOf } from "./audit.access.ts";
import type { StoredActor } from "./audit.access.ts";
import { presentUndo } from "./present-undo.ts";
import { countUntouchable } from "./queries/count-untouchable.ts";
import { findActor } from "./queries/find-actor.ts";
import { readLongOperation } from "../../platform/jobs/list-long-operations.ts";

/** Who asks for an undo. */
export interface UndoAsked {
  readonly house: House;
  readonly viewer: Viewer;
  readonly actor: Actor;
  readonly source: OperationSource;
}

/**
 * What undoing would do, and whether the viewer may.
 * @throws NotFound; Conflict `undone_already`; Refused with why the kind cannot be undone, or `images_gone`.
 */
export async function previewOfUndo(asked: UndoAsked, operationId: string): Promise<z.infer<typeof UndoPreview>> {
  const actor = await visibleActor(asked, operationId);
  const preview = await inspectUndo(asked.house, operationId, async (report, planned) => ({
    ...(await presentUndo({ ...planned, viewer: asked.viewer }, report, planned)),
    mayUndo: (await refusalOf(asked.viewer, actor, planned)) === undefined,
  }));
  return "refused" in preview ? refuse(preview) : preview;
}

/** The operation that an undo is, and what it did. */
export interface UndoneAndShown {
  readonly undoId: string;
  readonly report: UndoReport;
}

/**
 * Undoes an operation: one's own while one may still edit what it changed, others' with the grant. Work that is still
 * running is stopped first.
 * @returns the operation of the undo, and what it did.
 * @throws as the preview; NotAllowed `undo_own_only`, `undo_no_right`.
 */
export async function undo(asked: UndoAsked, operationId: string): Promise<UndoneAndShown> {
  const actor = await visibleActor(asked, operationId);
  await stopWhenRunning(asked, actor, operationId);
  return carryOut(asked, actor, { operationId });
}

/**
 * Brings back some of the records that an operation deleted, with their parts and what they need.
 * @throws as `undo`; NotFound when the operation deleted none of them, or there is no such object.
 */
export async function restore(asked: UndoAsked, operationId: string, only: DeletedRows): Promise<UndoneAndShown> {
  if (!auditedRecordOf(only.table)) throw new NotFound();
  return carryOut(asked, await visibleActor(asked, operationId), { operationId, only });
}

async function carryOut(
  asked: UndoAsked,
  actor: StoredActor,
  wanted: { readonly operationId: string; readonly only?: DeletedRows },
): Promise<UndoneAndShown> {
  let shown: UndoReport | undefined;
  const undone = await undoOperation(asked.house, {
    ...wanted,
    actor: asked.actor,
    source: asked.source,
    async allow(report, planned) {
      const refusal = await refusalOf(asked.viewer, actor, planned);
      if (refusal) throw refusal;
      if (wanted.only && report.tables.length === 0) throw new NotFound();
      shown = await presentUndo({ ...planned, viewer: asked.viewer }, report, planned);
    },
  });
  if ("refused" in undone) return refuse(undone);
  if (!shown) throw new Error("an undo was carried out without being asked about");
  return { undoId: undone.operationId, report: shown };
}

async function visibleActor({ house, viewer }: UndoAsked, operationId: string): Promise<StoredActor> {
  const actor = await findActor(house.pool, operationId);
  if (!actor || !mayReadOperationOf(viewer, actor)) throw new NotFound("operation_not_found");
  return actor;
}

/** A batch that is under way ends first: the undo waits for its lock on the operation. */
async function stopWhenRunning({ house, viewer }: UndoAsked, actor: StoredActor, operationId: string): Promise<void> {
  if (!isOwn(viewer, actor) && !mayUndoOf(viewer, actor)) throw new NotAllowed("undo_own_only");
  const work = await readLongOperation(house.pool, operationId);
  if (work) await stopLongOperation(house, operationId, viewer.personId);
}

async function refusalOf(viewer: Viewer, actor: StoredActor, planned: PlannedUndo): Promise<NotAllowed | undefined> {
  if (mayUndoOf(viewer, actor)) return undefined;
  if (!isOwn(viewer, actor)) return new NotAllowed("undo_own_only");
  const { id, kind } = planned.plan.root;
  const { redoneByRepeating, takenBack } = operationKindNamed(kind);
  // Who may import may take the import back, whoever may edit the records it met.
  if (redoneByRepeating) return undefined;
  if (takenBack) return (await takenBack.mayCarryOut({ ...planned, viewer }, id)) ? undefined : new NotAllowed();
  const count = await countUntouchable(viewer, planned);
  return count > 0 ? new NotAllowed("undo_no_right", { count }) : undefined;
}

function refuse(refusal: UndoRefusal): never {
  switch (refusal.refused) {
    case "unknown":
      throw new NotFound("operation_not_found");
    case "undone_already":
      throw new Conflict("undone_already");
    case "not_undoable":
      throw new Refused(refusal.reasonKey);
    case "images_gone":
      throw new Refused("images_gone", { months: refusal.keptMonths });
  }
}
