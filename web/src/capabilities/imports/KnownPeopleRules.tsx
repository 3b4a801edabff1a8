import type { DryRun } from "@tongzhou/contract/imports";
import {
  ADDED_TARGET,
  ColumnRule,
  ruledFieldsOf,
  type ImportSettings,
  type MappedColumn,
} from "@tongzhou/contract/import-settings";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";
import { SelectField } from "../../ui/fields/SelectField.tsx";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import styles from "./KnownPeopleRules.module.css";
import { useTargetName } from "./useTargetName.ts";

type Change = DryRun["changes"][number];

export interface KnownPeopleRulesProps {
  run: DryRun;
  settings: ImportSettings;
  onChange: (settings: ImportSettings) => void;
}

/** What becomes of people known already, column by column, and how many values that changes. */
export function KnownPeopleRules({ run, settings, onChange }: KnownPeopleRulesProps) {
  const { t } = useTranslation("imports");
  const format = useFormat();
  const nameOf = useTargetName();
  const isOfCompanies = settings.object === "account";
  const setRule = ({ field, fieldId }: Change, rule: ColumnRule) => {
    const own: readonly string[] = field === ADDED_TARGET ? [field] : (ruledFieldsOf(settings.object)[field] ?? []);
    const isMeant = (column: MappedColumn): boolean => own.includes(column.target) && column.fieldId === fieldId;
    onChange({
      ...settings,
      columns: settings.columns.map((column) => (isMeant(column) ? { ...column, rule } : column)),
    });
  };
  const fieldNamed = ({ field, fieldId }: Change): string =>
    field === ADDED_TARGET ? nameOf(field, fieldId) : t(`fields.${field}`);
  const effectOf = ({ rule, filled, overwritten, kept }: Change): string =>
    [
      ...(filled > 0 ? [t("rules.filled", { number: format.count(filled) })] : []),
      ...(overwritten > 0 ? [t("rules.overwritten", { number: format.count(overwritten) })] : []),
      ...(kept > 0 && rule !== "never" ? [t("rules.kept", { number: format.count(kept) })] : []),
    ].join(t("rules.and")) || t("rules.nothing");
  return (
    <section>
      <SectionHead
        title={t(isOfCompanies ? "rules.titleOfCompanies" : "rules.title")}
        note={t("rules.people", { number: format.count(run.attached) })}
      />
      <ul className={styles.rules} aria-label={t("rules.title")}>
        {run.changes.map((change) => (
          <li key={change.fieldId ?? change.field} className={styles.rule}>
            <span className="t13">{fieldNamed(change)}</span>
            <SelectField<ColumnRule>
              size="small"
              label={t("rules.of", { field: fieldNamed(change) })}
              labelUnseen
              options={ColumnRule.options.map((value) => ({ value, words: t(`rules.choices.${value}`) }))}
              value={change.rule}
              onChange={(rule) => rule !== undefined && setRule(change, rule)}
            />
            <span className={`t12 ink2 ${styles.effect}`} aria-live="polite">
              {effectOf(change)}
            </span>
          </li>
        ))}
      </ul>
      <p className="t12 ink3">{t(isOfCompanies ? "rules.meanOfCompanies" : "rules.mean")}</p>
    </section>
  );
}
