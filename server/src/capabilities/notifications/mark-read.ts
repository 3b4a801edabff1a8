import type { Acting } from "../../platform/access/acting.ts";
import { broadcast } from "../../platform/events/broadcast.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { countUnread, updateRead } from "./notifications.queries.ts";

export const READ_NOTIFICATIONS = operationKind("notification.read", {
  notUndoable: "undo.read_notifications",
  quiet: true,
});

/** Marks one's own notices as read: these, or all. Other pages of the person hear of it. @returns how many are unread. */
export async function markRead(context: Acting, ids: readonly string[] | undefined): Promise<number> {
  const { personId } = context.viewer;
  if (ids === undefined || ids.length > 0) await updateRead(context, personId, ids);
  const unread = await countUnread(context, personId);
  await broadcast(context.client, { topic: "notification", personIds: [personId], counts: { unread } });
  return unread;
}
