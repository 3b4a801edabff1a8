import { useInfiniteQuery } from "@tanstack/react-query";
import { timeline, TIMELINE_KINDS, type TimelineEntry, type TimelineObject } from "@tongzhou/contract/timeline";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { useFormat } from "../../platform/format/useFormat.ts";
import { readingPages } from "../../platform/http/queries.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { Empty } from "../../ui/feedback/Empty.tsx";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { usePhone } from "../../ui/hooks/useMedia.ts";
import { Timeline, TimelineFilters, type TimelineDay } from "../../ui/record/Timeline.tsx";
import { useTimelineWords } from "./useTimelineWords.tsx";

type Chosen = "all" | TimelineEntry["kind"];

/** Everything that happened to a record, from every channel, the newest first. */
export function RecordTimeline({
  object,
  recordId,
  whole = false,
  acts,
}: {
  object: TimelineObject;
  recordId: string;
  /** Of an account: with all companies below it. */
  whole?: boolean;
  /** What adds to it, above. */
  acts?: ReactNode;
}) {
  const { t } = useTranslation("timeline");
  const isPhone = usePhone();
  const [chosen, setChosen] = useState<Chosen>("all");
  const query = { ...(chosen === "all" ? {} : { kinds: chosen }), ...(whole ? { whole: "true" } : {}) };
  const read = useInfiniteQuery(readingPages(timeline.read, { params: { object, recordId }, query }));
  const words = useTimelineWords(object);
  const format = useFormat();
  const entries = read.data?.pages.flatMap(({ rows }) => rows) ?? [];
  const days: TimelineDay[] = [];
  for (const entry of entries) {
    const head = format.dayHead(entry.at);
    const shown = words(entry);
    const last = days.at(-1);
    if (last !== undefined && last.words === head)
      days[days.length - 1] = { ...last, entries: [...last.entries, shown] };
    else days.push({ words: head, entries: [shown] });
  }
  return (
    <>
      {acts === undefined ? null : <div style={{ padding: isPhone ? "12px 12px 4px" : "12px 0" }}>{acts}</div>}
      <TimelineFilters
        label={t("kinds")}
        chosen={chosen}
        onChoose={(id) => setChosen(id as Chosen)}
        filters={(["all", ...TIMELINE_KINDS] as const).map((id) => ({ id, words: t(`filter.${id}`) }))}
      />
      {read.isPending ? <SkeletonRows rows={5} height={56} /> : null}
      {read.isError && entries.length === 0 ? (
        <ReadFailure failure={read.error} onRetry={() => void read.refetch()} />
      ) : null}
      {read.isSuccess && entries.length === 0 ? <Empty title={t("empty")}>{t("emptyWhy")}</Empty> : null}
      <Timeline label={t("timeline")} days={days} />
      {read.hasNextPage ? (
        <Button size="small" busy={read.isFetchingNextPage} onClick={() => void read.fetchNextPage()}>
          {t("earlier")}
        </Button>
      ) : null}
    </>
  );
}
