import type { CsvRow } from "../../../platform/csv/csv-row.ts";
import type { ImportObject } from "@tongzhou/contract/import-settings";
import type { OwnTarget, MappedColumn } from "./import-target.ts";
import { readAddedValue } from "./added-value.ts";
import type { AddedField } from "./added-value.ts";
import { parseLeadStage } from "./parse-lead-stage.ts";
import { readIdentifiers } from "./read-identifiers.ts";
import { rowCellReader, type RowCells } from "./row-cells.ts";
import type { DraftIdentifier, DraftValue, RowDraft, RowOutcome } from "./row-draft.ts";
import { RowFindings } from "./row-findings.ts";
import type { RowNormalisers } from "./row-normalisers.ts";

export interface RowRules {
  header: readonly string[];
  mapping: readonly MappedColumn[];
  /** The added fields that columns are mapped to. */
  fields?: readonly AddedField[];
  object?: ImportObject;
  /** `history` takes stage, owner and the stage's date from the file; `new` passes over them. */
  mode: "new" | "history";
  normalise: RowNormalisers;
}

/** Characters a field takes; longer texts stand in the wrong column. */
const LIMITS: Partial<Record<OwnTarget, number>> = {
  note: 10_000,
  landingPage: 2_000,
  website: 2_000,
  address: 500,
};
const USUAL_LIMIT = 200;
const NOTHING_ADDED: readonly never[] = Object.freeze([]);
const REGION_PARTS = ["province", "city", "district"] as const;

/**
 * Makes the judge of rows: a row becomes a draft of what to write, or is kept out with every reason at once. It needs one
 * identifier, or a name with a company; a value that cannot be read keeps its row out, since nobody would miss it
 * otherwise. Formulas are text like any other. The same row twice in a file is no fault: it is a second touch.
 */
export function rowValidator({
  header,
  mapping,
  fields = [],
  object = "lead",
  mode,
  normalise,
}: RowRules): (row: CsvRow) => RowOutcome {
  const readCells = rowCellReader(header, mapping, fields);
  return (row) => {
    const findings = new RowFindings();
    if (row.problems.length > 0) noteProblems(row, header, findings);
    if (findings.rejects.length > 0) return rejected(row, findings);
    const cells = readCells(row);
    if (cells === null) return { kind: "blank", line: row.line };
    const draft = readDraft(row.line, cells, { object, mode }, normalise, findings);
    return findings.rejects.length > 0 ? rejected(row, findings) : { kind: "draft", draft };
  };
}

function noteProblems(row: CsvRow, header: readonly string[], findings: RowFindings): void {
  for (const { code, column } of row.problems) {
    if (code === "missing_columns") {
      findings.remark(code, null, "");
      continue;
    }
    const value = column === null ? row.cells.join(" ") : (row.cells[column] ?? "");
    findings.reject(code, column === null ? null : { column: header[column] ?? String(column + 1) }, value);
  }
}

function rejected(row: CsvRow, findings: RowFindings): RowOutcome {
  return { kind: "rejected", line: row.line, cells: row.cells, rejects: findings.rejects };
}

function readDraft(
  line: number,
  cells: RowCells,
  { object = "lead", mode }: Pick<RowRules, "object" | "mode">,
  normalise: RowNormalisers,
  findings: RowFindings,
): RowDraft {
  const text = (target: OwnTarget): string | null => readText(cells, target, findings);
  const identifiers = readIdentifiers(cells, normalise, findings);
  const history = object === "lead" && mode === "history";
  const draft: RowDraft = {
    line,
    name: text("name"),
    identifiers,
    company: readCompany(text("company"), normalise),
    creditCode: readCreditCode(cells, normalise, findings),
    website: text("website"),
    industry: text("industry"),
    companySize: text("companySize"),
    jobTitle: text("jobTitle"),
    department: text("department"),
    region: readRegion(cells, normalise, findings),
    address: text("address"),
    source: text("source"),
    campaign: text("campaign"),
    productLine: text("productLine"),
    landingPage: text("landingPage"),
    note: text("note"),
    occurredAt: readDate(cells, "occurredAt", normalise, findings),
    owner: history || object === "contact" ? text("owner") : null,
    stage: history ? readStage(cells, findings) : null,
    stageSince: history ? readDate(cells, "stageSince", normalise, findings) : null,
    amount: readAmount(cells, normalise, findings),
    added: cells.added.length === 0 ? NOTHING_ADDED : readAdded(cells, normalise, findings),
    // Last, when all the others have been read.
    remarks: findings.remarks,
  };
  requireSomebody(draft, identifiers, findings);
  return draft;
}

function readAdded(cells: RowCells, normalise: RowNormalisers, findings: RowFindings): DraftValue[] {
  return cells.added.flatMap((place) => {
    const text = cells.textAt(place);
    if (text === "") return [];
    const read = readAddedValue(text, place.field, normalise);
    if ("value" in read) return { fieldId: place.field.id, value: read.value };
    findings.reject(read.reason, place, text, read.params);
    return [];
  });
}

/** One identifier, or a name with a company (R-ID and the import's own rule). A lone local number says what it lacks. */
function requireSomebody(draft: RowDraft, identifiers: readonly DraftIdentifier[], findings: RowFindings): void {
  if (identifiers.length > 0 || (draft.name !== null && draft.company !== null) || findings.rejects.length > 0) return;
  const local = findings.remarks.find(({ code }) => code === "area_code_missing");
  if (local?.column) findings.reject("phone_area_code_missing", { column: local.column }, local.value);
  else findings.reject("no_identifier", null, "");
}

function readText(cells: RowCells, target: OwnTarget, findings: RowFindings): string | null {
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

function readCompany(name: string | null, normalise: RowNormalisers): RowDraft["company"] {
  if (name === null) return null;
  const key = normalise.companyKey(name);
  return key === null ? null : { name, key };
}

function readCreditCode(cells: RowCells, normalise: RowNormalisers, findings: RowFindings): string | null {
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
function readRegion(cells: RowCells, normalise: RowNormalisers, findings: RowFindings): string | null {
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

function readDate(
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

function readStage(cells: RowCells, findings: RowFindings): RowDraft["stage"] {
  const place = cells.first("stage");
  if (!place) return null;
  const stage = parseLeadStage(cells.textAt(place));
  if (stage === null) findings.reject("stage_unknown", place, cells.textAt(place));
  return stage;
}

function readAmount(cells: RowCells, normalise: RowNormalisers, findings: RowFindings): RowDraft["amount"] {
  const place = cells.first("amount");
  if (!place) return null;
  const { minor, currency, problem } = normalise.amount(cells.textAt(place));
  if (minor === null) {
    findings.reject(`amount_${problem ?? "unreadable"}`, place, cells.textAt(place));
    return null;
  }
  return { minor, currency };
}
