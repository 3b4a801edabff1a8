import type { Evidence, OpportunityStage } from "@tongzhou/contract/opportunity-type";

/** What is filled in and what the system has seen of an opportunity. */
export interface GateFacts {
  readonly filledFields: ReadonlySet<string>;
  readonly evidence: ReadonlySet<Evidence>;
}

/** One thing a stage still asks for. */
export type Missing =
  | { readonly kind: "field"; readonly stageId: string; readonly field: string }
  | { readonly kind: "evidence"; readonly stageId: string; readonly evidence: Evidence };

/** What is missing to enter a stage (R-OPP-2), in the order the stage names it; empty when the gate is open. */
export function checkGate(
  stage: Pick<OpportunityStage, "id" | "requiredFields" | "requiredEvidence">,
  facts: GateFacts,
): Missing[] {
  const fields = stage.requiredFields
    .filter((field) => !facts.filledFields.has(field))
    .map((field): Missing => ({ kind: "field", stageId: stage.id, field }));
  const evidence = stage.requiredEvidence
    .filter((demand) => !facts.evidence.has(demand))
    .map((demand): Missing => ({ kind: "evidence", stageId: stage.id, evidence: demand }));
  return [...fields, ...evidence];
}
