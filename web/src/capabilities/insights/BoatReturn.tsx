import type { CampaignResult, CampaignResults, Funnel } from "@tongzhou/contract/insights";
import type { FunnelStep } from "@tongzhou/contract/lead-stages";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";
import { hrefOf } from "../../platform/routing/useUrlState.ts";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { Figure } from "../../ui/signs/Figure.tsx";
import { Roi } from "./CampaignReturns.tsx";
import styles from "./Insights.module.css";

const recordsOf = (step: FunnelStep): string => hrefOf("/insights", { step });

/** Whether the two departments mean the same, and whether the money was worth it: one figure each, and what stands out. */
export function BoatReturn({ funnel, results }: { funnel: Funnel; results: CampaignResults }) {
  return (
    <div className={styles.boat}>
      <Agreed funnel={funnel} />
      {results.revenueOf === "everybody" ? <Worth results={results} /> : null}
    </div>
  );
}

function Agreed({ funnel }: { funnel: Funnel }) {
  const { t } = useTranslation("insights");
  const format = useFormat();
  const said = funnel.steps.find(({ step }) => step === "mql");
  const accepted = funnel.steps.find(({ step }) => step === "sql");
  if (said === undefined || accepted === undefined) return null;
  return (
    <section aria-label={t("boat.agreed")}>
      <SectionHead title={t("boat.agreed")} />
      <p className="t26 b">{accepted.conversion === null ? "—" : format.percent(accepted.conversion)}</p>
      <p className="t13 ink2">
        {t("boat.acceptedOf")}{" "}
        <Figure zero={accepted.advanced === 0} href={hrefOf("/insights", { step: "sql", column: "advanced" })}>
          {format.count(accepted.advanced)}
        </Figure>
        {" / "}
        <Figure zero={said.leads === 0} href={recordsOf("mql")}>
          {format.count(said.leads)}
        </Figure>
      </p>
    </section>
  );
}

function Worth({ results }: { results: CampaignResults }) {
  const { t } = useTranslation("insights");
  const format = useFormat();
  const { total, rows, currency } = results;
  const named = rows.filter(({ name }) => name !== null);
  const best = named.filter(({ roi }) => roi !== null).toSorted((a, b) => (b.roi ?? 0) - (a.roi ?? 0))[0];
  const largest = named.filter(({ cost }) => cost > 0).toSorted((a, b) => b.cost - a.cost)[0];
  return (
    <section aria-label={t("boat.worth")}>
      <SectionHead title={t("boat.worth")} />
      <p className="t26">
        <Roi roi={total.roi} />
      </p>
      <p className="t13 ink2">
        {t("costFor", { cost: format.money(total.cost, currency) })}{" "}
        <Figure zero={total.revenue === 0} href={hrefOf("/insights", { credits: "every" })}>
          {format.money(total.revenue, currency)}
        </Figure>
      </p>
      <ul className={styles.standouts}>
        {best === undefined ? null : <Standout words={t("boat.best")} row={best} />}
        {largest === undefined || largest === best ? null : <Standout words={t("boat.largest")} row={largest} />}
      </ul>
    </section>
  );
}

function Standout({ words, row: { campaignId, name, roi } }: { words: string; row: CampaignResult }) {
  return (
    <li className="row g8">
      <span className="t13 ink3 nw">{words}</span>
      <span className="t13 ell grow">{name}</span>
      <Figure className="b nw" href={campaignId === null ? undefined : `/campaigns/${campaignId}`}>
        <Roi roi={roi} />
      </Figure>
    </li>
  );
}
