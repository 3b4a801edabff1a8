import { z } from "zod";
import { LEAD_REFUSALS } from "./lead-stages.ts";
import { Sentence } from "./sentence.ts";

export const LeadIds = z.array(z.uuid()).min(1).max(5000);

/** What a person adds in their own words. */
export const LeadNote = z.string().trim().max(2000).nullable().default(null);

/** One lead that did not move, and why; `holderName` is who has it now. */
export const RefusedAnswer = z.object({
  leadId: z.uuid(),
  code: z.enum([...LEAD_REFUSALS, "lead_not_found"]),
  params: Sentence.shape.params,
  holderName: z.string().nullable(),
});
export type RefusedAnswer = z.infer<typeof RefusedAnswer>;

/** What became of an act on several leads. A single lead that is refused is a problem (409 or 422) instead. */
export const LeadAnswers = z.object({
  moved: z.array(z.uuid()),
  refused: z.array(RefusedAnswer),
});
export type LeadAnswers = z.infer<typeof LeadAnswers>;
