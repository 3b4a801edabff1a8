import { useQuery } from "@tanstack/react-query";
import { listLongOperations } from "@tongzhou/contract/jobs";
import { useTranslation } from "react-i18next";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { useFormat } from "../../platform/format/useFormat.ts";
import { forget, reading } from "../../platform/http/queries.ts";
import { useLive } from "../../platform/live/useLive.ts";
import { useMay } from "../../platform/session/session.ts";
import { Empty } from "../../ui/feedback/Empty.tsx";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { WorkRow } from "./WorkRow.tsx";

/** More are open at once only when something is very wrong; the newest tell what. */
const MOST = 100;

/** Long operations that are under way, paused, or failed and waiting for somebody. */
export function OpenWork() {
  const { t } = useTranslation("jobs");
  const format = useFormat();
  const mayReadAll = useMay("job", "read");
  const read = useQuery(reading(listLongOperations, { query: { open: "true", limit: MOST } }));
  useLive("longOperation", () => void forget(listLongOperations));
  const rows = (read.data?.rows ?? []).filter(({ undone }) => !undone);
  const isLoaded = read.data !== undefined;
  return (
    <section>
      <SectionHead title={t("open")} {...(rows.length === 0 ? {} : { note: format.count(rows.length) })} />
      {read.isError ? <ReadFailure failure={read.error} onRetry={() => void read.refetch()} /> : null}
      {read.isPending ? <SkeletonRows rows={2} height={72} /> : null}
      {isLoaded && rows.length === 0 ? (
        <Empty title={t("nothingOpen")}>{t(mayReadAll ? "nothingOpenWhy" : "nothingOfMineWhy")}</Empty>
      ) : null}
      <ul className="list">
        {rows.map((work) => (
          <WorkRow key={work.id} work={work} />
        ))}
      </ul>
    </section>
  );
}
