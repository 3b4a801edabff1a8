import type { AccountRow } from "@tongzhou/contract/accounts";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useCodeWords } from "../../platform/codes/useCodeWords.ts";
import { useRegions } from "../../platform/regions/useRegions.ts";
import { None } from "../../ui/signs/Marks.tsx";
import type { Column } from "../../ui/table/table-types.ts";
import { usePeople } from "../people/index.ts";

/** What a list of accounts can show. */
export function useAccountColumns(): Column<AccountRow>[] {
  const { t } = useTranslation("accounts");
  const regions = useRegions();
  const codes = useCodeWords();
  const people = usePeople();
  return useMemo(
    () => [
      {
        id: "name",
        head: t("column.name"),
        width: 280,
        sortable: true,
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
        cell: (account) => (
          <span className="ink2">{account.regionCode === null ? <None /> : regions.name(account.regionCode)}</span>
        ),
      },
      {
        id: "size",
        head: t("column.size"),
        width: 140,
        desktopOnly: true,
        cell: (account) => (
          <span className="ink2">{account.sizeBand === null ? <None /> : t(`size.${account.sizeBand}`)}</span>
        ),
      },
      {
        id: "tier",
        head: t("column.tier"),
        width: 90,
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
    ],
    [t, regions, codes, people],
  );
}
