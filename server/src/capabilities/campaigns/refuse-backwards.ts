import { Refused } from "../../platform/problems/refusal.ts";
import type { CampaignFacts } from "./campaigns.queries.ts";

/** @throws Refused `campaign_ends_before_start` when a campaign would end before it begins. */
export function refuseBackwards({ startsOn, endsOn }: Pick<CampaignFacts, "startsOn" | "endsOn">): void {
  if (startsOn === null || endsOn === null || endsOn >= startsOn) return;
  throw new Refused("campaign_ends_before_start", { startsOn, endsOn }, [
    { pointer: "/endsOn", code: "field.not_offered" },
  ]);
}
