import type { CampaignResult, CampaignResults } from "@tongzhou/contract/insights";
import type { FunnelStep } from "@tongzhou/contract/lead-stages";
import { TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";
import { Empty } from "../../ui/feedback/Empty.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Anchor } from "../../ui/navigation/Anchor.tsx";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { Figure } from "../../ui/signs/Figure.tsx";
import { None } from "../../ui/signs/Marks.tsx";
import { Meter } from "../../ui/signs/Meter.tsx";
import { PlainTable, type PlainColumn } from "../../ui/table/PlainTable.tsx";

export interface CampaignReturnsProps {
  results: CampaignResults;
  /** Opens the leads behind a count; `every` for the line of sums. */
  onOpen: (campaign: string, step: FunnelStep) => void;
  /** Opens the deals behind a revenue. */
  onCredits: (campaign: string) => void;
}

const TOTAL = "every";
const COUNTS = [
  ["leads", "lead"],
  ["mql", "mql"],
  ["sql", "sql"],
  ["opportunities", "opportunity"],
  ["won", "won"],
] as const;

interface Line extends CampaignResult {
  key: string;
}

/** What each campaign cost and brought, by the chosen model; below it the sums. */
export function CampaignReturns({ results, onOpen, onCredits }: CampaignReturnsProps) {
  const { t } = useTranslation("insights");
  const { rows, total, model } = results;
  const lines: Line[] = rows.map((row) => ({ ...row, key: row.campaignId ?? "unknown" }));
  const sorted = lines.toSorted((one, other) => other.revenue - one.revenue || other.cost - one.cost);
  const columns = useReturnColumns({ results, onOpen, onCredits });
  return (
    <section>
      <SectionHead title={t("returns")} note={t("returnsNote", { model: t(`models.${model}`) })} />
      {rows.length === 0 ? (
        <Empty title={t("noReturns")}>{t("noReturnsWhy")}</Empty>
      ) : (
        <PlainTable
          label={t("returns")}
          columns={columns}
          rows={[...sorted, { ...total, key: TOTAL }]}
          rowId={({ key }) => key}
        />
      )}
      {results.revenueOf === "everybody" || rows.length === 0 ? null : (
        <p className="t12 ink3">{t("noReturnWithinRights")}</p>
      )}
      {results.otherCurrencies === 0 ? null : (
        <p className="t12 ink3">{t("otherCurrencies", { count: results.otherCurrencies })}</p>
      )}
    </section>
  );
}

function useReturnColumns({ results, onOpen, onCredits }: CampaignReturnsProps): PlainColumn<Line>[] {
  const { t } = useTranslation("insights");
  const format = useFormat();
  const { currency } = results;
  const most = Math.max(1, ...results.rows.map(({ revenue }) => revenue));
  const money = (minor: number) => format.money(minor, currency);
  return [
    { id: "name", head: t("campaign"), oneLine: true, cell: (line) => <Name line={line} /> },
    {
      id: "type",
      head: t("type"),
      width: 96,
      notOnPhone: true,
      cell: ({ type }) => <span className="ink2">{type === null ? "" : t(`types.${type}`)}</span>,
    },
    {
      id: "cost",
      head: t("cost"),
      width: 92,
      align: "end",
      cell: (line) => (
        <Figure zero={line.cost === 0 || line.campaignId === null} href={`/campaigns/${line.campaignId}`}>
          {line.cost === 0 ? "0" : money(line.cost)}
        </Figure>
      ),
    },
    ...COUNTS.map(([field, step]): PlainColumn<Line> => ({
      id: field,
      head: t(`step.${step}`),
      width: 84,
      align: "end",
      cell: (line) => (
        <Figure zero={line[field] === 0} onOpen={() => onOpen(line.key, step)}>
          {format.count(line[field])}
        </Figure>
      ),
    })),
    {
      id: "bar",
      head: "",
      width: 116,
      notOnPhone: true,
      cell: (line) =>
        line.key === TOTAL || line.revenue === 0 ? null : (
          <Meter look="bar" share={line.revenue / most} label={money(line.revenue)} />
        ),
    },
    {
      id: "revenue",
      head: t("revenue"),
      width: 92,
      align: "end",
      cell: (line) => (
        <Figure zero={line.revenue === 0} onOpen={() => onCredits(line.key)}>
          {line.revenue === 0 ? "0" : money(line.revenue)}
        </Figure>
      ),
    },
    ...(results.revenueOf === "everybody" ? [roiColumn(t("roi"))] : []),
    {
      id: "days",
      head: t("daysToOpportunity"),
      width: 84,
      align: "end",
      notOnPhone: true,
      cell: ({ daysToOpportunity: days }) => (days === null ? <None /> : format.dayAmount(Math.round(days))),
    },
  ];
}

const roiColumn = (head: string): PlainColumn<Line> => ({
  id: "roi",
  head,
  width: 84,
  align: "end",
  cell: (line) => <Roi roi={line.roi} />,
});

function Name({ line }: { line: Line }) {
  const { t } = useTranslation("insights");
  if (line.key === TOTAL) return <b>{t("total")}</b>;
  if (line.campaignId === null) return <span className="ink2">{t("none.campaign")}</span>;
  return <Anchor href={`/campaigns/${line.campaignId}`}>{line.name}</Anchor>;
}

/** Revenue over cost; below one the money did not come back. */
export function Roi({ roi }: { roi: number | null }) {
  const format = useFormat();
  if (roi === null) return <None />;
  const returned = roi + 1;
  if (returned >= 1) return <b className="nw">{format.times(returned)}</b>;
  return (
    <b className="red row g4 nw" style={{ display: "inline-flex" }}>
      <Icon of={TriangleAlert} size={12} /> {format.times(returned)}
    </b>
  );
}
