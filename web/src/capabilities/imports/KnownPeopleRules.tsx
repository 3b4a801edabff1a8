import type { DryRun } from "@tongzhou/contract/imports";
import { ColumnRule, RULED_FIELDS, type ImportSettings, type RuledField } from "@tongzhou/contract/import-settings";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";
import { SelectField } from "../../ui/fields/SelectField.tsx";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import styles from "./KnownPeopleRules.module.css";

export interface KnownPeopleRulesProps {
  run: DryRun;
  settings: ImportSettings;
  onChange: (settings: ImportSettings) => void;
}

/** What becomes of people known already, column by column, and how many values that changes. */
export function KnownPeopleRules({ run, settings, onChange }: KnownPeopleRulesProps) {
  const { t } = useTranslation("imports");
  const format = useFormat();
  const setRule = (field: RuledField, rule: ColumnRule) => {
    const targets: readonly string[] = RULED_FIELDS[field];
    const columns = settings.columns.map((column) => (targets.includes(column.target) ? { ...column, rule } : column));
    onChange({ ...settings, columns });
  };
  const effectOf = ({ rule, filled, overwritten, kept }: DryRun["changes"][number]): string =>
    [
      ...(filled > 0 ? [t("rules.filled", { number: format.count(filled) })] : []),
      ...(overwritten > 0 ? [t("rules.overwritten", { number: format.count(overwritten) })] : []),
      ...(kept > 0 && rule !== "never" ? [t("rules.kept", { number: format.count(kept) })] : []),
    ].join(t("rules.and")) || t("rules.nothing");
  return (
    <section>
      <SectionHead title={t("rules.title")} note={t("rules.people", { number: format.count(run.attached) })} />
      <ul className={styles.rules} aria-label={t("rules.title")}>
        {run.changes.map((change) => (
          <li key={change.field} className={styles.rule}>
            <span className="t13">{t(`fields.${change.field}`)}</span>
            <SelectField<ColumnRule>
              size="small"
              label={t("rules.of", { field: t(`fields.${change.field}`) })}
              labelUnseen
              options={ColumnRule.options.map((value) => ({ value, words: t(`rules.choices.${value}`) }))}
              value={change.rule}
              onChange={(rule) => rule !== undefined && setRule(change.field, rule)}
            />
            <span className={`t12 ink2 ${styles.effect}`} aria-live="polite">
              {effectOf(change)}
            </span>
          </li>
        ))}
      </ul>
      <p className="t12 ink3">{t("rules.mean")}</p>
    </section>
  );
}
