import { z } from "zod";

/** What people called something themselves; English falls back to Chinese. */
export const BothNames = z.object({ zh: z.string(), en: z.string().nullable() });
export type BothNames = z.infer<typeof BothNames>;

/** `names` where people named the option themselves; `label` is a message key otherwise. */
const ConditionOption = z.object({ value: z.string(), label: z.string(), names: BothNames.optional() });

/** Where a field's options come from: a fixed list with label keys, or a named collection the web knows how to search. */
export const ConditionOptions = z.union([
  z.object({ kind: z.literal("list"), options: z.array(ConditionOption) }),
  z.object({ kind: z.literal("source"), source: z.string() }),
]);
export type ConditionOptions = z.infer<typeof ConditionOptions>;

const common = {
  /** `<object>.<name>`, such as `lead.stage`; what rules name. */
  id: z.string(),
  object: z.string(),
  /** Message key. */
  label: z.string(),
  /** The words of a field that people added; a field of the product has none. */
  names: BothNames.optional(),
  /** In the order they are offered. */
  operators: z.array(z.string()),
  /** Whether a condition on it alone is fast on large tables. */
  indexed: z.boolean(),
  /** False when the field is masked for the viewer: its name may be shown, conditions on it are refused. */
  filterable: z.boolean(),
};

interface ConditionFieldCommon {
  id: string;
  object: string;
  label: string;
  names?: BothNames | undefined;
  operators: string[];
  indexed: boolean;
  filterable: boolean;
}

/** A field as the condition builder in the browser gets it: what may be asked of it, and what the choices are. */
export type ConditionField = ConditionFieldCommon &
  (
    | { type: "text" | "region" | "user" | "boolean" }
    | { type: "number"; integer: boolean; minimum: number; maximum: number; unit?: string | undefined }
    | { type: "money"; currencies: string[] }
    | { type: "date"; clock: boolean }
    | { type: "enum" | "many"; options: ConditionOptions }
    | { type: "related"; windowed: boolean; fields: ConditionField[] }
  );

export const ConditionField: z.ZodType<ConditionField> = z
  .discriminatedUnion("type", [
    z.object({ ...common, type: z.enum(["text", "region", "user", "boolean"]) }),
    z.object({
      ...common,
      type: z.literal("number"),
      integer: z.boolean(),
      minimum: z.number(),
      maximum: z.number(),
      /** Message key. */
      unit: z.string().optional(),
    }),
    z.object({ ...common, type: z.literal("money"), currencies: z.array(z.string()) }),
    /** `clock`: an instant (shown with its time) rather than a plain day; conditions speak of days either way. */
    z.object({ ...common, type: z.literal("date"), clock: z.boolean() }),
    z.object({ ...common, type: z.enum(["enum", "many"]), options: ConditionOptions }),
    /** Rows that belong to the record; `fields` are theirs, `windowed` says whether a span of days may be set. */
    z.object({
      ...common,
      type: z.literal("related"),
      windowed: z.boolean(),
      get fields() {
        return z.array(ConditionField);
      },
    }),
  ])
  .meta({ id: "ConditionField" });
