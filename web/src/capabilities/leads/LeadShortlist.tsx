import { useQuery } from "@tanstack/react-query";
import type { ConditionRule } from "@tongzhou/contract/conditions";
import { leads } from "@tongzhou/contract/leads";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";
import { reading } from "../../platform/http/queries.ts";
import { hrefOf } from "../../platform/routing/useUrlState.ts";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { Figure } from "../../ui/signs/Figure.tsx";
import styles from "./LeadToday.module.css";
import { QueueLine, type RenderLog } from "./QueueLine.tsx";
import { useLeadActs } from "./useLeadActs.tsx";

export interface LeadShortlistProps {
  title: string;
  note?: string;
  rules: readonly ConditionRule[];
  sort?: string;
  /** The view that shows them all; without one the list opens with the conditions. */
  view?: string;
  act?: "assign" | "take";
  renderLog?: RenderLog;
}

const MOST = 6;

/** The first few leads of a question, each to be dealt with here; nothing when there are none. */
export function LeadShortlist({ title, note, rules, sort, view, act, renderLog }: LeadShortlistProps) {
  const { t } = useTranslation("leads");
  const format = useFormat();
  const acts = useLeadActs();
  const group = { combinator: "and" as const, rules };
  const filter = JSON.stringify(group);
  const order = sort === undefined ? {} : { sort };
  const read = useQuery(reading(leads.list, { query: { filter, limit: MOST, ...order } }));
  const counted = useQuery(reading(leads.count, { query: { filter } }));
  const rows = read.data?.rows ?? [];
  if (rows.length === 0) return null;
  const href = hrefOf("/leads", view === undefined ? { view: "all", filter: group, ...order } : { view });
  const verb = act === "take" ? t("take") : t("assign");
  return (
    <section className={styles.block}>
      <SectionHead
        title={title}
        note={note}
        end={
          counted.data === undefined ? undefined : (
            <Figure href={href}>
              {t("seeAll", { amount: format.estimate(counted.data.count, counted.data.exact) })}
            </Figure>
          )
        }
      />
      <div className={styles.lines}>
        {rows.map((lead) => (
          <QueueLine
            key={lead.id}
            lead={lead}
            withHolder
            {...(renderLog === undefined ? {} : { log: renderLog(lead, "line") })}
            {...(act === undefined
              ? {}
              : { act: { words: verb, run: () => (act === "take" ? acts.take([lead]) : acts.assign([lead])) } })}
            {...(acts.canCall(lead) && act === "take" ? { onCall: () => acts.call(lead) } : {})}
          />
        ))}
      </div>
      {acts.dialog}
    </section>
  );
}
