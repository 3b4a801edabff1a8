/** Notifications: what people were told. This file is all that other capabilities may import. */
import en from "./messages.en.json" with { type: "json" };
import zh from "./messages.zh.json" with { type: "json" };
import "./notifications.audit.ts";

export { READ_NOTIFICATIONS, markRead } from "./mark-read.ts";
export { notify } from "./notify.ts";
export type { Notice } from "./notify.ts";
export { notificationsRoutes } from "./notifications.routes.ts";

export const notificationsMessages = { zh, en };
