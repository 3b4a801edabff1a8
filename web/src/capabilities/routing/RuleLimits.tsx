import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";
import { Segmented } from "../../ui/controls/Segmented.tsx";
import { NumberField } from "../../ui/fields/NumberField.tsx";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import type { RuleDraft } from "./rule-draft.ts";
import styles from "./RuleEditor.module.css";

const FEWEST = 1;
const MOST = 10_000;

const within = (typed: number | null): number | null =>
  typed === null ? null : Math.min(MOST, Math.max(FEWEST, typed));

export interface RuleLimitsProps {
  draft: RuleDraft;
  /** Left out where the rule may only be read. */
  onChange: ((draft: RuleDraft) => void) | undefined;
}

/** How much one person gets by this rule, and what happens when nobody can take more. */
export function RuleLimits({ draft, onChange }: RuleLimitsProps) {
  const { t } = useTranslation("routing");
  const format = useFormat();
  if (draft.target !== undefined && draft.target.kind !== "team" && draft.target.kind !== "user") return null;
  const { maxInHand, maxPerDay, otherwise } = draft;
  const limit = (value: number | null): string => (value === null ? t("noLimit") : format.count(value));
  return (
    <section className="col g8">
      <SectionHead title={t("limits")} />
      {onChange === undefined ? (
        <p className="t13">
          {t("limitsRead", {
            inHand: limit(maxInHand),
            perDay: limit(maxPerDay),
            otherwise: t(`otherwises.${otherwise}`),
          })}
        </p>
      ) : (
        <>
          <div className={styles.limits}>
            <NumberField
              label={t("maxInHand")}
              placeholder={t("noLimit")}
              value={maxInHand}
              onChange={(value) => onChange({ ...draft, maxInHand: within(value) })}
            />
            <NumberField
              label={t("maxPerDay")}
              placeholder={t("noLimit")}
              value={maxPerDay}
              onChange={(value) => onChange({ ...draft, maxPerDay: within(value) })}
            />
          </div>
          <div className="row wrap g8 t13">
            <span className="ink2">{t("whenFull")}</span>
            <Segmented
              label={t("whenFull")}
              value={otherwise}
              onChange={(next) => onChange({ ...draft, otherwise: next })}
              options={(["next_rule", "triage"] as const).map((value) => ({ value, words: t(`otherwises.${value}`) }))}
            />
          </div>
          <p className="t12 ink3">{t("alwaysHolds")}</p>
        </>
      )}
    </section>
  );
}
