import { Refused } from "../../platform/problems/refusal.ts";
import type { CampaignFacts } from "./campaigns.queries.ts";
import { missingToStart } from "./domain/missing-to-start.ts";

/** @throws Refused `campaign_incomplete` naming everything that a started campaign must have and this one lacks (R-CAMP-1). */
export function refuseIncomplete(facts: CampaignFacts): void {
  const missing = missingToStart(facts);
  if (missing.length === 0) return;
  throw new Refused(
    "campaign_incomplete",
    { name: facts.name, count: missing.length, missing },
    missing.map((field) => ({ pointer: `/${field}`, code: "field.required" })),
  );
}
