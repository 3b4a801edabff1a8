import type { LeadRow } from "@tongzhou/contract/lead-row";
import { leads } from "@tongzhou/contract/leads";
import { Check, Phone, Shuffle, Undo2, UserX } from "lucide-react";
import { useEffect, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { rememberList } from "../../platform/lists/list-memory.ts";
import { askedOf, sortingOf, turnedSort, type ListState } from "../../platform/lists/list-state.ts";
import { ListSearch } from "../../platform/lists/ListSearch.tsx";
import { useListRows } from "../../platform/lists/use-list-rows.ts";
import { useLive } from "../../platform/live/useLive.ts";
import { Empty } from "../../ui/feedback/Empty.tsx";
import { BulkBar, type BulkAct } from "../../ui/list/BulkBar.tsx";
import { ListLayout } from "../../ui/list/ListLayout.tsx";
import { PageHead } from "../../ui/list/PageHead.tsx";
import { ToolRow } from "../../ui/list/ToolRow.tsx";
import { ColumnChooser } from "../../ui/table/ColumnChooser.tsx";
import { RecordTable } from "../../ui/table/RecordTable.tsx";
import type { RowAct, RowActs } from "../../ui/table/table-types.ts";
import { LeadCount } from "./LeadCount.tsx";
import { refreshLeads } from "./refresh-leads.ts";
import { useLeadActs, type LeadActs } from "./useLeadActs.tsx";
import { FIRST_COLUMNS, useLeadColumns } from "./useLeadColumns.tsx";
import { useLeadPhoneView } from "./useLeadPhoneView.tsx";

export interface LeadListProps {
  list: ListState;
  tabs: ReactNode;
  filters: ReactNode;
  acts?: ReactNode;
  phoneActs?: ReactNode;
}

const rowId = ({ id }: LeadRow): string => id;
const hrefOf = ({ id }: LeadRow): string => `/leads/${id}`;

/** The page of leads: rows by a view and its conditions, acts in place and on many. */
export function LeadList({ list, tabs, filters, acts: headActs, phoneActs }: LeadListProps) {
  const { t } = useTranslation("leads");
  const columns = useLeadColumns();
  const acts = useLeadActs();
  const phone = useLeadPhoneView(acts);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set<string>());
  const read = useListRows<LeadRow>(leads.list, askedOf(list));
  const { rows } = read;
  useLive("lead", () => void refreshLeads());
  useRemembered(rows);
  const chosenRows = rows.filter(({ id }) => chosen.has(id));
  const clear = () => setChosen(new Set());
  const visible = list.columns ?? FIRST_COLUMNS;
  return (
    <>
      <ListLayout
        head={<PageHead title={t("title")} acts={headActs} {...(phoneActs === undefined ? {} : { phoneActs })} />}
        tabs={tabs}
        tools={
          <ToolRow
            end={
              <ColumnChooser columns={columns} visible={visible} onChange={(next) => list.change({ columns: next })} />
            }
            phone={
              <>
                <ListSearch words={t("search")} value={list.search} onChange={(search) => list.change({ search })} />
                {filters}
              </>
            }
          >
            <ListSearch words={t("search")} value={list.search} onChange={(search) => list.change({ search })} />
            {filters}
          </ToolRow>
        }
        count={read.failure === null ? <LeadCount list={list} chosen={chosenRows.length} /> : undefined}
        bulk={
          chosenRows.length === 0 ? null : (
            <BulkBar
              chosen={t("chosen", { count: chosenRows.length })}
              onClear={clear}
              acts={bulkActs(acts, chosenRows, clear, t)}
            />
          )
        }
      >
        {read.failure === null ? (
          <RecordTable
            label={t("title")}
            rows={rows}
            rowId={rowId}
            columns={columns}
            visible={visible}
            loading={read.loading}
            sorting={sortingOf(read.order)}
            onSort={(column) => list.change({ sort: turnedSort(read.order, column) })}
            {...(acts.mayEdit || acts.mayAssign ? { selection: { chosen, onChange: setChosen } } : {})}
            href={hrefOf}
            acts={(lead) => rowActs(acts, lead, t)}
            more={read.more}
            phone={phone}
            empty={<LeadsEmpty list={list} />}
          />
        ) : (
          <ReadFailure failure={read.failure} onRetry={read.retry} />
        )}
      </ListLayout>
      {acts.dialog}
    </>
  );
}

type Say = ReturnType<typeof useTranslation<"leads">>["t"];

function useRemembered(rows: readonly LeadRow[]): void {
  useEffect(() => {
    const href = `${window.location.pathname}${window.location.search}`;
    rememberList({ object: "lead", href, ids: rows.map(rowId) });
  }, [rows]);
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

function LeadsEmpty({ list }: { list: ListState }) {
  const { t } = useTranslation("leads");
  const isNarrowed = list.search !== "" || list.filter.rules.length > 0;
  return <Empty title={t(isNarrowed ? "emptyView" : "empty")}>{t(isNarrowed ? "emptyViewWhy" : "emptyWhy")}</Empty>;
}
