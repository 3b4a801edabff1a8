import type { DraftProblem } from "@tongzhou/contract/draft-problem";

/** A problem that keeps a draft from being signed. */
export const error = (path: string, code: string, params: DraftProblem["params"] = {}): DraftProblem => ({
  path,
  code,
  severity: "error",
  params,
});

/** A problem somebody should know of before signing. */
export const warning = (path: string, code: string, params: DraftProblem["params"] = {}): DraftProblem => ({
  ...error(path, code, params),
  severity: "warning",
});

/** Empty names, and ids or codes that occur twice. `key` is the name of the property that must be unique. */
export function namingProblems<Key extends "id" | "code">(
  entries: readonly ({ readonly name: string } & Readonly<Record<Key, string>>)[],
  key: Key,
  path: string,
): DraftProblem[] {
  const seen = new Set<string>();
  return entries.flatMap((entry, index) => {
    const problems: DraftProblem[] = [];
    if (entry.name.trim() === "") problems.push(error(`${path}/${index}/name`, "name_missing"));
    if (seen.has(entry[key])) problems.push(error(`${path}/${index}/${key}`, "used_twice", { value: entry[key] }));
    seen.add(entry[key]);
    return problems;
  });
}

/** Two entries for one product line (or two for all others). */
export function productLineProblems(
  entries: readonly { readonly productLineId: string | null }[],
  path: string,
): DraftProblem[] {
  const seen = new Set<string | null>();
  return entries.flatMap(({ productLineId }, index) => {
    if (seen.has(productLineId)) return [error(`${path}/${index}/productLineId`, "used_twice")];
    seen.add(productLineId);
    return [];
  });
}
