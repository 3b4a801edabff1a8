import type {
  CustomField,
  FieldObject,
  FieldOption,
  FieldType,
  FieldValue,
  FieldWeight,
  SettingsField,
} from "@tongzhou/contract/fields";
import { UNIQUE_TYPES } from "@tongzhou/contract/fields";

/** A field while it is described. */
export interface FieldDraft {
  type: FieldType;
  name: string;
  nameEn: string;
  help: string;
  helpEn: string;
  weight: FieldWeight;
  required: boolean;
  unique: boolean;
  sensitive: boolean;
  visibleTo: string[] | null;
  options: FieldOption[];
  linkedObject: FieldObject;
  defaultValue: FieldValue;
}

const NEW: FieldDraft = {
  type: "text",
  name: "",
  nameEn: "",
  help: "",
  helpEn: "",
  weight: "reference",
  required: false,
  unique: false,
  sensitive: false,
  visibleTo: null,
  options: [],
  linkedObject: "account",
  defaultValue: null,
};

/** What the form begins with. */
export function draftOf(field: SettingsField | undefined): FieldDraft {
  if (field === undefined) return NEW;
  const { type, name, weight, required, unique, sensitive, visibleTo, defaultValue } = field;
  return {
    type,
    name,
    nameEn: field.nameEn ?? "",
    help: field.help ?? "",
    helpEn: field.helpEn ?? "",
    weight,
    required,
    unique,
    sensitive,
    visibleTo,
    options: field.options ?? [],
    linkedObject: field.linkedObject ?? "account",
    defaultValue,
  };
}

export const hasOptions = (type: FieldType): boolean => type === "choice" || type === "choices";
export const mayBeUnique = (type: FieldType): boolean => UNIQUE_TYPES.has(type);
/** A person or a record would be the same on every new record, which nobody means. */
export const mayHaveDefault = ({ type, unique }: FieldDraft): boolean => !unique && type !== "user" && type !== "link";

const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());

/** The settings that the contract takes, as the draft says them. */
export function settingsOf(draft: FieldDraft) {
  const { type, name, weight, required, sensitive, visibleTo } = draft;
  const isUnique = draft.unique && mayBeUnique(type);
  return {
    name: name.trim(),
    nameEn: orNull(draft.nameEn),
    help: orNull(draft.help),
    helpEn: orNull(draft.helpEn),
    weight,
    required,
    unique: isUnique,
    sensitive,
    visibleTo,
    options: hasOptions(type) ? draft.options.filter((option) => option.name.trim() !== "") : null,
    defaultValue: mayHaveDefault({ ...draft, unique: isUnique }) ? draft.defaultValue : null,
  };
}

/** What an edit changes, each with what was there. */
export function changesOf(field: SettingsField, draft: FieldDraft): Record<string, { from: unknown; to: unknown }> {
  const next = settingsOf(draft);
  return Object.fromEntries(
    Object.entries(next).flatMap(([name, to]) => {
      const from = field[name as keyof CustomField];
      return JSON.stringify(from) === JSON.stringify(to) ? [] : [[name, { from, to }]];
    }),
  );
}

const HEX = 16;
const UUID_AT = [4, 6, 8, 10];

/** A new id for an option. Not `crypto.randomUUID`: a browser offers that on https and localhost alone. */
export function newOptionId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(HEX));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return [...bytes]
    .map((byte, at) => `${UUID_AT.includes(at) ? "-" : ""}${byte.toString(HEX).padStart(2, "0")}`)
    .join("");
}
