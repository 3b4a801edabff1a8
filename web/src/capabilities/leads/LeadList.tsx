import type { LeadRow } from "@tongzhou/contract/lead-row";
import { leads } from "@tongzhou/contract/leads";
import { Check, Phone, Shuffle, Undo2, UserX } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ListBulk } from "../../platform/lists/list-bulk.ts";
import type { ListExport } from "../../platform/lists/list-export.ts";
import type { ListState } from "../../platform/lists/list-state.ts";
import { isNarrowed, RecordList } from "../../platform/lists/RecordList.tsx";
import { useLive } from "../../platform/live/useLive.ts";
import { Empty } from "../../ui/feedback/Empty.tsx";
import type { BulkAct } from "../../ui/list/BulkBar.tsx";
import { PageHead } from "../../ui/list/PageHead.tsx";
import type { RowAct, RowActs } from "../../ui/table/table-types.ts";
import { refreshLeads } from "./refresh-leads.ts";
import { useLeadActs, type LeadActs } from "./useLeadActs.tsx";
import { FIRST_COLUMNS, useLeadColumns } from "./useLeadColumns.tsx";
import { useLeadPhoneView } from "./useLeadPhoneView.tsx";

export interface LeadListProps {
  list: ListState;
  tabs: ReactNode;
  filters: ReactNode;
  exporting?: ListExport | undefined;
  bulk?: ListBulk | undefined;
  acts?: ReactNode;
  phoneActs?: ReactNode;
}

type Say = ReturnType<typeof useTranslation<"leads">>["t"];

const hrefOf = ({ id }: LeadRow): string => `/leads/${id}`;

/** The page of leads: rows by a view and its conditions, acts in place and on many. */
export function LeadList({ list, tabs, filters, exporting, bulk, acts: headActs, phoneActs }: LeadListProps) {
  const { t } = useTranslation("leads");
  const acts = useLeadActs();
  const mayChoose = acts.mayEdit || acts.mayAssign;
  const narrowed = isNarrowed(list);
  useLive("lead", () => void refreshLeads());
  return (
    <>
      <RecordList
        object="lead"
        list={list}
        endpoints={leads}
        words={{
          title: t("title"),
          search: t("search"),
          count: (amount) => t("count", { amount }),
          chosen: (count) => t("chosen", { count }),
          chooseAll: (amount) => t("chooseAll", { amount }),
          chosenAll: (amount) => t("chosenAll", { amount }),
          chosenOf: (chosen, amount) => t("chosenOf", { chosen, amount }),
        }}
        head={<PageHead title={t("title")} acts={headActs} {...(phoneActs === undefined ? {} : { phoneActs })} />}
        tabs={tabs}
        filters={filters}
        exporting={exporting}
        bulk={bulk}
        columns={useLeadColumns()}
        firstColumns={FIRST_COLUMNS}
        phone={useLeadPhoneView(acts)}
        hrefOf={hrefOf}
        acts={{
          row: (lead) => rowActs(acts, lead, t),
          chosen: mayChoose ? (rows, clear) => bulkActs(acts, rows, clear, t) : undefined,
          all: acts.mayAssign
            ? (every, clear) => [
                { id: "assign", words: t("reassign"), icon: Shuffle, run: () => acts.assignEvery(every, clear) },
              ]
            : undefined,
        }}
        empty={<Empty title={t(narrowed ? "emptyView" : "empty")}>{t(narrowed ? "emptyViewWhy" : "emptyWhy")}</Empty>}
      />
      {acts.dialog}
    </>
  );
}

function rowActs(acts: LeadActs, lead: LeadRow, t: Say): RowActs {
  const call: RowAct[] = acts.canCall(lead)
    ? [{ id: "call", words: t("call"), icon: Phone, lone: true, run: () => acts.call(lead) }]
    : [];
  if (acts.waitsForMe(lead)) {
    return {
      inline: [
        { id: "accept", words: t("accept"), shortcut: "a", run: () => acts.accept([lead]) },
        { id: "decline", words: t("decline"), shortcut: "r", run: () => acts.decline([lead]) },
        ...call,
      ],
    };
  }
  const isClaimable = lead.holder.kind === "pool" && lead.holder.pool === "public";
  const claim: RowAct[] = isClaimable ? [{ id: "claim", words: t("claim"), run: () => acts.claim([lead]) }] : [];
  const isOpen = lead.stage !== "converted" && lead.stage !== "disqualified";
  const assign: RowAct[] =
    acts.mayAssign && isOpen
      ? [{ id: "assign", words: t("assign"), shortcut: "a", run: () => acts.assign([lead]) }]
      : [];
  return { inline: [...claim, ...assign, ...call] };
}

function bulkActs(acts: LeadActs, chosen: readonly LeadRow[], clear: () => void, t: Say): BulkAct[] {
  const waiting = chosen.every(acts.waitsForMe);
  const answer: BulkAct[] = [
    { id: "accept", words: t("accept"), icon: Check, run: () => acts.accept(chosen, clear) },
    { id: "decline", words: t("decline"), icon: Undo2, run: () => acts.decline(chosen, clear) },
  ];
  const assign: BulkAct = { id: "assign", words: t("reassign"), icon: Shuffle, run: () => acts.assign(chosen, clear) };
  const out: BulkAct = {
    id: "disqualify",
    words: t("disqualify"),
    icon: UserX,
    run: () => acts.disqualify(chosen, clear),
  };
  return [...(waiting ? answer : []), ...(acts.mayAssign ? [assign] : []), ...(acts.mayEdit ? [out] : [])];
}
