import { useQuery } from "@tanstack/react-query";
import { leads, type Lead } from "@tongzhou/contract/leads";
import { Check, Ellipsis, Phone, Shuffle, Undo2 } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { isProblem } from "../../platform/http/problem-error.ts";
import { reading } from "../../platform/http/queries.ts";
import { listHref, neighboursOf } from "../../platform/lists/list-memory.ts";
import { useLive } from "../../platform/live/useLive.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { Empty } from "../../ui/feedback/Empty.tsx";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { usePhone } from "../../ui/hooks/useMedia.ts";
import { Menu } from "../../ui/layers/Menu.tsx";
import type { MenuItem } from "../../ui/layers/MenuList.tsx";
import { Anchor } from "../../ui/navigation/Anchor.tsx";
import { useNavigateTo } from "../../ui/navigation/navigate.ts";
import { DottedLine } from "../../ui/record/DottedLine.tsx";
import { RecordLayout } from "../../ui/record/RecordLayout.tsx";
import { GradeDoor } from "./GradeDoor.tsx";
import { LeadClockSign } from "./LeadClockSign.tsx";
import { LeadFacts } from "./LeadFacts.tsx";
import { LeadLife } from "./LeadLife.tsx";
import { LeadRail } from "./LeadRail.tsx";
import { LeadStageSign } from "./LeadStageSign.tsx";
import { qualifyMenu } from "./qualify-menu.ts";
import { refreshLeads } from "./refresh-leads.ts";
import { useLeadActs, type LeadActs } from "./useLeadActs.tsx";
import { useLeadWords } from "./useLeadWords.ts";

export interface LeadRecordProps {
  leadId: string;
  timeline: ReactNode;
  /** What turns an accepted lead into an opportunity; drawn as the solid act. */
  renderConvert?: (lead: Lead) => ReactNode;
}

/** The page of one lead. */
export function LeadRecord({ leadId, timeline, renderConvert }: LeadRecordProps) {
  const { t } = useTranslation("leads");
  const read = useQuery(reading(leads.show, { params: { leadId } }));
  useLive("lead", ({ ids }) => (ids === undefined || ids.includes(leadId) ? void refreshLeads() : undefined));
  if (read.isPending) return <SkeletonRows edge rows={8} height={56} />;
  if (read.isError) {
    return isProblem(read.error, "not_found") ? (
      <div style={{ padding: "24px" }}>
        <Empty
          title={t("notFound")}
          act={
            <Button size="small" href="/leads">
              {t("backToLeads")}
            </Button>
          }
        >
          {t("notFoundWhy")}
        </Empty>
      </div>
    ) : (
      <div style={{ padding: "24px" }}>
        <ReadFailure failure={read.error} onRetry={() => void read.refetch()} />
      </div>
    );
  }
  return <ShownLead lead={read.data} timeline={timeline} {...(renderConvert === undefined ? {} : { renderConvert })} />;
}

function ShownLead({ lead, timeline, renderConvert }: { lead: Lead } & Omit<LeadRecordProps, "leadId">) {
  const { t } = useTranslation("leads");
  const words = useLeadWords();
  const acts = useLeavingActs(lead.id);
  const isPhone = usePhone();
  const { account, contact, productLine } = lead;
  const menu = useLeadMenu(lead, acts);
  const more = (
    <Menu
      label={t("more")}
      items={menu}
      renderOpener={(opener) => <Button {...opener} look="quiet" icon={Ellipsis} label={t("more")} />}
    />
  );
  const inHand = lead.stage === "sql" ? renderConvert?.(lead) : null;
  return (
    <>
      <RecordLayout
        crumbs={[{ words: t("title"), href: listHref("lead", "/leads") }]}
        neighbours={neighboursOf("lead", lead.id, (id) => `/leads/${id}`)}
        name={words.name(lead)}
        beside={
          <>
            {isPhone ? null : <GradeDoor leadId={lead.id} grade={lead.grade} />}
            {lead.clock === null || lead.stage !== "assigned" ? (
              <LeadStageSign stage={lead.stage} />
            ) : (
              <LeadClockSign clock={lead.clock} pill />
            )}
          </>
        }
        line={
          <DottedLine>
            {contact.title}
            {account === null ? null : (
              <Anchor className="link" href={`/accounts/${account.id}`}>
                {account.name}
              </Anchor>
            )}
            {productLine === null ? null : <span className="ink3">{productLine.name}</span>}
          </DottedLine>
        }
        acts={
          <>
            <DeskActs lead={lead} acts={acts} />
            {inHand}
            {menu.length === 0 ? null : more}
          </>
        }
        phoneActs={<PhoneActs lead={lead} acts={acts} convert={inHand} />}
        phoneMenu={menu.length === 0 ? null : more}
        below={<LeadLife lead={lead} />}
        facts={<LeadFacts lead={lead} />}
        rail={<LeadRail lead={lead} />}
        phoneTabs={{ centre: t("tab.timeline"), facts: t("tab.facts"), rail: t("tab.related") }}
        phoneFirst={<PhoneGrade lead={lead} />}
      >
        {lead.mergedIntoId === null ? null : (
          <p className="quoted t13">
            {t("merged")}{" "}
            <Anchor className="link" href={`/leads/${lead.mergedIntoId}`}>
              {t("openMerged")}
            </Anchor>
          </p>
        )}
        {timeline}
      </RecordLayout>
      {acts.dialog}
    </>
  );
}

