import { useQuery } from "@tanstack/react-query";
import { opportunities, type Opportunity } from "@tongzhou/contract/opportunities";
import { ArrowRight, Ellipsis, Trophy, X } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { AddedFacts } from "../../platform/custom-fields/AddedFacts.tsx";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { useFormat } from "../../platform/format/useFormat.ts";
import { reading } from "../../platform/http/queries.ts";
import { listHref, neighboursOf } from "../../platform/lists/list-memory.ts";
import { useLive } from "../../platform/live/useLive.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { Menu } from "../../ui/layers/Menu.tsx";
import { Anchor } from "../../ui/navigation/Anchor.tsx";
import { FactList } from "../../ui/record/FactList.tsx";
import { RecordLayout } from "../../ui/record/RecordLayout.tsx";
import { Pill } from "../../ui/signs/Marks.tsx";
import { AttentionSign } from "./AttentionSign.tsx";
import { GateCard } from "./GateCard.tsx";
import styles from "./Opportunity.module.css";
import { OpportunityPeople } from "./OpportunityPeople.tsx";
import { refreshOpportunities } from "./refresh-opportunities.ts";
import { StageLine } from "./StageLine.tsx";
import { useOpportunityActs } from "./useOpportunityActs.tsx";
import { useOpportunityFacts } from "./useOpportunityFacts.tsx";

const LABEL_PX = 84;

export interface OpportunityRecordProps {
  opportunityId: string;
  /** What happened, shown by those who keep the history. */
  timeline: ReactNode;
  /** What other capabilities know of its customer. */
  related?: ReactNode;
}

/** One opportunity: where it stands, what the next stage asks for, who takes part, and how it ends. */
export function OpportunityRecord({ opportunityId, timeline, related }: OpportunityRecordProps) {
  const { data, error, refetch } = useQuery(reading(opportunities.show, { params: { opportunityId } }));
  useLive("opportunity", ({ ids }) => {
    if (ids === undefined || ids.includes(opportunityId)) void refreshOpportunities();
  });
  if (data !== undefined) return <Shown opportunity={data} timeline={timeline} related={related} />;
  return (
    <div className={styles.waiting}>
      {error === null ? (
        <SkeletonRows edge rows={10} />
      ) : (
        <ReadFailure failure={error} onRetry={() => void refetch()} />
      )}
    </div>
  );
}

