import type { z } from "zod";
import { Invalid } from "../problems/refusal.ts";
import type { WrongField } from "../problems/refusal.ts";

type Issue = z.core.$ZodIssue;

/**
 * Parses one part of a request by the contract.
 * @param prefix where the part lies for the pointers: "" for the body, `/query`, `/params`.
 * @throws Invalid naming every wrong field.
 */
export function parseInput<Schema extends z.ZodType>(schema: Schema, value: unknown, prefix: string): z.output<Schema> {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw new Invalid(parsed.error.issues.flatMap((issue) => wrongFields(issue, prefix)));
}

function wrongFields(issue: Issue, prefix: string): WrongField[] {
  const pointer =
    prefix + issue.path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({ pointer: `${pointer}/${key}`, code: "field.unknown" }));
  }
  return [{ pointer, ...complaintOf(issue) }];
}

function complaintOf(issue: Issue): Omit<WrongField, "pointer"> {
  switch (issue.code) {
    case "invalid_type":
      return { code: issue.input === undefined ? "field.required" : "field.wrong_type" };
    case "too_small":
      return tooSmall(issue);
    case "too_big":
      return tooBig(issue);
    case "invalid_format":
      return { code: issue.format === "email" ? "field.email" : "field.wrong_type" };
    case "invalid_value":
      return { code: issue.input === undefined ? "field.required" : "field.not_offered" };
    default:
      return { code: "field.wrong_type" };
  }
}

function tooSmall({ origin, minimum }: z.core.$ZodIssueTooSmall): Omit<WrongField, "pointer"> {
  const params = { minimum: Number(minimum) };
  if (origin === "string")
    return params.minimum === 1 ? { code: "field.required" } : { code: "field.too_short", params };
  return { code: origin === "array" ? "field.too_few" : "field.too_small", params };
}

function tooBig({ origin, maximum }: z.core.$ZodIssueTooBig): Omit<WrongField, "pointer"> {
  const params = { maximum: Number(maximum) };
  if (origin === "string") return { code: "field.too_long", params };
  return { code: origin === "array" ? "field.too_many" : "field.too_large", params };
}
