import { readAddedValue } from "./added-value.ts";
import type { OwnTarget } from "./import-target.ts";
import { parseSizeBand } from "./parse-size-band.ts";
import { parseLeadStage } from "./parse-lead-stage.ts";
import type { RowCells } from "./row-cells.ts";
import type { AccountFacts, DraftValue, RowDraft } from "./row-draft.ts";
import type { RowFindings } from "./row-findings.ts";
import type { RowNormalisers } from "./row-normalisers.ts";

/** Characters a field takes; longer texts stand in the wrong column. */
const LIMITS: Partial<Record<OwnTarget, number>> = {
  note: 10_000,
  landingPage: 2_000,
  website: 2_000,
  address: 500,
};
const USUAL_LIMIT = 200;
const REGION_PARTS = ["province", "city", "district"] as const;

export function readAdded(cells: RowCells, normalise: RowNormalisers, findings: RowFindings): DraftValue[] {
  return cells.added.flatMap((place) => {
    const text = cells.textAt(place);
    if (text === "") return [];
    const read = readAddedValue(text, place.field, normalise);
    if ("value" in read) return { fieldId: place.field.id, value: read.value };
    findings.reject(read.reason, place, text, read.params);
    return [];
  });
}

export function readText(cells: RowCells, target: OwnTarget, findings: RowFindings): string | null {
  const filled = cells.filled(target);
  const [first] = filled;
  if (!first) return null;
  const limit = LIMITS[target] ?? USUAL_LIMIT;
  for (const place of filled) {
    const text = cells.textAt(place);
    // A string has at least as many UTF-16 units as characters, so most need no counting.
    if (text.length > limit && Array.from(text).length > limit) findings.reject("too_long", place, text, { limit });
  }
  if (filled.length === 1 || target !== "note") return cells.textAt(first);
  return filled.map((place) => `${place.column}: ${cells.textAt(place)}`).join("\n");
}

export function readCompany(name: string | null, normalise: RowNormalisers): RowDraft["company"] {
  if (name === null) return null;
  const key = normalise.companyKey(name);
  return key === null ? null : { name, key };
}

export function readCreditCode(cells: RowCells, normalise: RowNormalisers, findings: RowFindings): string | null {
  const place = cells.first("creditCode");
  if (!place) return null;
  const text = cells.textAt(place);
  const { code, level, suggestion } = normalise.creditCode(text);
  if (level === "format_error") {
    findings.reject("credit_code_format", place, text, suggestion === null ? {} : { suggestion });
    return null;
  }
  if (level === "check_mismatch") findings.remark("credit_code_check_mismatch", place, code);
  return code;
}

/**
 * Columns of their own before a column that holds everything. An address says it when there is neither, chooses between
 * districts of one name, and makes what the columns say more exact as long as it lies in it.
 */
export function readRegion(cells: RowCells, normalise: RowNormalisers, findings: RowFindings): string | null {
  const parts = REGION_PARTS.flatMap((target) => cells.filled(target).slice(0, 1));
  const named = parts.length > 0 ? parts : cells.filled("region").slice(0, 1);
  const [first] = named;
  const address = cells.first("address");
  const addressed = (within: string | null): string | null =>
    address ? normalise.addressRegion(cells.textAt(address), within) : null;
  if (!first) return addressed(null);
  const texts = named.map((place) => cells.textAt(place));
  const { code, problem } = normalise.region(texts);
  // A district is as exact as it gets.
  if (problem === null && code?.endsWith("00") === false) return code;
  const exact = addressed(code);
  if (problem === null) return exact?.startsWith(code?.replace(/(?:00)+$/, "") ?? "") ? exact : code;
  const chosen =
    problem === "ambiguous" && exact !== null ? normalise.addressRegion(texts.join(""), cityOf(exact)) : null;
  if (chosen === null)
    findings.remark(problem === "unknown" ? "region_unknown" : "region_ambiguous", first, texts.join(" "));
  return chosen ?? code;
}

function cityOf(region: string): string {
  return `${region.slice(0, 4)}00`;
}

export function readDate(
  cells: RowCells,
  target: "occurredAt" | "stageSince",
  normalise: RowNormalisers,
  findings: RowFindings,
): number | null {
  const place = cells.first(target);
  if (!place) return null;
  const { instant, problem } = normalise.date(cells.textAt(place));
  if (problem !== null) findings.reject(`date_${problem}`, place, cells.textAt(place));
  return instant;
}

export function readStage(cells: RowCells, findings: RowFindings): RowDraft["stage"] {
  const place = cells.first("stage");
  if (!place) return null;
  const stage = parseLeadStage(cells.textAt(place));
  if (stage === null) findings.reject("stage_unknown", place, cells.textAt(place));
  return stage;
}

export function readAmount(cells: RowCells, normalise: RowNormalisers, findings: RowFindings): RowDraft["amount"] {
  const place = cells.first("amount");
  if (!place) return null;
  const { minor, currency, problem } = normalise.amount(cells.textAt(place));
  if (minor === null) {
    findings.reject(`amount_${problem ?? "unreadable"}`, place, cells.textAt(place));
    return null;
  }
  return { minor, currency };
}

/** Industry and size of a list that knows neither GB/T 4754 nor our bands are left, and the row says so. */
export function readAccountFacts(cells: RowCells, normalise: RowNormalisers, findings: RowFindings): AccountFacts {
  const industry = cells.first("industry");
  const industryCode = industry ? normalise.industry(cells.textAt(industry)) : null;
  if (industry && industryCode === null) findings.remark("industry_left", industry, cells.textAt(industry));
  const size = cells.first("companySize");
  const sizeBand = size ? parseSizeBand(cells.textAt(size)) : null;
  if (size && sizeBand === null) findings.remark("size_left", size, cells.textAt(size));
  return {
    industryCode,
    sizeBand,
    tier: readText(cells, "tier", findings),
    parent: readParent(cells, normalise, findings),
  };
}

function readParent(cells: RowCells, normalise: RowNormalisers, findings: RowFindings): AccountFacts["parent"] {
  const place = cells.first("parent");
  const name = readText(cells, "parent", findings);
  if (!place || name === null) return null;
  const { code, level } = normalise.creditCode(name);
  if (level === "ok") return { name, key: null, creditCode: code };
  const key = normalise.companyKey(name);
  if (key !== null) return { name, key, creditCode: null };
  findings.reject("parent_says_nothing", place, name);
  return null;
}
