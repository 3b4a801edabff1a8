import { useInfiniteQuery } from "@tanstack/react-query";
import { listLongOperations, type LongOperation } from "@tongzhou/contract/jobs";
import { useTranslation } from "react-i18next";
import { readingPages } from "../../platform/http/queries.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { WorkRow } from "./WorkRow.tsx";

const ENDED: ReadonlySet<LongOperation["state"]> = new Set(["done", "stopped"]);

/** Long operations that ended, the newest first; a stopped one can go on from where it is. */
export function EndedWork() {
  const { t } = useTranslation("jobs");
  const read = useInfiniteQuery(readingPages(listLongOperations, { query: {} }));
  const all = read.data?.pages.flatMap((page) => page.rows) ?? [];
  const rows = all.filter(({ state, undone }) => undone || ENDED.has(state));
  if (rows.length === 0) return null;
  return (
    <section>
      <SectionHead title={t("ended")} />
      <ul className="list">
        {rows.map((work) => (
          <WorkRow key={work.id} work={work} />
        ))}
      </ul>
      {read.hasNextPage ? (
        <Button size="small" busy={read.isFetchingNextPage} onClick={() => void read.fetchNextPage()}>
          {t("earlier")}
        </Button>
      ) : null}
    </section>
  );
}
