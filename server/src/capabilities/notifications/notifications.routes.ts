import { notifications } from "@tongzhou/contract/notifications";
import type { Http } from "../../platform/http/http.ts";
import { serveRead } from "../../platform/http/serve-read.ts";
import { serveWrite } from "../../platform/http/serve-write.ts";
import { markRead, READ_NOTIFICATIONS } from "./mark-read.ts";
import { mayReadOwnNotifications } from "./notifications.access.ts";
import { countUnread, findNotifications } from "./notifications.queries.ts";

/** What people were told. */
export function notificationsRoutes(http: Http): void {
  serveRead(http, notifications.list, {
    allow: mayReadOwnNotifications,
    handle: (context, { query }) => findNotifications(context, context.viewer.personId, query),
  });
  serveRead(http, notifications.countUnread, {
    allow: mayReadOwnNotifications,
    handle: async (context) => ({ unread: await countUnread(context, context.viewer.personId) }),
  });
  serveWrite(http, notifications.markRead, {
    allow: mayReadOwnNotifications,
    kind: READ_NOTIFICATIONS,
    handle: async (context, { body }) => ({ unread: await markRead(context, body.ids) }),
  });
}
