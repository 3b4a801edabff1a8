import { accounts, type AccountRow } from "@tongzhou/contract/accounts";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { AddHead } from "../../platform/lists/AddHead.tsx";
import { useCodeWords } from "../../platform/codes/useCodeWords.ts";
import type { ListBulk } from "../../platform/lists/list-bulk.ts";
import { joinActs } from "../../platform/lists/join-acts.ts";
import type { ListExport } from "../../platform/lists/list-export.ts";
import type { ListState } from "../../platform/lists/list-state.ts";
import { isNarrowed, RecordList, type ListActs } from "../../platform/lists/RecordList.tsx";
import { useRegions } from "../../platform/regions/useRegions.ts";
import { useMay } from "../../platform/session/session.ts";
import { Empty } from "../../ui/feedback/Empty.tsx";
import type { PhoneView } from "../../ui/table/table-types.ts";
import { AddAccountDialog } from "./AddAccountDialog.tsx";
import { useAssignAccounts } from "./useAssignAccounts.tsx";
import { useAccountColumns } from "./useAccountColumns.tsx";

export interface AccountListProps {
  list: ListState;
  tabs: ReactNode;
  filters: ReactNode;
  exporting?: ListExport | undefined;
  bulk?: ListBulk | undefined;
  /** What other capabilities can do with accounts. */
  moreActs?: ListActs<{ id: string }>;
}

const hrefOf = ({ id }: AccountRow): string => `/accounts/${id}`;

/** The page of companies and households. */
export function AccountList({ list, tabs, filters, exporting, bulk, moreActs = {} }: AccountListProps) {
  const { t } = useTranslation("accounts");
  const [isNew, setNew] = useState(false);
  const mayCreate = useMay("account", "create");
  const narrowed = isNarrowed(list);
  const assigning = useAssignAccounts();
  return (
    <>
      <RecordList
        object="account"
        list={list}
        endpoints={accounts}
        words={{
          title: t("title"),
          search: t("search"),
          count: (amount) => t("count", { amount }),
          chosen: (count) => t("chosen", { count }),
          chooseAll: (amount) => t("chooseAll", { amount }),
          chosenAll: (amount) => t("chosenAll", { amount }),
        }}
        head={<AddHead title={t("title")} words={t("create")} {...(mayCreate ? { onAdd: () => setNew(true) } : {})} />}
        tabs={tabs}
        filters={filters}
        exporting={exporting}
        bulk={bulk}
        columns={useAccountColumns()}
        phone={usePhoneView()}
        hrefOf={hrefOf}
        acts={joinActs(assigning.acts, moreActs)}
        empty={<Empty title={t(narrowed ? "emptyView" : "empty")}>{t(narrowed ? "emptyViewWhy" : "emptyWhy")}</Empty>}
      />
      {assigning.dialog}
      {isNew ? <AddAccountDialog onClose={() => setNew(false)} /> : null}
    </>
  );
}

function usePhoneView(): PhoneView<AccountRow> {
  const { t } = useTranslation("accounts");
  const regions = useRegions();
  const codes = useCodeWords();
  return {
    row: (account) => ({
      name: account.name,
      line: (
        <span className="ell">
          {[
            account.industryCode === null ? null : codes.name("industry", account.industryCode),
            account.regionCode === null ? null : regions.name(account.regionCode),
          ]
            .filter(Boolean)
            .join(" · ")}
        </span>
      ),
      top: account.confirmed ? null : <span className="t12 amber">{t("unconfirmed")}</span>,
    }),
  };
}
