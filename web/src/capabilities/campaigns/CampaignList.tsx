import { campaigns, type CampaignRow } from "@tongzhou/contract/campaigns";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { AddHead } from "../../platform/lists/AddHead.tsx";
import type { ListBulk } from "../../platform/lists/list-bulk.ts";
import type { ListExport } from "../../platform/lists/list-export.ts";
import type { ListState } from "../../platform/lists/list-state.ts";
import { isNarrowed, RecordList } from "../../platform/lists/RecordList.tsx";
import { useMay } from "../../platform/session/session.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { Empty } from "../../ui/feedback/Empty.tsx";
import { CreateCampaignDialog } from "./CreateCampaignDialog.tsx";
import { FIRST_COLUMNS, useCampaignColumns, useCampaignPhoneView } from "./useCampaignColumns.tsx";

export interface CampaignListProps {
  list: ListState;
  tabs: ReactNode;
  filters: ReactNode;
  exporting?: ListExport | undefined;
  bulk?: ListBulk | undefined;
}

const hrefOf = ({ id }: CampaignRow): string => `/campaigns/${id}`;

/** The campaigns: drafts with what they lack, running ones with what they have spent. */
export function CampaignList({ list, tabs, filters, exporting, bulk }: CampaignListProps) {
  const { t } = useTranslation("campaigns");
  const [isNew, setNew] = useState(false);
  const mayCreate = useMay("campaign", "create");
  const narrowed = isNarrowed(list);
  return (
    <>
      <RecordList
        object="campaign"
        list={list}
        endpoints={campaigns}
        words={{
          title: t("campaigns"),
          search: t("search"),
          count: (amount) => t("count", { amount }),
          chosen: (count) => t("chosen", { count }),
          chooseAll: (amount) => t("chooseAll", { amount }),
          chosenAll: (amount) => t("chosenAll", { amount }),
        }}
        head={
          <AddHead title={t("campaigns")} words={t("create")} {...(mayCreate ? { onAdd: () => setNew(true) } : {})} />
        }
        tabs={tabs}
        filters={filters}
        exporting={exporting}
        bulk={bulk}
        columns={useCampaignColumns()}
        firstColumns={FIRST_COLUMNS}
        phone={useCampaignPhoneView()}
        hrefOf={hrefOf}
        empty={
          narrowed ? (
            <Empty title={t("empty.view")}>{t("empty.viewWhy")}</Empty>
          ) : (
            <Empty
              title={t("empty.title")}
              act={
                mayCreate ? (
                  <Button size="small" onClick={() => setNew(true)}>
                    {t("create")}
                  </Button>
                ) : undefined
              }
            >
              {t("empty.body")}
            </Empty>
          )
        }
      />
      {isNew ? <CreateCampaignDialog onClose={() => setNew(false)} /> : null}
    </>
  );
}
