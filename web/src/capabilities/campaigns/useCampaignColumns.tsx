import type { CampaignRow } from "@tongzhou/contract/campaigns";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { noonOf } from "../../platform/format/calendar-day.ts";
import { useFormat, type Format } from "../../platform/format/useFormat.ts";
import { None } from "../../ui/signs/Marks.tsx";
import { Meter } from "../../ui/signs/Meter.tsx";
import type { Column, PhoneView } from "../../ui/table/table-types.ts";
import { CampaignState } from "./CampaignState.tsx";

/** From when to when, in the company's days. */
export function periodOf(format: Format, { startsOn, endsOn }: Pick<CampaignRow, "startsOn" | "endsOn">) {
  const [from, to] = [startsOn, endsOn].map((day) => (day === null ? undefined : format.day(noonOf(day))));
  if (from === undefined && to === undefined) return undefined;
  return from === to || to === undefined ? from : `${from ?? ""} – ${to}`;
}

function Spent({ row }: { row: CampaignRow }) {
  const { t } = useTranslation("campaigns");
  const format = useFormat();
  const { spentAmount, budgetAmount, currency } = row;
  if (budgetAmount === null && spentAmount === 0) return <None />;
  const spent = format.money(spentAmount, currency);
  if (budgetAmount === null) return spent;
  const ofBudget = t("spentOfBudget", { spent, budget: format.money(budgetAmount, currency) });
  return (
    <div style={{ width: "100%" }}>
      <div className="nw">{ofBudget}</div>
      <Meter share={budgetAmount === 0 ? 0 : spentAmount / budgetAmount} label={ofBudget} />
    </div>
  );
}

/** The columns of the list of campaigns. */
export function useCampaignColumns(): Column<CampaignRow>[] {
  const { t } = useTranslation("campaigns");
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: "name",
        head: t("name"),
        width: 280,
        sortable: true,
        cell: (row) => (
          <>
            <b>{row.name}</b> <span className="t12 ink3">{t(`type.${row.type}`)}</span>
          </>
        ),
      },
      { id: "state", head: t("state"), width: 176, cell: (row) => <CampaignState campaign={row} /> },
      { id: "owner", head: t("owner"), width: 88, cell: (row) => row.ownerName ?? <None /> },
      {
        id: "productLine",
        head: t("productLine"),
        width: 128,
        desktopOnly: true,
        cell: (row) => row.productLineName ?? <None />,
      },
      {
        id: "started",
        head: t("period"),
        width: 180,
        sortable: true,
        cell: (row) => periodOf(format, row) ?? <None />,
      },
      { id: "budget", head: t("spent"), width: 200, sortable: true, cell: (row) => <Spent row={row} /> },
      {
        id: "goal",
        head: t("goal"),
        desktopOnly: true,
        cell: (row) => <span className="ink2">{row.goal ?? <None />}</span>,
      },
    ],
    [t, format],
  );
}

/** A campaign in two lines on the phone. */
export function useCampaignPhoneView(): PhoneView<CampaignRow> {
  const { t } = useTranslation("campaigns");
  const format = useFormat();
  return {
    row: (row) => ({
      name: row.name,
      line: [t(`type.${row.type}`), periodOf(format, row)].filter(Boolean).join(" · "),
      top: <CampaignState campaign={row} />,
      bottom: row.spentAmount === 0 ? undefined : format.money(row.spentAmount, row.currency),
    }),
  };
}
