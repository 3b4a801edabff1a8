import { opportunities, type OpportunityRow } from "@tongzhou/contract/opportunities";
import { useQuery } from "@tanstack/react-query";
import { useEffect, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { useFormat } from "../../platform/format/useFormat.ts";
import { reading } from "../../platform/http/queries.ts";
import { rememberList } from "../../platform/lists/list-memory.ts";
import { askedOf, sortingOf, turnedSort, type ListState } from "../../platform/lists/list-state.ts";
import { ListSearch } from "../../platform/lists/ListSearch.tsx";
import { useListRows } from "../../platform/lists/use-list-rows.ts";
import { useLive } from "../../platform/live/useLive.ts";
import { Empty } from "../../ui/feedback/Empty.tsx";
import { ListLayout } from "../../ui/list/ListLayout.tsx";
import { ToolRow } from "../../ui/list/ToolRow.tsx";
import { ColumnChooser } from "../../ui/table/ColumnChooser.tsx";
import { RecordTable } from "../../ui/table/RecordTable.tsx";
import { OpportunityHead } from "./OpportunityHead.tsx";
import { refreshOpportunities } from "./refresh-opportunities.ts";
import { useOpportunityActs } from "./useOpportunityActs.tsx";
import { useOpportunityColumns, useOpportunityPhoneView } from "./useOpportunityColumns.tsx";
import { usePipelineTypes } from "./usePipelineTypes.ts";

const rowId = ({ id }: OpportunityRow): string => id;

/** The opportunities as a list: by a view and its conditions, the ended ones too. */
export function OpportunityList({ list, tabs, filters }: { list: ListState; tabs: ReactNode; filters?: ReactNode }) {
  const { t } = useTranslation("opportunities");
  const format = useFormat();
  const columns = useOpportunityColumns();
  const phone = useOpportunityPhoneView();
  const types = usePipelineTypes();
  const acts = useOpportunityActs(types[0]);
  const asked = askedOf(list);
  const read = useListRows<OpportunityRow>(opportunities.list, asked);
  const { sort: _, ...choice } = asked;
  const count = useQuery(reading(opportunities.count, { query: choice })).data;
  const { rows } = read;
  const visible = list.columns ?? columns.map(({ id }) => id);
  useLive("opportunity", () => void refreshOpportunities());
  useEffect(() => {
    const href = `${window.location.pathname}${window.location.search}`;
    rememberList({ object: "opportunity", href, ids: rows.map(rowId) });
  }, [rows]);
  const isNarrowed = list.search !== "" || list.filter.rules.length > 0;
  return (
    <>
      <ListLayout
        head={<OpportunityHead look="list" />}
        tabs={tabs}
        tools={
          <ToolRow
            end={
              <ColumnChooser columns={columns} visible={visible} onChange={(next) => list.change({ columns: next })} />
            }
          >
            <ListSearch words={t("search")} value={list.search} onChange={(search) => list.change({ search })} />
            {filters}
          </ToolRow>
        }
        count={count === undefined ? undefined : t("count", { amount: format.estimate(count.count, count.exact) })}
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
            href={({ id }) => `/opportunities/${id}`}
            acts={(row) => ({ inline: [], menu: acts.menu(row) })}
            more={read.more}
            phone={phone}
            empty={
              <Empty title={t(isNarrowed ? "empty.found" : "empty.title")}>
                {t(isNarrowed ? "empty.foundWhy" : "empty.why")}
              </Empty>
            }
          />
        ) : (
          <ReadFailure failure={read.failure} onRetry={read.retry} />
        )}
      </ListLayout>
      {acts.dialog}
    </>
  );
}
