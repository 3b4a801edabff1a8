import { useInfiniteQuery } from "@tanstack/react-query";
import { routing, type RoutingDecision } from "@tongzhou/contract/routing";
import { useTranslation } from "react-i18next";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { useFormat } from "../../platform/format/useFormat.ts";
import { readingPages } from "../../platform/http/queries.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { Empty } from "../../ui/feedback/Empty.tsx";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { Anchor } from "../../ui/navigation/Anchor.tsx";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { useLeadWords } from "../leads/index.ts";
import styles from "./RuleEditor.module.css";

const AT_ONCE = 20;

/** The leads a rule decided about: where each went, why, and what became of it. */
export function RuleDecisions({ ruleId }: { ruleId: string }) {
  const { t } = useTranslation("routing");
  const read = useInfiniteQuery(readingPages(routing.decisions, { params: { ruleId }, query: { limit: AT_ONCE } }));
  const rows = read.data?.pages.flatMap((page) => page.rows) ?? [];
  const outside = read.data?.pages[0]?.outside ?? 0;
  return (
    <section>
      <SectionHead title={t("decisions")} note={t("lastDays")} />
      {read.isPending ? <SkeletonRows rows={3} height={56} /> : null}
      {read.isError && rows.length === 0 ? (
        <ReadFailure failure={read.error} onRetry={() => void read.refetch()} />
      ) : null}
      {read.isSuccess && rows.length === 0 && outside === 0 ? (
        <Empty title={t("noDecisions")}>{t("noDecisionsWhy")}</Empty>
      ) : null}
      <ul className="list">
        {rows.map((decision) => (
          <Decision key={decision.id} decision={decision} />
        ))}
      </ul>
      {outside > 0 ? <p className="t12 ink3">{t("outside", { count: outside })}</p> : null}
      {read.hasNextPage ? (
        <Button size="small" busy={read.isFetchingNextPage} onClick={() => void read.fetchNextPage()}>
          {t("earlier")}
        </Button>
      ) : null}
    </section>
  );
}

function Decision({ decision }: { decision: RoutingDecision }) {
  const { t } = useTranslation("routing");
  const { t: leads } = useTranslation("leads");
  const format = useFormat();
  const words = useLeadWords();
  const { leadId, contactName, accountName, personName, pool, because, outcome, reason, at } = decision;
  const why = words.sentence(because);
  const to = personName ?? (pool === null ? t("nobody") : leads(`pool.${pool}`));
  const became = pool === null ? leads(`outcome.${outcome ?? "waiting"}`) : undefined;
  return (
    <li className={styles.decision}>
      <span className="ell">
        <Anchor className="link" href={`/leads/${leadId}`}>
          <b>{contactName ?? leads("nameless")}</b>
        </Anchor>{" "}
        <span className="ink3">{accountName}</span>
      </span>
      <span>{[to, became, reason === null ? undefined : words.reason(reason)].filter(Boolean).join(" · ")}</span>
      {why === undefined ? null : <span className={styles.why}>{why}</span>}
      <span>{format.moment(at)}</span>
    </li>
  );
}
