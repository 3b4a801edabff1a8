import { useQuery } from "@tanstack/react-query";
import { campaigns, type Campaign } from "@tongzhou/contract/campaigns";
import { Ellipsis, Flag, Receipt } from "lucide-react";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { AddedFacts } from "../../platform/custom-fields/AddedFacts.tsx";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { useFormat } from "../../platform/format/useFormat.ts";
import { reading } from "../../platform/http/queries.ts";
import { listHref, neighboursOf } from "../../platform/lists/list-memory.ts";
import { RecordCentre } from "../../platform/record/RecordCentre.tsx";
import { Button } from "../../ui/controls/Button.tsx";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { Menu } from "../../ui/layers/Menu.tsx";
import { FactList } from "../../ui/record/FactList.tsx";
import { RecordLayout } from "../../ui/record/RecordLayout.tsx";
import styles from "./Campaign.module.css";
import { CampaignCosts } from "./CampaignCosts.tsx";
import { CampaignState } from "./CampaignState.tsx";
import { CostDialog } from "./CostDialog.tsx";
import { NextStepCard } from "./NextStepCard.tsx";
import { StartCard } from "./StartCard.tsx";
import { useCampaignActs } from "./useCampaignActs.tsx";
import { periodOf } from "./useCampaignColumns.tsx";
import { useCampaignFacts } from "./useCampaignFacts.tsx";

const LABEL_PX = 84;

export interface CampaignRecordProps {
  campaignId: string;
  /** What it brought, shown by those who count. */
  results: (campaign: Campaign) => ReactNode;
  /** Who changed what in it. */
  changes: ReactNode;
}

/** One campaign: what is planned, what it lacks, what it cost and what it brought. */
export function CampaignRecord({ campaignId, results, changes }: CampaignRecordProps) {
  const { data, error, refetch } = useQuery(reading(campaigns.show, { params: { campaignId } }));
  if (data !== undefined) return <Shown campaign={data} results={results} changes={changes} />;
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

function Shown({ campaign, results, changes }: { campaign: Campaign } & Omit<CampaignRecordProps, "campaignId">) {
  const { t } = useTranslation("campaigns");
  const format = useFormat();
  const facts = useCampaignFacts(campaign);
  const acts = useCampaignActs(campaign);
  const [costing, setCosting] = useState(false);
  const { id, status, missing, mayEdit } = campaign;
  const isDraft = status === "draft";
  const menu = (
    <Menu
      label={t("moreActs")}
      items={acts.menu}
      renderOpener={(opener) => <Button {...opener} look="quiet" icon={Ellipsis} label={t("moreActs")} />}
    />
  );
  const lacks = missing.length > 0 ? { whyOff: t("draftLacks", { count: missing.length }) } : {};
  const start = (
    <Button look="solid" icon={Flag} busy={acts.starting} onClick={acts.start} {...lacks}>
      {t("start")}
    </Button>
  );
  return (
    <RecordLayout
      crumbs={[{ words: t("campaigns"), href: listHref("campaign", "/campaigns") }, { words: t(`view.${status}`) }]}
      neighbours={neighboursOf("campaign", id, (other) => `/campaigns/${other}`)}
      name={campaign.name}
      avatar={false}
      beside={<CampaignState campaign={campaign} />}
      line={[t(`type.${campaign.type}`), periodOf(format, campaign), campaign.ownerName].filter(Boolean).join(" · ")}
      acts={
        mayEdit ? (
          <>
            <Button icon={Receipt} onClick={() => setCosting(true)}>
              {t("recordCost")}
            </Button>
            {isDraft ? start : null}
            {menu}
          </>
        ) : undefined
      }
      phoneActs={
        mayEdit ? (
          <>
            <Button size="large" icon={Receipt} onClick={() => setCosting(true)}>
              {t("recordCost")}
            </Button>
            {isDraft ? (
              <Button size="large" look="solid" busy={acts.starting} onClick={acts.start} {...lacks}>
                {t("start")}
              </Button>
            ) : null}
          </>
        ) : undefined
      }
      phoneMenu={mayEdit ? menu : undefined}
      facts={
        <>
          <FactList
            title={t("plan")}
            labelWidth={LABEL_PX}
            facts={[
              facts.name,
              facts.type,
              facts.productLineId,
              facts.ownerId,
              facts.channel,
              facts.startsOn,
              facts.endsOn,
              facts.budgetAmount,
            ]}
          />
          <AddedFacts object="campaign" recordId={id} />
          <FactList
            title={t("agreed")}
            labelWidth={LABEL_PX}
            facts={[
              facts.goal,
              facts.goalLeads,
              facts.callToAction,
              facts.nextStep,
              facts.nextStepOwnerId,
              facts.nextStepDays,
            ]}
          />
        </>
      }
      rail={
        <>
          {campaign.nextStep === null ? null : <NextStepCard campaign={campaign} />}
          <CampaignCosts campaign={campaign} onRecord={() => setCosting(true)} />
        </>
      }
      phoneTabs={{ centre: t("overview"), facts: t("plan"), rail: t("costs") }}
    >
      <RecordCentre
        words={t("results")}
        story={
          <>
            {isDraft ? <StartCard campaign={campaign} facts={facts} /> : null}
            {results(campaign)}
          </>
        }
        changes={changes}
      />
      {costing ? <CostDialog campaign={campaign} onClose={() => setCosting(false)} /> : null}
      {acts.dialog}
    </RecordLayout>
  );
}
