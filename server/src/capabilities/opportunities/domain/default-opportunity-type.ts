import type { PipelineType } from "@tongzhou/contract/opportunity-type";

/** The type a new company starts with: buying inspection equipment, from the first need to the signature. */
export function defaultOpportunityType(): PipelineType {
  return {
    kind: "pipeline",
    name: "新购 巡检设备",
    stages: [
      { id: "need", name: "需求确认", probability: 10, requiredFields: [], evidence: [] },
      { id: "trial", name: "样机试用", probability: 30, requiredFields: ["site"], evidence: [] },
      {
        id: "solution",
        name: "方案确认",
        probability: 50,
        requiredFields: ["amount"],
        evidence: [{ kind: "meeting_held" }],
      },
      {
        id: "negotiation",
        name: "商务谈判",
        probability: 70,
        requiredFields: ["budgetYear"],
        evidence: [{ kind: "role_present", role: "approver" }],
      },
      { id: "signing", name: "签约中", probability: 90, requiredFields: ["expectedCloseOn"], evidence: [] },
    ],
    loseReasons: [
      { code: "price", name: "价格" },
      { code: "competitor", name: "选了对手" },
      { code: "no_budget", name: "预算没批" },
      { code: "not_fit", name: "产品不合适" },
      { code: "postponed", name: "项目推迟" },
      { code: "no_answer", name: "没有回音" },
    ],
  };
}
