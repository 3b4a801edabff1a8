import type { BothNames, ConditionField } from "@tongzhou/contract/condition-fields";
import type { ConditionRule } from "@tongzhou/contract/conditions";
import { useTranslation } from "react-i18next";
import { codeKindOf, useCodeWords } from "../../platform/codes/useCodeWords.ts";
import { useFormat } from "../../platform/format/useFormat.ts";
import { useRegions } from "../../platform/regions/useRegions.ts";
import { isWholeCode, shapeOf } from "./condition-parts.ts";
import type { NamedOption } from "./useSourceOptions.ts";

export interface ConditionWords {
  field: (field: ConditionField) => string;
  operator: (field: ConditionField, operator: string) => string;
  /** The options that travel with the field; those of a collection come from the server. */
  options: (field: ConditionField) => readonly NamedOption[];
  /** A value in words; `named` are the options of the field's collection. */
  value: (field: ConditionField, rule: ConditionRule, named: readonly NamedOption[]) => string;
}

/** How conditions are read. */
export function useConditionWords(): ConditionWords {
  const { t, i18n } = useTranslation("views");
  const own = ({ zh, en }: BothNames): string => (i18n.language.startsWith("en") && en !== null ? en : zh);
  const format = useFormat();
  const regions = useRegions();
  const codes = useCodeWords();
  const say = (key: string): string => t(key as never) as string;
  const operator = (field: ConditionField, name: string): string => say(`operators.${field.type}.${name}`);
  const options = (field: ConditionField): readonly NamedOption[] => {
    if (field.type !== "enum" && field.type !== "many") return [];
    if (field.options.kind !== "list") return [];
    return field.options.options.map(({ value, label, names }) => ({
      value,
      words: names ? own(names) : GRADE.test(value) ? value : say(`options.${label}`),
    }));
  };
  const value: ConditionWords["value"] = (field, rule, named) => {
    const known = [...options(field), ...named];
    const one = (each: unknown): string => {
      if (typeof each === "boolean") return t(each ? "yes" : "no");
      if (typeof each === "number") return format.count(each);
      if (typeof each !== "string") return "";
      if (field.type === "region") return regions.name(each);
      const kind = codeKindOf(field.id);
      if (kind !== undefined && isWholeCode(rule.operator)) return codes.name(kind, each);
      return known.find((option) => option.value === each)?.words ?? (UUID.test(each) ? t("oneRecord") : each);
    };
    const shape = shapeOf(field, rule.operator);
    const given = rule.value;
    if (shape === "nothing") return "";
    if (shape === "dayCount") return t("inDays", { count: Number(given) });
    if (shape === "period") return say(`periods.${String(given)}`);
    if (shape === "money" && isObject(given)) return format.money(Number(given["amount"]), String(given["currency"]));
    if (shape === "related" || shape === "relatedCount") return t("withConditions");
    if (Array.isArray(given)) return given.map(one).join(t("comma"));
    return one(given);
  };
  return { field: (field) => (field.names ? own(field.names) : say(`fields.${field.id}`)), operator, options, value };
}

const GRADE = /^[A-D][1-4]?$/;
const UUID = /^[\da-f]{8}-[\da-f-]{27}$/;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
