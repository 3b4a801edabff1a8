import { useQuery } from "@tanstack/react-query";
import type { LeadRow } from "@tongzhou/contract/lead-row";
import { leads } from "@tongzhou/contract/leads";
import { Phone } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";
import { reading } from "../../platform/http/queries.ts";
import { useMay } from "../../platform/session/session.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { Anchor } from "../../ui/navigation/Anchor.tsx";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import styles from "./LeadToday.module.css";
import { useLeadActs } from "./useLeadActs.tsx";
import { useLeadWords } from "./useLeadWords.ts";

/** Enough to find the latest among what one person holds. */
const READ = 200;
const SHOWN = 6;

const MINE = JSON.stringify({
  combinator: "and",
  rules: [
    { field: "lead.owner", operator: "is", value: "me" },
    { field: "lead.stage", operator: "any_of", value: ["assigned", "sql", "qualifying"] },
  ],
});

const latestFirst = (a: LeadRow, b: LeadRow): number =>
  (b.latestTouch?.at ?? "").localeCompare(a.latestTouch?.at ?? "");

/** What the customers of one's own leads did last. */
export function LeadSignals() {
  const { t } = useTranslation("leads");
  const may = useMay("lead", "edit");
  const read = useQuery({ ...reading(leads.list, { query: { filter: MINE, limit: READ } }), enabled: may });
  const fresh = (read.data?.rows ?? []).filter(({ latestTouch }) => latestTouch !== null).toSorted(latestFirst);
  if (!may || fresh.length === 0) return null;
  return (
    <section className={styles.block}>
      <SectionHead title={t("signals")} />
      <div className={styles.lines}>
        {fresh.slice(0, SHOWN).map((lead) => (
          <Signal key={lead.id} lead={lead} />
        ))}
      </div>
    </section>
  );
}

function Signal({ lead }: { lead: LeadRow }) {
  const { t } = useTranslation("leads");
  const words = useLeadWords();
  const format = useFormat();
  const acts = useLeadActs();
  const touch = lead.latestTouch;
  if (touch === null) return null;
  return (
    <div className={`row g8 ${styles.signal}`}>
      <Anchor href={`/leads/${lead.id}`} className="grow">
        <div className="named t13">
          <b>{words.name(lead)}</b>
          <span className="ink2">{lead.account?.name}</span>
          <span className="t12 ink3 nw end">{format.moment(touch.at)}</span>
        </div>
        <div className="t13 ink2 ell">{words.touch(touch)}</div>
      </Anchor>
      {acts.canCall(lead) ? (
        <Button look="quiet" size="small" icon={Phone} label={t("call")} onClick={() => acts.call(lead)} />
      ) : null}
    </div>
  );
}
