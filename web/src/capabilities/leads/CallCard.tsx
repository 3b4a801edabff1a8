import type { LeadRow } from "@tongzhou/contract/lead-row";
import { CircleX, Clock, Ellipsis, Inbox, Phone, Send, SkipForward } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { usePhone } from "../../ui/hooks/useMedia.ts";
import { Menu } from "../../ui/layers/Menu.tsx";
import { Anchor } from "../../ui/navigation/Anchor.tsx";
import { GradeChip } from "./GradeChip.tsx";
import { GradeDoor } from "./GradeDoor.tsx";
import styles from "./LeadToday.module.css";
import { qualifyMenu } from "./qualify-menu.ts";
import type { LeadActs } from "./useLeadActs.tsx";
import { useLeadWords } from "./useLeadWords.ts";

export interface CallCardProps {
  lead: LeadRow;
  acts: LeadActs;
  log: ReactNode;
  /** Leaves it for later; not there when it is the only one. */
  onSkip?: () => void;
}

/** The lead to call now: who, why, the number, and what becomes of it. */
export function CallCard({ lead, acts, log, onSkip }: CallCardProps) {
  const { t } = useTranslation("leads");
  const isPhone = usePhone();
  const words = useLeadWords();
  const { account, contact, productLine, latestTouch } = lead;
  const meta = [contact.title, account?.name, productLine?.name].filter(Boolean).join(" · ");
  const came = [words.holder(lead.holder), lead.campaign?.name ?? lead.source].filter(Boolean).join(" · ");
  return (
    <article className={`card now ${styles.first}`}>
      <div className="row g8">
        <GradeChip grade={lead.grade} />
        <Anchor href={`/leads/${lead.id}`} className="grow named">
          <b className="t16">{words.name(lead)}</b>
          {isPhone ? null : <span className="ink2">{meta}</span>}
        </Anchor>
        {onSkip === undefined ? null : (
          <Button
            size={isPhone ? "middle" : "small"}
            look="quiet"
            icon={SkipForward}
            shortcut={isPhone ? undefined : "j"}
            onClick={onSkip}
          >
            {t("skip")}
          </Button>
        )}
      </div>
      {isPhone ? <p className="ink2 t14">{meta}</p> : null}
      <p className="t14 ink2">{latestTouch === null ? t("noTouchYet") : words.touchWhen(latestTouch)}</p>
      <p className="t13 ink3">{came}</p>
      {lead.grade === null ? null : (
        <p className="t13">
          <GradeDoor leadId={lead.id} grade={lead.grade} words={t("whyOpen", { cell: lead.grade.cell })} />
        </p>
      )}
      <div className={styles.acts}>
        {isPhone ? <PhoneRow {...{ lead, acts, log }} /> : <DeskRow {...{ lead, acts, log }} />}
      </div>
    </article>
  );
}

type RowProps = Pick<CallCardProps, "lead" | "acts" | "log">;

function DeskRow({ lead, acts, log }: RowProps) {
  const { t } = useTranslation("leads");
  const format = useFormat();
  const inPool = lead.holder.kind === "pool";
  return (
    <>
      <Button look="solid" icon={Send} shortcut="a" busy={acts.busy} onClick={() => acts.passOn([lead])}>
        {t("passOn")}
      </Button>
      {acts.canCall(lead) ? (
        <Button icon={Phone} label={t("call")} shortcut="d" onClick={() => acts.call(lead)}>
          {t("callNumber", { number: format.phone(lead.contact.reachedBy?.value ?? "") })}
        </Button>
      ) : null}
      {log}
      <Button icon={Clock} shortcut="p" onClick={() => acts.park([lead])}>
        {t("park")}
      </Button>
      <Button icon={CircleX} shortcut="x" onClick={() => acts.disqualify([lead])}>
        {t("unfit")}
      </Button>
      {inPool ? (
        <Button look="quiet" icon={Inbox} shortcut="t" busy={acts.busy} onClick={() => acts.take([lead])}>
          {t("take")}
        </Button>
      ) : null}
      <Menu
        label={t("more")}
        items={qualifyMenu(lead, acts, t).filter(({ id }) => id === "passTo" || id === "putBack")}
        renderOpener={(opener) => <Button {...opener} look="quiet" icon={Ellipsis} label={t("more")} />}
      />
    </>
  );
}

function PhoneRow({ lead, acts, log }: RowProps) {
  const { t } = useTranslation("leads");
  return (
    <>
      <Menu
        label={t("more")}
        items={[
          ...qualifyMenu(lead, acts, t),
          { id: "disqualify", words: t("disqualify"), danger: true, run: () => acts.disqualify([lead]) },
        ]}
        renderOpener={(opener) => <Button {...opener} size="large" icon={Ellipsis} label={t("more")} />}
      />
      {log}
      {acts.canCall(lead) ? (
        <Button size="large" icon={Phone} label={t("call")} onClick={() => acts.call(lead)} />
      ) : null}
      <Button size="large" look="solid" busy={acts.busy} onClick={() => acts.passOn([lead])}>
        {t("passOn")}
      </Button>
    </>
  );
}
