import { useQuery } from "@tanstack/react-query";
import { insights } from "@tongzhou/contract/insights";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { useFormat } from "../../platform/format/useFormat.ts";
import { reading } from "../../platform/http/queries.ts";
import { hrefOf } from "../../platform/routing/useUrlState.ts";
import { Empty } from "../../ui/feedback/Empty.tsx";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { PageBody } from "../../ui/list/PageBody.tsx";
import { PageHead } from "../../ui/list/PageHead.tsx";
import { Anchor } from "../../ui/navigation/Anchor.tsx";
import { useNavigateTo } from "../../ui/navigation/navigate.ts";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { BoatReturn } from "./BoatReturn.tsx";
import { FunnelSteps } from "./FunnelSteps.tsx";
import styles from "./Insights.module.css";
import { periodBefore, periodNamed } from "./period.ts";
import { TargetStrip } from "./TargetStrip.tsx";

const PERIOD = "90d";

/** Today of whoever has no queue of their own: how the boat goes. Every figure opens its records. */
export function BoatToday({ acts }: { acts?: ReactNode }) {
  const { t } = useTranslation("insights");
  const format = useFormat();
  const navigate = useNavigateTo();
  const period = periodNamed(PERIOD, format.isoDay(format.now));
  const funnel = useQuery(reading(insights.funnel, { query: period }));
  const before = useQuery(reading(insights.funnel, { query: periodBefore(period) }));
  const results = useQuery(reading(insights.campaigns, { query: period }));
  const hasNothing = funnel.data?.figuresOf === "within_rights" && funnel.data.steps.every(({ leads }) => leads === 0);
  return (
    <PageBody
      wide
      head={
        <PageHead
          title={t("today")}
          beside={<span className="t13 ink3 nw">{format.dayWithWeekday(format.now)}</span>}
          acts={acts}
        />
      }
    >
      {hasNothing ? (
        <Empty title={t("boat.nothing")}>{t("boat.nothingWhy")}</Empty>
      ) : (
        <div className={styles.page}>
          <TargetStrip />
          <section aria-label={t("funnel")}>
            <SectionHead
              title={t("fromSeenToWon")}
              note={t("periods.90d")}
              end={
                <Anchor className="t13" href="/insights">
                  {t("unfold")}
                </Anchor>
              }
            />
            {funnel.error !== null && funnel.data === undefined ? (
              <ReadFailure failure={funnel.error} onRetry={() => void funnel.refetch()} />
            ) : null}
            {funnel.data === undefined ? (
              funnel.error === null && <SkeletonRows rows={3} />
            ) : (
              <>
                {funnel.data.figuresOf === "within_rights" ? <p className="t12 ink3">{t("withinRights")}</p> : null}
                <FunnelSteps
                  funnel={funnel.data}
                  before={before.data}
                  onOpen={(step, column) => navigate.go(hrefOf("/insights", { step, column }))}
                />
              </>
            )}
          </section>
          {funnel.data === undefined || results.data === undefined ? null : (
            <BoatReturn funnel={funnel.data} results={results.data} />
          )}
        </div>
      )}
    </PageBody>
  );
}
