import type { Evidence, OpportunityStage, OpportunityType } from "@tongzhou/contract/opportunity-type";

/** The type a new company starts with: buying inspection equipment, from the first need to the signature. */
export function defaultOpportunityType(): OpportunityType {
  return {
    name: "新购 巡检设备",
    weight: "pipeline",
    stages: [
      stage("need", "需求确认", 10, 12, [], []),
      stage("trial", "样机试用", 30, 14, ["nextStep"], []),
      stage("solution", "方案确认", 50, 9, ["amount"], ["meeting_held"]),
      stage("negotiation", "商务谈判", 70, 14, ["expectedCloseOn"], ["role:approver"]),
      stage("signing", "签约中", 90, 10, [], []),
    ],
  };
}

const stage = (
  id: string,
  name: string,
  probability: number,
  usualDays: number,
  requiredFields: string[],
  requiredEvidence: Evidence[],
): OpportunityStage => ({ id, name, probability, requiredFields, requiredEvidence, usualDays });
