import { opportunities, type OpportunityRow } from "@tongzhou/contract/opportunities";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { noonOf } from "../../platform/format/calendar-day.ts";
import { useFormat } from "../../platform/format/useFormat.ts";
import { useCells, type CellPlaces } from "../../platform/lists/use-cells.ts";
import { amountKind } from "../../platform/record/amount-kind.ts";
import { dayKind, longKind, textKind } from "../../platform/record/editable-fact.tsx";
import { None, Pill } from "../../ui/signs/Marks.tsx";
import type { Column, PhoneView } from "../../ui/table/table-types.ts";
import { AttentionSign } from "./AttentionSign.tsx";

/** Where it stands: its stage, or how it ended. */
function Stage({ row }: { row: OpportunityRow }) {
  const { t } = useTranslation("opportunities");
  if (row.outcome === "won") return <Pill tone="good">{t("view.won")}</Pill>;
  if (row.outcome === "lost") return <Pill>{t("view.lost")}</Pill>;
  return (
    <span className="row g6">
      <span className="nw">{row.stageName ?? <None />}</span>
      {row.probability === null ? null : <span className="ink3 t12">{t("percent", { percent: row.probability })}</span>}
    </span>
  );
}

/** The last column: what needs a look, else why it was lost, else what comes next. */
function Next({ row }: { row: OpportunityRow }) {
  const { t } = useTranslation("opportunities");
  if (row.loseReason !== null) return <span className="ink2">{t(`reason.${row.loseReason}` as "reason.price")}</span>;
  return (
    <span className="row g12 grow">
      <AttentionSign row={row} />
      <span className="ink2 ell">{row.nextStep ?? (row.outcome === null ? "" : <None />)}</span>
    </span>
  );
}

const PLACES: CellPlaces<OpportunityRow> = {
  list: opportunities.list,
  edit: opportunities.edit,
  params: ({ id }) => ({ opportunityId: id }),
  stale: [opportunities.show, opportunities.board, opportunities.boardColumn, opportunities.checkMove],
};

/** What has ended stays as it was when it ended. */
const isOpen = (row: OpportunityRow): boolean => row.mayEdit && row.outcome === null;

/** The columns of the list of opportunities. */
export function useOpportunityColumns(): Column<OpportunityRow>[] {
  const { t } = useTranslation("opportunities");
  const { t: ofFormat } = useTranslation("format");
  const format = useFormat();
  const cell = useCells(PLACES, (field) => t("changed", { field }));
  return useMemo(
    () => [
      {
        id: "name",
        head: t("title"),
        width: 260,
        sortable: true,
        fact: (row) =>
          isOpen(row)
            ? cell(row, { field: "name", label: t("field.name"), value: row.name, kind: textKind })
            : undefined,
        cell: (row, narrow) => (
          <>
            <b>{row.name}</b>
            {narrow ? <div className="ink2 ell">{row.accountName}</div> : null}
          </>
        ),
      },
      { id: "account", head: t("account"), width: 180, desktopOnly: true, cell: (row) => row.accountName },
      { id: "stageSince", head: t("stage"), width: 150, sortable: true, cell: (row) => <Stage row={row} /> },
      {
        id: "amount",
        head: t("field.amount"),
        width: 110,
        align: "end",
        sortable: true,
        fact: (row) =>
          isOpen(row) && row.mayEditAmount && row.amount !== undefined
            ? cell<number>(row, {
                field: "amount",
                label: t("field.amount"),
                value: row.amount,
                kind: amountKind(row.currency),
                show: (amount) => format.exactMoney(amount, row.currency),
                notUnderstood: ofFormat("noAmount"),
              })
            : undefined,
        cell: (row) =>
          row.amount === undefined || row.amount === null ? <None /> : <b>{format.money(row.amount, row.currency)}</b>,
      },
      {
        id: "expectedClose",
        head: t("field.expectedCloseOn"),
        width: 110,
        sortable: true,
        fact: (row) =>
          isOpen(row)
            ? cell<string>(row, {
                field: "expectedCloseOn",
                label: t("field.expectedCloseOn"),
                value: row.expectedCloseOn,
                kind: dayKind,
                show: (day) => format.day(noonOf(day)),
              })
            : undefined,
        cell: (row) => (row.expectedCloseOn === null ? <None /> : format.day(noonOf(row.expectedCloseOn))),
      },
      { id: "owner", head: t("owner"), width: 84, cell: (row) => row.ownerName },
      {
        id: "opened",
        head: t("opened"),
        width: 100,
        sortable: true,
        desktopOnly: true,
        cell: (row) => format.day(row.openedAt),
      },
      {
        id: "next",
        head: t("field.nextStep"),
        fact: (row) =>
          isOpen(row)
            ? cell(row, { field: "nextStep", label: t("field.nextStep"), value: row.nextStep, kind: longKind })
            : undefined,
        cell: (row) => <Next row={row} />,
      },
    ],
    [t, ofFormat, format, cell],
  );
}

/** An opportunity in two lines on the phone. */
export function useOpportunityPhoneView(): PhoneView<OpportunityRow> {
  const format = useFormat();
  return {
    row: (row) => ({
      name: row.name,
      line: <Next row={row} />,
      top:
        row.amount === undefined || row.amount === null ? undefined : <b>{format.money(row.amount, row.currency)}</b>,
      bottom: <Stage row={row} />,
    }),
  };
}
