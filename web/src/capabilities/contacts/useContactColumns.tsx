import { contacts, type ContactRow } from "@tongzhou/contract/contacts";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useCells, type CellPlaces } from "../../platform/lists/use-cells.ts";
import { choiceKind, textKind } from "../../platform/record/editable-fact.tsx";
import { useRegions } from "../../platform/regions/useRegions.ts";
import { None } from "../../ui/signs/Marks.tsx";
import type { Column } from "../../ui/table/table-types.ts";
import { useContactWords } from "./useContactWords.ts";

const PLACES: CellPlaces<ContactRow> = {
  list: contacts.list,
  edit: contacts.edit,
  params: ({ id }) => ({ contactId: id }),
  stale: [contacts.show],
};

/** What a list of people can show. */
export function useContactColumns(): Column<ContactRow>[] {
  const { t } = useTranslation("contacts");
  const words = useContactWords();
  const regions = useRegions();
  const cell = useCells(PLACES, (field) => t("changed", { field }));
  return useMemo(
    () => [
      {
        id: "name",
        head: t("column.name"),
        width: 180,
        sortable: true,
        fact: (contact) =>
          contact.mayEdit
            ? cell(contact, { field: "name", label: t("field.name"), value: contact.name, kind: textKind })
            : undefined,
        cell: (contact, narrow) => (
          <>
            <b>{words.name(contact)}</b>
            {narrow ? <div className="ink2 ell">{contact.account?.name}</div> : null}
          </>
        ),
      },
      {
        id: "title",
        head: t("column.title"),
        width: 160,
        fact: (contact) =>
          contact.mayEdit && contact.mayEditJob && contact.title !== undefined
            ? cell(contact, { field: "title", label: t("field.title"), value: contact.title, kind: textKind })
            : undefined,
        cell: (contact) => <span className="ink2">{contact.title ?? contact.account?.title ?? <None />}</span>,
      },
      {
        id: "account",
        head: t("column.account"),
        width: 240,
        desktopOnly: true,
        cell: (contact) => contact.account?.name ?? <None />,
      },
      {
        id: "phone",
        head: t("column.phone"),
        width: 160,
        cell: (contact) => words.point(contact, "phone") ?? <None />,
      },
      {
        id: "email",
        head: t("column.email"),
        width: 220,
        desktopOnly: true,
        cell: (contact) => <span className="ink2">{words.point(contact, "email") ?? <None />}</span>,
      },
      {
        id: "owner",
        head: t("column.owner"),
        width: 120,
        cell: (contact) => (contact.owner === null ? <None /> : <span className="ink2">{contact.owner.name}</span>),
      },
      {
        id: "region",
        head: t("column.region"),
        fact: (contact) =>
          contact.mayEdit
            ? cell(contact, {
                field: "regionCode",
                label: t("field.regionCode"),
                value: contact.regionCode,
                kind: choiceKind(regions.options, true),
                show: regions.name,
              })
            : undefined,
        cell: (contact) =>
          contact.regionCode === null ? <None /> : <span className="ink2">{regions.name(contact.regionCode)}</span>,
      },
    ],
    [t, words, regions, cell],
  );
}
