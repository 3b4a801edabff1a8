import { useQuery } from "@tanstack/react-query";
import { listSchedules, type ScheduleState } from "@tongzhou/contract/jobs";
import { useTranslation } from "react-i18next";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { useFormat } from "../../platform/format/useFormat.ts";
import { reading } from "../../platform/http/queries.ts";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { None, Pill } from "../../ui/signs/Marks.tsx";
import { PlainTable, type PlainColumn } from "../../ui/table/PlainTable.tsx";
import { LOOK_AGAIN_MS } from "./look-again.ts";
import { useJobWords } from "./useJobWords.ts";

/** What comes round by the clock: when last, when next, and how the last run went. */
export function Schedules() {
  const { t } = useTranslation("jobs");
  const read = useQuery({ ...reading(listSchedules), refetchInterval: LOOK_AGAIN_MS });
  const columns = useScheduleColumns();
  return (
    <section>
      <SectionHead title={t("schedules")} note={t("schedulesMean")} />
      {read.isError ? <ReadFailure failure={read.error} onRetry={() => void read.refetch()} /> : null}
      {read.isPending ? <SkeletonRows rows={5} height={40} /> : null}
      {read.data === undefined ? null : (
        <PlainTable label={t("schedules")} rows={read.data} rowId={({ name }) => name} columns={columns} />
      )}
    </section>
  );
}

function useScheduleColumns(): PlainColumn<ScheduleState>[] {
  const { t } = useTranslation("jobs");
  const format = useFormat();
  const words = useJobWords();
  return [
    { id: "name", head: t("what"), cell: ({ name }) => words.task(name) },
    {
      id: "last",
      head: t("last"),
      width: 130,
      notOnPhone: true,
      cell: ({ lastDueAt }) => (lastDueAt === undefined ? <None /> : format.moment(lastDueAt)),
    },
    { id: "next", head: t("next"), width: 130, cell: ({ nextDueAt }) => format.moment(nextDueAt) },
    {
      id: "run",
      head: t("lastRun"),
      width: 110,
      cell: ({ run, error }) => (
        <span title={error}>{run === "dead" ? <Pill tone="over">{t("runs.dead")}</Pill> : t(`runs.${run}`)}</span>
      ),
    },
  ];
}
