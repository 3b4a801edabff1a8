import type { ConditionField } from "@tongzhou/contract/condition-fields";
import { isRuleGroup, type ConditionRule, type RuleGroup } from "@tongzhou/contract/conditions";
import { Layers, Plus, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/controls/Button.tsx";
import { SelectField } from "../../ui/fields/SelectField.tsx";
import { newRule, shapeOf, withOperator } from "./condition-parts.ts";
import { ConditionValue } from "./ConditionValue.tsx";
import styles from "./ConditionGroup.module.css";
import { useConditionWords } from "./useConditionWords.ts";

export interface ConditionGroupProps {
  group: RuleGroup;
  fields: readonly ConditionField[];
  onChange: (group: RuleGroup) => void;
  /** Groups within groups stop here: deeper ones nobody reads. */
  depth?: number;
}

const DEEPEST = 2;

/** Conditions that all hold, or of which one holds; edited line by line. */
export function ConditionGroup({ group, fields, onChange, depth = 1 }: ConditionGroupProps) {
  const { t } = useTranslation("views");
  const put = (at: number, part: ConditionRule | RuleGroup | undefined) =>
    onChange({ ...group, rules: group.rules.flatMap((each, index) => (index === at ? (part ?? []) : each)) });
  const first = fields.find(({ filterable }) => filterable);
  const turn = () => onChange({ ...group, combinator: group.combinator === "and" ? "or" : "and" });
  return (
    <div className={depth > 1 ? styles.inner : styles.group}>
      {group.rules.map((part, at) => (
        <div key={at} className={styles.line}>
          {at === 0 ? (
            <span className={styles.joint} />
          ) : (
            <button type="button" className={styles.joint} title={t("turnJoint")} onClick={turn}>
              {t(group.combinator)}
            </button>
          )}
          {isRuleGroup(part) ? (
            <ConditionGroup group={part} fields={fields} depth={depth + 1} onChange={(next) => put(at, next)} />
          ) : (
            <ConditionLine rule={part} fields={fields} onChange={(next) => put(at, next)} />
          )}
          <Button look="quiet" size="small" icon={X} label={t("removeCondition")} onClick={() => put(at, undefined)} />
        </div>
      ))}
      {first === undefined ? null : (
        <div className={styles.adds}>
          <Button
            look="quiet"
            size="small"
            icon={Plus}
            onClick={() => onChange({ ...group, rules: [...group.rules, newRule(first)] })}
          >
            {t("addCondition")}
          </Button>
          {depth < DEEPEST ? (
            <Button
              look="quiet"
              size="small"
              icon={Layers}
              onClick={() =>
                onChange({ ...group, rules: [...group.rules, { combinator: "or", rules: [newRule(first)] }] })
              }
            >
              {t("addGroup")}
            </Button>
          ) : null}
        </div>
      )}
    </div>
  );
}

interface ConditionLineProps {
  rule: ConditionRule;
  fields: readonly ConditionField[];
  onChange: (rule: ConditionRule) => void;
}

function ConditionLine({ rule, fields, onChange }: ConditionLineProps) {
  const { t } = useTranslation("views");
  const words = useConditionWords();
  const field = fields.find(({ id }) => id === rule.field);
  const pick = (id: string | undefined) => {
    const chosen = fields.find((each) => each.id === id);
    if (chosen !== undefined) onChange(newRule(chosen));
  };
  const isNothing = field !== undefined && shapeOf(field, rule.operator) === "nothing";
  return (
    <>
      <SelectField
        className={styles.field ?? ""}
        label={t("field")}
        labelUnseen
        options={fields
          .filter(({ filterable }) => filterable)
          .map((each) => ({ value: each.id, words: words.field(each) }))}
        value={field?.id}
        onChange={pick}
      />
      {field === undefined ? null : (
        <>
          <SelectField
            className={styles.operator ?? ""}
            label={t("operator")}
            labelUnseen
            options={field.operators.map((value) => ({ value, words: words.operator(field, value) }))}
            value={rule.operator}
            onChange={(operator) => operator !== undefined && onChange(withOperator(field, rule, operator))}
          />
          <div className={styles.value}>
            {isNothing ? null : field.type === "related" ? (
              <RelatedValue field={field} rule={rule} onChange={(value) => onChange({ ...rule, value })} />
            ) : (
              <ConditionValue field={field} rule={rule} onChange={(value) => onChange({ ...rule, value })} />
            )}
          </div>
        </>
      )}
    </>
  );
}

interface RelatedValueProps {
  field: ConditionField & { type: "related" };
  rule: ConditionRule;
  onChange: (value: unknown) => void;
}

const countOf = (value: object): number | undefined =>
  "count" in value && typeof value.count === "number" ? value.count : undefined;
const whereOf = (value: object): RuleGroup =>
  "where" in value ? (value.where as RuleGroup) : { combinator: "and", rules: [] };

/** Conditions on rows that belong to the record, such as its touches. */
function RelatedValue({ field, rule, onChange }: RelatedValueProps) {
  const { t } = useTranslation("views");
  const value = typeof rule.value === "object" && rule.value !== null ? rule.value : {};
  const count = countOf(value);
  return (
    <div className="col g8">
      {count === undefined ? null : (
        <label className="row g8 t13">
          <input
            className={styles.count}
            inputMode="numeric"
            value={count}
            onChange={(event) => onChange({ ...value, count: Number.parseInt(event.currentTarget.value, 10) || 0 })}
          />
          {t("timesUnit")}
        </label>
      )}
      <ConditionGroup
        group={whereOf(value)}
        fields={field.fields}
        depth={DEEPEST}
        onChange={(where) => {
          const { where: _, ...rest } = value as { where?: unknown };
          onChange(where.rules.length === 0 ? rest : { ...rest, where });
        }}
      />
    </div>
  );
}
