import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import {
  ColumnRule,
  CsvFormat,
  FileReading,
  ImportMode,
  ImportObject,
  ImportSettings,
  ImportTarget,
} from "./import-settings.ts";
import { DryRun, ReadRow, RowProblem } from "./import-trial.ts";
import { LongOperationState } from "./jobs.ts";
import { LeadStage } from "./lead-stages.ts";
import { pageOf, PageQuery } from "./paging.ts";

export type { DryRun, ReadRow, RowProblem } from "./import-trial.ts";

/** Bytes of one file at most. */
export const MAX_IMPORT_BYTES = 512 * 1024 * 1024;

const FileName = z.string().trim().min(1).max(200);

/** A file that arrived and was looked through while it did. */
export const ImportFile = z.object({
  fileId: z.uuid(),
  name: z.string(),
  /** Bytes. */
  size: z.int(),
  /** Line ends in it; rows of people are about one fewer. */
  lineCount: z.int(),
  /** Whether it is a sheet of a workbook; then it was read as text already and nothing about it can be read otherwise. */
  isSheet: z.boolean(),
  /** Of a workbook: its sheets, one of which must be opened; of any other file none. */
  sheets: z.array(z.object({ name: z.string(), hidden: z.boolean() })),
});
export type ImportFile = z.infer<typeof ImportFile>;

export const PreviewedColumn = z.object({
  column: z.int(),
  header: z.string(),
  /** Null: nothing fits, it is left out. */
  target: ImportTarget.nullable(),
  /** Of a column of an added field: which. */
  fieldId: z.uuid().nullable(),
  memberSource: z.string().nullable(),
  /** As it was settled the last time. */
  rule: ColumnRule.nullable(),
  /** What spoke for the target: the mapping of last time, the whole name, a part of it, or the values. */
  because: z.enum(["remembered", "header", "part_of_header", "values"]).nullable(),
});
export type PreviewedColumn = z.infer<typeof PreviewedColumn>;

/** The beginning of a file as cells, with the proposal what its columns are. */
export const ImportPreview = ImportFile.omit({ sheets: true }).extend({
  format: CsvFormat,
  /** `certain`: the file says it; `likely`: it reads well; `unsure`: look at it. */
  confidence: z.enum(["certain", "likely", "unsure"]),
  hasHeader: z.boolean(),
  /** What the rows probably are. */
  object: ImportObject,
  columns: z.array(PreviewedColumn),
  rows: z.array(z.object({ line: z.int(), cells: z.array(z.string()) })),
  dateOrder: z.enum(["mdy", "dmy"]).nullable(),
  /** The last import of the very same content that was not undone. */
  importedBefore: z
    .object({ id: z.uuid(), createdAt: z.iso.datetime(), startedByName: z.string().nullable() })
    .nullable(),
  /** What was settled for the last file with these headers; null when there was none. */
  remembered: ImportSettings.pick({
    object: true,
    source: true,
    productLines: true,
    touchKind: true,
    channel: true,
  }).nullable(),
});
export type ImportPreview = z.infer<typeof ImportPreview>;

export const ReadRows = z.object({
  /** The first rows. */
  rows: z.array(ReadRow),
  /** One row for each kind of thing that surprises, among the rows that were looked at. */
  surprises: z.array(ReadRow),
  /** What the file writes for product lines, the commonest first, and what it was taken for. */
  productLines: z.array(z.object({ text: z.string(), rows: z.int(), productLineId: z.uuid().nullable() })),
  rowsLookedAt: z.int(),
});
export type ReadRows = z.infer<typeof ReadRows>;

const ImportCounts = z.object({
  rows: z.int(),
  created: z.int(),
  attached: z.int(),
  rejected: z.int(),
  blank: z.int(),
  /** Values of known people that were written over. */
  overwritten: z.int(),
});

/** An import in the history of imports. */
export const ImportRow = z.object({
  /** Also the id of its operation: what is undone is this. */
  id: z.uuid(),
  name: z.string(),
  object: ImportObject,
  mode: ImportMode,
  campaignId: z.uuid().nullable(),
  campaignName: z.string().nullable(),
  startedById: z.uuid().nullable(),
  startedByName: z.string().nullable(),
  createdAt: z.iso.datetime(),
  state: LongOperationState,
  /** Bytes of the file that are done, and all. */
  done: z.int(),
  total: z.int(),
  counts: ImportCounts,
  undone: z.boolean(),
});
export type ImportRow = z.infer<typeof ImportRow>;

/** An import with where its leads are now. */
export const ImportResult = ImportRow.extend({
  error: z.string().nullable(),
  startedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
  settings: ImportSettings,
  header: z.array(z.string()),
  newContacts: z.int(),
  newAccounts: z.int(),
  /** Leads that rows of the file came to, by the stage and the holder they have now. */
  leads: z.array(
    z.object({
      stage: LeadStage,
      pool: z.string().nullable(),
      ownerId: z.uuid().nullable(),
      ownerName: z.string().nullable(),
      leads: z.int(),
    }),
  ),
  rejectedByReason: z.array(z.object({ code: z.string(), rows: z.int() })),
  /** Whether it was a sheet of a workbook: then its error file is one, too. */
  isSheet: z.boolean(),
  /** Whether the viewer may see what stands in its file: only who brought it. */
  mayReadFile: z.boolean(),
});
export type ImportResult = z.infer<typeof ImportResult>;

export const RejectedRow = z.object({
  rowNumber: z.int(),
  line: z.int(),
  problems: z.array(RowProblem),
  cells: z.array(z.string()),
});
export type RejectedRow = z.infer<typeof RejectedRow>;

