import { opportunities, type OpportunityRow } from "@tongzhou/contract/opportunities";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ListBulk } from "../../platform/lists/list-bulk.ts";
import type { ListExport } from "../../platform/lists/list-export.ts";
import type { ListState } from "../../platform/lists/list-state.ts";
import { isNarrowed, RecordList } from "../../platform/lists/RecordList.tsx";
import { useLive } from "../../platform/live/useLive.ts";
import { Empty } from "../../ui/feedback/Empty.tsx";
import { OpportunityHead } from "./OpportunityHead.tsx";
import { refreshOpportunities } from "./refresh-opportunities.ts";
import { useAssignOpportunities } from "./useAssignOpportunities.tsx";
import { useOpportunityActs } from "./useOpportunityActs.tsx";
import { useOpportunityColumns, useOpportunityPhoneView } from "./useOpportunityColumns.tsx";
import { usePipelineTypes } from "./usePipelineTypes.ts";

export interface OpportunityListProps {
  list: ListState;
  tabs: ReactNode;
  filters?: ReactNode;
  exporting?: ListExport | undefined;
  bulk?: ListBulk | undefined;
}

const hrefOf = ({ id }: OpportunityRow): string => `/opportunities/${id}`;

/** The opportunities as a list: by a view and its conditions, the ended ones too. */
export function OpportunityList({ list, tabs, filters, exporting, bulk }: OpportunityListProps) {
  const { t } = useTranslation("opportunities");
  const types = usePipelineTypes();
  const acts = useOpportunityActs(types[0]);
  const assigning = useAssignOpportunities();
  const narrowed = isNarrowed(list);
  useLive("opportunity", () => void refreshOpportunities());
  return (
    <>
      <RecordList
        object="opportunity"
        list={list}
        endpoints={opportunities}
        words={{
          title: t("title"),
          search: t("search"),
          count: (amount) => t("count", { amount }),
          chosen: (count) => t("chosen", { count }),
          chooseAll: (amount) => t("chooseAll", { amount }),
          chosenAll: (amount) => t("chosenAll", { amount }),
        }}
        head={<OpportunityHead look="list" />}
        tabs={tabs}
        filters={filters}
        exporting={exporting}
        bulk={bulk}
        columns={useOpportunityColumns()}
        phone={useOpportunityPhoneView()}
        hrefOf={hrefOf}
        acts={{ ...assigning.acts, row: (row) => ({ inline: [], menu: acts.menu(row) }) }}
        empty={
          <Empty title={t(narrowed ? "empty.found" : "empty.title")}>
            {t(narrowed ? "empty.foundWhy" : "empty.why")}
          </Empty>
        }
      />
      {acts.dialog}
      {assigning.dialog}
    </>
  );
}
