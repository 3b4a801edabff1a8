import { useQuery } from "@tanstack/react-query";
import { insights, type CampaignResults } from "@tongzhou/contract/insights";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";
import { reading } from "../../platform/http/queries.ts";
import { hrefOf } from "../../platform/routing/useUrlState.ts";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { Figure } from "../../ui/signs/Figure.tsx";
import { Meter } from "../../ui/signs/Meter.tsx";
import { PlainTable, type PlainColumn } from "../../ui/table/PlainTable.tsx";
import { Roi } from "./CampaignReturns.tsx";
import type { Period } from "./period.ts";

interface Line {
  model: CampaignResults["model"];
  revenue: number;
  roi: number | null;
}

/** The same won deals, credited to one campaign by each model. Draws nothing while no model credits anything. */
export function CampaignModels({ campaignId, period }: { campaignId: string; period: Period }) {
  const { data } = useQuery(reading(insights.campaignModels, { params: { campaignId }, query: period }));
  const most = Math.max(0, ...(data?.models ?? []).map(({ revenue }) => revenue));
  if (data === undefined || most === 0) return null;
  const { models: lines, currency } = data;
  return <Models {...{ lines, most, currency, campaignId, period }} isWhole={data.figuresOf === "everybody"} />;
}

interface ModelsProps {
  lines: readonly Line[];
  most: number;
  currency: string;
  /** Whether the revenue is everybody's, so that there is a return to show. */
  isWhole: boolean;
  campaignId: string;
  period: Period;
}

function Models(props: ModelsProps) {
  const { t } = useTranslation("insights");
  const columns = useModelColumns(props);
  return (
    <section>
      <SectionHead
        title={t("otherModels")}
        note={t(props.isWhole ? "otherModelsNote" : "otherModelsNoteWithinRights")}
      />
      <PlainTable label={t("otherModels")} columns={columns} rows={props.lines} rowId={({ model }) => model} />
    </section>
  );
}

function useModelColumns({ most, currency, isWhole, campaignId, period }: ModelsProps): PlainColumn<Line>[] {
  const { t } = useTranslation("insights");
  const format = useFormat();
  const roi: PlainColumn<Line> = {
    id: "roi",
    head: t("roi"),
    width: 84,
    align: "end",
    cell: (line) => <Roi roi={line.roi} />,
  };
  return [
    { id: "model", head: t("model"), width: 100, cell: ({ model }) => t(`models.${model}`) },
    {
      id: "how",
      head: t("how"),
      width: 140,
      notOnPhone: true,
      cell: ({ model }) => <span className="ink2 t12">{t(`short.${model}`)}</span>,
    },
    {
      id: "bar",
      head: "",
      notOnPhone: true,
      cell: ({ revenue }) => <Meter look="bar" share={revenue / most} label={format.money(revenue, currency)} />,
    },
    {
      id: "revenue",
      head: t("revenue"),
      width: 100,
      align: "end",
      cell: ({ model, revenue }) => (
        <Figure zero={revenue === 0} href={hrefOf("/insights", { ...period, model, credits: campaignId })}>
          {revenue === 0 ? "0" : format.money(revenue, currency)}
        </Figure>
      ),
    },
    ...(isWhole ? [roi] : []),
  ];
}
