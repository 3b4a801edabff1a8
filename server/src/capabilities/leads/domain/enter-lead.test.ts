import { expect, test } from "vitest";
import { enterLead } from "./enter-lead.ts";
import { inPool, ownedBy } from "./lead-state.ts";

test("row 1: a captured lead is nobody's and is judged at once", () => {
  const entered = enterLead({ kind: "captured", openLeadId: null, standardInForce: true });
  expect(entered).toMatchObject({
    row: "1",
    lead: { stage: "raw", holder: inPool("sdr"), cycle: 1 },
    lifecycle: [{ from: null, to: "raw", cycle: 1, holderFrom: null, holderTo: inPool("sdr") }],
    effects: [{ kind: "judge" }],
  });
});

test("row 1: without a standard in force it stays raw and says why", () => {
  const entered = enterLead({ kind: "captured", openLeadId: null, standardInForce: false });
  expect(entered).toMatchObject({ effects: [], because: { code: "lead.row.1", params: { standardInForce: false } } });
});

test("row 1a: a lead a rep types for himself is his, graded and not routed", () => {
  const entered = enterLead({ kind: "typed", repId: "陈浩", openLeadId: null });
  expect(entered).toMatchObject({ row: "1a", lead: { stage: "sql", holder: ownedBy("陈浩"), hadBy: ["陈浩"] } });
  expect(entered.outcome === "moved" && entered.effects).toEqual([{ kind: "grade" }]);
});

test.each([
  { kind: "captured", openLeadId: "已有", standardInForce: true },
  { kind: "typed", repId: "陈浩", openLeadId: "已有" },
] as const)("an open lead is pointed at, never doubled ($kind)", (entry) => {
  expect(enterLead(entry)).toEqual({ outcome: "refused", code: "open_lead_exists", params: { leadId: "已有" } });
});

test("row 1b: history comes in as the file says and starts nothing", () => {
  const history = { kind: "history", openLeadId: null, group: null, reason: null } as const;
  const entered = enterLead({ ...history, stage: "converted", holder: ownedBy("王倩") });
  expect(entered).toMatchObject({ row: "1b", lead: { stage: "converted", hadBy: [] }, effects: [] });
  const warm = enterLead({ ...history, stage: "nurturing", holder: inPool("nurture"), group: "warm" });
  expect(warm).toMatchObject({ lead: { group: "warm" } });
});

test("row 1b: history may add a closed lead beside an open one, but not a second open one", () => {
  const history = { kind: "history", openLeadId: "已有", group: null, reason: "invalid" } as const;
  expect(enterLead({ ...history, stage: "disqualified", holder: inPool("invalid") }).outcome).toBe("moved");
  expect(enterLead({ ...history, stage: "sql", holder: ownedBy("王倩") }).outcome).toBe("refused");
});

test("row 1b: a stage and holder the table does not know are refused", () => {
  const history = { kind: "history", openLeadId: null, group: null, reason: null } as const;
  expect(enterLead({ ...history, stage: "sql", holder: inPool("triage") })).toMatchObject({
    code: "holder_not_allowed",
  });
  expect(enterLead({ ...history, stage: "disqualified", holder: inPool("invalid") })).toMatchObject({
    code: "reason_missing",
  });
});
