import type { ComponentType } from "react";

/** Notifications: how many are unread, and the list behind the bell. */
export { Unread } from "./Unread.tsx";

/** The list is fetched when the bell is pressed. */
export const loadNotificationPanel = (): Promise<ComponentType<{ onClose: () => void }>> =>
  import("./NotificationPanel.tsx").then((file) => file.NotificationPanel);
