import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { audit, type TrashRow } from "@tongzhou/contract/audit";
import { RotateCcw } from "lucide-react";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { useFormat } from "../../platform/format/useFormat.ts";
import { readingPages } from "../../platform/http/queries.ts";
import { useUrlState } from "../../platform/routing/useUrlState.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { Segmented } from "../../ui/controls/Segmented.tsx";
import { Empty } from "../../ui/feedback/Empty.tsx";
import { SelectField } from "../../ui/fields/SelectField.tsx";
import { ListLayout } from "../../ui/list/ListLayout.tsx";
import { ToolRow } from "../../ui/list/ToolRow.tsx";
import { Tag } from "../../ui/signs/Marks.tsx";
import { RecordTable } from "../../ui/table/RecordTable.tsx";
import type { Column, PhoneView, RowAct } from "../../ui/table/table-types.ts";
import { RestoreDialog } from "./RestoreDialog.tsx";
import { useActorWords, useAuditWords } from "./useAuditWords.ts";

/** Records that people delete; what is only ever removed by an undo comes back by undoing that. */
const OBJECTS = [
  "contact",
  "account",
  "lead",
  "opportunity",
  "campaign",
  "lead_standard",
  "routing_rule",
  "opportunity_type",
  "product_line",
  "saved_view",
  "team",
  "role",
] as const;

const Url = z.object({
  object: z.enum(OBJECTS).optional().catch(undefined),
  whose: z.enum(["all", "mine"]).default("all").catch("all"),
});

const rowId = ({ record, operationId }: TrashRow): string => `${operationId}-${record.id}`;

/** What was deleted and can come back: who, when, with how many others; and the way back. */
export function TrashPanel({ head }: { head: ReactNode }) {
  const { t } = useTranslation("audit");
  const words = useAuditWords();
  const [url, change] = useUrlState(Url);
  const [restoring, setRestoring] = useState<TrashRow>();
  const query = {
    ...(url.object === undefined ? {} : { object: url.object }),
    ...(url.whose === "mine" ? { mine: "true" } : {}),
  };
  const read = useInfiniteQuery({ ...readingPages(audit.trash, { query }), placeholderData: keepPreviousData });
  const rows = (read.data?.pages ?? []).flatMap((page) => page.rows);
  const restoreAct = (row: TrashRow): RowAct => ({
    id: "restore",
    words: t("restore"),
    icon: RotateCcw,
    shortcut: "r",
    run: () => setRestoring(row),
  });
  const columns = useTrashColumns();
  const phone = useTrashOnPhone(restoreAct);
  const isNarrowed = url.object !== undefined || url.whose === "mine";
  return (
    <ListLayout
      head={head}
      tools={
        <ToolRow>
          <Segmented
            label={t("whose")}
            value={url.whose}
            onChange={(whose) => change({ whose })}
            options={(["all", "mine"] as const).map((value) => ({ value, words: t(`deletedBy.${value}`) }))}
          />
          <SelectField
            label={t("whichObject")}
            labelUnseen
            clearable
            placeholder={t("everyObject")}
            size="small"
            value={url.object}
            options={OBJECTS.map((value) => ({ value, words: words.object(value) }))}
            onChange={(object) => change({ object: OBJECTS.find((each) => each === object) })}
          />
        </ToolRow>
      }
    >
      {read.isError && rows.length === 0 ? (
        <ReadFailure failure={read.error} onRetry={() => void read.refetch()} />
      ) : (
        <RecordTable
          label={t("trash")}
          rows={rows}
          rowId={rowId}
          columns={columns}
          loading={read.isPending}
          phone={phone}
          acts={(row) => ({ inline: row.mayRestore ? [restoreAct(row)] : [] })}
          more={{
            has: read.hasNextPage,
            loading: read.isFetchingNextPage,
            load: () => void read.fetchNextPage(),
            failed: read.isFetchNextPageError,
          }}
          empty={
            <Empty title={isNarrowed ? t("trashNoneFits") : t("trashEmpty")}>
              {isNarrowed ? t("trashNoneFitsWhy") : t("trashEmptyWhy")}
            </Empty>
          }
        />
      )}
      {restoring === undefined ? null : <RestoreDialog row={restoring} onClose={() => setRestoring(undefined)} />}
    </ListLayout>
  );
}

/** What it was called; views and rules of the house have no name that people gave. */
function NameOf({ row }: { row: TrashRow }) {
  const words = useAuditWords();
  return <>{row.record.title ?? words.object(row.record.object)}</>;
}

function useTrashColumns(): Column<TrashRow>[] {
  const { t } = useTranslation("audit");
  const format = useFormat();
  const words = useAuditWords();
  const actor = useActorWords();
  return [
    {
      id: "name",
      head: t("record"),
      width: 300,
      cell: (row) => (
        <span className="row g8">
          <b className="ell">
            <NameOf row={row} />
          </b>
          {row.together > 1 ? <Tag>{t("together", { count: row.together })}</Tag> : null}
        </span>
      ),
    },
    { id: "object", head: t("whichObject"), width: 120, cell: ({ record }) => words.object(record.object) },
    { id: "how", head: t("how"), width: 180, desktopOnly: true, cell: ({ kind }) => words.kind(kind) },
    { id: "who", head: t("who"), width: 140, cell: (row) => actor(row.actor) },
    { id: "when", head: t("when"), cell: ({ at }) => <span className="ink2">{format.moment(at)}</span> },
  ];
}

function useTrashOnPhone(restoreAct: (row: TrashRow) => RowAct): PhoneView<TrashRow> {
  const { t } = useTranslation("audit");
  const format = useFormat();
  const words = useAuditWords();
  const actor = useActorWords();
  return {
    row: (row) => ({
      name: <NameOf row={row} />,
      meta: words.object(row.record.object),
      line: t("byWhen", { who: actor(row.actor), when: format.moment(row.at) }),
      ...(row.mayRestore ? { act: <RestoreButton act={restoreAct(row)} />, swipe: [restoreAct(row)] } : {}),
    }),
  };
}

function RestoreButton({ act }: { act: RowAct }) {
  return (
    <Button size="small" icon={act.icon} onClick={act.run}>
      {act.words}
    </Button>
  );
}
