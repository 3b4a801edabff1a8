import { accessObject } from "../../platform/access/access-object.ts";
import { covers } from "../../platform/access/reach.ts";
import { reachOf } from "../../platform/access/viewer.ts";
import type { Viewer } from "../../platform/access/viewer.ts";

/** What was done. It belongs to who did it; what rules and the house did belongs to nobody, so only `all` reaches it. */
export const OPERATION = accessObject("operation", {
  actions: ["read", "undo_others"],
  belonging: { owner: "actor_id" },
});

/** Who acted, as the ledger keeps it. */
export interface StoredActor {
  readonly actorKind: string;
  readonly actorId: string | null;
}

/** Everybody may look at what they did themselves; how far beyond is their grant's matter. */
export const mayReadOwnOperations = (_viewer: Viewer): boolean => true;

export const isOwn = (viewer: Viewer, { actorKind, actorId }: StoredActor): boolean =>
  actorKind === "person" && actorId === viewer.personId;

/** Whether they may see that this was done. */
export const mayReadOperationOf = (viewer: Viewer, actor: StoredActor): boolean =>
  isOwn(viewer, actor) || reaches(viewer, "read", actor);

/** Whether they may undo what somebody else did. */
export const mayUndoOf = (viewer: Viewer, actor: StoredActor): boolean => reaches(viewer, "undo_others", actor);

const reaches = (viewer: Viewer, action: string, { actorKind, actorId }: StoredActor): boolean =>
  covers(reachOf(viewer, OPERATION, action), actorKind === "person" ? { ownerIds: [actorId] } : {});
