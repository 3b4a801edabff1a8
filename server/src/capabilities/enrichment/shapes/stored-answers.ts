import { Cost, EnrichedField, FactOrigin, MatchedBy } from "@tongzhou/contract/enrichment";
import { z } from "zod";

/** What was found about an account, as it waits for a person to take of it. */
export const StoredAnswers = z.array(
  z.object({
    sourceId: z.uuid(),
    facts: z.partialRecord(EnrichedField, z.string()),
    matchedBy: MatchedBy,
    origin: FactOrigin,
    at: z.iso.datetime(),
    cost: Cost.nullable(),
  }),
);
export type StoredAnswers = z.infer<typeof StoredAnswers>;
