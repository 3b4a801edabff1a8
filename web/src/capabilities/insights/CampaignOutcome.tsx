import { useQuery } from "@tanstack/react-query";
import type { Campaign } from "@tongzhou/contract/campaigns";
import { insights, type CampaignResult } from "@tongzhou/contract/insights";
import type { FunnelStep } from "@tongzhou/contract/lead-stages";
import { useTranslation } from "react-i18next";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { noonOf } from "../../platform/format/calendar-day.ts";
import { useFormat } from "../../platform/format/useFormat.ts";
import { reading } from "../../platform/http/queries.ts";
import { hrefOf } from "../../platform/routing/useUrlState.ts";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { Figure } from "../../ui/signs/Figure.tsx";
import { CampaignModels } from "./CampaignModels.tsx";
import { Roi } from "./CampaignReturns.tsx";
import styles from "./Insights.module.css";
import { periodNamed, type Period } from "./period.ts";

const COUNTS = [
  ["leads", "lead"],
  ["mql", "mql"],
  ["sql", "sql"],
  ["opportunities", "opportunity"],
  ["won", "won"],
] as const;

/** From its first day or first cost until today. */
function lifeOf({ startsOn, costs }: Campaign, today: string): Period {
  const days = [startsOn, ...costs.map(({ occurredOn }) => occurredOn)].filter((day) => day !== null && day <= today);
  const first = days.toSorted()[0];
  return { from: first ?? periodNamed("365d", today).from, to: today };
}

/** What a campaign has brought until today, and how its revenue looks by each model. Every figure opens its records. */
export function CampaignOutcome({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation("insights");
  const format = useFormat();
  const period = lifeOf(campaign, format.isoDay(format.now));
  const { data, error, refetch } = useQuery(reading(insights.campaigns, { query: period }));
  const row = data?.rows.find(({ campaignId }) => campaignId === campaign.id);
  return (
    <div className={styles.ofCampaign}>
      <section className={styles.outcome}>
        <SectionHead title={t("results")} note={t("sinceDay", { day: format.day(noonOf(period.from)) })} />
        {error === null ? null : <ReadFailure failure={error} onRetry={() => void refetch()} />}
        {data === undefined ? (
          error === null && <SkeletonRows rows={2} />
        ) : (
          <Counts
            campaign={campaign}
            row={row}
            isWhole={data.revenueOf === "everybody"}
            countsEverybody={data.figuresOf === "everybody"}
            period={period}
          />
        )}
      </section>
      <CampaignModels campaignId={campaign.id} period={period} />
    </div>
  );
}

interface CountsProps {
  campaign: Campaign;
  /** Left out of the answer when it neither cost nor brought anything. */
  row: CampaignResult | undefined;
  /** Whether the revenue is everybody's, so that it may be set against the cost. */
  isWhole: boolean;
  /** Whether the leads are everybody's, so that they may be set against the goal. */
  countsEverybody: boolean;
  period: Period;
}

function Counts({ campaign, row, isWhole, countsEverybody, period }: CountsProps) {
  const { t } = useTranslation("insights");
  const format = useFormat();
  const doorTo = (step: FunnelStep) => hrefOf("/insights", { ...period, campaign: campaign.id, step });
  const doorToCredits = hrefOf("/insights", { ...period, credits: campaign.id });
  return (
    <ul className={styles.results}>
      {COUNTS.map(([field, step]) => {
        const count = row?.[field] ?? 0;
        return (
          <li key={field}>
            <span>{t(`step.${step}`)}</span>
            <Figure className={styles.big ?? ""} zero={count === 0} href={doorTo(step)}>
              {format.count(count)}
            </Figure>
            {field === "leads" && campaign.goalLeads !== null && countsEverybody ? (
              <small className="ink3">{t("ofGoal", { goal: format.count(campaign.goalLeads) })}</small>
            ) : null}
            {field === "opportunities" && row !== undefined && row.daysToOpportunity !== null ? (
              <small className="ink3">
                {t("median", { days: format.dayAmount(Math.round(row.daysToOpportunity)) })}
              </small>
            ) : null}
          </li>
        );
      })}
      {isWhole ? (
        <Return row={row} doorTo={doorToCredits} />
      ) : (
        <li>
          <span>{t("revenue")}</span>
          <Figure className={styles.big ?? ""} zero={!row?.revenue} href={doorToCredits}>
            {row?.revenue ? format.money(row.revenue) : "0"}
          </Figure>
          <small className="ink3">{t("onlyWithinRights")}</small>
        </li>
      )}
    </ul>
  );
}

/** What came back for the money, everybody's deals counted. */
function Return({ row, doorTo }: { row: CampaignResult | undefined; doorTo: string }) {
  const { t } = useTranslation("insights");
  const format = useFormat();
  return (
    <li>
      <span>{t("roi")}</span>
      <span className={styles.big}>
        <Roi roi={row?.roi ?? null} />
      </span>
      {row === undefined || row.revenue === 0 ? null : (
        <small className="ink3">
          {t("costFor", { cost: format.money(row.cost) })} <Figure href={doorTo}>{format.money(row.revenue)}</Figure>
        </small>
      )}
    </li>
  );
}
