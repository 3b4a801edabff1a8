import type { Opportunity } from "@tongzhou/contract/opportunities";
import { CircleCheck, CircleDashed } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Icon } from "../../ui/Icon.tsx";
import { FactList } from "../../ui/record/FactList.tsx";
import type { Fact } from "../../ui/record/fact-types.ts";
import styles from "./Opportunity.module.css";
import { useMissingWords } from "./useMissingWords.ts";
import type { OpportunityField } from "./useOpportunityFacts.tsx";

const LABEL_PX = 84;

interface GateCardProps {
  opportunity: Opportunity;
  facts: Record<OpportunityField, Fact>;
}

/** What the next stage asks for: what is there, what the system has not seen yet, and what can be filled in here. */
export function GateCard({ opportunity, facts }: GateCardProps) {
  const { t } = useTranslation("opportunities");
  const say = useMissingWords();
  const { next, type, stageName } = opportunity;
  const stage = type.stages.find(({ id }) => id === next?.stageId);
  if (next === null || stage === undefined) return null;
  const missing = new Set(next.missing.map(({ what }) => what));
  const all = [
    ...stage.requiredFields.map((what) => ({ kind: "field" as const, what: what as string })),
    ...stage.requiredEvidence.map((what) => ({ kind: "evidence" as const, what: what as string })),
  ];
  const toFill = next.missing.flatMap(({ kind, what }) =>
    kind === "field" && what in facts ? [facts[what as OpportunityField]] : [],
  );
  if (all.length === 0) return null;
  return (
    <section className={`card ${styles.gate}`}>
      <div className="row between g12 wrap">
        <b className="t16">
          {missing.size === 0
            ? t("gate.openTo", { stage: stage.name })
            : t("gate.lacksTo", { count: missing.size, stage: stage.name })}
        </b>
        <span className="t12 ink3">{t("gate.between", { from: stageName ?? "", to: stage.name })}</span>
      </div>
      <ul className="list">
        {all.map((one) => {
          const lacks = missing.has(one.what);
          return (
            <li key={one.what} className={styles.gateRow}>
              <Icon of={lacks ? CircleDashed : CircleCheck} className={lacks ? "amber" : "green"} />
              <span className={lacks ? "b grow" : "grow"}>{say(one)}</span>
              <small className="ink3">{t(lacks ? "gate.notSeen" : "gate.seen")}</small>
            </li>
          );
        })}
      </ul>
      {toFill.length === 0 || !opportunity.mayEdit ? null : (
        <FactList title={t("gate.fillHere")} labelWidth={LABEL_PX} facts={toFill} />
      )}
    </section>
  );
}
