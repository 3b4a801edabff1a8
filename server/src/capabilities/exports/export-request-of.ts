import { RecordChoice } from "@tongzhou/contract/assignment";
import { ExportFormat, ExportObject } from "@tongzhou/contract/exports";
import { z } from "zod";
import type { ExportRequest } from "../../platform/lists/export-source.ts";
import { rowChoiceOf } from "../../platform/lists/choose-ids.ts";

/** What somebody asked to take out. */
export const ExportOrder = z.object({
  object: ExportObject,
  choice: RecordChoice,
  sort: z.string(),
  columns: z.array(z.string()),
  format: ExportFormat,
});
export type ExportOrder = z.infer<typeof ExportOrder>;

/** The order as lists take it. */
export const exportRequestOf = ({ choice, sort, columns }: ExportOrder): ExportRequest => ({
  choice: rowChoiceOf(choice),
  sort,
  columns,
});
