import { useQuery } from "@tanstack/react-query";
import type { LeadRow } from "@tongzhou/contract/lead-row";
import { leads } from "@tongzhou/contract/leads";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";
import { reading } from "../../platform/http/queries.ts";
import { useCells, type CellPlaces } from "../../platform/lists/use-cells.ts";
import { choiceKind, textKind } from "../../platform/record/editable-fact.tsx";
import { None } from "../../ui/signs/Marks.tsx";
import type { Column } from "../../ui/table/table-types.ts";
import { useProductLines } from "../products/index.ts";
import { GradeChip } from "./GradeChip.tsx";
import { HolderName } from "./HolderName.tsx";
import { LeadClockSign } from "./LeadClockSign.tsx";
import { LeadStageSign } from "./LeadStageSign.tsx";
import { useLeadWords } from "./useLeadWords.ts";

/** Columns a list of leads begins with; the others can be added. */
export const FIRST_COLUMNS = ["name", "account", "grade", "stage", "productLine", "source", "owner", "clock", "latest"];

const PLACES: CellPlaces<LeadRow> = {
  list: leads.list,
  edit: leads.edit,
  params: ({ id }) => ({ leadId: id }),
  stale: [leads.show, leads.today],
};

/** What a list of leads can show. Ids of sortable columns are the server's names of orders. */
export function useLeadColumns(): Column<LeadRow>[] {
  const { t } = useTranslation("leads");
  const format = useFormat();
  // For the words of reasons that the company added itself.
  useQuery(reading(leads.rejectReasons));
  const words = useLeadWords();
  const lines = useProductLines();
  const cell = useCells(PLACES, (field) => t("factChanged", { field }));
  return useMemo(
    () => [
      {
        id: "name",
        head: t("column.name"),
        width: 196,
        sortable: true,
        cell: (lead, narrow) => (
          <>
            <b>{words.name(lead)}</b> <span className="t12 ink3">{lead.contact.title}</span>
            {narrow ? <div className="ink2 ell">{lead.account?.name}</div> : null}
          </>
        ),
      },
      {
        id: "account",
        head: t("column.account"),
        width: 144,
        sortable: true,
        desktopOnly: true,
        cell: (lead) => lead.account?.name ?? <None />,
      },
      { id: "grade", head: t("column.grade"), width: 56, cell: (lead) => <GradeChip grade={lead.grade} /> },
      { id: "stage", head: t("column.stage"), width: 108, cell: (lead) => <LeadStageSign stage={lead.stage} /> },
      {
        id: "productLine",
        head: t("column.productLine"),
        width: 96,
        desktopOnly: true,
        fact: (lead) =>
          lead.mayEdit
            ? cell<string>(lead, {
                field: "productLineId",
                label: t("fact.productLine"),
                value: lead.productLine?.id ?? null,
                kind: choiceKind(lines.options, true),
                show: (id) => lines.nameOf(id),
                patch: (row, id) => ({
                  ...row,
                  productLine: id === null ? null : { id, name: lines.nameOf(id) ?? row.productLine?.name ?? "" },
                }),
              })
            : undefined,
        cell: (lead) => <span className="ink2">{lead.productLine?.name ?? <None />}</span>,
      },
      {
        id: "source",
        head: t("column.source"),
        width: 160,
        desktopOnly: true,
        // Under a campaign the cell shows the campaign, which is not typed.
        fact: (lead) =>
          lead.mayEdit && lead.campaign === null
            ? cell(lead, { field: "source", label: t("fact.source"), value: lead.source, kind: textKind })
            : undefined,
        cell: (lead) => <span className="ink2">{lead.campaign?.name ?? lead.source ?? <None />}</span>,
      },
      { id: "owner", head: t("column.owner"), width: 92, cell: (lead) => <HolderName holder={lead.holder} /> },
      {
        id: "clock",
        head: t("column.clock"),
        width: 128,
        sortable: true,
        cell: (lead) => <LeadClockSign clock={lead.clock} />,
      },
      {
        id: "captured",
        head: t("column.captured"),
        width: 104,
        sortable: true,
        desktopOnly: true,
        cell: (lead) => <span className="ink2">{format.moment(lead.capturedAt)}</span>,
      },
      {
        id: "reason",
        head: t("column.reason"),
        width: 104,
        desktopOnly: true,
        cell: (lead) => (lead.reason === null ? <None /> : <span className="ink2">{words.reason(lead.reason)}</span>),
      },
      {
        id: "latest",
        head: t("column.latest"),
        cell: (lead) =>
          lead.latestTouch === null ? <None /> : <span className="ink2">{words.touchWhen(lead.latestTouch)}</span>,
      },
    ],
    [t, format, words, lines, cell],
  );
}
