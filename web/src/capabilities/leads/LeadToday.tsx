import { useQuery } from "@tanstack/react-query";
import { leads } from "@tongzhou/contract/leads";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";
import { reading } from "../../platform/http/queries.ts";
import { useLive } from "../../platform/live/useLive.ts";
import { useMay } from "../../platform/session/session.ts";
import { PageHead } from "../../ui/list/PageHead.tsx";
import { CallQueue } from "./CallQueue.tsx";
import { LeadQueue } from "./LeadQueue.tsx";
import { LeadShortlist } from "./LeadShortlist.tsx";
import { LeadSignals } from "./LeadSignals.tsx";
import styles from "./LeadToday.module.css";
import type { RenderLog } from "./QueueLine.tsx";
import { refreshLeads } from "./refresh-leads.ts";
import { TeamLoad } from "./TeamLoad.tsx";
import { useLeadDesk } from "./useLeadDesk.ts";

export interface LeadTodayProps {
  /** Queues of other capabilities, below those of leads. */
  children?: ReactNode;
  /** Deals that need an act: below one's own queue, or beside that of the team. */
  deals?: ReactNode;
  acts?: ReactNode;
  /** Where to begin, while there is not one lead yet. */
  firstSteps?: ReactNode;
  /** Logs what was just done with a lead. */
  renderLog?: RenderLog;
}

const stageIs = (stage: string) => ({ field: "lead.stage", operator: "is", value: stage });
const poolIs = (pool: string) => ({ field: "lead.pool", operator: "is", value: pool });
const returned = { field: "lead.lastAnswer", operator: "is", value: "rejected" };
const sinceAMonth = { field: "lead.capturedAt", operator: "in_last", value: 30 };

/** The page of today: what waits, the most urgent first; each thing done where it is listed. */
export function LeadToday({ firstSteps, children, deals, acts, renderLog }: LeadTodayProps) {
  const { t } = useTranslation("leads");
  const format = useFormat();
  useLive("lead", () => void refreshLeads());
  useLive("notification", () => void refreshLeads());
  const mayEdit = useMay("lead", "edit");
  const mayAssign = useMay("lead", "assign");
  const mayCampaign = useMay("campaign", "edit");
  const counted = useQuery({ ...reading(leads.count, { query: {} }), enabled: mayAssign });
  const isEmpty = counted.data?.count === 0;
  const desk = useLeadDesk();
  const log = renderLog === undefined ? {} : { renderLog };
  return (
    <div className={styles.page}>
      <PageHead
        title={t("today")}
        beside={<span className="t13 ink3 nw">{format.dayWithWeekday(format.now)}</span>}
        sentence={desk.leads ? <TeamSentence /> : <TodaySentence />}
        acts={acts}
      />
      <div className={styles.columns}>
        <div className={styles.main}>
          {isEmpty ? firstSteps : null}
          {desk.calls ? <CallQueue {...log} /> : null}
          {mayEdit ? <LeadQueue quiet={mayAssign} {...log} /> : null}
          {desk.leads && !isEmpty ? (
            <LeadShortlist
              title={t("teamWaiting")}
              note={t("teamWaitingWhy")}
              rules={[stageIs("assigned")]}
              sort="clock"
              view="unanswered"
              act="assign"
            />
          ) : null}
          {desk.triages ? (
            <LeadShortlist
              title={t("triageTitle")}
              note={t("triageWhy")}
              rules={[poolIs("triage")]}
              view="triage"
              act="assign"
            />
          ) : null}
          {mayEdit && !desk.calls ? (
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
          {desk.leads ? null : deals}
        </div>
        <aside className={styles.side}>
          {desk.leads && !isEmpty ? (
            <>
              <TeamLoad />
              {deals}
            </>
          ) : null}
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

function TeamSentence() {
  const { t } = useTranslation("leads");
  const { data = [] } = useQuery(reading(leads.teamLoad));
  const waiting = data.reduce((sum, each) => sum + each.waiting, 0);
  const late = data.reduce((sum, each) => sum + each.late, 0);
  if (waiting === 0) return null;
  return (
    <>
      {t("teamSentence", { count: waiting })}
      {late === 0 ? null : (
        <>
          {t("comma")}
          <b className="red">{t("lateOf", { count: late })}</b>
        </>
      )}
    </>
  );
}
