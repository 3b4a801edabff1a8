import { CAMPAIGN_TYPES, campaigns, type CampaignRow } from "@tongzhou/contract/campaigns";
import { useTranslation } from "react-i18next";
import { useCodeWords } from "../../platform/codes/useCodeWords.ts";
import { noonOf } from "../../platform/format/calendar-day.ts";
import { useFormat, type Format } from "../../platform/format/useFormat.ts";
import { useCells, type CellFact, type CellPlaces } from "../../platform/lists/use-cells.ts";
import { amountKind } from "../../platform/record/amount-kind.ts";
import { choiceKind, dayKind, longKind, textKind, wholeKind } from "../../platform/record/editable-fact.tsx";
import { None } from "../../ui/signs/Marks.tsx";
import { Meter } from "../../ui/signs/Meter.tsx";
import type { Column, PhoneView } from "../../ui/table/table-types.ts";
import { usePeople } from "../people/index.ts";
import { useProductLines } from "../products/index.ts";
import { CampaignState } from "./CampaignState.tsx";
import { useChannelKind } from "./useChannelKind.ts";

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

const PLACES: CellPlaces<CampaignRow> = {
  list: campaigns.list,
  edit: campaigns.edit,
  params: ({ id }) => ({ campaignId: id }),
  stale: [campaigns.show],
};

/** Columns the list begins with; the others can be added. */
export const FIRST_COLUMNS = ["name", "state", "owner", "productLine", "started", "budget", "goal"];

type Field =
  | "name"
  | "type"
  | "ownerId"
  | "productLineId"
  | "channel"
  | "startsOn"
  | "endsOn"
  | "budgetAmount"
  | "goal"
  | "goalLeads";

/** The columns of the list of campaigns. Ids of sortable columns are the server's names of orders. */
export function useCampaignColumns(): Column<CampaignRow>[] {
  const { t } = useTranslation("campaigns");
  const { t: ofFormat } = useTranslation("format");
  const format = useFormat();
  const people = usePeople();
  const lines = useProductLines();
  const codes = useCodeWords();
  const cell = useCells(PLACES, (field) => t("changed", { field }));
  const fact =
    <V,>(
      field: Field,
      value: (row: CampaignRow) => V | null,
      more: Pick<CellFact<CampaignRow, V>, "kind" | "show" | "patch" | "notUnderstood">,
    ) =>
    (row: CampaignRow) =>
      row.mayEdit ? cell<V>(row, { field, label: t(`field.${field}`), value: value(row), ...more }) : undefined;
  const channel = useChannelKind();
  const types = CAMPAIGN_TYPES.map((value) => ({ value: value as string, words: t(`type.${value}`) }));
  const days = { kind: dayKind, show: (value: string) => format.day(noonOf(value)) };
  const day = (value: string | null) => (value === null ? <None /> : format.day(noonOf(value)));
  const said = (words: string | null | undefined) => <span className="ink2">{words ?? <None />}</span>;
  return [
    {
      id: "name",
      head: t("name"),
      width: 280,
      sortable: true,
      fact: fact("name", (row) => row.name, { kind: textKind }),
      cell: (row) => (
        <>
          <b>{row.name}</b> <span className="t12 ink3">{t(`type.${row.type}`)}</span>
        </>
      ),
    },
    { id: "state", head: t("state"), width: 176, cell: (row) => <CampaignState campaign={row} /> },
    {
      id: "owner",
      head: t("owner"),
      width: 88,
      fact: fact("ownerId", (row) => row.ownerId, {
        kind: choiceKind(people.options, true),
        show: (id) => people.nameOf(id) ?? "…",
        patch: (row, id) => ({ ...row, ownerId: id, ownerName: people.nameOf(id) ?? null }),
      }),
      cell: (row) => row.ownerName ?? <None />,
    },
    {
      id: "productLine",
      head: t("productLine"),
      width: 128,
      desktopOnly: true,
      fact: fact("productLineId", (row) => row.productLineId, {
        kind: choiceKind(lines.options, true),
        show: (id) => lines.nameOf(id) ?? "…",
        patch: (row, id) => ({ ...row, productLineId: id, productLineName: lines.nameOf(id) ?? null }),
      }),
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
      width: 220,
      desktopOnly: true,
      fact: fact("goal", (row) => row.goal, { kind: longKind }),
      cell: (row) => said(row.goal),
    },
    {
      id: "type",
      head: t("typeOf"),
      width: 110,
      fact: fact<string>("type", (row) => row.type, {
        kind: choiceKind(types, false),
        show: (type) => t(`type.${type as "seo"}`),
      }),
      cell: (row) => said(t(`type.${row.type}`)),
    },
    {
      id: "channel",
      head: t("field.channel"),
      width: 120,
      fact: fact("channel", (row) => row.channel, { kind: channel, show: (code) => codes.name("channel", code) }),
      cell: (row) => said(row.channel === null ? null : codes.name("channel", row.channel)),
    },
    {
      id: "starts",
      head: t("field.startsOn"),
      width: 120,
      fact: fact("startsOn", (row) => row.startsOn, days),
      cell: (row) => day(row.startsOn),
    },
    {
      id: "ends",
      head: t("field.endsOn"),
      width: 120,
      fact: fact("endsOn", (row) => row.endsOn, days),
      cell: (row) => day(row.endsOn),
    },
    {
      id: "planned",
      head: t("field.budgetAmount"),
      width: 120,
      align: "end",
      fact: (row) =>
        fact("budgetAmount", () => row.budgetAmount, {
          kind: amountKind(row.currency),
          show: (amount) => format.exactMoney(amount, row.currency),
          notUnderstood: ofFormat("noAmount"),
        })(row),
      cell: (row) => (row.budgetAmount === null ? <None /> : format.money(row.budgetAmount, row.currency)),
    },
    {
      id: "goalLeads",
      head: t("field.goalLeads"),
      width: 100,
      align: "end",
      fact: fact("goalLeads", (row) => row.goalLeads, {
        kind: wholeKind,
        show: (count) => format.count(count),
        notUnderstood: ofFormat("noNumber"),
      }),
      cell: (row) => (row.goalLeads === null ? <None /> : format.count(row.goalLeads)),
    },
  ];
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
