import { contacts, type ContactRow } from "@tongzhou/contract/contacts";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { AddHead } from "../../platform/lists/AddHead.tsx";
import type { ListBulk } from "../../platform/lists/list-bulk.ts";
import type { ListExport } from "../../platform/lists/list-export.ts";
import type { ListState } from "../../platform/lists/list-state.ts";
import { isNarrowed, RecordList } from "../../platform/lists/RecordList.tsx";
import { useMay } from "../../platform/session/session.ts";
import { Empty } from "../../ui/feedback/Empty.tsx";
import type { PhoneView } from "../../ui/table/table-types.ts";
import { AddContactDialog } from "./AddContactDialog.tsx";
import { useAssignContacts } from "./useAssignContacts.tsx";
import { useContactColumns } from "./useContactColumns.tsx";
import { useContactWords } from "./useContactWords.ts";

export interface ContactListProps {
  list: ListState;
  tabs: ReactNode;
  filters: ReactNode;
  exporting?: ListExport | undefined;
  bulk?: ListBulk | undefined;
  /** Ways to pages that belong to this one. */
  ways?: ReactNode;
}

const hrefOf = ({ id }: ContactRow): string => `/contacts/${id}`;

/** The page of people. */
export function ContactList({ list, tabs, filters, exporting, bulk, ways }: ContactListProps) {
  const { t } = useTranslation("contacts");
  const [isNew, setNew] = useState(false);
  const mayCreate = useMay("contact", "create");
  const narrowed = isNarrowed(list);
  const assigning = useAssignContacts();
  return (
    <>
      <RecordList
        object="contact"
        list={list}
        endpoints={contacts}
        words={{
          title: t("title"),
          search: t("search"),
          count: (amount) => t("count", { amount }),
          chosen: (count) => t("chosen", { count }),
          chooseAll: (amount) => t("chooseAll", { amount }),
          chosenAll: (amount) => t("chosenAll", { amount }),
        }}
        head={
          <AddHead
            title={t("title")}
            words={t("create")}
            ways={ways}
            {...(mayCreate ? { onAdd: () => setNew(true) } : {})}
          />
        }
        tabs={tabs}
        filters={filters}
        exporting={exporting}
        bulk={bulk}
        columns={useContactColumns()}
        phone={usePhoneView()}
        hrefOf={hrefOf}
        acts={assigning.acts}
        empty={<Empty title={t(narrowed ? "emptyView" : "empty")}>{t(narrowed ? "emptyViewWhy" : "emptyWhy")}</Empty>}
      />
      {assigning.dialog}
      {isNew ? <AddContactDialog onClose={() => setNew(false)} /> : null}
    </>
  );
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
