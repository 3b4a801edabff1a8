import { LOSE_REASONS } from "@tongzhou/contract/opportunity-type";
import type { OpportunityStage, OpportunityType } from "@tongzhou/contract/opportunity-type";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkGate } from "./check-gate.ts";
import type { GateFacts } from "./check-gate.ts";
import { defaultOpportunityType } from "./default-opportunity-type.ts";
import { loseOpportunity } from "./lose-opportunity.ts";
import { moveOpportunity } from "./move-opportunity.ts";
import type { OpportunityState } from "./opportunity-state.ts";
import { winOpportunity } from "./win-opportunity.ts";

const NOW = Date.UTC(2025, 10, 21);
const type = defaultOpportunityType();
const nothing: GateFacts = {
  filledFields: new Set(),
  evidence: new Set(),
};
const everything: GateFacts = {
  filledFields: new Set(["nextStep", "amount", "expectedCloseOn"]),
  evidence: new Set(["wechat_identifier", "meeting_held", "document_read", "role:approver"]),
};
const inStage = (stageId: string | null, outcome: OpportunityState["outcome"] = null): OpportunityState => ({
  outcome,
  stageId,
  openedAt: NOW - 86_400_000,
});

describe("a gate", () => {
  const stage: Pick<OpportunityStage, "id" | "requiredFields" | "requiredEvidence"> = {
    id: "talk",
    requiredFields: ["amount", "nextStep"],
    requiredEvidence: ["wechat_identifier", "meeting_held", "role:approver"],
  };
  test("lists what is missing: fields first, then what the system has not seen", () => {
    const facts: GateFacts = { filledFields: new Set(["nextStep"]), evidence: new Set(["meeting_held"]) };
    expect(checkGate(stage, facts)).toEqual([
      { kind: "field", stageId: "talk", field: "amount" },
      { kind: "evidence", stageId: "talk", evidence: "wechat_identifier" },
      { kind: "evidence", stageId: "talk", evidence: "role:approver" },
    ]);
  });
  test("opens when all is there", () => {
    expect(checkGate(stage, everything)).toEqual([]);
  });
});

describe("moving between stages", () => {
  test("the next stage opens when its gate does", () => {
    expect(moveOpportunity(type, inStage("solution"), "negotiation", everything)).toEqual({
      outcome: "moved",
      direction: "forward",
      stageId: "negotiation",
      skipped: [],
      lifecycle: { from: "solution", to: "negotiation", reason: null },
    });
  });
  test("a closed gate says what is missing", () => {
    const facts: GateFacts = { ...everything, evidence: new Set(["meeting_held"]) };
    expect(moveOpportunity(type, inStage("solution"), "negotiation", facts)).toMatchObject({
      code: "gate_closed",
      params: { missing: 1 },
      missing: [{ stageId: "negotiation", evidence: "role:approver" }],
    });
  });
  test("a jump asks for all on the way", () => {
    const refused = moveOpportunity(type, inStage("need"), "signing", nothing);
    expect(refused).toMatchObject({ code: "gate_closed", params: { missing: 5 } });
    expect(moveOpportunity(type, inStage("need"), "signing", everything)).toMatchObject({
      skipped: ["trial", "solution", "negotiation"],
    });
  });
  test("back is always open", () => {
    expect(moveOpportunity(type, inStage("signing"), "trial", nothing)).toMatchObject({
      outcome: "moved",
      direction: "back",
      lifecycle: { from: "signing", to: "trial" },
    });
  });
  test("from a stage the type no longer has, all gates on the way are asked", () => {
    expect(moveOpportunity(type, inStage("abolished"), "trial", nothing)).toMatchObject({ code: "gate_closed" });
    expect(moveOpportunity(type, inStage("abolished"), "need", nothing)).toMatchObject({ direction: "forward" });
  });
  test("what cannot move is told why", () => {
    expect(moveOpportunity(type, inStage("need", "won"), "trial", everything)).toMatchObject({ code: "not_running" });
    expect(moveOpportunity(type, inStage("need"), "need", everything)).toMatchObject({ code: "already_there" });
    expect(moveOpportunity(type, inStage("need"), "nowhere", everything)).toMatchObject({ code: "unknown_stage" });
    const tag: OpportunityType = { weight: "tag", name: "推荐", stages: [] };
    expect(moveOpportunity(tag, inStage(null), "need", everything)).toMatchObject({ code: "no_stages" });
  });
  test("a jump is allowed exactly when single steps are", () => {
    const ids = type.stages.map(({ id }) => id);
    const facts = fc.record({
      filledFields: fc.subarray([...everything.filledFields]).map((fields) => new Set(fields)),
      evidence: fc.subarray([...everything.evidence]).map((evidence) => new Set(evidence)),
    });
    const index = fc.nat({ max: ids.length - 1 });
    fc.assert(
      fc.property(index, index, facts, (a, b, seen) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        if (from === to) return;
        const steps = ids
          .slice(from + 1, to + 1)
          .map((id, step) => moveOpportunity(type, inStage(ids[from + step] ?? null), id, seen));
        const jump = moveOpportunity(type, inStage(ids[from] ?? null), ids[to] ?? "", seen);
        expect(jump.outcome === "moved").toBe(steps.every(({ outcome }) => outcome === "moved"));
      }),
    );
  });
});

