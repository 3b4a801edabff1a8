import type { ConditionField } from "@tongzhou/contract/condition-fields";
import { isRuleGroup, type ConditionRule, type RuleGroup } from "@tongzhou/contract/conditions";
import { useTranslation } from "react-i18next";
import { shapeOf, sourceOf } from "./condition-parts.ts";
import { useConditionWords } from "./useConditionWords.ts";
import { useSourceOptions } from "./useSourceOptions.ts";

export interface ConditionTextProps {
  group: RuleGroup;
  fields: readonly ConditionField[];
}

/** Conditions as they are read, on one line. Draws nothing for a group without any. */
export function ConditionText({ group, fields }: ConditionTextProps) {
  const { t } = useTranslation("views");
  return (
    <span>
      {group.rules.map((part, at) => (
        <span key={at}>
          {at === 0 ? null : <span className="ink3"> {t(group.combinator)} </span>}
          {isRuleGroup(part) ? (
            <ConditionText group={part} fields={fields} />
          ) : (
            <RuleText rule={part} fields={fields} />
          )}
        </span>
      ))}
    </span>
  );
}

function RuleText({ rule, fields }: { rule: ConditionRule; fields: readonly ConditionField[] }) {
  const { t } = useTranslation("views");
  const field = fields.find(({ id }) => id === rule.field);
  return field === undefined ? (
    <span className="ink3">{t("hiddenField")}</span>
  ) : (
    <KnownRule rule={rule} field={field} />
  );
}

function KnownRule({ rule, field }: { rule: ConditionRule; field: ConditionField }) {
  const words = useConditionWords();
  const named = useSourceOptions(sourceOf(field, shapeOf(field, rule.operator)));
  const where = whereOf(rule.value);
  return (
    <>
      {words.field(field)} <span className="ink3">{words.operator(field, rule.operator)}</span>{" "}
      {field.type === "related" && where !== undefined ? (
        <ConditionText group={where} fields={field.fields} />
      ) : (
        words.value(field, rule, named)
      )}
    </>
  );
}

const whereOf = (value: unknown): RuleGroup | undefined =>
  typeof value === "object" && value !== null && "where" in value ? (value.where as RuleGroup) : undefined;
