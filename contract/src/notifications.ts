import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { pageOf, PageQuery } from "./paging.ts";
import { Sentence } from "./sentence.ts";

/** Something a person was told: one notice a person and act, with how many records it is about inside (`count`). */
export const Notification = z.object({
  id: z.uuid(),
  /** Key of its sentence, for example `lead.assigned`. */
  kind: z.string(),
  params: Sentence.shape.params,
  /** The act it tells of; for an import the import itself. */
  operationId: z.uuid(),
  at: z.iso.datetime(),
  readAt: z.iso.datetime().nullable(),
});
export type Notification = z.infer<typeof Notification>;

const Unread = z.object({ unread: z.int() });

export const notifications = {
  list: endpoint({
    id: "notifications.listNotifications",
    method: "GET",
    path: "/notifications",
    summary: "What one was told, the newest first.",
    query: PageQuery.extend({ unread: z.stringbool().optional() }),
    response: pageOf(Notification),
    errors: ["cursor_invalid"],
  }),
  countUnread: endpoint({
    id: "notifications.countUnread",
    method: "GET",
    path: "/notifications/unread",
    summary: "How many notices one has not read.",
    response: Unread,
  }),
  markRead: endpoint({
    id: "notifications.markRead",
    method: "POST",
    path: "/notifications/reads",
    summary: "Marks notices as read; without ids, all of them.",
    body: z.object({ ids: z.array(z.uuid()).max(200).optional() }),
    response: Unread,
  }),
};
