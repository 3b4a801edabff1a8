import { NEEDED_TO_START, type Campaign } from "@tongzhou/contract/campaigns";
import { useTranslation } from "react-i18next";
import { FactList } from "../../ui/record/FactList.tsx";
import type { Fact } from "../../ui/record/fact-types.ts";
import { StepBars } from "../../ui/signs/Marks.tsx";
import styles from "./Campaign.module.css";
import type { CampaignField } from "./useCampaignFacts.tsx";

const LABEL_PX = 92;

/** What a draft still lacks, to be written here; the card says when it may be started. */
export function StartCard({ campaign, facts }: { campaign: Campaign; facts: Record<CampaignField, Fact> }) {
  const { t } = useTranslation("campaigns");
  const { missing } = campaign;
  const done = NEEDED_TO_START.length - missing.length;
  return (
    <section className={missing.length > 0 ? `card now ${styles.start}` : `card ${styles.start}`}>
      <div className="row between g12">
        <b className="t16">{missing.length === 0 ? t("mayStartNow") : t("lacks", { count: missing.length })}</b>
        <StepBars
          done={done}
          of={NEEDED_TO_START.length}
          label={t("doneOf", { done, count: NEEDED_TO_START.length })}
        />
      </div>
      <p className="t13 ink2">{missing.length === 0 ? t("mayStartBody") : t("lacksBody")}</p>
      {missing.length === 0 ? null : (
        <FactList title="" labelWidth={LABEL_PX} facts={missing.map((field) => facts[field])} />
      )}
    </section>
  );
}
