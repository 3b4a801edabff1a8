import { NEEDED_TO_START } from "@tongzhou/contract/campaigns";
import type { NeededToStart } from "@tongzhou/contract/campaigns";

/** What a campaign still lacks to be started (R-CAMP-1), in the order a page asks for it. A text of spaces says nothing. */
export function missingToStart(campaign: Readonly<Record<NeededToStart, string | number | null>>): NeededToStart[] {
  return NEEDED_TO_START.filter((field) => {
    const value = campaign[field];
    return value === null || (typeof value === "string" && value.trim() === "");
  });
}
