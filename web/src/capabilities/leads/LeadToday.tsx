import { useQuery } from "@tanstack/react-query";
import type { LeadRow } from "@tongzhou/contract/lead-row";
import { leads } from "@tongzhou/contract/leads";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";
import { reading } from "../../platform/http/queries.ts";
import { useLive } from "../../platform/live/useLive.ts";
import { useMay } from "../../platform/session/session.ts";
import { PageHead } from "../../ui/list/PageHead.tsx";
import { FirstSteps } from "./FirstSteps.tsx";
import { LeadQueue } from "./LeadQueue.tsx";
import { LeadShortlist } from "./LeadShortlist.tsx";
import { LeadSignals } from "./LeadSignals.tsx";
import styles from "./LeadToday.module.css";
import { refreshLeads } from "./refresh-leads.ts";

export interface LeadTodayProps {
  /** Queues of other capabilities, below those of leads. */
  children?: ReactNode;
  /** Above the signals, in the side column. */
  side?: ReactNode;
  acts?: ReactNode;
  /** Logs what was just done with a lead. */
  renderLog?: (lead: LeadRow) => ReactNode;
}

const stageIs = (stage: string) => ({ field: "lead.stage", operator: "is", value: stage });
const poolIs = (pool: string) => ({ field: "lead.pool", operator: "is", value: pool });
const returned = { field: "lead.lastAnswer", operator: "is", value: "rejected" };
const sinceAMonth = { field: "lead.capturedAt", operator: "in_last", value: 30 };

/** The page of today: what waits, the most urgent first; each thing done where it is listed. */
export function LeadToday({ children, side, acts, renderLog }: LeadTodayProps) {
  const { t } = useTranslation("leads");
  const format = useFormat();
  useLive("lead", () => void refreshLeads());
  useLive("notification", () => void refreshLeads());
  const mayEdit = useMay("lead", "edit");
  const mayAssign = useMay("lead", "assign");
  const mayCampaign = useMay("campaign", "edit");
  const log = renderLog === undefined ? {} : { renderLog };
  return (
    <div className={styles.page}>
      <PageHead
        title={t("today")}
        beside={<span className="t13 ink3 nw">{format.dayWithWeekday(format.now)}</span>}
        sentence={<TodaySentence />}
        acts={acts}
      />
      <div className={styles.columns}>
        <div className={styles.main}>
          {mayAssign ? <FirstSteps /> : null}
          {mayEdit ? <LeadQueue quiet={mayAssign} {...log} /> : null}
          {mayAssign ? (
            <>
              <LeadShortlist
                title={t("teamWaiting")}
                note={t("teamWaitingWhy")}
                rules={[stageIs("assigned")]}
                sort="clock"
                view="unanswered"
                act="assign"
              />
              <LeadShortlist
                title={t("triageTitle")}
                note={t("triageWhy")}
                rules={[poolIs("triage")]}
                view="triage"
                act="assign"
              />
            </>
          ) : null}
          {mayEdit ? (
            <LeadShortlist
              title={t("qualifyTitle")}
              rules={[poolIs("sdr"), stageIs("qualifying")]}
              act="take"
              {...log}
            />
          ) : null}
          {mayAssign || mayCampaign ? (
            <LeadShortlist title={t("returnedTitle")} note={t("returnedWhy")} rules={[returned, sinceAMonth]} />
          ) : null}
          {children}
        </div>
        <aside className={styles.side}>
          {side}
          <LeadSignals />
        </aside>
      </div>
    </div>
  );
}

function TodaySentence() {
  const { t } = useTranslation("leads");
  const format = useFormat();
  const { data } = useQuery(reading(leads.today));
  if (data === undefined || data.leads.length === 0) return null;
  const clock = data.leads[0]?.clock;
  const waiting = t("waitingSentence", { count: data.leads.length });
  if (clock === undefined || clock === null || clock.dueAt === null) return waiting;
  const { tone, longWords } = format.deadline(clock.startedAt, clock.dueAt);
  const color = tone === "over" ? "red" : tone === "soon" ? "amber" : "ink";
  return (
    <>
      {waiting}
      {t("comma")}
      {t("theFirst")}
      <b className={color}>{longWords}</b>
    </>
  );
}
