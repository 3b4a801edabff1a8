import { z } from "zod";

const Id = z.string().min(1).max(64);
const Name = z.string().max(120);

/**
 * What a stage may ask the system itself to have seen (R-OPP-2): a WeChat identifier on a contact, a meeting held, a document
 * read (`assetId` null: any), a role present among the people.
 */
export const EvidenceDemand = z.discriminatedUnion("kind", [
  z.object({ kind: z.enum(["wechat_identifier", "meeting_held"]) }),
  z.object({ kind: z.literal("asset_read"), assetId: z.uuid().nullable() }),
  z.object({ kind: z.literal("role_present"), role: z.string().min(1).max(40) }),
]);
export type EvidenceDemand = z.infer<typeof EvidenceDemand>;

/** `requiredFields` and `evidence` are asked when a stage is entered. The probability is in percent. */
export const OpportunityStage = z.object({
  id: Id,
  name: Name,
  probability: z.int(),
  requiredFields: z.array(Id).max(50),
  evidence: z.array(EvidenceDemand).max(50),
});
export type OpportunityStage = z.infer<typeof OpportunityStage>;

export const LoseReason = z.object({ code: Id, name: Name });
export type LoseReason = z.infer<typeof LoseReason>;

/** The weight of a type (R-OPP-1): ordered stages, a few fields, or just a mark on the account. Stages are data. */
export const OpportunityType = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("pipeline"),
    name: Name,
    stages: z.array(OpportunityStage).max(50),
    loseReasons: z.array(LoseReason).max(50),
  }),
  z.object({
    kind: z.literal("brief"),
    name: Name,
    fields: z.array(Id).max(50),
    loseReasons: z.array(LoseReason).max(50),
  }),
  z.object({ kind: z.literal("tag"), name: Name }),
]);
export type OpportunityType = z.infer<typeof OpportunityType>;
export type PipelineType = Extract<OpportunityType, { kind: "pipeline" }>;

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
