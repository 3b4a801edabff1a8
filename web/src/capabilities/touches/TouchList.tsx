import { touches, type TouchRow } from "@tongzhou/contract/touches";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useCodeWords } from "../../platform/codes/useCodeWords.ts";
import { useFormat } from "../../platform/format/useFormat.ts";
import type { ListExport } from "../../platform/lists/list-export.ts";
import type { ListState } from "../../platform/lists/list-state.ts";
import { isNarrowed, RecordList } from "../../platform/lists/RecordList.tsx";
import { Empty } from "../../ui/feedback/Empty.tsx";
import { PageHead } from "../../ui/list/PageHead.tsx";
import { None } from "../../ui/signs/Marks.tsx";
import type { Column, PhoneView } from "../../ui/table/table-types.ts";

export interface TouchListProps {
  list: ListState;
  tabs: ReactNode;
  filters: ReactNode;
  exporting?: ListExport | undefined;
}

/** A touch is read on the page of whoever did it. */
const hrefOf = ({ contact }: TouchRow): string => `/contacts/${contact.id}`;

/** The page of what customers did. */
export function TouchList({ list, tabs, filters, exporting }: TouchListProps) {
  const { t } = useTranslation("touches");
  const narrowed = isNarrowed(list);
  return (
    <RecordList
      object="touch"
      list={list}
      endpoints={touches}
      words={{ title: t("title"), search: t("search"), count: (amount) => t("count", { amount }) }}
      head={<PageHead title={t("title")} />}
      tabs={tabs}
      filters={filters}
      exporting={exporting}
      columns={useTouchColumns()}
      phone={usePhoneView()}
      hrefOf={hrefOf}
      empty={<Empty title={t(narrowed ? "emptyView" : "empty")}>{t(narrowed ? "emptyViewWhy" : "emptyWhy")}</Empty>}
    />
  );
}

function useTouchColumns(): Column<TouchRow>[] {
  const { t } = useTranslation("touches");
  const format = useFormat();
  const codes = useCodeWords();
  const quiet = (words: string | null | undefined) => (words ? <span className="ink2">{words}</span> : <None />);
  return [
    { id: "at", head: t("column.at"), width: 140, sortable: true, cell: ({ at }) => format.moment(at) },
    {
      id: "what",
      head: t("column.what"),
      width: 300,
      cell: ({ kind, title }) => (
        <>
          <b>{t(`kind.${kind}`)}</b> {title === null ? null : <span className="ink2">{title}</span>}
        </>
      ),
    },
    { id: "contact", head: t("column.contact"), width: 140, cell: ({ contact }) => contact.name ?? t("nameless") },
    {
      id: "account",
      head: t("column.account"),
      width: 220,
      desktopOnly: true,
      cell: ({ account }) => quiet(account?.name),
    },
    { id: "campaign", head: t("column.campaign"), width: 240, cell: ({ campaign }) => quiet(campaign?.name) },
    {
      id: "productLine",
      head: t("column.productLine"),
      width: 120,
      desktopOnly: true,
      cell: ({ productLine }) => quiet(productLine?.name),
    },
    {
      id: "channel",
      head: t("column.channel"),
      desktopOnly: true,
      cell: ({ channel }) => quiet(channel && codes.name("channel", channel)),
    },
  ];
}

function usePhoneView(): PhoneView<TouchRow> {
  const { t } = useTranslation("touches");
  const format = useFormat();
  return {
    row: ({ at, kind, title, contact, account }) => ({
      name: contact.name ?? t("nameless"),
      meta: account?.name,
      line: <span className="ell">{[t(`kind.${kind}`), title].filter(Boolean).join(" · ")}</span>,
      top: <span className="t12 ink3">{format.moment(at)}</span>,
    }),
  };
}
