import type { CustomField, FieldObject, FieldValue, NewFieldValues } from "@tongzhou/contract/fields";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { isProblem } from "../http/problem-error.ts";
import { AddedFieldInput } from "./AddedFieldInput.tsx";
import { useAddedFields } from "./useAddedFields.ts";
import { useAddedFieldWords } from "./useAddedFieldWords.ts";

export interface FieldsOfDraft {
  /** The controls: what decides and what must be filled in first, the rest folded. Null where there are none. */
  inputs: ReactNode;
  /** As the contract takes it. */
  custom: NewFieldValues;
  /** What must be filled in and is not, as a sentence; undefined when nothing is missing. */
  missing: string | undefined;
}

/** The added fields of a record while it is made. @param failure what sending it came to. */
export function useFieldsOfDraft(object: FieldObject, failure: unknown): FieldsOfDraft {
  const { t } = useTranslation("custom-fields");
  const words = useAddedFieldWords();
  const all = useAddedFields(object);
  const [typed, setTyped] = useState<NewFieldValues>({});
  const valueOf = (field: CustomField): FieldValue =>
    field.id in typed ? (typed[field.id] ?? null) : field.defaultValue;
  const lacking = all.filter((field) => field.required && valueOf(field) === null);
  return {
    inputs:
      all.length === 0 ? null : (
        <AddedInputs
          all={all}
          valueOf={valueOf}
          failure={failure}
          onChange={(field, value) => setTyped({ ...typed, [field.id]: value })}
        />
      ),
    custom: typed,
    missing: lacking.length === 0 ? undefined : t("missing", { names: lacking.map(words.name).join(t("comma")) }),
  };
}

export interface AddedInputsProps {
  all: readonly CustomField[];
  valueOf: (field: CustomField) => FieldValue;
  onChange: (field: CustomField, value: FieldValue) => void;
  failure?: unknown;
}

/** Controls of added fields: decisions and what is required, then a fold with the rest. */
export function AddedInputs({ all, valueOf, onChange, failure }: AddedInputsProps) {
  const { t } = useTranslation("custom-fields");
  const words = useAddedFieldWords();
  const [isOpen, setOpen] = useState(false);
  const isFirst = ({ weight, required }: CustomField): boolean => weight === "decision" || required;
  const first = all.filter(isFirst);
  const rest = all.filter((field) => !isFirst(field));
  const input = (field: CustomField) => {
    const wrong = isProblem(failure) ? failure.field(`/custom/${field.id}`) : undefined;
    const name = words.name(field);
    return (
      <AddedFieldInput
        key={field.id}
        field={field}
        label={field.required ? t("requiredName", { name }) : name}
        hint={words.help(field)}
        {...(wrong === undefined ? {} : { wrong })}
        value={valueOf(field)}
        onChange={(value) => onChange(field, value)}
      />
    );
  };
  return (
    <>
      {first.map(input)}
      {rest.length === 0 ? null : isOpen ? (
        rest.map(input)
      ) : (
        <div>
          <button type="button" className="link t13" aria-expanded={false} onClick={() => setOpen(true)}>
            {t("moreFields", { count: rest.length })}
          </button>
        </div>
      )}
    </>
  );
}