describe("winning", () => {
  const win = { amount: 268_000_000, wonAt: NOW, now: NOW };
  test("states the amount and hands over to customer success", () => {
    expect(winOpportunity(inStage("need"), win)).toEqual({
      outcome: "won",
      amount: 268_000_000,
      wonAt: NOW,
      lifecycle: { from: "need", to: "won", reason: null },
      effects: [{ kind: "hand_over_to_success" }],
      notes: [],
    });
  });
  test("an amount of nothing is an amount, a missing, broken or negative one is not", () => {
    expect(winOpportunity(inStage("need"), { ...win, amount: 0 }).outcome).toBe("won");
    expect(winOpportunity(inStage("need"), { ...win, amount: null })).toMatchObject({ code: "amount_missing" });
    expect(winOpportunity(inStage("need"), { ...win, amount: 1.5 })).toMatchObject({ code: "amount_not_whole" });
    expect(winOpportunity(inStage("need"), { ...win, amount: -1 })).toMatchObject({ code: "amount_not_whole" });
  });
  test("a day ahead is refused, a day before it was opened is said aloud", () => {
    expect(winOpportunity(inStage("need"), { ...win, wonAt: NOW + 1 })).toMatchObject({ code: "won_in_future" });
    const early = winOpportunity(inStage("need"), { ...win, wonAt: NOW - 3 * 86_400_000 });
    expect(early).toMatchObject({ outcome: "won", notes: [{ code: "won.before_opened" }] });
  });
  test("a lost one is not won", () => {
    expect(winOpportunity(inStage("need", "lost"), win)).toMatchObject({ code: "not_running" });
  });
});

describe("losing", () => {
  test("asks why and returns the lead", () => {
    expect(loseOpportunity(inStage("trial"), "price", LOSE_REASONS)).toEqual({
      outcome: "lost",
      reason: "price",
      lifecycle: { from: "trial", to: "lost", reason: "price" },
      effects: [{ kind: "return_lead" }],
    });
  });
  test("the reason is one of those offered", () => {
    expect(loseOpportunity(inStage("trial"), null, LOSE_REASONS)).toMatchObject({ code: "lose_reason_missing" });
    expect(loseOpportunity(inStage("trial"), "mood", LOSE_REASONS)).toMatchObject({ code: "lose_reason_unknown" });
    expect(loseOpportunity(inStage("trial", "won"), "price", LOSE_REASONS)).toMatchObject({ code: "not_running" });
  });
});
