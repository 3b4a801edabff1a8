import { useQuery } from "@tanstack/react-query";
import type { TodayLead } from "@tongzhou/contract/lead-row";
import { leads } from "@tongzhou/contract/leads";
import { Check, Phone, Undo2 } from "lucide-react";
import { useEffect, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { useFormat } from "../../platform/format/useFormat.ts";
import { reading } from "../../platform/http/queries.ts";
import { rememberList } from "../../platform/lists/list-memory.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { Empty } from "../../ui/feedback/Empty.tsx";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { usePhone } from "../../ui/hooks/useMedia.ts";
import { Anchor } from "../../ui/navigation/Anchor.tsx";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { Figure } from "../../ui/signs/Figure.tsx";
import { GradeChip } from "./GradeChip.tsx";
import { GradeDoor } from "./GradeDoor.tsx";
import { LeadClockSign } from "./LeadClockSign.tsx";
import { QueueLine, type RenderLog } from "./QueueLine.tsx";
import styles from "./LeadToday.module.css";
import { useLeadActs, type LeadActs } from "./useLeadActs.tsx";
import { useLeadWords } from "./useLeadWords.ts";

/** Whoever has more to answer than this sees the rest in the list. */
const MOST_OTHERS = 8;

export interface LeadQueueProps {
  quiet: boolean;
  renderLog?: RenderLog;
}

/** The leads that wait for the viewer's answer; the most urgent stands open. `quiet` says nothing when there are none. */
export function LeadQueue({ quiet, renderLog }: LeadQueueProps) {
  const { t } = useTranslation("leads");
  const acts = useLeadActs();
  const today = useQuery(reading(leads.today));
  const waiting = today.data?.leads ?? [];
  useEffect(() => {
    if (today.data !== undefined) {
      rememberList({ object: "lead", href: "/today", ids: today.data.leads.map(({ id }) => id) });
    }
  }, [today.data]);
  if (today.isPending) return <SkeletonRows rows={4} height={64} />;
  if (today.isError && today.data === undefined) {
    return <ReadFailure failure={today.error} onRetry={() => void today.refetch()} />;
  }
  const [first, ...others] = waiting;
  if (first === undefined && quiet) return null;
  return (
    <section className={styles.block}>
      <SectionHead
        title={t("waitingTitle")}
        note={waiting.length}
        end={
          others.length > MOST_OTHERS ? (
            <Figure href="/leads?view=waiting">{t("seeAll", { amount: waiting.length })}</Figure>
          ) : (
            <span className="t12 ink3">{t("waitingBy")}</span>
          )
        }
      />
      {first === undefined ? (
        <Empty
          title={t("noneWaiting")}
          act={
            <Button size="small" href="/leads?view=mine">
              {t("allMine")}
            </Button>
          }
        >
          {t("noneWaitingWhy")}
        </Empty>
      ) : (
        <FirstLead key={first.id} lead={first} acts={acts} log={renderLog?.(first, "card")} />
      )}
      {others.length === 0 ? null : (
        <div className={styles.lines} style={{ marginTop: "8px" }}>
          {others.slice(0, MOST_OTHERS).map((lead) => (
            <QueueLine
              key={lead.id}
              lead={lead}
              act={{ words: t("accept"), run: () => acts.accept([lead]) }}
              {...(acts.canCall(lead) ? { onCall: () => acts.call(lead) } : {})}
              onDecline={() => acts.decline([lead])}
              log={renderLog?.(lead, "line")}
            />
          ))}
        </div>
      )}
      {acts.dialog}
    </section>
  );
}

/** The lead to answer now. */
function FirstLead({ lead, acts, log }: { lead: TodayLead; acts: LeadActs; log: ReactNode }) {
  const { t } = useTranslation("leads");
  const isPhone = usePhone();
  const words = useLeadWords();
  const format = useFormat();
  const { account, contact, productLine } = lead;
  const done = lead.touches.length > 0 ? lead.touches : lead.latestTouch === null ? [] : [lead.latestTouch];
  const said = done.map(words.touchWhen).join(t("semicolon"));
  const why = words.sentence(lead.explanation);
  const meta = [contact.title, account?.name, productLine?.name].filter(Boolean).join(" · ");
  const size = isPhone ? "large" : "middle";
  const call = acts.canCall(lead) ? (
    <Button
      size={size}
      icon={Phone}
      label={t("call")}
      shortcut={isPhone ? undefined : "d"}
      onClick={() => acts.call(lead)}
    >
      {isPhone ? undefined : t("callNumber", { number: format.phone(contact.reachedBy?.value ?? "") })}
    </Button>
  ) : null;
  const decline = (
    <Button
      size={size}
      icon={isPhone ? undefined : Undo2}
      shortcut={isPhone ? undefined : "r"}
      onClick={() => acts.decline([lead])}
    >
      {t("decline")}
    </Button>
  );
  const accept = (
    <Button
      size={size}
      look="solid"
      icon={isPhone ? undefined : Check}
      shortcut={isPhone ? undefined : "a"}
      busy={acts.busy}
      onClick={() => acts.accept([lead])}
    >
      {t("accept")}
    </Button>
  );
  return (
    <article className={`card now ${styles.first}`}>
      <div className="row g8">
        {isPhone ? null : <GradeChip grade={lead.grade} />}
        <Anchor href={`/leads/${lead.id}`} className="grow named">
          <b className="t16">{words.name(lead)}</b>
          {isPhone ? null : <span className="ink2">{meta}</span>}
        </Anchor>
        <LeadClockSign clock={lead.clock} pill />
      </div>
      {isPhone ? (
        <div className="row g8 ink2" style={{ marginTop: "6px" }}>
          <GradeChip grade={lead.grade} />
          <span className="ell">{meta}</span>
        </div>
      ) : null}
      <p className="t14 ink2">{said === "" ? t("noTouchYet") : said}</p>
      {why === undefined ? null : <p className="t13 ink3">{why}</p>}
      {lead.grade === null ? null : (
        <p className="t13">
          <GradeDoor leadId={lead.id} grade={lead.grade} words={t("whyOpen", { cell: lead.grade.cell })} />
        </p>
      )}
      <div className={styles.acts}>
        {isPhone ? (
          <>
            {decline}
            {log}
            {call}
            {accept}
          </>
        ) : (
          <>
            {accept}
            {decline}
            {call}
            {log ?? <span />}
          </>
        )}
      </div>
    </article>
  );
}
