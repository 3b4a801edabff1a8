import { useQuery } from "@tanstack/react-query";
import { contacts, type ContactRow } from "@tongzhou/contract/contacts";
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
import { useMay } from "../../platform/session/session.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { Empty } from "../../ui/feedback/Empty.tsx";
import { ListLayout } from "../../ui/list/ListLayout.tsx";
import { PageHead } from "../../ui/list/PageHead.tsx";
import { ToolRow } from "../../ui/list/ToolRow.tsx";
import { ColumnChooser } from "../../ui/table/ColumnChooser.tsx";
import { RecordTable } from "../../ui/table/RecordTable.tsx";
import type { PhoneView } from "../../ui/table/table-types.ts";
import { AddContactDialog } from "./AddContactDialog.tsx";
import { useContactColumns } from "./useContactColumns.tsx";
import { useContactWords } from "./useContactWords.ts";

export interface ContactListProps {
  list: ListState;
  tabs: ReactNode;
  filters: ReactNode;
}

const rowId = ({ id }: ContactRow): string => id;
const hrefOf = ({ id }: ContactRow): string => `/contacts/${id}`;

/** The page of people. */
export function ContactList({ list, tabs, filters }: ContactListProps) {
  const { t } = useTranslation("contacts");
  const columns = useContactColumns();
  const [isNew, setNew] = useState(false);
  const mayCreate = useMay("contact", "create");
  const read = useListRows<ContactRow>(contacts.list, askedOf(list));
  const { rows } = read;
  const phone = usePhoneView();
  useEffect(() => {
    const href = `${window.location.pathname}${window.location.search}`;
    rememberList({ object: "contact", href, ids: rows.map(rowId) });
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
        count={<ContactCount list={list} />}
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
      {isNew ? <AddContactDialog onClose={() => setNew(false)} /> : null}
    </>
  );
}

function ContactCount({ list }: { list: ListState }) {
  const { t } = useTranslation("contacts");
  const format = useFormat();
  const { sort: _, ...query } = askedOf(list);
  const { data } = useQuery(reading(contacts.count, { query }));
  return data === undefined ? null : <>{t("count", { amount: format.estimate(data.count, data.exact) })}</>;
}

function usePhoneView(): PhoneView<ContactRow> {
  const words = useContactWords();
  return {
    row: (contact) => ({
      name: words.name(contact),
      meta: contact.title ?? contact.account?.title,
      line: <span className="ell">{contact.account?.name}</span>,
      top: <span className="t12 ink3">{words.point(contact, "phone")}</span>,
    }),
  };
}
