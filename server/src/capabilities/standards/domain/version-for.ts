import type { LeadStage } from "@tongzhou/contract/lead-stages";

const FOLLOWS_THE_STANDARD: readonly LeadStage[] = ["raw", "nurturing", "qualifying"];

/**
 * Which version judges a lead: the one in force while it is `raw`, `nurturing` or `qualifying`; further along it keeps the
 * version that brought it there (R-STD-6). One that was never judged is judged by the version in force.
 */
export function versionFor<Version>(stage: LeadStage, judgedBy: Version | null, inForce: Version): Version {
  return FOLLOWS_THE_STANDARD.includes(stage) ? inForce : (judgedBy ?? inForce);
}
