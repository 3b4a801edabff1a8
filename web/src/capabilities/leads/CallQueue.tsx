import { useQuery } from "@tanstack/react-query";
import type { LeadRow } from "@tongzhou/contract/lead-row";
import { leads } from "@tongzhou/contract/leads";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { useFormat } from "../../platform/format/useFormat.ts";
import { reading } from "../../platform/http/queries.ts";
import { rememberList } from "../../platform/lists/list-memory.ts";
import { hrefOf } from "../../platform/routing/useUrlState.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { Empty } from "../../ui/feedback/Empty.tsx";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { usePhone } from "../../ui/hooks/useMedia.ts";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { Figure } from "../../ui/signs/Figure.tsx";
import { CallCard } from "./CallCard.tsx";
import styles from "./LeadToday.module.css";
import { qualifyMenu } from "./qualify-menu.ts";
import { QueueLine, type RenderLog } from "./QueueLine.tsx";
import { useLeadActs } from "./useLeadActs.tsx";

const READ = 50;
/** Whoever has more to call than this sees the rest in the list. */
const MOST_OTHERS = 8;

const qualifying = { field: "lead.stage", operator: "is", value: "qualifying" };
const MINE = { combinator: "and" as const, rules: [{ field: "lead.owner", operator: "is", value: "me" }, qualifying] };
const POOLED = {
  combinator: "and" as const,
  rules: [{ field: "lead.pool", operator: "is", value: "sdr" }, qualifying],
};
const BOTH = { combinator: "or" as const, rules: [MINE, POOLED] };
const BY_GRADE = "grade";

/** The leads an SDR calls: those they took first, then the pool, the best grades in front; the next one stands open. */
export function CallQueue({ renderLog }: { renderLog?: RenderLog }) {
  const { t } = useTranslation("leads");
  const isPhone = usePhone();
  const format = useFormat();
  const acts = useLeadActs();
  const mine = useQuery(reading(leads.list, { query: { filter: JSON.stringify(MINE), limit: READ, sort: BY_GRADE } }));
  const pool = useQuery(
    reading(leads.list, { query: { filter: JSON.stringify(POOLED), limit: READ, sort: BY_GRADE } }),
  );
  const counted = useQuery(reading(leads.count, { query: { filter: JSON.stringify(BOTH) } }));
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  const rows = [...(mine.data?.rows ?? []), ...(pool.data?.rows ?? [])];
  // Who was skipped comes again behind the others.
  const waiting = [...rows.filter(({ id }) => !skipped.has(id)), ...rows.filter(({ id }) => skipped.has(id))];
  const ids = waiting.map(({ id }) => id).join();
  useEffect(() => rememberList({ object: "lead", href: "/today", ids: ids.split(",") }), [ids]);
  if (mine.isPending || pool.isPending) return <SkeletonRows rows={4} height={64} />;
  const failed = [mine, pool].find((read) => read.isError && read.data === undefined);
  if (failed?.error) return <ReadFailure failure={failed.error} onRetry={() => void failed.refetch()} />;
  const [first, ...others] = waiting;
  const skip = (lead: LeadRow) => setSkipped(new Set([...skipped].filter((id) => id !== lead.id)).add(lead.id));
  return (
    <section className={styles.block}>
      <SectionHead
        title={t("nextCall")}
        note={t("nextCallWhy")}
        end={
          counted.data === undefined || counted.data.count === 0 ? undefined : (
            <Figure href={hrefOf("/leads", { view: "all", filter: BOTH, sort: BY_GRADE })}>
              {t("seeAll", { amount: format.estimate(counted.data.count, counted.data.exact) })}
            </Figure>
          )
        }
      />
      {first === undefined ? (
        <Empty
          title={t("noneToCall")}
          act={
            <Button size="small" href="/leads">
              {t("allLeads")}
            </Button>
          }
        >
          {t("noneToCallWhy")}
        </Empty>
      ) : (
        <CallCard
          key={first.id}
          lead={first}
          acts={acts}
          log={renderLog?.(first, "card")}
          {...(others.length === 0 ? {} : { onSkip: () => skip(first) })}
        />
      )}
      {others.length === 0 ? null : (
        <div className={styles.lines} style={{ marginTop: "8px" }}>
          {others.slice(0, MOST_OTHERS).map((lead) => (
            <QueueLine
              key={lead.id}
              lead={lead}
              withHolder
              {...(isPhone ? {} : { act: { words: t("passOn"), run: () => acts.passOn([lead]) } })}
              {...(acts.canCall(lead) ? { onCall: () => acts.call(lead) } : {})}
              menu={[
                ...(isPhone ? [{ id: "passOn", words: t("passOn"), run: () => acts.passOn([lead]) }] : []),
                ...qualifyMenu(lead, acts, t),
                { id: "disqualify", words: t("disqualify"), danger: true, run: () => acts.disqualify([lead]) },
              ]}
              log={renderLog?.(lead, "line")}
            />
          ))}
        </div>
      )}
      {acts.dialog}
    </section>
  );
}