function Shown(props: Omit<OpportunityRecordProps, "opportunityId"> & { opportunity: Opportunity }) {
  const { opportunity, timeline, related } = props;
  const { t } = useTranslation("opportunities");
  const format = useFormat();
  const facts = useOpportunityFacts(opportunity);
  const acts = useOpportunityActs(opportunity.type);
  const { id, outcome, type, next, mayEdit, amount, currency } = opportunity;
  const mayAct = mayEdit && outcome === null;
  const menu = (
    <Menu
      label={opportunity.name}
      items={acts.menu(opportunity)}
      renderOpener={(opener) => <Button {...opener} look="quiet" icon={Ellipsis} label={t("moreActs")} />}
    />
  );
  const forward = (size: "middle" | "large") => <Forward opportunity={opportunity} size={size} acts={acts} />;
  return (
    <RecordLayout
      crumbs={[
        { words: t("title"), href: listHref("opportunity", "/opportunities") },
        { words: outcome === null ? type.name : t(`view.${outcome}`) },
      ]}
      neighbours={neighboursOf("opportunity", id, (other) => `/opportunities/${other}`)}
      name={opportunity.name}
      avatar={false}
      beside={
        <>
          {amount === undefined || amount === null ? null : <b className="t18 nw">{format.money(amount, currency)}</b>}
          <AttentionSign row={opportunity} pill />
          {outcome === null ? null : <Pill tone={outcome === "won" ? "good" : "plain"}>{t(`view.${outcome}`)}</Pill>}
        </>
      }
      line={
        <>
          {type.name} ·{" "}
          <Anchor className="link" href={`/accounts/${opportunity.accountId}`}>
            {opportunity.accountName}
          </Anchor>{" "}
          · {t("ownedBy", { name: opportunity.ownerName })}
        </>
      }
      acts={
        mayAct ? (
          <>
            <Button icon={X} onClick={() => acts.lose(opportunity)}>
              {t("lose")}
            </Button>
            {next === null ? null : (
              <Button icon={Trophy} onClick={() => acts.win(opportunity)}>
                {t("win")}
              </Button>
            )}
            {forward("middle")}
            {menu}
          </>
        ) : undefined
      }
      phoneActs={
        mayAct ? (
          <>
            <Button size="large" onClick={() => acts.lose(opportunity)}>
              {t("lose")}
            </Button>
            {forward("large")}
          </>
        ) : undefined
      }
      phoneMenu={mayAct ? menu : undefined}
      below={<StageLine opportunity={opportunity} />}
      facts={
        <>
          <FactList
            title={t("deal")}
            labelWidth={LABEL_PX}
            facts={[
              facts.name,
              ...(amount === undefined ? [] : [facts.amount]),
              facts.expectedCloseOn,
              facts.productLineId,
              ...(opportunity.probability === null || outcome !== null
                ? []
                : [
                    {
                      id: "probability",
                      label: t("probability"),
                      shown: t("percent", { percent: opportunity.probability }),
                    },
                  ]),
            ]}
          />
          <AddedFacts object="opportunity" recordId={opportunity.id} />
          <FactList title={t("nextUp")} labelWidth={LABEL_PX} facts={[facts.nextStep, facts.nextStepOn]} />
          {outcome === "lost" ? <LostFacts opportunity={opportunity} /> : null}
        </>
      }
      rail={
        <>
          <OpportunityPeople opportunity={opportunity} />
          {related}
        </>
      }
      phoneTabs={{ centre: t("history"), facts: t("deal"), rail: t("people") }}
    >
      {outcome === null ? <GateCard opportunity={opportunity} facts={facts} /> : null}
      {timeline}
      {acts.dialog}
    </RecordLayout>
  );
}

interface ForwardProps {
  opportunity: Opportunity;
  size: "middle" | "large";
  acts: ReturnType<typeof useOpportunityActs>;
}

/** The one act that brings it on: into the next stage, and from the last one to the win. */
function Forward({ opportunity, size, acts }: ForwardProps) {
  const { t } = useTranslation("opportunities");
  const { next, type } = opportunity;
  if (next === null) {
    return (
      <Button look="solid" size={size} icon={Trophy} onClick={() => acts.win(opportunity)}>
        {t("win")}
      </Button>
    );
  }
  const stage = type.stages.find(({ id }) => id === next.stageId)?.name ?? "";
  const lacks = next.missing.length;
  return (
    <Button
      look="solid"
      size={size}
      icon={ArrowRight}
      onClick={() => acts.move(opportunity, next.stageId)}
      {...(lacks === 0 ? {} : { whyOff: t("gate.lacksShort", { count: lacks }) })}
    >
      {t("enter", { stage })}
      {lacks === 0 ? null : <small> {t("gate.lacksShort", { count: lacks })}</small>}
    </Button>
  );
}

function LostFacts({ opportunity }: { opportunity: Opportunity }) {
  const { t } = useTranslation("opportunities");
  const { loseReason, loseNote } = opportunity;
  return (
    <FactList
      title={t("whyLost")}
      labelWidth={LABEL_PX}
      facts={[
        {
          id: "loseReason",
          label: t("why"),
          ...(loseReason === null ? {} : { shown: t(`reason.${loseReason}` as "reason.price") }),
        },
        { id: "loseNote", label: t("loseNote"), ...(loseNote === null ? {} : { shown: loseNote }) },
      ]}
    />
  );
}
