import { z } from "zod";
import { changeOf } from "./edit.ts";
import { endpoint } from "./endpoint.ts";

/** What a company may add fields to. */
export const FIELD_OBJECTS = ["contact", "account", "lead", "opportunity", "campaign"] as const;
export const FieldObject = z.enum(FIELD_OBJECTS);
export type FieldObject = z.infer<typeof FieldObject>;

export const FIELD_TYPES = [
  "text",
  "long",
  "number",
  "money",
  "date",
  "choice",
  "choices",
  "boolean",
  "user",
  "link",
  "region",
  "industry",
] as const;
export const FieldType = z.enum(FIELD_TYPES);
export type FieldType = z.infer<typeof FieldType>;

/** Types of which no two records may have the same value, when a field says so. */
export const UNIQUE_TYPES: ReadonlySet<FieldType> = new Set(["text", "number", "date", "user", "link"]);

export const MAX_TEXT = 200;
export const MAX_LONG_TEXT = 5000;
export const MAX_OPTIONS = 200;
/** As many as a page can show and a person can read; more is a table of its own. */
export const MAX_FIELDS_OF_AN_OBJECT = 100;

/** `decision`: what the work is decided by, shown first; `reference`: good to know, folded away. */
export const FieldWeight = z.enum(["decision", "reference"]);
export type FieldWeight = z.infer<typeof FieldWeight>;

const OptionName = z.string().trim().min(1).max(60);
export const FieldOption = z.object({
  /** Stable: values and conditions speak of it. */
  id: z.uuid(),
  name: OptionName,
  nameEn: OptionName.nullable(),
  /** No longer to be chosen; what has it keeps it. */
  archived: z.boolean(),
});
export type FieldOption = z.infer<typeof FieldOption>;

const Money = z.object({ amount: z.int(), currency: z.string().regex(/^[A-Z]{3}$/) });

/**
 * A value as its type has it: text, long: text · number · money: minor units with a currency · date: `2025-11-20` ·
 * choice: an option's id · choices: ids · boolean · user, link: an id · region: six digits · industry: a code. Null: none.
 */
export const FieldValue = z
  .union([z.string().max(MAX_LONG_TEXT), z.number(), z.boolean(), Money, z.array(z.uuid()).max(MAX_OPTIONS)])
  .nullable();
export type FieldValue = z.infer<typeof FieldValue>;

/** Values that a new record begins with, by field. */
export const NewFieldValues = z.record(z.uuid(), FieldValue);
export type NewFieldValues = z.infer<typeof NewFieldValues>;

const FieldName = z.string().trim().min(1).max(60);
const FieldHelp = z.string().trim().min(1).max(300);
const roleCodes = z.array(z.string().max(60)).min(1).max(50).nullable();

export const CustomField = z.object({
  id: z.uuid(),
  object: FieldObject,
  type: FieldType,
  name: z.string(),
  nameEn: z.string().nullable(),
  help: z.string().nullable(),
  helpEn: z.string().nullable(),
  position: z.int(),
  weight: FieldWeight,
  required: z.boolean(),
  unique: z.boolean(),
  /** Masked for whoever may not edit the record. */
  sensitive: z.boolean(),
  /** Codes of the roles for which it exists; null: for all. */
  visibleTo: z.array(z.string()).nullable(),
  options: z.array(FieldOption).nullable(),
  /** For links: what they lead to. */
  linkedObject: FieldObject.nullable(),
  defaultValue: FieldValue,
  archived: z.boolean(),
});
export type CustomField = z.infer<typeof CustomField>;

/** A field as settings show it. */
export const SettingsField = CustomField.extend({
  /** How many records have a value. */
  used: z.int(),
});
export type SettingsField = z.infer<typeof SettingsField>;

/** One value as the viewer may see it. */
export const ShownValue = z.object({
  fieldId: z.uuid(),
  /** Where it is masked: null, and what is left of it in `label`. */
  value: FieldValue,
  /** The name behind a user or a link; null when the viewer may not read it. */
  label: z.string().nullable(),
  masked: z.boolean(),
});
export type ShownValue = z.infer<typeof ShownValue>;

/** What rows of lists carry; absent where nothing is filled in. */
export const RowValues = z.array(ShownValue).optional();

export const RecordValue = ShownValue.extend({
  verified: z.object({ byId: z.uuid(), byName: z.string(), at: z.iso.datetime() }).nullable(),
});
export type RecordValue = z.infer<typeof RecordValue>;

export const RecordFields = z.object({
  /** The fields that exist for the viewer, in their order; archived ones only where they have a value. */
  fields: z.array(CustomField),
  /** Those that have a value. */
  values: z.array(RecordValue),
  mayEdit: z.boolean(),
});
export type RecordFields = z.infer<typeof RecordFields>;

