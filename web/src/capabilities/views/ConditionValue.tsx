import type { ConditionField } from "@tongzhou/contract/condition-fields";
import { CONDITION_PERIODS } from "@tongzhou/contract/condition-values";
import type { ConditionRule } from "@tongzhou/contract/conditions";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { codeKindOf, useCodeWords, type CodeKind } from "../../platform/codes/useCodeWords.ts";
import { useRegions } from "../../platform/regions/useRegions.ts";
import { useCompany } from "../../platform/session/useCompany.ts";
import { DateField, DateRangeField } from "../../ui/fields/DateField.tsx";
import { ManySelectField, SelectField } from "../../ui/fields/SelectField.tsx";
import { TextField } from "../../ui/fields/TextField.tsx";
import { isWholeCode, shapeOf, sourceOf } from "./condition-parts.ts";
import { useConditionWords } from "./useConditionWords.ts";
import { useSourceOptions } from "./useSourceOptions.ts";

export interface ConditionValueProps {
  field: ConditionField;
  rule: ConditionRule;
  onChange: (value: unknown) => void;
}

const FEN = 100;

const asNumber = (typed: string): number | undefined => (typed.trim() === "" ? undefined : Number(typed));
const asText = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";
const asTexts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === "string") : [];

/** The value of a condition, edited in the way its operator needs. */
export function ConditionValue(props: ConditionValueProps) {
  const { field, rule, onChange } = props;
  const { t } = useTranslation("views");
  const shape = shapeOf(field, rule.operator);
  const label = { label: t("value"), labelUnseen: true } as const;
  const { value } = rule;
  const codes = codeKindOf(field.id);
  if (codes !== undefined && isWholeCode(rule.operator)) return <CodeValue {...props} kind={codes} />;
  switch (shape) {
    case "nothing":
      return null;
    case "number":
    case "dayCount":
      return (
        <TextField
          {...label}
          inputMode="decimal"
          value={asText(value)}
          onChange={(typed) => onChange(asNumber(typed))}
          {...(shape === "dayCount" ? { end: <span className="t12 ink3">{t("daysUnit")}</span> } : {})}
        />
      );
    case "numberRange":
      return <NumberRange value={value} onChange={onChange} />;
    case "money":
      return <MoneyValue value={value} onChange={onChange} />;
    case "day":
      return <DateField {...label} value={asText(value) || undefined} onChange={onChange} />;
    case "dayRange": {
      const [from, to] = asTexts(value);
      const range = from !== undefined && to !== undefined ? ([from, to] as const) : undefined;
      return <DateRangeField {...label} value={range} onChange={onChange} />;
    }
    case "textList":
      return (
        <TextField
          {...label}
          placeholder={t("listHint")}
          value={asTexts(value).join(" ")}
          onChange={(typed) => onChange(typed.split(/\s+/).filter(Boolean))}
        />
      );
    case "text":
      return <TextField {...label} value={asText(value)} onChange={onChange} />;
    default:
      return <ChosenValue {...props} />;
  }
}

/** Codes are chosen by their words. */
function CodeValue({ field, rule, onChange, kind }: ConditionValueProps & { kind: CodeKind }) {
  const { t } = useTranslation("views");
  const codes = useCodeWords();
  const label = { label: t("value"), labelUnseen: true } as const;
  if (shapeOf(field, rule.operator) === "textList") {
    const values = asTexts(rule.value);
    return <ManySelectField {...label} options={codes.options(kind, ...values)} values={values} onChange={onChange} />;
  }
  const value = asText(rule.value);
  const options = codes.options(kind, ...(value === "" ? [] : [value]));
  return <SelectField {...label} options={options} value={value || undefined} onChange={onChange} />;
}

/** Values that are chosen from a list. */
function ChosenValue({ field, rule, onChange }: ConditionValueProps) {
  const { t } = useTranslation("views");
  const words = useConditionWords();
  const regions = useRegions();
  const [typed, setTyped] = useState("");
  const shape = shapeOf(field, rule.operator);
  const source = sourceOf(field, shape);
  const fetched = useSourceOptions(source, typed);
  const label = { label: t("value"), labelUnseen: true } as const;
  const isSearched = source === "account" || source === "campaign";
  const choices = {
    boolean: [
      { value: "true", words: t("yes") },
      { value: "false", words: t("no") },
    ],
    period: CONDITION_PERIODS.map((value) => ({ value, words: t(`periods.${value}`) })),
    regionList: regions.options,
  };
  const options =
    shape === "boolean" || shape === "period" || shape === "regionList"
      ? choices[shape]
      : source === undefined
        ? words.options(field)
        : fetched;
  const search = isSearched ? { onSearch: setTyped } : {};
  if (shape === "optionList" || shape === "userList" || shape === "regionList") {
    return (
      <ManySelectField {...label} {...search} options={options} values={asTexts(rule.value)} onChange={onChange} />
    );
  }
  const value = shape === "boolean" ? String(rule.value) : asText(rule.value) || undefined;
  return (
    <SelectField
      {...label}
      {...search}
      options={options}
      value={value}
      onChange={(chosen) => onChange(shape === "boolean" ? chosen === "true" : chosen)}
    />
  );
}

function NumberRange({ value, onChange }: { value: unknown; onChange: (value: unknown) => void }) {
  const { t } = useTranslation("views");
  const [from, to] = Array.isArray(value) ? (value as unknown[]) : [];
  return (
    <span className="row g8">
      <TextField
        label={t("from")}
        labelUnseen
        inputMode="decimal"
        value={asText(from)}
        onChange={(typed) => onChange([asNumber(typed), to])}
      />
      <TextField
        label={t("to")}
        labelUnseen
        inputMode="decimal"
        value={asText(to)}
        onChange={(typed) => onChange([from, asNumber(typed)])}
      />
    </span>
  );
}

/** Amounts are typed in whole units of the company's currency and kept in minor ones. */
function MoneyValue({ value, onChange }: { value: unknown; onChange: (value: unknown) => void }) {
  const { t } = useTranslation("views");
  const { currency } = useCompany();
  const amount = typeof value === "object" && value !== null && "amount" in value ? Number(value.amount) / FEN : "";
  return (
    <TextField
      label={t("value")}
      labelUnseen
      inputMode="decimal"
      value={String(amount)}
      onChange={(typed) => {
        const units = asNumber(typed);
        onChange(units === undefined ? undefined : { amount: Math.round(units * FEN), currency });
      }}
      end={<span className="t12 ink3">{currency}</span>}
    />
  );
}