const fileParams = z.object({ fileId: z.uuid() });
const importParams = z.object({ importId: z.uuid() });
const workbookErrors = [
  "import_workbook_damaged",
  "import_workbook_protected",
  "import_workbook_old_format",
  "import_workbook_not_a_workbook",
  "import_workbook_too_large_unpacked",
  "import_workbook_empty_sheet",
];
const fileErrors = ["import_file_gone", "import_not_yours", "import_sheet_not_chosen"];
const settingErrors = [
  "import_column_missing",
  "import_target_twice",
  "import_target_of_leads",
  "import_target_of_people",
  "import_nobody_mapped",
  "import_no_company_mapped",
  "import_field_gone",
];

export const imports = {
  upload: endpoint({
    id: "imports.uploadFile",
    method: "POST",
    path: "/imports/files",
    summary: "Takes a CSV or XLSX file as the raw body of the request (application/octet-stream).",
    query: z.object({ name: FileName }),
    response: ImportFile,
    errors: ["import_file_empty", ...workbookErrors],
  }),
  sheets: endpoint({
    id: "imports.listSheets",
    method: "GET",
    path: "/imports/files/:fileId/sheets",
    summary: "The sheets of an uploaded workbook.",
    params: fileParams,
    response: ImportFile,
    errors: ["import_file_gone", "import_not_yours", ...workbookErrors],
  }),
  openSheet: endpoint({
    id: "imports.openSheet",
    method: "POST",
    path: "/imports/files/:fileId/sheets",
    summary: "Reads one sheet of a workbook; the file it answers with is previewed and imported like a CSV file.",
    params: fileParams,
    /** From 0, in the order of the workbook. */
    body: z.object({ sheet: z.int().min(0) }),
    response: ImportFile,
    errors: ["import_file_gone", "import_not_yours", ...workbookErrors],
  }),
  preview: endpoint({
    id: "imports.previewFile",
    method: "POST",
    path: "/imports/files/:fileId/preview",
    summary: "The first rows of a file, how it is read, and what its columns probably are.",
    params: fileParams,
    body: FileReading,
    response: ImportPreview,
    errors: fileErrors,
  }),
  readRows: endpoint({
    id: "imports.readRows",
    method: "POST",
    path: "/imports/files/:fileId/rows",
    summary: "The first rows as they will become, and those that surprise.",
    params: fileParams,
    body: ImportSettings,
    response: ReadRows,
    errors: [...fileErrors, ...settingErrors],
  }),
  dryRun: endpoint({
    id: "imports.dryRun",
    method: "POST",
    path: "/imports/files/:fileId/dry-run",
    summary: "What an import would do: new, known, in conflict, rejected. Nothing is written.",
    params: fileParams,
    body: ImportSettings,
    response: DryRun,
    errors: [...fileErrors, ...settingErrors],
  }),
  begin: endpoint({
    id: "imports.beginImport",
    method: "POST",
    path: "/imports",
    summary: "Imports a file in the background; the mapping is remembered for its headers.",
    body: z.object({
      fileId: z.uuid(),
      settings: ImportSettings,
      /** Also when the very same content was imported before. */
      again: z.boolean().default(false),
    }),
    response: ImportResult,
    errors: [...fileErrors, ...settingErrors, "import_reference_gone", "import_same_file"],
  }),
  list: endpoint({
    id: "imports.listImports",
    method: "GET",
    path: "/imports",
    summary: "Imports, the newest first.",
    query: PageQuery,
    response: pageOf(ImportRow),
    errors: ["cursor_invalid"],
  }),
  show: endpoint({
    id: "imports.showImport",
    method: "GET",
    path: "/imports/:importId",
    summary: "One import: how far it is, what it made, and where its leads are now.",
    params: importParams,
    response: ImportResult,
  }),
  rejects: endpoint({
    id: "imports.listRejectedRows",
    method: "GET",
    path: "/imports/:importId/rejects",
    summary: "Rows that were kept out, with every reason, in the order of the file.",
    params: importParams,
    query: PageQuery,
    response: pageOf(RejectedRow),
    errors: ["cursor_invalid", "import_not_yours"],
  }),
  errorFile: endpoint({
    id: "imports.downloadErrorFile",
    method: "GET",
    path: "/imports/:importId/errors.csv",
    summary: "The rows that were kept out, with line, column and reason; corrected, it can be imported as it is.",
    params: importParams,
    response: z.unknown(),
    errors: ["import_not_yours"],
  }),
  errorWorkbook: endpoint({
    id: "imports.downloadErrorWorkbook",
    method: "GET",
    path: "/imports/:importId/errors.xlsx",
    summary: "The same as a workbook, for whoever sent one.",
    params: importParams,
    response: z.unknown(),
    errors: ["import_not_yours"],
  }),
  pause: endpoint({
    id: "imports.pauseImport",
    method: "POST",
    path: "/imports/:importId/pause",
    summary: "Pauses after the batch it is in.",
    params: importParams,
    response: ImportRow,
    errors: ["import_not_running"],
  }),
  resume: endpoint({
    id: "imports.resumeImport",
    method: "POST",
    path: "/imports/:importId/resume",
    summary: "Goes on from where it is.",
    params: importParams,
    response: ImportRow,
    errors: ["import_nothing_to_resume"],
  }),
  stop: endpoint({
    id: "imports.stopImport",
    method: "POST",
    path: "/imports/:importId/stop",
    summary: "Stops after the batch it is in; what is done stays done and can be undone.",
    params: importParams,
    response: ImportRow,
    errors: ["import_ended_already"],
  }),
};
