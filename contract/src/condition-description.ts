import { z } from "zod";
import { CONDITION_OPERATORS } from "./condition-operators.ts";
import type { ConditionType } from "./condition-operators.ts";
import { ConditionDay, ConditionPeriod } from "./condition-values.ts";

/** A value as it is to be worded: numbers, days, names and options are written in the reader's language by the web. */
export type DescribedValue =
  | { kind: "text"; text: string }
  | { kind: "number"; number: number; unit?: string | undefined }
  | { kind: "money"; amount: number; currency: string }
  | { kind: "day"; day: ConditionDay }
  | { kind: "days"; days: number }
  | { kind: "period"; period: ConditionPeriod }
  | { kind: "option"; value: string; label?: string | undefined; source?: string | undefined }
  | { kind: "region"; code: string }
  | { kind: "user"; user: string }
  | { kind: "team"; team: string }
  | { kind: "boolean"; boolean: boolean }
  | { kind: "range"; from: DescribedValue; to: DescribedValue }
  | { kind: "list"; items: DescribedValue[] }
  | {
      kind: "related";
      count?: number | undefined;
      within?: DescribedWindow | undefined;
      where?: DescribedGroup | undefined;
    };

/** A span of days: a date operator with its value. */
export interface DescribedWindow {
  operator: string;
  value: DescribedValue;
}

/** One rule as tokens: the sentence is the message `<type>.<operator>` with the field's label and the value put in. */
export interface DescribedRule {
  kind: "rule";
  path: string;
  field: { id: string; label?: string | undefined; type?: ConditionType | undefined };
  operator: string;
  value?: DescribedValue | undefined;
}

export interface DescribedGroup {
  kind: "group";
  path: string;
  combinator: "and" | "or";
  not: boolean;
  parts: (DescribedRule | DescribedGroup)[];
}

const Type = z.enum(Object.keys(CONDITION_OPERATORS) as [ConditionType, ...ConditionType[]]);

export const DescribedValue: z.ZodType<DescribedValue> = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("text"), text: z.string() }),
    z.object({ kind: z.literal("number"), number: z.number(), unit: z.string().optional() }),
    z.object({ kind: z.literal("money"), amount: z.int(), currency: z.string() }),
    z.object({ kind: z.literal("day"), day: ConditionDay }),
    z.object({ kind: z.literal("days"), days: z.int() }),
    z.object({ kind: z.literal("period"), period: ConditionPeriod }),
    /** With its label key, or the collection in which its name is found; an option with neither is gone. */
    z.object({
      kind: z.literal("option"),
      value: z.string(),
      label: z.string().optional(),
      source: z.string().optional(),
    }),
    z.object({ kind: z.literal("region"), code: z.string() }),
    z.object({ kind: z.literal("user"), user: z.string() }),
    z.object({ kind: z.literal("team"), team: z.string() }),
    z.object({ kind: z.literal("boolean"), boolean: z.boolean() }),
    z.object({
      kind: z.literal("range"),
      get from() {
        return DescribedValue;
      },
      get to() {
        return DescribedValue;
      },
    }),
    z.object({
      kind: z.literal("list"),
      get items() {
        return z.array(DescribedValue);
      },
    }),
    z.object({
      kind: z.literal("related"),
      count: z.int().optional(),
      get within() {
        return z.object({ operator: z.string(), value: DescribedValue }).optional();
      },
      get where() {
        return DescribedGroup.optional();
      },
    }),
  ])
  .meta({ id: "DescribedValue" });

export const DescribedRule: z.ZodType<DescribedRule> = z
  .object({
    kind: z.literal("rule"),
    path: z.string(),
    /** `label` and `type` are absent when the field is no longer published, or hidden from the reader. */
    field: z.object({ id: z.string(), label: z.string().optional(), type: Type.optional() }),
    operator: z.string(),
    /** Absent where the operator takes none, or a stored value no longer fits it. */
    value: DescribedValue.optional(),
  })
  .meta({ id: "DescribedRule" });

export const DescribedGroup: z.ZodType<DescribedGroup> = z
  .object({
    kind: z.literal("group"),
    path: z.string(),
    combinator: z.enum(["and", "or"]),
    not: z.boolean(),
    get parts() {
      return z.array(z.union([DescribedRule, DescribedGroup]));
    },
  })
  .meta({ id: "DescribedGroup" });
