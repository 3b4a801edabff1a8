import { useQuery } from "@tanstack/react-query";
import type { CustomField, FieldValue } from "@tongzhou/contract/fields";
import { people } from "@tongzhou/contract/people";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DateField } from "../../ui/fields/DateField.tsx";
import type { FieldProps } from "../../ui/fields/Field.tsx";
import { LongTextField } from "../../ui/fields/LongTextField.tsx";
import { ManySelectField, SelectField, type SelectOption } from "../../ui/fields/SelectField.tsx";
import { TextField } from "../../ui/fields/TextField.tsx";
import { useCodeWords } from "../codes/useCodeWords.ts";
import { AmountField } from "../fields/AmountField.tsx";
import { reading } from "../http/queries.ts";
import { useRegions } from "../regions/useRegions.ts";
import { useCompany } from "../session/useCompany.ts";
import { LinkField } from "./LinkField.tsx";
import { useAddedFieldWords } from "./useAddedFieldWords.ts";

const MAX_TEXT = 200;
const MAX_LONG_TEXT = 5000;

export interface AddedFieldInputProps extends FieldProps {
  field: Pick<CustomField, "type" | "options" | "linkedObject">;
  value: FieldValue;
  onChange: (value: FieldValue) => void;
  /** Shows what there is to choose at once. */
  opens?: boolean;
  /** The name behind the user or link that is chosen. */
  known?: string | null;
}

const asText = (value: FieldValue): string => (typeof value === "string" ? value : "");
const orNull = (text: string | undefined): string | null => (text === undefined || text === "" ? null : text);

/** The control of an added field, as its type needs it. */
export function AddedFieldInput({ field, value, onChange, known, opens = false, ...rest }: AddedFieldInputProps) {
  switch (field.type) {
    case "text":
      return (
        <TextField {...rest} value={asText(value)} onChange={(text) => onChange(orNull(text))} maxLength={MAX_TEXT} />
      );
    case "long":
      return (
        <LongTextField
          {...rest}
          value={asText(value)}
          onChange={(text) => onChange(orNull(text))}
          maxLength={MAX_LONG_TEXT}
          rows={3}
        />
      );
    case "number":
      return <DecimalField {...rest} value={typeof value === "number" ? value : null} onChange={onChange} />;
    case "money":
      return <MoneyInput {...rest} value={value} onChange={onChange} />;
    case "date":
      return (
        <DateField
          {...rest}
          opens={opens}
          value={orNull(asText(value)) ?? undefined}
          onChange={(day) => onChange(orNull(day))}
        />
      );
    case "link":
      return (
        <LinkField
          {...rest}
          object={field.linkedObject ?? "account"}
          value={value}
          known={known ?? null}
          onChange={onChange}
        />
      );
    default:
      return <ChoiceInput {...rest} opens={opens} field={field} value={value} onChange={onChange} />;
  }
}

type InputProps = FieldProps & Pick<AddedFieldInputProps, "value" | "onChange">;

/** A number with or without a fraction; what is typed stays as it was typed. */
function DecimalField({
  value,
  onChange,
  ...rest
}: FieldProps & { value: number | null; onChange: (value: FieldValue) => void }) {
  const { t } = useTranslation("custom-fields");
  const [typed, setTyped] = useState<string>();
  const isWrong = typed !== undefined && typed.trim() !== "" && !Number.isFinite(Number(typed));
  return (
    <TextField
      {...rest}
      inputMode="decimal"
      value={typed ?? (value === null ? "" : String(value))}
      {...(isWrong ? { wrong: t("noNumber") } : {})}
      onChange={(text) => {
        setTyped(text);
        if (text.trim() === "") onChange(null);
        else if (Number.isFinite(Number(text))) onChange(Number(text));
      }}
    />
  );
}

function MoneyInput({ value, onChange, ...rest }: InputProps) {
  const company = useCompany();
  const held = typeof value === "object" && value !== null && "amount" in value ? value : undefined;
  const currency = held?.currency ?? company.currency;
  return (
    <AmountField
      {...rest}
      mayBeNegative
      currency={currency}
      value={held?.amount}
      onChange={(amount) => onChange(amount === undefined ? null : { amount, currency })}
    />
  );
}

/** Everything that is chosen from a list of words. */
function ChoiceInput({
  field,
  value,
  onChange,
  opens = false,
  ...rest
}: InputProps & Pick<AddedFieldInputProps, "field" | "opens">) {
  const options = useOptions(field, value);
  if (field.type === "choices") {
    const values = Array.isArray(value) ? value : [];
    return (
      <ManySelectField
        {...rest}
        options={options}
        values={values}
        onChange={(ids) => onChange(ids.length === 0 ? null : ids)}
      />
    );
  }
  const chosen = typeof value === "boolean" ? String(value) : (orNull(asText(value)) ?? undefined);
  return (
    <SelectField
      {...rest}
      opens={opens}
      clearable
      options={options}
      value={chosen}
      onChange={(id) => onChange(id === undefined ? null : field.type === "boolean" ? id === "true" : id)}
    />
  );
}

/** What can be chosen; an option that is no longer offered stays where it was chosen. */
export function useOptions(field: Pick<CustomField, "type" | "options">, value: FieldValue): readonly SelectOption[] {
  const { t } = useTranslation("custom-fields");
  const words = useAddedFieldWords();
  const regions = useRegions();
  const codes = useCodeWords();
  const everybody = useQuery({ ...reading(people.directory), enabled: field.type === "user" });
  const held = (id: string): boolean => value === id || (Array.isArray(value) && value.includes(id));
  switch (field.type) {
    case "boolean":
      return [
        { value: "true", words: t("yes") },
        { value: "false", words: t("no") },
      ];
    case "region":
      return regions.options;
    case "industry":
      return codes.options("industry", ...(typeof value === "string" && value !== "" ? [value] : []));
    case "user":
      return (everybody.data ?? [])
        .filter(({ id, active }) => active || held(id))
        .map(({ id, name }) => ({ value: id, words: name }));
    default:
      return (field.options ?? [])
        .filter(({ id, archived }) => !archived || held(id))
        .map((option) => ({ value: option.id, words: words.option(option) }));
  }
}
