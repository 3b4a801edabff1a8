import { z } from "zod";
import { CustomField } from "@tongzhou/contract/fields";
import { CsvFormat, ImportSettings } from "@tongzhou/contract/import-settings";
import { Invalid } from "../../platform/problems/refusal.ts";
import type { AddedField } from "./domain/added-value.ts";
import { checkMapping } from "./domain/check-mapping.ts";
import type { RowPosition } from "./domain/row-batches.ts";
import type { OpenedFile } from "./open-import-file.ts";
import type { ReadingPlan } from "./reading/reading-plan.ts";

/**
 * Rows of one transaction. A form that arrives meanwhile waits for one at most: with 50 a second beside an import, on two cores
 * with other work, 95 of 100 were through within 279 ms (1,000 rows: 402, 2,500 rows: 2,417). Node holds some three batches.
 */
const BATCH_ROWS = 500;

const AddedColumnField = CustomField.pick({ id: true, object: true, type: true, unique: true, options: true });

/** Everything that an import does is decided by this and the file; kept with the long operation. */
export const ImportPlan = z.object({
  fileId: z.uuid(),
  format: CsvFormat,
  header: z.array(z.string()),
  firstRow: z.object({ offset: z.int(), line: z.int() }),
  settings: ImportSettings,
  /** The added fields that columns are mapped to, as they were when it was begun. */
  fields: z.array(AddedColumnField).default([]),
  timeZone: z.string(),
  /** Of amounts that name none. */
  currency: z.string(),
  /** When it was begun, in milliseconds: rows without a date happened then, and dates a year later are not believed. */
  at: z.int(),
  /** Rows of one transaction. */
  batchRows: z.int().min(1),
});
export type ImportPlan = z.infer<typeof ImportPlan>;

/** Where the next batch begins. */
export const ImportPosition = z.object({ offset: z.int(), line: z.int(), row: z.int() });
export type ImportPosition = z.infer<typeof ImportPosition>;

/**
 * Makes the plan of an import from the file as it was opened.
 * @throws Invalid naming the column of the mapping that is wrong.
 */
export function planImport(
  { fileId, preview }: Pick<OpenedFile, "fileId" | "preview">,
  settings: ImportSettings,
  fields: readonly AddedField[],
  company: { readonly timeZone: string; readonly currency: string },
  now: Date,
  batchRows = BATCH_ROWS,
): ImportPlan {
  const { format, header, firstRow } = preview;
  const problem = checkMapping(settings.columns, header.length, settings.object);
  if (problem !== null)
    throw new Invalid([{ pointer: "/settings/columns", ...problem, params: problem }], problem.code);
  const { timeZone, currency } = company;
  const mapped = fields.map(({ id, object, type, unique, options }) => ({ id, object, type, unique, options }));
  return {
    fileId,
    format,
    header,
    firstRow,
    settings,
    fields: mapped,
    timeZone,
    currency,
    at: now.getTime(),
    batchRows,
  };
}

/** Where the first batch begins. */
export const firstPosition = ({ firstRow }: ImportPlan): RowPosition => ({ ...firstRow, row: 0 });

/** What a thread must know to read the rows from `start` on. */
export function readingPlanOf(plan: ImportPlan, start: RowPosition, batchRows = plan.batchRows): ReadingPlan {
  const { format, header, settings, fields, timeZone, currency, at } = plan;
  const { columns, object, mode, dateOrder } = settings;
  return {
    batches: { format, header, columns, fields, object, mode, start, batchRows },
    dates: { timeZone, order: dateOrder, now: at },
    currency,
  };
}
