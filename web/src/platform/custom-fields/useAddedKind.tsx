import type { CustomField, FieldValue, RecordValue } from "@tongzhou/contract/fields";
import { useCompany } from "../session/useCompany.ts";
import { amountAsTyped, typedAmount } from "../format/typed-amount.ts";
import type { FactKind } from "../record/editable-fact.tsx";
import { AddedFieldInput } from "./AddedFieldInput.tsx";

type Held = NonNullable<FieldValue>;

const text = (editor: "text" | "long"): FactKind<Held> => ({
  asText: (value) => (typeof value === "string" ? value : ""),
  parse: (typed) => (typed.trim() === "" ? null : typed.trim()),
  editor,
});

const number: FactKind<Held> = {
  asText: (value) => (value === null ? "" : String(value as number)),
  parse: (typed) => (typed.trim() === "" ? null : Number.isFinite(Number(typed)) ? Number(typed) : undefined),
  editor: "number",
};

/** How the value of an added field is edited where it stands: texts and figures are typed, everything else is chosen. */
export function useAddedKind(): (field: CustomField, held: RecordValue | undefined) => FactKind<Held> {
  const company = useCompany();
  return (field, held) => {
    if (field.type === "text") return text("text");
    if (field.type === "long") return text("long");
    if (field.type === "number") return number;
    if (field.type === "money") return money(currencyOf(held) ?? company.currency);
    return {
      asText: (value) => (value === null ? "" : JSON.stringify(value)),
      parse: (typed) => (typed === "" ? null : (JSON.parse(typed) as Held)),
      decides: field.type !== "choices",
      editor: ({ value, onChange, label, opens, inForm = false }) => (
        <AddedFieldInput
          opens={opens}
          field={field}
          label={label}
          labelUnseen={!inForm}
          known={held?.label ?? null}
          value={value === "" ? null : (JSON.parse(value) as FieldValue)}
          onChange={(next) => onChange(next === null ? "" : JSON.stringify(next))}
        />
      ),
    };
  };
}

const currencyOf = (held: RecordValue | undefined): string | undefined =>
  typeof held?.value === "object" && held.value !== null && "currency" in held.value ? held.value.currency : undefined;

function money(currency: string): FactKind<Held> {
  return {
    asText: (value) =>
      typeof value === "object" && value !== null && "amount" in value
        ? amountAsTyped(value.amount, value.currency)
        : "",
    parse(typed) {
      if (typed.trim() === "") return null;
      const amount = typedAmount(typed, currency);
      return amount === undefined ? undefined : { amount, currency };
    },
    editor: "text",
  };
}
