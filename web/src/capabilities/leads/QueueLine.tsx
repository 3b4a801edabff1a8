import type { LeadRow } from "@tongzhou/contract/lead-row";
import { Ellipsis, Phone } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/controls/Button.tsx";
import { usePhone } from "../../ui/hooks/useMedia.ts";
import { Menu } from "../../ui/layers/Menu.tsx";
import type { MenuItem } from "../../ui/layers/MenuList.tsx";
import { Anchor } from "../../ui/navigation/Anchor.tsx";
import { GradeChip } from "./GradeChip.tsx";
import { LeadClockSign } from "./LeadClockSign.tsx";
import styles from "./LeadToday.module.css";
import { useLeadWords } from "./useLeadWords.ts";

/** Draws what logs an act with a lead: on the card of the lead to deal with now it has a key, in a line it is a sign. */
export type RenderLog = (lead: LeadRow, place: "card" | "line") => ReactNode;

export interface QueueLineProps {
  lead: LeadRow;
  act?: { words: string; run: () => void };
  onCall?: () => void;
  onDecline?: () => void;
  /** What else may be done with it; on a phone too. */
  menu?: MenuItem[];
  /** Shows who has it. */
  withHolder?: boolean;
  /** Logs what was just done with it. */
  log?: ReactNode;
}

/** A lead of a queue: who, what happened last, how long there is, what to do. */
export function QueueLine({ lead, act, onCall, onDecline, menu, withHolder = false, log }: QueueLineProps) {
  const { t } = useTranslation("leads");
  const words = useLeadWords();
  const isPhone = usePhone();
  const { account, contact, productLine, latestTouch, clock } = lead;
  const meta = [isPhone ? undefined : contact.title, account?.name, productLine?.name].filter(Boolean).join(" · ");
  const last = latestTouch === null ? t("noTouchYet") : words.touchWhen(latestTouch);
  const holder = withHolder ? `${words.holder(lead.holder)} · ` : "";
  const declines = isPhone || onDecline === undefined ? [] : [{ id: "decline", words: t("decline"), run: onDecline }];
  const items = [...(menu ?? []), ...declines];
  const isRunning = clock !== null && clock.endedAt === null && clock.dueAt !== null;
  return (
    <div className={styles.line}>
      <GradeChip grade={lead.grade} />
      <Anchor href={`/leads/${lead.id}`} className="grow">
        <div className="named">
          <b className="t14">{words.name(lead)}</b>
          <span className="t13 ink2">{meta}</span>
        </div>
        <div className="t13 ink2 ell">
          {isPhone && isRunning ? <LeadClockSign clock={clock} /> : `${holder}${last}`}
        </div>
      </Anchor>
      {isPhone || !isRunning ? null : (
        <span className={`t13 ${styles.clock}`}>
          <LeadClockSign clock={clock} />
        </span>
      )}
      {act === undefined ? null : (
        <Button size={isPhone ? "middle" : "small"} onClick={act.run}>
          {act.words}
        </Button>
      )}
      {log}
      {isPhone || onCall === undefined ? null : (
        <Button look="quiet" size="small" icon={Phone} label={t("call")} onClick={onCall} />
      )}
      {items.length === 0 ? null : (
        <Menu
          label={t("more")}
          items={items}
          renderOpener={(opener) => (
            <Button
              {...opener}
              look="quiet"
              size={isPhone ? "middle" : "small"}
              icon={Ellipsis}
              label={t("moreOf", { name: words.name(lead) })}
            />
          )}
        />
      )}
    </div>
  );
}
