import { useInfiniteQuery } from "@tanstack/react-query";
import { imports, type ImportResult, type RejectedRow } from "@tongzhou/contract/imports";
import { useTranslation } from "react-i18next";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { useFormat } from "../../platform/format/useFormat.ts";
import { readingPages } from "../../platform/http/queries.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { None } from "../../ui/signs/Marks.tsx";
import { PlainTable, type PlainColumn } from "../../ui/table/PlainTable.tsx";
import styles from "./Mapping.module.css";
import { useProblemWords } from "./useProblemWords.ts";

const PAGE = 20;

/** Rows that stayed out, each with its line, column, value and reason. What stands in the file is for who brought it. */
export function RejectedRows({ result }: { result: ImportResult }) {
  const { t } = useTranslation("imports");
  const format = useFormat();
  const words = useProblemWords();
  const query = { params: { importId: result.id }, query: { limit: String(PAGE) } };
  const read = useInfiniteQuery({
    ...readingPages(imports.rejects, query),
    enabled: result.mayReadFile && result.counts.rejected > 0,
  });
  const columns = useRejectColumns();
  if (result.counts.rejected === 0) return null;
  const rows = (read.data?.pages ?? []).flatMap((page) => page.rows);
  return (
    <section>
      <SectionHead title={t("outPeople")} note={t("rowsOut", { rows: format.count(result.counts.rejected) })} />
      {result.mayReadFile ? null : (
        <ul className={`list t13 ${styles.samples}`}>
          {result.rejectedByReason.map(({ code, rows: count }) => (
            <li key={code}>
              <b>{format.count(count)}</b> {words({ code, column: null, value: "", params: {} })}
            </li>
          ))}
        </ul>
      )}
      {read.isError ? <ReadFailure failure={read.error} onRetry={() => void read.refetch()} /> : null}
      {rows.length === 0 ? null : (
        <PlainTable label={t("outPeople")} rows={rows} rowId={({ rowNumber }) => String(rowNumber)} columns={columns} />
      )}
      {read.hasNextPage ? (
        <div style={{ padding: "12px 0" }}>
          <Button size="small" busy={read.isFetchingNextPage} onClick={() => void read.fetchNextPage()}>
            {t("moreRows")}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

function useRejectColumns(): PlainColumn<RejectedRow>[] {
  const { t } = useTranslation("imports");
  const words = useProblemWords();
  return [
    { id: "line", head: t("lineHead"), width: 64, cell: ({ line }) => <span className="ink3">{line}</span> },
    {
      id: "column",
      head: t("columnHead"),
      width: 120,
      wraps: true,
      cell: ({ problems }) => problems[0]?.column ?? <None />,
    },
    {
      id: "value",
      head: t("fileWrites"),
      width: 180,
      wraps: true,
      notOnPhone: true,
      cell: ({ problems }) => problems[0]?.value || <None />,
    },
    {
      id: "why",
      head: t("why"),
      cell: ({ problems }) => (
        <span className="ink2">
          {problems.map((problem) => words({ ...problem, column: null })).join(t("semicolon"))}
        </span>
      ),
    },
  ];
}
