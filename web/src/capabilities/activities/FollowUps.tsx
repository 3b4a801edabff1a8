import { useQuery } from "@tanstack/react-query";
import { activities, type FollowUp } from "@tongzhou/contract/activities";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";
import { reading } from "../../platform/http/queries.ts";
import { Anchor } from "../../ui/navigation/Anchor.tsx";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { LogActivity } from "./LogActivity.tsx";

const PLACES = { lead: "leads", contact: "contacts", account: "accounts", opportunity: "opportunities" } as const;

/** What the viewer said they would do by today and has not been done; nothing when there is none. */
export function FollowUps() {
  const { t } = useTranslation("activities");
  const { data } = useQuery(reading(activities.followUps));
  if (data === undefined || data.rows.length === 0) return null;
  return (
    <section style={{ marginTop: "32px" }}>
      <SectionHead title={t("due")} note={data.count} end={<span className="t12 ink3">{t("dueWhy")}</span>} />
      {data.rows.map((row) => (
        <FollowUpLine key={row.activityId} row={row} isLate={row.nextOn < data.today} />
      ))}
    </section>
  );
}

function FollowUpLine({ row, isLate }: { row: FollowUp; isLate: boolean }) {
  const { t } = useTranslation("activities");
  const format = useFormat();
  const { object, recordId, contactName, accountName, recordName, nextOn, nextStep, text } = row;
  const name = contactName ?? recordName ?? accountName ?? t("nameless");
  const meta = [recordName, accountName].filter((each) => each !== null && each !== name).join(" · ");
  return (
    <div className="row g8" style={{ padding: "10px 0", borderBottom: "1px solid var(--line)" }}>
      <Anchor href={`/${PLACES[object]}/${recordId}`} className="grow" style={{ minWidth: 0 }}>
        <div className="named">
          <b className="t14">{name}</b>
          <span className="t13 ink2">{meta}</span>
        </div>
        <div className="t13 ink2 ell">{nextStep ?? text ?? t("goOn")}</div>
      </Anchor>
      <span className={`t13 nw ${isLate ? "red" : "ink2"}`}>
        {isLate ? t("late", { day: format.day(nextOn) }) : t("today")}
      </span>
      <LogActivity object={object} recordId={recordId} inLine />
    </div>
  );
}
