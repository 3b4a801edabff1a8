import { imports, type ImportRow } from "@tongzhou/contract/imports";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { useFormat } from "../../platform/format/useFormat.ts";
import { readingPages } from "../../platform/http/queries.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { Empty } from "../../ui/feedback/Empty.tsx";
import { None } from "../../ui/signs/Marks.tsx";
import { RecordTable } from "../../ui/table/RecordTable.tsx";
import type { Column, PhoneView } from "../../ui/table/table-types.ts";
import { ImportState } from "./ImportState.tsx";

const rowId = ({ id }: ImportRow): string => id;
const href = ({ id }: ImportRow): string => `/imports/${id}`;

/** What was imported, the newest first. */
export function ImportList() {
  const { t } = useTranslation("imports");
  const read = useInfiniteQuery(readingPages(imports.list, { query: {} }));
  const columns = useImportColumns();
  const phone = useImportOnPhone();
  const rows = (read.data?.pages ?? []).flatMap((page) => page.rows);
  if (read.isError && rows.length === 0) {
    return <ReadFailure failure={read.error} onRetry={() => void read.refetch()} />;
  }
  return (
    <RecordTable
      label={t("imports")}
      rows={rows}
      rowId={rowId}
      columns={columns}
      href={href}
      loading={read.isPending}
      phone={phone}
      more={{
        has: read.hasNextPage,
        loading: read.isFetchingNextPage,
        load: () => void read.fetchNextPage(),
        failed: read.isFetchNextPageError,
      }}
      empty={
        <Empty
          title={t("none")}
          act={
            <Button size="small" href="/imports/new">
              {t("begin")}
            </Button>
          }
        >
          {t("noneWhy")}
        </Empty>
      }
    />
  );
}

function useImportColumns(): Column<ImportRow>[] {
  const { t } = useTranslation("imports");
  const format = useFormat();
  const figure = (id: "created" | "attached" | "rejected"): Column<ImportRow> => ({
    id,
    head: t(`counts.${id}`),
    width: 96,
    align: "end",
    cell: ({ counts }) => (counts[id] === 0 ? <span className="ink3">0</span> : format.count(counts[id])),
  });
  return [
    { id: "name", head: t("file"), width: 280, cell: ({ name }) => <b>{name}</b> },
    { id: "state", head: t("state"), width: 150, cell: (row) => <ImportState row={row} /> },
    figure("created"),
    figure("attached"),
    figure("rejected"),
    {
      id: "campaign",
      head: t("campaign"),
      width: 180,
      desktopOnly: true,
      cell: ({ campaignName }) => campaignName ?? <None />,
    },
    { id: "who", head: t("who"), width: 100, cell: ({ startedByName }) => startedByName ?? <None /> },
    { id: "when", head: t("when"), cell: ({ createdAt }) => <span className="ink2">{format.moment(createdAt)}</span> },
  ];
}

function useImportOnPhone(): PhoneView<ImportRow> {
  const { t } = useTranslation("imports");
  const format = useFormat();
  return {
    row: (row) => ({
      name: row.name,
      line: t("inAndOut", {
        in: format.count(row.counts.created + row.counts.attached),
        out: format.count(row.counts.rejected),
      }),
      top: format.moment(row.createdAt),
      bottom: <ImportState row={row} />,
    }),
  };
}
