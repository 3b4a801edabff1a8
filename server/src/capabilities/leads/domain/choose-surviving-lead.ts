import type { LeadStage } from "@tongzhou/contract/lead-stages";

/** Far along = further down this list. */
const ORDER: readonly LeadStage[] = ["raw", "nurturing", "qualifying", "mql", "assigned", "sql"];

export interface MeetingLead {
  readonly leadId: string;
  readonly stage: LeadStage;
  /** When its first episode began, in milliseconds. */
  readonly createdAt: number;
}

/**
 * Two open leads of one contact and product line meet by merging (row 14): further along wins, then the older, then the
 * smaller id. Answers both by their part; asking with the two exchanged gives the same answer.
 */
export function chooseSurvivingLead(a: MeetingLead, b: MeetingLead): { survivorId: string; mergedId: string } {
  const further = ORDER.indexOf(b.stage) - ORDER.indexOf(a.stage) || a.createdAt - b.createdAt;
  const aSurvives = further < 0 || (further === 0 && a.leadId < b.leadId);
  return aSurvives ? { survivorId: a.leadId, mergedId: b.leadId } : { survivorId: b.leadId, mergedId: a.leadId };
}
