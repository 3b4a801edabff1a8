import { useQuery } from "@tanstack/react-query";
import { privacy } from "@tongzhou/contract/privacy";
import { useTranslation } from "react-i18next";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { noonOf } from "../../platform/format/calendar-day.ts";
import { useFormat } from "../../platform/format/useFormat.ts";
import { reading } from "../../platform/http/queries.ts";
import { Empty } from "../../ui/feedback/Empty.tsx";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { PlainTable } from "../../ui/table/PlainTable.tsx";

/** Who asked for what, when, and by whom it was done when. */
export function RequestList() {
  const { t } = useTranslation("privacy");
  const format = useFormat();
  const read = useQuery(reading(privacy.listRequests));
  if (read.isPending) return <SkeletonRows rows={4} height={40} />;
  if (read.isError) return <ReadFailure failure={read.error} onRetry={() => void read.refetch()} />;
  if (read.data.length === 0) return <Empty title={t("noRequests")}>{t("noRequestsWhy")}</Empty>;
  return (
    <PlainTable
      label={t("requests")}
      rows={read.data}
      rowId={({ id }) => id}
      columns={[
        { id: "kind", head: t("kindHead"), cell: ({ kind }) => t(`kind.${kind}`) },
        {
          id: "who",
          head: t("whoHead"),
          wraps: true,
          cell: ({ kind, name }) => name ?? t(kind === "erase" ? "forgotten" : "nameless"),
        },
        { id: "askedBy", head: t("askedBy"), cell: ({ askedBy }) => t(`asker.${askedBy}`), notOnPhone: true },
        { id: "askedOn", head: t("askedOn"), cell: ({ askedOn }) => format.day(noonOf(askedOn)) },
        { id: "doneAt", head: t("doneAt"), cell: ({ doneAt }) => format.day(doneAt) },
        { id: "by", head: t("doneBy"), cell: ({ by }) => by?.name, notOnPhone: true },
      ]}
    />
  );
}
