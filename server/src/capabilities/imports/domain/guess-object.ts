import type { ImportObject } from "@tongzhou/contract/import-settings";
import type { SuggestedColumn } from "./suggest-mapping.ts";

/** By these somebody is met; a list of companies has a switchboard at most. */
const OF_PEOPLE: ReadonlySet<string | null> = new Set([
  "mobile",
  "email",
  "wechatId",
  "wechatUnion",
  "jobTitle",
  "phone",
]);
const OF_COMPANIES: ReadonlySet<string | null> = new Set([
  "creditCode",
  "parent",
  "tier",
  "companySize",
  "industry",
  "website",
]);

/** What the rows of a file probably are: companies when columns speak of companies and none of people, else leads. */
export function guessObject(columns: readonly Pick<SuggestedColumn, "target">[]): ImportObject {
  if (columns.some(({ target }) => OF_PEOPLE.has(target))) return "lead";
  const named = columns.some(({ target }) => target === "company" || target === "name");
  return named && columns.some(({ target }) => OF_COMPANIES.has(target)) ? "account" : "lead";
}
