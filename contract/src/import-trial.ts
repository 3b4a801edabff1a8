import { z } from "zod";
import { ADDED_TARGET, ColumnRule, ImportTarget, RULED } from "./import-settings.ts";

const Values = z.record(z.string(), z.union([z.string(), z.number()]));

/** Why a value keeps its row out, or what was only noticed. The page says each code in the viewer's language. */
export const RowProblem = z.object({
  code: z.string(),
  /** The column's name; null when it is about the whole row. */
  column: z.string().nullable(),
  /** What stands there, cut to a length that can be shown. */
  value: z.string(),
  params: Values,
});
export type RowProblem = z.infer<typeof RowProblem>;

/** A row as it will become. */
export const ReadRow = z.object({
  line: z.int(),
  outcome: z.enum(["draft", "rejected", "blank"]),
  /** What was understood, by target; the file's own words where nothing had to be read. */
  values: z.array(z.object({ target: ImportTarget, fieldId: z.uuid().optional(), value: z.string() })),
  problems: z.array(RowProblem),
  remarks: z.array(RowProblem),
});
export type ReadRow = z.infer<typeof ReadRow>;

/** A value that a known person has; of an added field, which. What it holds is written as JSON then, a colleague by name. */
const ComparedField = z.object({
  field: z.enum([...RULED, ADDED_TARGET]),
  fieldId: z.uuid().optional(),
});

const Sample = z.object({ line: z.int(), name: z.string().nullable() });

/** What an import would do; nothing is written. */
export const DryRun = z.object({
  rows: z.int(),
  /** False when the file is so long that only its beginning was read. */
  complete: z.boolean(),
  /** Rows that bring somebody new. */
  created: z.int(),
  /** Rows of people known already, by an identifier or from an earlier row. */
  attached: z.int(),
  attachedByKind: z.array(z.object({ kind: z.string(), rows: z.int() })),
  /** Rows whose identifiers belong to different people: they attach to the first, and the pair goes to review. */
  conflicts: z.int(),
  rejected: z.int(),
  newAccounts: z.int(),
  knownAccounts: z.int(),
  attachedSamples: z.array(Sample.extend({ recordId: z.uuid(), recordName: z.string().nullable(), by: z.string() })),
  conflictSamples: z.array(
    Sample.extend({
      records: z.array(z.object({ recordId: z.uuid(), name: z.string().nullable(), by: z.string() })),
    }),
  ),
  /** What becomes of values of known people, by the rules of the columns. */
  changes: z.array(
    ComparedField.extend({
      rule: ColumnRule,
      /** Blanks that the file fills. */
      filled: z.int(),
      /** Values that the file writes over, as far as the person may edit them. */
      overwritten: z.int(),
      /** Values that differ and are kept; of a name the other one becomes a name by which they are found, too. */
      kept: z.int(),
    }),
  ),
  /** Values of the file that differ from what is known; what is known is kept unless its column says otherwise. */
  differing: z.int(),
  differingSamples: z.array(
    Sample.extend({
      ...ComparedField.shape,
      recordId: z.uuid(),
      inFile: z.string(),
      now: z.string(),
    }),
  ),
  rejectedByReason: z.array(z.object({ code: z.string(), rows: z.int(), sample: ReadRow })),
});
export type DryRun = z.infer<typeof DryRun>;
