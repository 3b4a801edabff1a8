import type { AuditOperation } from "@tongzhou/contract/audit";
import type { Viewing } from "../../platform/access/acting.ts";
import { operationKindNamed } from "../../platform/ledger/operation-kind.ts";
import { IMAGES_KEPT_MONTHS } from "../../platform/ledger/undo/find-scope.ts";
import type { ActorNamer } from "./name-actors.ts";
import { nameActors } from "./name-actors.ts";
import type { StoredOperation } from "./queries/list-operations.ts";

/** Says the sentence of a code in the viewer's language. */
export type Say = (code: string, params?: Readonly<Record<string, unknown>>) => string;

/** Operations as pages show them. */
export async function presentOperations(
  viewing: Viewing,
  operations: readonly StoredOperation[],
  say: Say,
): Promise<AuditOperation[]> {
  const undoers = operations.flatMap(({ undoneBy }) => (undoneBy ? [undoneBy] : []));
  const nameActor = await nameActors(viewing, [...operations, ...undoers]);
  return operations.map((operation) => presentOperation(operation, nameActor, viewing.now, say));
}

function presentOperation(stored: StoredOperation, nameActor: ActorNamer, now: Date, say: Say): AuditOperation {
  const { id, kind, at, source, summary, followed, undoneBy, undoesId, undoesKind } = stored;
  const reason = whyNot(stored, now, say);
  const undone = undoneBy && undoneBy.staying > 0 ? "partly" : "undone";
  return {
    id,
    kind,
    actor: nameActor(stored),
    at: at.toISOString(),
    source,
    summary,
    followed,
    undo: undoneBy ? undone : reason === undefined ? "possible" : "no",
    ...(reason === undefined || undoneBy ? {} : { reason }),
    ...(undoneBy ? { undoneBy: { id: undoneBy.id, actor: nameActor(undoneBy), at: undoneBy.at } } : {}),
    ...(undoesId && undoesKind ? { undoes: { id: undoesId, kind: undoesKind } } : {}),
  };
}

/** Why it cannot be undone at all; undefined when it can. */
function whyNot({ kind, at }: StoredOperation, now: Date, say: Say): string | undefined {
  const { notUndoable } = operationKindNamed(kind);
  if (notUndoable !== undefined) return say(notUndoable);
  const expires = new Date(at);
  expires.setUTCMonth(expires.getUTCMonth() + IMAGES_KEPT_MONTHS);
  return expires < now ? say("images_gone", { months: IMAGES_KEPT_MONTHS }) : undefined;
}
