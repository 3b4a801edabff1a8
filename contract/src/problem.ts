import { z } from "zod";

/** One field of the request (or one rule, row, cell …) that is wrong, by JSON pointer. */
export const ProblemField = z.object({
  pointer: z.string(),
  code: z.string(),
  message: z.string(),
});

/**
 * What every refused request answers (RFC 9457, `application/problem+json`): a stable `code`, and `title` and `detail` in
 * the user's language that say what happened, what was kept and what to do.
 */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  code: z.string(),
  /** Values the sentence speaks of (names, counts, who was first …), for pages that say it their own way. */
  params: z.record(z.string(), z.unknown()).optional(),
  fields: z.array(ProblemField).optional(),
  /** What to tell an administrator when it was our fault. */
  reportId: z.string().optional(),
});
export type Problem = z.infer<typeof Problem>;
