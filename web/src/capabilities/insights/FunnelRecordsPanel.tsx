import { useInfiniteQuery } from "@tanstack/react-query";
import { insights } from "@tongzhou/contract/insights";
import { useTranslation } from "react-i18next";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { useFormat } from "../../platform/format/useFormat.ts";
import { readingPages } from "../../platform/http/queries.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { Dialog } from "../../ui/layers/Dialog.tsx";
import { Anchor } from "../../ui/navigation/Anchor.tsx";
import styles from "./Insights.module.css";
import type { InsightsState } from "./useInsightsState.ts";

const WIDTH_PX = 480;

/** The leads behind a figure, as far as the viewer may open them, and how many they may not. */
export function FunnelRecordsPanel({ state, onClose }: { state: InsightsState; onClose: () => void }) {
  const { t } = useTranslation("insights");
  const format = useFormat();
  const { url, period, choice } = state;
  const step = url.step ?? "lead";
  const read = useInfiniteQuery(
    readingPages(insights.funnelRecords, { query: { ...choice, ...period, step, column: url.column } }),
  );
  const pages = read.data?.pages ?? [];
  const rows = pages.flatMap((page) => page.rows);
  const outside = pages[0]?.outsideRights ?? 0;
  return (
    <Dialog
      look="panel"
      width={WIDTH_PX}
      onClose={onClose}
      title={t("recordsOf", { step: t(`step.${step}`), count: pages[0]?.total ?? 0 })}
    >
      {read.isPending ? <SkeletonRows rows={8} /> : null}
      {read.error === null ? null : <ReadFailure failure={read.error} onRetry={() => void read.refetch()} />}
      {outside === 0 ? null : <p className="quoted t13">{t("outsideRights", { count: outside })}</p>}
      <ul className="list">
        {rows.map((row) => (
          <li key={row.leadId} className={styles.record}>
            <span className="grow">
              <Anchor className="link" href={`/leads/${row.leadId}`}>
                {row.contactName ?? t("nameless")}
              </Anchor>
              <small className="ink3">
                {[t(`stage.${row.stage}` as "stage.raw"), row.ownerName, row.campaignName].filter(Boolean).join(" · ")}
              </small>
            </span>
            {row.opportunityId === null ? null : (
              <Anchor className="link t13" href={`/opportunities/${row.opportunityId}`}>
                {t("step.opportunity")}
              </Anchor>
            )}
            <span className="ink2 t13 nw">{format.moment(row.at)}</span>
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
