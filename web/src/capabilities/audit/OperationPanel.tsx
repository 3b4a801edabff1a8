import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { audit, type AuditChange, type AuditValue } from "@tongzhou/contract/audit";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { useFormat } from "../../platform/format/useFormat.ts";
import { isProblem } from "../../platform/http/problem-error.ts";
import { reading, readingPages } from "../../platform/http/queries.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { Segmented } from "../../ui/controls/Segmented.tsx";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { None } from "../../ui/signs/Marks.tsx";
import { PlainTable, type PlainColumn } from "../../ui/table/PlainTable.tsx";
import { UndoPanel } from "./UndoPanel.tsx";
import { useActorWords, useAuditWords } from "./useAuditWords.ts";
import { useValueWords } from "./useValueWords.ts";

/** One operation: who, when, what it wrote, and what undoing it would do. */
export function OperationPanel({ operationId }: { operationId: string }) {
  const { t } = useTranslation("audit");
  const format = useFormat();
  const words = useAuditWords();
  const actor = useActorWords();
  const read = useQuery(reading(audit.show, { params: { operationId } }));
  const [table, setTable] = useState<string>();
  if (read.isError) return <ReadFailure failure={read.error} onRetry={() => void read.refetch()} />;
  if (read.data === undefined) return <SkeletonRows rows={6} />;
  const operation = read.data;
  const shown = table ?? operation.tables[0]?.table;
  return (
    <>
      <section>
        <h2 className="t16">{words.kind(operation.kind, operation.summary)}</h2>
        <p className="t13 ink2">
          {actor(operation.actor)} · {format.fullMoment(operation.at)}
          {operation.followed > 0 ? ` · ${t("followed", { count: operation.followed })}` : null}
        </p>
        {operation.undoneBy === undefined ? null : (
          <p className="t13 ink2">
            {t("undoneBy", { who: actor(operation.undoneBy.actor), when: format.moment(operation.undoneBy.at) })}
          </p>
        )}
        {operation.reason === undefined ? null : <p className="t13 ink3">{operation.reason}</p>}
      </section>
      {operation.undo === "possible" || operation.undo === "partly" ? <UndoPanel operationId={operationId} /> : null}
      {shown === undefined ? null : (
        <section className="col g8">
          <SectionHead title={t("written")} />
          <Segmented
            label={t("written")}
            value={shown}
            onChange={setTable}
            options={operation.tables.map((each) => ({
              value: each.table,
              words: `${words.object(each.table)} ${format.count(each.created + each.changed + each.removed)}`,
            }))}
          />
          <Changes key={shown} operationId={operationId} table={shown} />
        </section>
      )}
    </>
  );
}

interface ChangedValue {
  id: string;
  record: string;
  act: AuditChange["act"];
  column: string;
  before: AuditValue | null;
  after: AuditValue | null;
}

function Changes({ operationId, table }: { operationId: string; table: string }) {
  const { t } = useTranslation("audit");
  const words = useAuditWords();
  const read = useInfiniteQuery(readingPages(audit.changes, { params: { operationId }, query: { table } }));
  const columns = useChangeColumns();
  if (isProblem(read.error, "not_found")) return <p className="t13 ink3">{t("notShown")}</p>;
  if (read.isError) return <ReadFailure failure={read.error} onRetry={() => void read.refetch()} />;
  if (read.data === undefined) return <SkeletonRows rows={4} />;
  const rows: ChangedValue[] = read.data.pages.flatMap((page) =>
    page.rows.flatMap((row) =>
      row.columns.map((column) => ({
        id: `${row.operationId}-${row.rowId}-${column.column}`,
        record: row.record.title ?? words.object(row.record.object),
        act: row.act,
        ...column,
      })),
    ),
  );
  const outside = read.data.pages[0]?.outside ?? 0;
  return (
    <>
      <PlainTable label={t("written")} rows={rows} rowId={({ id }) => id} columns={columns} />
      {outside > 0 ? <p className="t12 ink3">{t("outside", { count: outside })}</p> : null}
      {read.hasNextPage ? (
        <div>
          <Button size="small" busy={read.isFetchingNextPage} onClick={() => void read.fetchNextPage()}>
            {t("moreRows")}
          </Button>
        </div>
      ) : null}
    </>
  );
}

function useChangeColumns(): PlainColumn<ChangedValue>[] {
  const { t } = useTranslation("audit");
  const words = useAuditWords();
  return [
    { id: "record", head: t("record"), width: 180, cell: ({ record }) => <b>{record}</b> },
    { id: "column", head: t("column"), width: 140, cell: ({ column }) => words.column(column) },
    {
      id: "before",
      head: t("before"),
      notOnPhone: true,
      cell: ({ column, before }) => <OneValue column={column} value={before} />,
    },
    { id: "after", head: t("after"), cell: ({ column, after }) => <OneValue column={column} value={after} /> },
  ];
}

function OneValue({ column, value }: { column: string; value: AuditValue | null }) {
  const text = useValueWords()(column, value);
  return text === undefined ? <None /> : <span style={{ overflowWrap: "anywhere" }}>{text}</span>;
}
