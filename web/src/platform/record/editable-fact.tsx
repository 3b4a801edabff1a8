import type { ReactNode } from "react";
import { DateField } from "../../ui/fields/DateField.tsx";
import { SelectField, type SelectOption } from "../../ui/fields/SelectField.tsx";
import type { Fact, FactAnswer, FactEditorProps } from "../../ui/record/fact-types.ts";
import { staleField } from "../http/stale-field.ts";

/** How a value is held by an editor, which only knows text. `parse` answers undefined for text that is no value. */
export interface FactKind<V> {
  asText: (value: V | null) => string;
  parse: (text: string) => V | null | undefined;
  editor: "text" | "long" | "number" | ((props: FactEditorProps) => ReactNode);
  /** Choosing is deciding. */
  decides?: boolean;
}

const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());

export const textKind: FactKind<string> = { asText: (value) => value ?? "", parse: orNull, editor: "text" };
export const longKind: FactKind<string> = { ...textKind, editor: "long" };

export const wholeKind: FactKind<number> = {
  asText: (value) => (value === null ? "" : String(value)),
  parse: (text) => (text.trim() === "" ? null : /^\d{1,9}$/.test(text.trim()) ? Number(text) : undefined),
  editor: "number",
};

export const dayKind: FactKind<string> = {
  ...textKind,
  decides: true,
  editor: ({ value, onChange, label, opens, inForm = false }) => (
    <DateField
      opens={opens}
      label={label}
      labelUnseen={!inForm}
      value={value === "" ? undefined : value}
      onChange={(day) => onChange(day ?? "")}
    />
  ),
};

/** One of a few, or of many that are searched. */
export const choiceKind = (options: readonly SelectOption[], clearable: boolean): FactKind<string> => ({
  ...textKind,
  decides: true,
  editor: ({ value, onChange, label, opens, inForm = false }) => (
    <SelectField
      opens={opens}
      label={label}
      labelUnseen={!inForm}
      clearable={clearable}
      options={options}
      value={value === "" ? undefined : value}
      onChange={(chosen) => onChange(chosen ?? "")}
    />
  ),
});

export interface EditableFact<V> {
  id: string;
  label: string;
  value: V | null;
  show: (value: V) => ReactNode;
  kind: FactKind<V>;
  /** Missing, and somebody should ask. */
  missing?: ReactNode;
  beside?: ReactNode;
  /** Left out where it may only be read. */
  save?: ((from: V | null, to: V | null) => Promise<unknown>) | undefined;
  /** What to say of text that is no value. */
  notUnderstood?: string;
  /** Says when somebody changed it. */
  when: (instant: string) => string;
  nobody: string;
}

/** A fact of a record that is edited where it stands; what somebody else wrote meanwhile is shown before it is replaced. */
export function editableFact<V>(fact: EditableFact<V>): Fact {
  const { id, label, value, show, kind, save, missing, beside } = fact;
  return {
    id,
    label,
    ...(value === null ? {} : { shown: show(value) }),
    ...(missing === undefined ? {} : { missing }),
    ...(beside === undefined ? {} : { beside }),
    ...(save === undefined
      ? {}
      : {
          edit: {
            value: kind.asText(value),
            editor: kind.editor,
            decides: kind.decides,
            save: (text: string, read: string) => saveText(fact, save, text, read),
          },
        }),
  };
}

async function saveText<V>(
  { id, kind, show, notUnderstood, when, nobody }: EditableFact<V>,
  save: (from: V | null, to: V | null) => Promise<unknown>,
  text: string,
  read: string,
): Promise<FactAnswer> {
  const to = kind.parse(text);
  if (to === undefined) return { kind: "refused", words: notUnderstood ?? text };
  try {
    await save(kind.parse(read) ?? null, to);
    return { kind: "saved" };
  } catch (failure) {
    const stale = staleField(failure, id);
    if (stale === undefined) throw failure;
    const theirs = stale.value as V | null;
    const conflict = {
      value: kind.asText(theirs),
      shown: theirs === null ? "—" : show(theirs),
      mine: to === null ? "—" : show(to),
      who: stale.byName ?? nobody,
      when: stale.at === null ? "" : when(stale.at),
    };
    return { kind: "conflict", conflict };
  }
}
