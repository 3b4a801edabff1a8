import type { ReadRow, RowProblem } from "@tongzhou/contract/imports";
import { ADDED_TARGET, type ImportTarget } from "./import-target.ts";
import type { BatchRow } from "./row-batches.ts";
import type { AccountFacts, DraftIdentifier, RowDraft, RowReject, RowRemark } from "./row-draft.ts";

/** Fields of a draft that are texts and shown as they are. */
const TEXTS = [
  "name",
  "creditCode",
  "website",
  "industry",
  "companySize",
  "jobTitle",
  "department",
  "region",
  "address",
  "source",
  "campaign",
  "productLine",
  "landingPage",
  "note",
  "owner",
  "stage",
] as const satisfies readonly (keyof RowDraft & ImportTarget)[];

/** Of a company by itself these are read; of the company of a person they are the file's words. */
const READ_OF_COMPANIES: ReadonlySet<ImportTarget> = new Set(["industry", "companySize"]);

/** A row as the page of the mapping shows it: what it will become, or every reason why not. */
export function describeRow(row: BatchRow): ReadRow {
  if (row.kind === "rejected") {
    return { line: row.line, outcome: "rejected", values: [], problems: row.rejects.map(problemOf), remarks: [] };
  }
  const { draft } = row;
  return {
    line: draft.line,
    outcome: "draft",
    values: valuesOf(draft),
    problems: [],
    remarks: draft.remarks.map(problemOf),
  };
}

/** A reason or a remark as it is stored and sent. */
export function problemOf(found: RowReject | (RowRemark & { readonly reason?: never })): RowProblem {
  const code = "code" in found ? found.code : found.reason;
  const params = "params" in found ? { ...found.params } : {};
  return { code, column: found.column, value: found.value, params };
}

function valuesOf(draft: RowDraft): ReadRow["values"] {
  const texts = TEXTS.flatMap((target) => {
    const value = draft[target];
    return value === null || (draft.facts !== null && READ_OF_COMPANIES.has(target)) ? [] : [{ target, value }];
  });
  const dates = (["occurredAt", "stageSince"] as const).flatMap((target) => {
    const instant = draft[target];
    return instant === null ? [] : [{ target, value: new Date(instant).toISOString() }];
  });
  const company = draft.company === null ? [] : [{ target: "company" as const, value: draft.company.name }];
  const amount =
    draft.amount === null
      ? []
      : [{ target: "amount" as const, value: `${draft.amount.currency} ${draft.amount.minor}` }];
  const identifiers = draft.identifiers.map((found) => ({ target: targetOf(found), value: found.value }));
  const facts = draft.facts === null ? [] : factsOf(draft.facts);
  const added: ReadRow["values"] = draft.added.map(({ fieldId, value }) => ({
    target: ADDED_TARGET,
    fieldId,
    value: JSON.stringify(value),
  }));
  return [...texts, ...company, ...identifiers, ...dates, ...amount, ...facts, ...added];
}

/** What a company is understood as, beside the words of the file. */
function factsOf({ industryCode, sizeBand, tier, parent }: AccountFacts): ReadRow["values"] {
  return [
    ...(industryCode === null ? [] : [{ target: "industry" as const, value: industryCode }]),
    ...(sizeBand === null ? [] : [{ target: "companySize" as const, value: sizeBand }]),
    ...(tier === null ? [] : [{ target: "tier" as const, value: tier }]),
    ...(parent === null ? [] : [{ target: "parent" as const, value: parent.name }]),
  ];
}

function targetOf({ kind }: DraftIdentifier): ImportTarget {
  switch (kind) {
    case "phone":
    case "email":
      return kind;
    case "wechat_union":
      return "wechatUnion";
    case "wechat_id":
      return "wechatId";
    default:
      return "memberId";
  }
}
