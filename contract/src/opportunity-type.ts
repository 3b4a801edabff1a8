import { z } from "zod";

const Id = z.string().min(1).max(64);
const Name = z.string().max(120);

/** The part a person of the customer plays in an opportunity. */
export const OPPORTUNITY_ROLES = [
  "decision_maker",
  "approver",
  "champion",
  "user",
  "influencer",
  "participant",
] as const;
export const OpportunityRole = z.enum(OPPORTUNITY_ROLES);
export type OpportunityRole = z.infer<typeof OpportunityRole>;

/**
 * What a stage may ask the system itself to have seen (R-OPP-2): a WeChat identifier on a contact, a meeting held, a document
 * read, a role present among the people.
 */
export const EVIDENCE = [
  "wechat_identifier",
  "meeting_held",
  "document_read",
  ...OPPORTUNITY_ROLES.map((role) => `role:${role}` as const),
] as const;
export const Evidence = z.enum(EVIDENCE);
export type Evidence = z.infer<typeof Evidence>;

/** Fields and evidence are asked when the stage is entered. The probability is in percent, `usualDays` whole days. */
export const OpportunityStage = z.object({
  id: Id,
  name: Name,
  probability: z.int(),
  requiredFields: z.array(Id).max(50),
  requiredEvidence: z.array(Evidence).max(50),
  usualDays: z.int().nullable(),
});
export type OpportunityStage = z.infer<typeof OpportunityStage>;

/** How heavy an opportunity is kept (R-OPP-1): ordered stages, a few fields, or just a mark on the account. */
export const OpportunityWeight = z.enum(["pipeline", "brief", "tag"]);
export type OpportunityWeight = z.infer<typeof OpportunityWeight>;

/** A type of opportunities. Stages are data, in their order, and belong to pipelines only. */
export const OpportunityType = z.object({
  name: Name,
  weight: OpportunityWeight,
  stages: z.array(OpportunityStage).max(50),
});
export type OpportunityType = z.infer<typeof OpportunityType>;

/** The shipped reasons to lose an opportunity. */
export const LOSE_REASONS = ["price", "competitor", "no_budget", "not_fit", "postponed", "no_answer"] as const;

/** Why an act on an opportunity is refused. Stable: pages say each in the user's language. */
export const OpportunityRefusal = z.enum([
  "not_running",
  "no_stages",
  "unknown_stage",
  "already_there",
  "gate_closed",
  "amount_missing",
  "amount_not_whole",
  "won_in_future",
  "lose_reason_missing",
  "lose_reason_unknown",
]);
export type OpportunityRefusal = z.infer<typeof OpportunityRefusal>;
