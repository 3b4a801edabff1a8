import { useInfiniteQuery } from "@tanstack/react-query";
import { insights } from "@tongzhou/contract/insights";
import { useTranslation } from "react-i18next";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { useFormat } from "../../platform/format/useFormat.ts";
import { readingPages } from "../../platform/http/queries.ts";
import { useCompany } from "../../platform/session/useCompany.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { Dialog } from "../../ui/layers/Dialog.tsx";
import { Anchor } from "../../ui/navigation/Anchor.tsx";
import styles from "./Insights.module.css";
import type { InsightsState } from "./useInsightsState.ts";

const WIDTH_PX = 520;

/** The won deals behind a revenue: what each is worth, and how much of it is credited here by the model. */
export function CreditsPanel({ state, onClose }: { state: InsightsState; onClose: () => void }) {
  const { t } = useTranslation("insights");
  const format = useFormat();
  const { currency } = useCompany();
  const { url, period } = state;
  const chosen = url.credits === undefined || url.credits === "every" ? {} : { campaignId: url.credits };
  const read = useInfiniteQuery(readingPages(insights.credits, { query: { ...period, ...chosen, model: url.model } }));
  const pages = read.data?.pages ?? [];
  const outside = pages[0]?.outsideRights ?? 0;
  return (
    <Dialog
      look="panel"
      width={WIDTH_PX}
      onClose={onClose}
      title={t("dealsBehind", { count: pages[0]?.total ?? 0, model: t(`models.${url.model}`) })}
    >
      <p className="t13 ink2">{t(`formula.${url.model}`)}</p>
      {read.isPending ? <SkeletonRows rows={6} /> : null}
      {read.error === null ? null : <ReadFailure failure={read.error} onRetry={() => void read.refetch()} />}
      {outside === 0 ? null : <p className="quoted t13">{t("outsideRights", { count: outside })}</p>}
      <ul className="list">
        {pages
          .flatMap((page) => page.rows)
          .map((deal) => (
            <li key={deal.opportunityId} className={styles.record}>
              <span className="grow">
                <Anchor className="link" href={`/opportunities/${deal.opportunityId}`}>
                  {deal.name}
                </Anchor>
                <small className="ink3">{[deal.ownerName, format.day(deal.wonAt)].join(" · ")}</small>
              </span>
              <span className="num">
                <b className="nw">{format.exactMoney(deal.credited, currency)}</b>
                <small className="ink3 nw">{t("ofDeal", { amount: format.exactMoney(deal.amount, currency) })}</small>
              </span>
            </li>
          ))}
      </ul>
      {read.hasNextPage ? (
        <Button busy={read.isFetchingNextPage} onClick={() => void read.fetchNextPage()}>
          {t("more")}
        </Button>
      ) : null}
    </Dialog>
  );
}
