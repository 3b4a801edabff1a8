import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { accounts } from "@tongzhou/contract/accounts";
import { campaigns } from "@tongzhou/contract/campaigns";
import type { RuleGroup } from "@tongzhou/contract/conditions";
import { contacts } from "@tongzhou/contract/contacts";
import { listExports, type ExportObject, type ExportRow } from "@tongzhou/contract/exports";
import { leads } from "@tongzhou/contract/leads";
import { opportunities } from "@tongzhou/contract/opportunities";
import { touches } from "@tongzhou/contract/touches";
import { Download, Square } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { useFormat } from "../../platform/format/useFormat.ts";
import { forget, reading, readingPages } from "../../platform/http/queries.ts";
import { useAct } from "../../platform/http/useAct.ts";
import { useLive } from "../../platform/live/useLive.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { Empty } from "../../ui/feedback/Empty.tsx";
import { Pill } from "../../ui/signs/Marks.tsx";
import { RecordTable } from "../../ui/table/RecordTable.tsx";
import type { Column, PhoneView } from "../../ui/table/table-types.ts";
import { ConditionText } from "../views/index.ts";
import { hrefOfFile } from "./fetch-file.ts";

const FIELDS = {
  lead: leads.fields,
  contact: contacts.fields,
  account: accounts.fields,
  opportunity: opportunities.fields,
  campaign: campaigns.fields,
  touch: touches.fields,
} satisfies Record<ExportObject, unknown>;

const rowId = ({ id }: ExportRow): string => id;

/** Who took what out of the house, the newest first, with the files that are still kept. */
export function ExportList() {
  const { t } = useTranslation("exports");
  const read = useInfiniteQuery(readingPages(listExports.list, { query: {} }));
  const columns = useExportColumns();
  const phone = useExportOnPhone();
  const rows = (read.data?.pages ?? []).flatMap((page) => page.rows);
  useLive("longOperation", () => void forget(listExports.list));
  if (read.isError && rows.length === 0) {
    return <ReadFailure failure={read.error} onRetry={() => void read.refetch()} />;
  }
  return (
    <RecordTable
      label={t("exports")}
      rows={rows}
      rowId={rowId}
      columns={columns}
      loading={read.isPending}
      phone={phone}
      more={{
        has: read.hasNextPage,
        loading: read.isFetchingNextPage,
        load: () => void read.fetchNextPage(),
        failed: read.isFetchNextPageError,
      }}
      empty={<Empty title={t("none")}>{t("noneWhy")}</Empty>}
    />
  );
}

function useExportColumns(): Column<ExportRow>[] {
  const { t } = useTranslation("exports");
  const format = useFormat();
  return [
    { id: "what", head: t("what"), width: 200, cell: (row) => <What row={row} /> },
    { id: "chosen", head: t("chosenBy"), width: 360, cell: (row) => <ChosenBy row={row} /> },
    { id: "who", head: t("who"), width: 96, cell: ({ person }) => person.name },
    { id: "when", head: t("when"), width: 120, cell: ({ at }) => <span className="ink2">{format.moment(at)}</span> },
    { id: "file", head: t("file"), cell: (row) => <FileOf row={row} /> },
  ];
}

function useExportOnPhone(): PhoneView<ExportRow> {
  const format = useFormat();
  return {
    row: (row) => ({
      name: <What row={row} />,
      line: (
        <span className="ell">
          {row.person.name} · {format.moment(row.at)} · <ChosenBy row={row} />
        </span>
      ),
      act: <FileOf row={row} brief />,
    }),
  };
}

function What({ row }: { row: ExportRow }) {
  const { t } = useTranslation("exports");
  const format = useFormat();
  const rows = row.rows === null ? "" : t("rows", { count: row.rows, amount: format.count(row.rows) });
  return (
    <>
      <b>{t(`objects.${row.object}`)}</b> <span className="ink2">{rows}</span>
    </>
  );
}

/** The filter in words, as its maker had it. */
function ChosenBy({ row: { object, filter, search, chosen } }: { row: ExportRow }) {
  const { t } = useTranslation("exports");
  const format = useFormat();
  if (chosen !== null)
    return <span className="ink2">{t("chosenRows", { count: chosen, amount: format.count(chosen) })}</span>;
  const isAll = filter === null || filter.rules.length === 0;
  return (
    <span className="ink2 ell">
      {search === "" ? null : t("searched", { search })}
      {search === "" || isAll ? null : t("and")}
      {isAll ? search === "" ? t("everything") : null : <Filtered object={object} filter={filter} />}
    </span>
  );
}

function Filtered({ object, filter }: { object: ExportObject; filter: RuleGroup }) {
  const fields = useQuery(reading(FIELDS[object]));
  return fields.data === undefined ? null : <ConditionText group={filter} fields={fields.data} />;
}

/** How far it is, and the file once it is there. */
function FileOf({ row, brief = false }: { row: ExportRow; brief?: boolean }) {
  const { t } = useTranslation("exports");
  const format = useFormat();
  const stop = useAct(listExports.stop);
  const { id, state, file, done, total, expiresAt } = row;
  if (file === "ready" && expiresAt !== null) {
    return (
      <span className="row g8">
        <Button size="small" icon={Download} href={hrefOfFile(id)}>
          {t("download")}
        </Button>
        <span className="ink3 t12" hidden={brief}>
          {t("keptUntil", { format: row.format.toUpperCase(), day: format.day(expiresAt) })}
        </span>
      </span>
    );
  }
  if (file === "expired") return <span className="ink3">{t("expired")}</span>;
  if (file === "outdated") return <span className="ink3">{t("outdated")}</span>;
  if (file === "mayNot") return <span className="ink3">{t("makerOnly")}</span>;
  if (state === "failed") return <Pill tone="over">{t("states.failed")}</Pill>;
  if (state === "stopped" || state === "stopping" || state === "done") return <Pill>{t(`states.${state}`)}</Pill>;
  return (
    <span className="row g8">
      <Pill tone="accent">
        {t(`states.${state}`)} {total === undefined ? null : format.percent(total === 0 ? 0 : done / total)}
      </Pill>
      <Button
        size="small"
        look="quiet"
        icon={Square}
        busy={stop.isPending}
        onClick={() => stop.mutate({ params: { exportId: id } }, { onSettled: () => void forget(listExports.list) })}
      >
        {t("stop")}
      </Button>
    </span>
  );
}
