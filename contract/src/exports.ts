import { z } from "zod";
import { RecordChoice } from "./assignment.ts";
import { RuleGroup } from "./conditions.ts";
import { endpoint } from "./endpoint.ts";
import { LongOperationState } from "./jobs.ts";
import { pageOf, PageQuery } from "./paging.ts";

/** Lists that can be taken out of the house, as saved views call them. */
export const EXPORT_OBJECTS = ["lead", "contact", "account", "opportunity", "campaign", "touch"] as const;
export const ExportObject = z.enum(EXPORT_OBJECTS);
export type ExportObject = z.infer<typeof ExportObject>;

export const EXPORT_FORMATS = ["xlsx", "csv"] as const;
export const ExportFormat = z.enum(EXPORT_FORMATS);
export type ExportFormat = z.infer<typeof ExportFormat>;

/** Up to so many rows are written at once; more in the background. */
export const MAX_ROWS_EXPORTED_AT_ONCE = 5000;

/** What a list has and as many added fields as an object can have. */
const MAX_COLUMNS = 200;

/** A column that a list can be exported with. `masked`: some of its values leave masked or empty, as the viewer sees them. */
export const ExportableColumn = z.object({ id: z.string(), head: z.string(), masked: z.boolean() });
export type ExportableColumn = z.infer<typeof ExportableColumn>;

/** What an export would be, before it is made. */
export const ExportPreview = z.object({
  rows: z.int(),
  /** Whether `rows` was counted; else it is about so many. */
  exact: z.boolean(),
  inBackground: z.boolean(),
  /** Sheets that so many rows take in XLSX. */
  sheets: z.int(),
  columns: z.array(ExportableColumn),
  /** A line below the rows says who took them out. */
  watermark: z.boolean(),
});
export type ExportPreview = z.infer<typeof ExportPreview>;

/** An export: who took what out of the house, and its file while it is kept. */
export const ExportRow = z.object({
  id: z.uuid(),
  object: ExportObject,
  format: ExportFormat,
  /** What was chosen: by a filter and a search, or so many rows one by one. */
  filter: RuleGroup.nullable(),
  search: z.string(),
  chosen: z.int().nullable(),
  /** Heads of the columns, in their order. */
  columns: z.array(z.string()),
  person: z.object({ id: z.uuid(), name: z.string() }),
  at: z.iso.datetime(),
  state: LongOperationState,
  done: z.int(),
  total: z.int().optional(),
  /** How many rows the file holds; null until it is written. */
  rows: z.int().nullable(),
  /** Bytes. */
  size: z.int().nullable(),
  expiresAt: z.iso.datetime().nullable(),
  /** `mayNot`: made by somebody else, or no longer within one's grants; `outdated`: gone, since somebody was forgotten who may be in it. */
  file: z.enum(["none", "ready", "expired", "outdated", "mayNot"]),
});
export type ExportRow = z.infer<typeof ExportRow>;

const exportParams = z.object({ exportId: z.uuid() });

export const listExports = {
  preview: endpoint({
    id: "exports.previewExport",
    method: "POST",
    path: "/export-previews",
    summary: "How many rows an export would hold, with which columns, and what is masked in it.",
    body: z.object({ object: ExportObject, choice: RecordChoice }),
    response: ExportPreview,
    errors: ["filter_invalid"],
  }),
  begin: endpoint({
    id: "exports.beginExport",
    method: "POST",
    path: "/exports",
    summary: "Exports a list as it stands: at once up to 5,000 rows, in the background above.",
    body: z.object({
      object: ExportObject,
      choice: RecordChoice,
      /** As in the list's URL; empty for the list's own order. */
      sort: z.string().max(60).default(""),
      columns: z.array(z.string().min(1).max(60)).min(1).max(MAX_COLUMNS),
      format: ExportFormat,
    }),
    response: ExportRow,
    errors: ["filter_invalid"],
  }),
  list: endpoint({
    id: "exports.listExports",
    method: "GET",
    path: "/exports",
    summary: "Exports, the newest first: one's own, and those of everybody whose changes one may see.",
    query: PageQuery,
    response: pageOf(ExportRow),
    errors: ["cursor_invalid"],
  }),
  show: endpoint({
    id: "exports.showExport",
    method: "GET",
    path: "/exports/:exportId",
    summary: "One export and how far it is.",
    params: exportParams,
    response: ExportRow,
  }),
  file: endpoint({
    id: "exports.readExportFile",
    method: "GET",
    path: "/exports/:exportId/file",
    summary: "The file, for whoever made it, while it is kept and while they may still export such records.",
    params: exportParams,
    response: z.unknown(),
    errors: ["export_not_yours", "export_expired", "export_outdated", "export_not_ready"],
  }),
  stop: endpoint({
    id: "exports.stopExport",
    method: "POST",
    path: "/exports/:exportId/stop",
    summary: "Stops an export in the background; nothing of it is kept.",
    params: exportParams,
    response: ExportRow,
    errors: ["export_not_yours", "export_ended_already"],
  }),
};
