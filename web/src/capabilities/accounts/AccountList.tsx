import { useQuery } from "@tanstack/react-query";
import { accounts, type AccountRow } from "@tongzhou/contract/accounts";
import { Plus } from "lucide-react";
import { useEffect, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { useFormat } from "../../platform/format/useFormat.ts";
import { reading } from "../../platform/http/queries.ts";
import { rememberList } from "../../platform/lists/list-memory.ts";
import { askedOf, sortingOf, turnedSort, type ListState } from "../../platform/lists/list-state.ts";
import { ListSearch } from "../../platform/lists/ListSearch.tsx";
import { useListRows } from "../../platform/lists/use-list-rows.ts";
import { useRegions } from "../../platform/regions/useRegions.ts";
import { useMay } from "../../platform/session/session.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { Empty } from "../../ui/feedback/Empty.tsx";
import { ListLayout } from "../../ui/list/ListLayout.tsx";
import { PageHead } from "../../ui/list/PageHead.tsx";
import { ToolRow } from "../../ui/list/ToolRow.tsx";
import { ColumnChooser } from "../../ui/table/ColumnChooser.tsx";
import { RecordTable } from "../../ui/table/RecordTable.tsx";
import type { PhoneView } from "../../ui/table/table-types.ts";
import { AddAccountDialog } from "./AddAccountDialog.tsx";
import { useAccountColumns } from "./useAccountColumns.tsx";

export interface AccountListProps {
  list: ListState;
  tabs: ReactNode;
  filters: ReactNode;
}

const rowId = ({ id }: AccountRow): string => id;
const hrefOf = ({ id }: AccountRow): string => `/accounts/${id}`;

/** The page of companies and households. */
export function AccountList({ list, tabs, filters }: AccountListProps) {
  const { t } = useTranslation("accounts");
  const columns = useAccountColumns();
  const [isNew, setNew] = useState(false);
  const mayCreate = useMay("account", "create");
  const read = useListRows<AccountRow>(accounts.list, askedOf(list));
  const { rows } = read;
  const phone = usePhoneView();
  useEffect(() => {
    const href = `${window.location.pathname}${window.location.search}`;
    rememberList({ object: "account", href, ids: rows.map(rowId) });
  }, [rows]);
  const visible = list.columns ?? columns.map(({ id }) => id);
  const isNarrowed = list.search !== "" || list.filter.rules.length > 0;
  const create = () => setNew(true);
  const search = (
    <ListSearch words={t("search")} value={list.search} onChange={(typed) => list.change({ search: typed })} />
  );
  return (
    <>
      <ListLayout
        head={
          <PageHead
            title={t("title")}
            {...(mayCreate
              ? {
                  acts: (
                    <Button look="solid" icon={Plus} shortcut="c" onClick={create}>
                      {t("create")}
                    </Button>
                  ),
                  phoneActs: <Button look="quiet" icon={Plus} label={t("create")} onClick={create} />,
                }
              : {})}
          />
        }
        tabs={tabs}
        tools={
          <ToolRow
            phone={
              <>
                {search}
                {filters}
              </>
            }
            end={
              <ColumnChooser columns={columns} visible={visible} onChange={(next) => list.change({ columns: next })} />
            }
          >
            {search}
            {filters}
          </ToolRow>
        }
        count={<AccountCount list={list} />}
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
            href={hrefOf}
            more={read.more}
            phone={phone}
            empty={
              <Empty title={t(isNarrowed ? "emptyView" : "empty")}>{t(isNarrowed ? "emptyViewWhy" : "emptyWhy")}</Empty>
            }
          />
        ) : (
          <ReadFailure failure={read.failure} onRetry={read.retry} />
        )}
      </ListLayout>
      {isNew ? <AddAccountDialog onClose={() => setNew(false)} /> : null}
    </>
  );
}

function AccountCount({ list }: { list: ListState }) {
  const { t } = useTranslation("accounts");
  const format = useFormat();
  const { sort: _, ...query } = askedOf(list);
  const { data } = useQuery(reading(accounts.count, { query }));
  return data === undefined ? null : <>{t("count", { amount: format.estimate(data.count, data.exact) })}</>;
}

function usePhoneView(): PhoneView<AccountRow> {
  const { t } = useTranslation("accounts");
  const regions = useRegions();
  return {
    row: (account) => ({
      name: account.name,
      line: (
        <span className="ell">
          {[account.industryCode, account.regionCode === null ? null : regions.name(account.regionCode)]
            .filter(Boolean)
            .join(" · ")}
        </span>
      ),
      top: account.confirmed ? null : <span className="t12 amber">{t("unconfirmed")}</span>,
    }),
  };
}
