import type { CsvRow } from "../../../platform/csv/csv-row.ts";
import type { ImportObject } from "@tongzhou/contract/import-settings";
import type { OwnTarget, MappedColumn } from "./import-target.ts";
import type { AddedField } from "./added-value.ts";
import { readIdentifiers } from "./read-identifiers.ts";
import { rowCellReader, type RowCells } from "./row-cells.ts";
import type { DraftIdentifier, RowDraft, RowOutcome } from "./row-draft.ts";
import { RowFindings } from "./row-findings.ts";
import type { RowNormalisers } from "./row-normalisers.ts";
import {
  readAccountFacts,
  readAdded,
  readAmount,
  readCompany,
  readCreditCode,
  readDate,
  readRegion,
  readStage,
  readText,
} from "./row-values.ts";

const NOTHING_ADDED: readonly never[] = Object.freeze([]);

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
    owner: history || object !== "lead" ? text("owner") : null,
    stage: history ? readStage(cells, findings) : null,
    stageSince: history ? readDate(cells, "stageSince", normalise, findings) : null,
    amount: readAmount(cells, normalise, findings),
    facts: object === "account" ? readAccountFacts(cells, normalise, findings) : null,
    added: cells.added.length === 0 ? NOTHING_ADDED : readAdded(cells, normalise, findings),
    // Last, when all the others have been read.
    remarks: findings.remarks,
  };
  if (object === "account") requireCompany(draft, findings);
  else requireSomebody(draft, identifiers, findings);
  return draft;
}

/** A name that says something, or a credit code. */
function requireCompany({ company, creditCode }: RowDraft, findings: RowFindings): void {
  if (company === null && creditCode === null && findings.rejects.length === 0) findings.reject("no_company", null, "");
}

/** One identifier, or a name with a company (R-ID and the import's own rule). A lone local number says what it lacks. */
function requireSomebody(draft: RowDraft, identifiers: readonly DraftIdentifier[], findings: RowFindings): void {
  if (identifiers.length > 0 || (draft.name !== null && draft.company !== null) || findings.rejects.length > 0) return;
  const local = findings.remarks.find(({ code }) => code === "area_code_missing");
  if (local?.column) findings.reject("phone_area_code_missing", { column: local.column }, local.value);
  else findings.reject("no_identifier", null, "");
}
