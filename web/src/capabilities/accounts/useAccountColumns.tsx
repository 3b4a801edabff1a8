import { accounts, SIZE_BANDS, type AccountRow } from "@tongzhou/contract/accounts";
import { enrichment } from "@tongzhou/contract/enrichment";
import { useTranslation } from "react-i18next";
import { useCodeWords } from "../../platform/codes/useCodeWords.ts";
import { useCells, type CellFact, type CellPlaces } from "../../platform/lists/use-cells.ts";
import { choiceKind, textKind } from "../../platform/record/editable-fact.tsx";
import { useRegions } from "../../platform/regions/useRegions.ts";
import { None } from "../../ui/signs/Marks.tsx";
import type { Column } from "../../ui/table/table-types.ts";
import { usePeople } from "../people/index.ts";

const PLACES: CellPlaces<AccountRow> = {
  list: accounts.list,
  edit: accounts.edit,
  params: ({ id }) => ({ accountId: id }),
  stale: [accounts.show, enrichment.ofAccount],
};

/** What a list of accounts can show. */
export function useAccountColumns(): Column<AccountRow>[] {
  const { t } = useTranslation("accounts");
  const regions = useRegions();
  const codes = useCodeWords();
  const people = usePeople();
  const cell = useCells(PLACES, (field) => t("changed", { field }));
  const fact =
    (
      field: "name" | "industryCode" | "regionCode" | "sizeBand" | "tier",
      more: Pick<CellFact<AccountRow, string>, "kind" | "show">,
    ) =>
    (account: AccountRow) =>
      account.mayEdit
        ? cell<string>(account, { field, label: t(`field.${field}`), value: account[field], ...more })
        : undefined;
  return [
    {
      id: "name",
      head: t("column.name"),
      width: 280,
      sortable: true,
      fact: fact("name", { kind: textKind }),
      cell: (account) => (
        <>
          <b>{account.name}</b>{" "}
          {account.kind === "household" ? <span className="t12 ink3">{t("kind.household")}</span> : null}
        </>
      ),
    },
    {
      id: "industryCode",
      head: t("column.industryCode"),
      width: 200,
      fact: fact("industryCode", {
        kind: choiceKind(codes.options("industry"), true),
        show: (code) => codes.name("industry", code),
      }),
      cell: (account) => (
        <span className="ink2">
          {account.industryCode === null ? <None /> : codes.name("industry", account.industryCode)}
        </span>
      ),
    },
    {
      id: "region",
      head: t("column.region"),
      width: 100,
      fact: fact("regionCode", { kind: choiceKind(regions.options, true), show: regions.name }),
      cell: (account) => (
        <span className="ink2">{account.regionCode === null ? <None /> : regions.name(account.regionCode)}</span>
      ),
    },
    {
      id: "size",
      head: t("column.size"),
      width: 140,
      fact: fact("sizeBand", {
        kind: choiceKind(
          SIZE_BANDS.map((value) => ({ value, words: t(`size.${value}`) })),
          true,
        ),
        show: (band) => t(`size.${band as "1-49"}`),
      }),
      desktopOnly: true,
      cell: (account) => (
        <span className="ink2">{account.sizeBand === null ? <None /> : t(`size.${account.sizeBand}`)}</span>
      ),
    },
    {
      id: "tier",
      head: t("column.tier"),
      width: 90,
      fact: fact("tier", { kind: textKind }),
      desktopOnly: true,
      cell: (account) => <span className="ink2">{account.tier ?? <None />}</span>,
    },
    {
      id: "owner",
      head: t("column.owner"),
      width: 110,
      cell: (account) => people.nameOf(account.ownerId) ?? <None />,
    },
    {
      id: "confirmed",
      head: t("column.confirmed"),
      cell: (account) =>
        account.confirmed ? (
          <span className="ink3">{t("confirmed")}</span>
        ) : (
          <span className="amber">{t("unconfirmed")}</span>
        ),
    },
  ];
}
