import type { EvidenceDemand, OpportunityStage } from "@tongzhou/contract/opportunity-type";

/** What is filled in and what the system has seen of an opportunity. */
export interface GateFacts {
  readonly filledFields: ReadonlySet<string>;
  readonly wechatIdentifier: boolean;
  readonly meetingHeld: boolean;
  readonly readAssetIds: ReadonlySet<string>;
  readonly roles: ReadonlySet<string>;
}

/** One thing a stage still asks for. */
export type Missing =
  | { readonly kind: "field"; readonly stageId: string; readonly field: string }
  | { readonly kind: "evidence"; readonly stageId: string; readonly demand: EvidenceDemand };

/** What is missing to enter a stage (R-OPP-2), in the order the stage names it; empty when the gate is open. */
export function checkGate(
  stage: Pick<OpportunityStage, "id" | "requiredFields" | "evidence">,
  facts: GateFacts,
): Missing[] {
  const fields = stage.requiredFields
    .filter((field) => !facts.filledFields.has(field))
    .map((field): Missing => ({ kind: "field", stageId: stage.id, field }));
  const evidence = stage.evidence
    .filter((demand) => !isSeen(demand, facts))
    .map((demand): Missing => ({ kind: "evidence", stageId: stage.id, demand }));
  return [...fields, ...evidence];
}

function isSeen(demand: EvidenceDemand, facts: GateFacts): boolean {
  switch (demand.kind) {
    case "wechat_identifier":
      return facts.wechatIdentifier;
    case "meeting_held":
      return facts.meetingHeld;
    case "asset_read":
      return demand.assetId === null ? facts.readAssetIds.size > 0 : facts.readAssetIds.has(demand.assetId);
    case "role_present":
      return facts.roles.has(demand.role);
  }
}
