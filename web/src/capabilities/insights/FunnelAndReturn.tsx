import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { insights, type FunnelDimension } from "@tongzhou/contract/insights";
import type { FunnelStep } from "@tongzhou/contract/lead-stages";
import { useTranslation } from "react-i18next";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { reading } from "../../platform/http/queries.ts";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { usePhone } from "../../ui/hooks/useMedia.ts";
import { FilterChip } from "../../ui/list/ToolRow.tsx";
import { PageBody } from "../../ui/list/PageBody.tsx";
import { PageHead } from "../../ui/list/PageHead.tsx";
import { CampaignReturns } from "./CampaignReturns.tsx";
import { CreditsPanel } from "./CreditsPanel.tsx";
import { FunnelGroups } from "./FunnelGroups.tsx";
import { FunnelRecordsPanel } from "./FunnelRecordsPanel.tsx";
import { FunnelSteps } from "./FunnelSteps.tsx";
import styles from "./Insights.module.css";
import { InsightsControls } from "./InsightsControls.tsx";
import { periodBefore } from "./period.ts";
import { TargetStrip } from "./TargetStrip.tsx";
import { useInsightsState, type InsightsState } from "./useInsightsState.ts";

/** How a group narrows the funnel. */
const FILTER_OF = { campaign: "campaign", source: "source", team: "team", productLine: "line" } as const;
type Narrowing = Exclude<FunnelDimension, "none">;

/** Where the money went and where the deals came from: the funnel and what campaigns returned. */
export function FunnelAndReturn() {
  const { t } = useTranslation("insights");
  const state = useInsightsState();
  const isPhone = usePhone();
  const { url, period, choice, change } = state;
  const funnel = useQuery({
    ...reading(insights.funnel, { query: { ...choice, ...period, by: url.by } }),
    placeholderData: keepPreviousData,
  });
  const before = useQuery(reading(insights.funnel, { query: { ...choice, ...periodBefore(period) } }));
  const { model } = url;
  const results = useQuery({
    ...reading(insights.campaigns, { query: { ...period, reading: url.reading, model } }),
    placeholderData: keepPreviousData,
  });
  const openOf = (by: Narrowing, key: string, step: FunnelStep) =>
    change({ [FILTER_OF[by]]: key, step, column: "leads" });
  return (
    <PageBody
      wide
      head={
        <PageHead
          title={t("title")}
          crumbs={[{ words: t("insights") }, { words: t("funnelAndReturn") }]}
          acts={isPhone ? undefined : <InsightsControls state={state} />}
        />
      }
    >
      <div className={styles.page}>
        {isPhone ? <InsightsControls state={state} /> : null}
        <Narrowed state={state} />
        {funnel.error !== null && funnel.data === undefined ? (
          <ReadFailure failure={funnel.error} onRetry={() => void funnel.refetch()} />
        ) : null}
        {funnel.data === undefined ? (
          funnel.error === null && <SkeletonRows rows={5} />
        ) : (
          <>
            {funnel.data.figuresOf === "within_rights" ? <p className="t12 ink3">{t("withinRights")}</p> : null}
            <FunnelSteps
              funnel={funnel.data}
              before={before.data}
              onOpen={(step, column) => change({ step, column })}
            />
            <p className="t12 ink3">{t(`readingMeans.${url.reading}`)}</p>
            {url.by === "none" || funnel.data.groups.length === 0 ? null : (
              <FunnelGroups
                funnel={funnel.data}
                by={url.by}
                onNarrow={(key) => url.by !== "none" && change({ [FILTER_OF[url.by]]: key, by: "none" })}
                onOpen={(key, step) => url.by !== "none" && openOf(url.by, key, step)}
              />
            )}
          </>
        )}
        <TargetStrip />
        {results.error !== null && results.data === undefined ? (
          <ReadFailure failure={results.error} onRetry={() => void results.refetch()} />
        ) : null}
        {results.data === undefined ? null : (
          <CampaignReturns
            results={results.data}
            onOpen={(key, step) =>
              key === "every" ? change({ campaign: undefined, step, column: "leads" }) : openOf("campaign", key, step)
            }
            onCredits={(key) => change({ credits: key })}
          />
        )}
      </div>
      {url.step === undefined ? null : (
        <FunnelRecordsPanel state={state} onClose={() => change({ step: undefined, column: undefined })} />
      )}
      {url.credits === undefined ? null : <CreditsPanel state={state} onClose={() => change({ credits: undefined })} />}
    </PageBody>
  );
}

/** What the funnel is narrowed to beyond the controls: one campaign, one source. */
function Narrowed({ state }: { state: InsightsState }) {
  const { t } = useTranslation("insights");
  const { url, period, change } = state;
  const query = { ...period, reading: url.reading, model: url.model };
  const { data } = useQuery({
    ...reading(insights.campaigns, { query }),
    enabled: url.campaign !== undefined && url.campaign !== "unknown",
  });
  const { campaign, source } = url;
  if (campaign === undefined && source === undefined) return null;
  const name =
    campaign === "unknown"
      ? t("none.campaign")
      : (data?.rows.find(({ campaignId }) => campaignId === campaign)?.name ?? t("oneCampaign"));
  return (
    <div className="row g8 wrap">
      {campaign === undefined ? null : (
        <FilterChip
          field={t("campaign")}
          value={name}
          onOpen={() => change({ by: "campaign" })}
          onRemove={() => change({ campaign: undefined })}
        />
      )}
      {source === undefined ? null : (
        <FilterChip
          field={t("dimension.source")}
          value={source === "unknown" ? t("none.source") : source}
          onOpen={() => change({ by: "source" })}
          onRemove={() => change({ source: undefined })}
        />
      )}
    </div>
  );
}
