import { useQuery } from "@tanstack/react-query";
import { notifications } from "@tongzhou/contract/notifications";
import type { ReactNode } from "react";
import { forget, queryClient, reading } from "../../platform/http/queries.ts";
import { useLive } from "../../platform/live/useLive.ts";

const unread = reading(notifications.countUnread);

/** How many notices nobody has read yet; the live stream brings the number. */
export function Unread({ show }: { show: (unread: number) => ReactNode }) {
  const { data } = useQuery(unread);
  useLive("notification", ({ counts }) => {
    const count = counts?.["unread"];
    if (count === undefined) void forget(notifications.countUnread);
    else queryClient.setQueryData(unread.queryKey, { unread: count });
    void forget(notifications.list);
  });
  return <>{show(data?.unread ?? 0)}</>;
}
