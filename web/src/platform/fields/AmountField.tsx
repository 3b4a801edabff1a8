import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { FieldProps } from "../../ui/fields/Field.tsx";
import { TextField } from "../../ui/fields/TextField.tsx";
import { amountAsTyped, typedAmount } from "../format/typed-amount.ts";
import { useFormat } from "../format/useFormat.ts";
import { useCompany } from "../session/useCompany.ts";

export interface AmountFieldProps extends FieldProps {
  /** Minor units; undefined while nothing is written, NaN while it is no amount that may stand here. */
  value: number | undefined;
  onChange: (minor: number | undefined) => void;
  currency?: string;
  /** A refund. */
  mayBeNegative?: boolean;
}

/** An amount as people type it, and read back as it was understood. */
export function AmountField({ value, onChange, currency, mayBeNegative = false, ...field }: AmountFieldProps) {
  const { t } = useTranslation("format");
  const company = useCompany();
  const format = useFormat();
  const spoken = currency ?? company.currency;
  const [typed, setTyped] = useState(() => (value === undefined ? "" : amountAsTyped(value, spoken)));
  const isEmpty = typed.trim() === "";
  const read = typedAmount(typed, spoken);
  const isAllowed = (minor: number) => mayBeNegative || minor >= 0;
  const wrong = isEmpty
    ? undefined
    : read === undefined
      ? t("noAmount")
      : isAllowed(read)
        ? undefined
        : t("noNegative");
  return (
    <TextField
      {...field}
      inputMode="decimal"
      value={typed}
      {...(wrong === undefined ? {} : { wrong })}
      {...(wrong === undefined && read !== undefined ? { hint: format.money(read, spoken) } : {})}
      onChange={(next) => {
        setTyped(next);
        const minor = typedAmount(next, spoken);
        onChange(next.trim() === "" ? undefined : minor !== undefined && isAllowed(minor) ? minor : Number.NaN);
      }}
    />
  );
}
