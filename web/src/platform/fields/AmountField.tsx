import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { FieldProps } from "../../ui/fields/Field.tsx";
import { TextField } from "../../ui/fields/TextField.tsx";
import { amountAsTyped, typedAmount } from "../format/typed-amount.ts";
import { useFormat } from "../format/useFormat.ts";
import { useCompany } from "../session/useCompany.ts";

export interface AmountFieldProps extends FieldProps {
  /** Minor units; undefined while nothing is written, NaN while it is no amount. */
  value: number | undefined;
  onChange: (minor: number | undefined) => void;
  currency?: string;
}

/** An amount as people type it, and read back as it was understood. */
export function AmountField({ value, onChange, currency, ...field }: AmountFieldProps) {
  const { t } = useTranslation("format");
  const company = useCompany();
  const format = useFormat();
  const spoken = currency ?? company.currency;
  const [typed, setTyped] = useState(() => (value === undefined ? "" : amountAsTyped(value, spoken)));
  const understood = typed.trim() === "" ? undefined : (typedAmount(typed, spoken) ?? Number.NaN);
  return (
    <TextField
      {...field}
      inputMode="decimal"
      value={typed}
      {...(Number.isNaN(understood) ? { wrong: t("noAmount") } : {})}
      {...(understood === undefined || Number.isNaN(understood) ? {} : { hint: format.money(understood, spoken) })}
      onChange={(next) => {
        setTyped(next);
        onChange(next.trim() === "" ? undefined : (typedAmount(next, spoken) ?? Number.NaN));
      }}
    />
  );
}
