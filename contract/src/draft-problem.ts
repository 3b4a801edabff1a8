import { z } from "zod";

/**
 * Something wrong with a draft (a standard, an opportunity type). Errors keep it from taking force, warnings say what will
 * surprise somebody. `path` is a JSON pointer into the draft; the code is stable and said in each language.
 */
export const DraftProblem = z.object({
  path: z.string(),
  code: z.string(),
  severity: z.enum(["error", "warning"]),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type DraftProblem = z.infer<typeof DraftProblem>;
