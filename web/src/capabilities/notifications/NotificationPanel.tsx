import { useInfiniteQuery } from "@tanstack/react-query";
import { notifications, type Notification } from "@tongzhou/contract/notifications";
import { useTranslation } from "react-i18next";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { useFormat } from "../../platform/format/useFormat.ts";
import { call } from "../../platform/http/call.ts";
import { forget, readingPages } from "../../platform/http/queries.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { Empty } from "../../ui/feedback/Empty.tsx";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { Anchor } from "../../ui/navigation/Anchor.tsx";

/** Where a notice leads: to the one record, or to the list when there are several. */
function hrefOf({ kind, params }: Notification): string {
  const many = typeof params["count"] === "number" && params["count"] > 1;
  const { leadId, contactId, accountId } = params;
  if (kind.startsWith("export.")) return "/exports";
  if (kind.startsWith("contact."))
    return typeof contactId === "string" && !many ? `/contacts/${contactId}` : "/contacts";
  if (kind.startsWith("account."))
    return typeof accountId === "string" && !many ? `/accounts/${accountId}` : "/accounts?view=mine";
  if (typeof leadId === "string" && !many) return `/leads/${leadId}`;
  return kind === "lead.assigned" ? "/leads?view=waiting" : "/leads";
}

const markRead = async (ids?: string[]) => {
  await call(notifications.markRead, { body: ids === undefined ? {} : { ids } });
  await forget(notifications.list, notifications.countUnread);
};

/** What one was told, the newest first; opening a notice reads it. */
export function NotificationPanel({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation("notifications");
  const format = useFormat();
  const read = useInfiniteQuery(readingPages(notifications.list, { query: {} }));
  const rows = read.data?.pages.flatMap((page) => page.rows) ?? [];
  const say = ({ kind, params }: Notification): string => {
    const key = `kinds.${kind}`;
    const count = typeof params["count"] === "number" ? params["count"] : 1;
    return i18n.exists(`notifications:${key}`, { count })
      ? String(t(key as never, { ...params, count } as never))
      : t("something");
  };
  if (read.isPending) return <SkeletonRows rows={4} height={56} />;
  if (read.isError) return <ReadFailure failure={read.error} onRetry={() => void read.refetch()} />;
  if (rows.length === 0) return <Empty title={t("empty")}>{t("emptyWhy")}</Empty>;
  return (
    <div>
      <ul className="list">
        {rows.map((notice) => (
          <li key={notice.id}>
            <Anchor
              href={hrefOf(notice)}
              className="row g8 t13"
              style={{ padding: "10px 16px" }}
              onClick={() => {
                if (notice.readAt === null) void markRead([notice.id]);
                onClose();
              }}
            >
              <span className={notice.readAt === null ? "grow b" : "grow ink2"}>{say(notice)}</span>
              <span className="t12 ink3 nw">{format.moment(notice.at)}</span>
            </Anchor>
          </li>
        ))}
      </ul>
      <div className="row g8" style={{ padding: "8px 12px" }}>
        {rows.some(({ readAt }) => readAt === null) ? (
          <Button look="quiet" size="small" onClick={() => void markRead()}>
            {t("readAll")}
          </Button>
        ) : null}
        {read.hasNextPage ? (
          <Button look="quiet" size="small" busy={read.isFetchingNextPage} onClick={() => void read.fetchNextPage()}>
            {t("earlier")}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
