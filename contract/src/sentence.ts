import { z } from "zod";

/**
 * A sentence as facts: a stable code and the values it speaks of. Decisions are stored and sent like this, and each
 * language says them its own way (R-LEAD-7: every automatic decision is explained in a sentence a rep can read).
 */
export const Sentence = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type Sentence = z.infer<typeof Sentence>;
