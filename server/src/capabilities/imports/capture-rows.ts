import { ruleOf } from "@tongzhou/contract/import-settings";
import type { TakingRules } from "../contacts/index.ts";
import { captureLeads } from "../capture/index.ts";
import type { CapturedLead, CaptureDraft } from "../capture/index.ts";
import type { Context } from "../../platform/ledger/context.ts";
import type { RowDraft } from "./domain/row-draft.ts";
import type { ImportPlan } from "./plan-import.ts";
import type { ResolvedRow } from "./resolve-rows.ts";

/** What known people take of a file, by the rules of its columns. */
export function takingRules({ settings: { columns } }: Pick<ImportPlan, "settings">): TakingRules {
  const { name, title, regionCode } = {
    name: ruleOf(columns, "name"),
    title: ruleOf(columns, "jobTitle"),
    regionCode: ruleOf(columns, "region"),
  };
  return {
    ...(name === undefined ? {} : { name }),
    ...(title === undefined ? {} : { title }),
    ...(regionCode === undefined ? {} : { regionCode }),
  };
}

/** Hands rows to the one door that leads come through. @returns one answer a row, in order. */
export function captureRows(context: Context, plan: ImportPlan, rows: readonly ResolvedRow[]): Promise<CapturedLead[]> {
  const rules = takingRules(plan);
  return captureLeads(
    context,
    rows.map((row) => draftOf(row, plan, rules)),
  );
}

function draftOf(resolved: ResolvedRow, { settings, at }: ImportPlan, rules: TakingRules): CaptureDraft {
  const { row, productLineId, campaignId, source } = resolved;
  const { draft, nameSort } = row;
  const { name, jobTitle, region, identifiers, note } = draft;
  const { touchKind, channel } = settings;
  return {
    contact: { name, nameSort, title: jobTitle, regionCode: region, identifiers, rules },
    account: accountOf(resolved),
    touch: { kind: touchKind, channel, details: detailsOf(draft) },
    at: new Date(draft.occurredAt ?? at),
    productLineId,
    campaignId,
    source,
    note,
    entry: entryOf(resolved),
    importRow: row.number,
  };
}

function entryOf({ history, row }: ResolvedRow): CaptureDraft["entry"] {
  if (history === null) return { kind: "captured" };
  const { stageSince } = row.draft;
  return { kind: "history", ...history, ...(stageSince === null ? {} : { since: new Date(stageSince) }) };
}

/** What a row became. */
export interface TakenRow extends Pick<CapturedLead, "leadId" | "newContact" | "newAccount" | "refused"> {
  /** Null for a company alone. */
  readonly contactId: string | null;
  /** The company it names. */
  readonly accountId: string | null;
  /** What became of its lead; null where none was asked for. */
  readonly outcome: CapturedLead["outcome"] | null;
}

/** The company a row names; a credit code alone says who it is, too. */
export function accountOf({ row: { draft, companySort } }: ResolvedRow): CaptureDraft["account"] {
  const { company, creditCode, region, website, address } = draft;
  if (company === null && creditCode === null) return null;
  return {
    name: company?.name ?? creditCode ?? "",
    key: company?.key ?? null,
    creditCode,
    nameSort: company === null ? (creditCode ?? "") : companySort,
    regionCode: region,
    website,
    address,
  };
}

/** What the row says besides, in the words of the file: kept with the touch, so that nothing of it is lost. */
function detailsOf(draft: RowDraft): Record<string, unknown> {
  const { landingPage, industry, companySize, department, note, amount } = draft;
  const said = { landingPage, industry, companySize, department, note, amount };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null));
}