const fieldParams = z.object({ fieldId: z.uuid() });
const recordParams = z.object({ object: FieldObject, recordId: z.uuid() });
const valueParams = recordParams.extend({ fieldId: z.uuid() });

const VALUE_ERRORS = ["field_value_wrong", "field_value_taken", "field_value_required", "field_missing"];

export const fields = {
  list: endpoint({
    id: "fields.listFields",
    method: "GET",
    path: "/fields",
    summary:
      "The fields a company added that exist for the viewer, by object and in their order; without the archived ones.",
    response: z.array(CustomField),
  }),
  settings: endpoint({
    id: "fields.listAllFields",
    method: "GET",
    path: "/fields/all",
    summary: "Every added field, archived ones included, with how many records have a value.",
    response: z.array(SettingsField),
  }),
  create: endpoint({
    id: "fields.createField",
    method: "POST",
    path: "/fields",
    summary:
      "Adds a field to an object, last in its order. Usable at once in forms, lists, filters, rules and the API.",
    body: z.object({
      object: FieldObject,
      type: FieldType,
      name: FieldName,
      nameEn: FieldName.nullable().default(null),
      help: FieldHelp.nullable().default(null),
      helpEn: FieldHelp.nullable().default(null),
      weight: FieldWeight.default("reference"),
      required: z.boolean().default(false),
      unique: z.boolean().default(false),
      sensitive: z.boolean().default(false),
      visibleTo: roleCodes.default(null),
      options: z
        .array(z.object({ id: z.uuid().optional(), name: OptionName, nameEn: OptionName.nullable().default(null) }))
        .max(MAX_OPTIONS)
        .default([]),
      linkedObject: FieldObject.nullable().default(null),
      /** For choices ids of the options, which whoever names a default gives them. */
      defaultValue: FieldValue.default(null),
    }),
    response: CustomField,
    errors: ["field_name_taken", "field_too_many", "field_contradicts", "field_value_wrong"],
  }),
  edit: endpoint({
    id: "fields.editField",
    method: "PATCH",
    path: "/fields/:fieldId",
    summary: "Changes a field, archives it or brings it back. Object and type stay for ever.",
    params: fieldParams,
    body: z.object({
      name: changeOf(FieldName),
      nameEn: changeOf(FieldName.nullable()),
      help: changeOf(FieldHelp.nullable()),
      helpEn: changeOf(FieldHelp.nullable()),
      weight: changeOf(FieldWeight),
      required: changeOf(z.boolean()),
      unique: changeOf(z.boolean()),
      sensitive: changeOf(z.boolean()),
      visibleTo: changeOf(roleCodes),
      options: changeOf(z.array(FieldOption).max(MAX_OPTIONS).nullable()),
      defaultValue: changeOf(FieldValue),
      archived: changeOf(z.boolean()),
    }),
    response: CustomField,
    errors: [
      "field_name_taken",
      "field_too_many",
      "field_contradicts",
      "field_value_wrong",
      "field_option_gone",
      "field_not_unique",
      "changed_meanwhile",
    ],
  }),
  order: endpoint({
    id: "fields.orderFields",
    method: "PUT",
    path: "/fields/order/:object",
    summary: "Puts the fields of an object into this order; fields that are not named follow.",
    params: z.object({ object: FieldObject }),
    body: z.object({ fieldIds: z.array(z.uuid()).max(1000) }),
    response: z.object({}),
  }),
  values: endpoint({
    id: "fields.showValues",
    method: "GET",
    path: "/records/:object/:recordId/fields",
    summary: "The added fields of one record with their values, as the viewer may see them.",
    params: recordParams,
    response: RecordFields,
  }),
  editValues: endpoint({
    id: "fields.editValues",
    method: "PATCH",
    path: "/records/:object/:recordId/fields",
    summary:
      "Changes values of added fields, each with the value that was seen. A changed value is no longer verified.",
    params: recordParams,
    body: z.object({ changes: z.record(z.uuid(), z.object({ from: FieldValue, to: FieldValue })) }),
    response: RecordFields,
    errors: [...VALUE_ERRORS, "changed_meanwhile"],
  }),
  verify: endpoint({
    id: "fields.verifyValue",
    method: "PUT",
    path: "/records/:object/:recordId/fields/:fieldId/verification",
    summary: "Says that the value that was seen is right: by whom and when is kept with it until it changes.",
    params: valueParams,
    body: z.object({ value: FieldValue }),
    response: RecordFields,
    errors: ["field_missing", "changed_meanwhile"],
  }),
  unverify: endpoint({
    id: "fields.unverifyValue",
    method: "DELETE",
    path: "/records/:object/:recordId/fields/:fieldId/verification",
    summary: "Takes the mark back.",
    params: valueParams,
    response: RecordFields,
    errors: ["field_missing"],
  }),
};
