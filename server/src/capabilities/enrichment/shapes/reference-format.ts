import { CsvFormat } from "@tongzhou/contract/import-settings";
import { z } from "zod";

/** How the bytes of a reference file are read, and where its first company stands. */
export const ReferenceFormat = z.object({
  format: CsvFormat,
  firstRow: z.object({ offset: z.int(), line: z.int() }),
  columns: z.int(),
});
export type ReferenceFormat = z.infer<typeof ReferenceFormat>;