/** A lead that was given away is out of reach for whoever gave it: the next one of the list takes its place. */
function useLeavingActs(leadId: string): LeadActs {
  const acts = useLeadActs();
  const navigate = useNavigateTo();
  const next = neighboursOf("lead", leadId, (id) => `/leads/${id}`)?.next;
  const leave = () => navigate.go(next ?? listHref("lead", "/leads"));
  return {
    ...acts,
    decline: (chosen) => acts.decline(chosen, leave),
    passOn: (chosen) => acts.passOn(chosen, leave),
    passTo: (chosen) => acts.passTo(chosen, leave),
    park: (chosen) => acts.park(chosen, leave),
  };
}

function PhoneGrade({ lead }: { lead: Lead }) {
  const { t } = useTranslation("leads");
  if (lead.grade === null) return null;
  return (
    <div className="card row g12" style={{ padding: "12px 16px", margin: "0 12px 12px", borderRadius: "12px" }}>
      <GradeDoor leadId={lead.id} grade={lead.grade} size="big" />
      <span className="grow t13 ink2">
        {t("gradeLine", { fit: lead.grade.fit, engagement: lead.grade.engagement / 10 })}
      </span>
      <LeadStageSign stage={lead.stage} />
    </div>
  );
}

function useLeadMenu(lead: Lead, acts: LeadActs): MenuItem[] {
  const { t } = useTranslation("leads");
  const isOpen = lead.stage !== "converted" && lead.stage !== "disqualified";
  const giveBack: MenuItem = { id: "giveBack", words: t("giveBack"), icon: Undo2, run: () => acts.decline([lead]) };
  const reassign: MenuItem = { id: "assign", words: t("reassign"), icon: Shuffle, run: () => acts.assign([lead]) };
  const out: MenuItem = { id: "disqualify", words: t("disqualify"), danger: true, run: () => acts.disqualify([lead]) };
  const qualifies = lead.may.edit && lead.stage === "qualifying";
  return [
    ...(qualifies ? qualifyMenu(lead, acts, t) : []),
    ...(lead.may.answer && lead.stage === "sql" ? [giveBack] : []),
    ...(lead.may.assign && isOpen ? [reassign] : []),
    ...(lead.may.edit && isOpen ? [out] : []),
  ];
}

function DeskActs({ lead, acts }: { lead: Lead; acts: LeadActs }) {
  const { t } = useTranslation("leads");
  const waits = lead.stage === "assigned" && lead.may.answer;
  return (
    <>
      {acts.canCall(lead) ? (
        <Button icon={Phone} shortcut="d" onClick={() => acts.call(lead)}>
          {t("call")}
        </Button>
      ) : null}
      {waits ? (
        <>
          <Button icon={Undo2} shortcut="r" onClick={() => acts.decline([lead])}>
            {t("decline")}
          </Button>
          <Button look="solid" icon={Check} shortcut="a" busy={acts.busy} onClick={() => acts.accept([lead])}>
            {t("accept")}
          </Button>
        </>
      ) : null}
      {lead.may.claim ? (
        <Button look="solid" busy={acts.busy} onClick={() => acts.claim([lead])}>
          {t("claim")}
        </Button>
      ) : null}
      {lead.may.edit && lead.stage === "qualifying" ? (
        <Button look="solid" icon={Check} shortcut="a" busy={acts.busy} onClick={() => acts.passOn([lead])}>
          {t("passOn")}
        </Button>
      ) : null}
      {lead.stage === "mql" && lead.may.assign ? (
        <Button look="solid" icon={Shuffle} shortcut="a" onClick={() => acts.assign([lead])}>
          {t("assign")}
        </Button>
      ) : null}
    </>
  );
}

function PhoneActs({ lead, acts, convert }: { lead: Lead; acts: LeadActs; convert: ReactNode }) {
  const { t } = useTranslation("leads");
  const waits = lead.stage === "assigned" && lead.may.answer;
  return (
    <>
      {waits ? (
        <Button size="large" onClick={() => acts.decline([lead])}>
          {t("decline")}
        </Button>
      ) : null}
      {acts.canCall(lead) ? (
        <Button size="large" icon={Phone} label={t("call")} onClick={() => acts.call(lead)} />
      ) : null}
      {waits ? (
        <Button size="large" look="solid" busy={acts.busy} onClick={() => acts.accept([lead])}>
          {t("accept")}
        </Button>
      ) : null}
      {lead.may.claim ? (
        <Button size="large" look="solid" busy={acts.busy} onClick={() => acts.claim([lead])}>
          {t("claim")}
        </Button>
      ) : null}
      {lead.may.edit && lead.stage === "qualifying" ? (
        <Button size="large" look="solid" busy={acts.busy} onClick={() => acts.passOn([lead])}>
          {t("passOn")}
        </Button>
      ) : null}
      {convert}
    </>
  );
}
