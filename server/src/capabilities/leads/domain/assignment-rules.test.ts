import { describe, expect, test } from "vitest";
import {
  raw,
  nurturing,
  qualifying,
  taken,
  mql,
  assigned,
  sql,
  moved,
  refused,
  kinds,
} from "./example-leads.fixture.ts";
import { inPool, ownedBy } from "./lead-state.ts";
import type { LeadState } from "./lead-state.ts";

describe("rows 6 and 6a: routing", () => {
  test("row 6: routing to a rep uses a turn and starts the clock", () => {
    const move = moved(mql, { kind: "routed", to: { kind: "rep", repId: "陈浩" } });
    expect(move).toMatchObject({ row: "6", lead: { stage: "assigned", holder: ownedBy("陈浩"), hadBy: ["陈浩"] } });
    expect(move.effects).toEqual([
      { kind: "start_clock", ownerId: "陈浩", usesTurn: true },
      { kind: "tell_owner", ownerId: "陈浩" },
    ]);
  });
  test.each([
    ["sdr", "qualifying", inPool("sdr")],
    ["nurture", "nurturing", inPool("nurture")],
    ["nobody", "mql", inPool("triage")],
  ] as const)("row 6a: routing to %s makes it %s", (kind, stage, holder) => {
    expect(moved(mql, { kind: "routed", to: { kind } })).toMatchObject({ row: "6a", lead: { stage, holder } });
  });
  test("row 6a: what an SDR passed on in this cycle does not go back to the SDRs", () => {
    const passedOn: LeadState = { ...mql, passedOnBySdr: true };
    expect(refused(passedOn, { kind: "routed", to: { kind: "sdr" } }).code).toBe("sdr_passed_it_on");
    expect(moved(passedOn, { kind: "routed", to: { kind: "nobody" } }).lifecycle).toEqual([]);
  });
});

describe("rows 9 to 10: the clock, triage and managers", () => {
  test("row 9: the breach is recorded once and the manager is told", () => {
    const move = moved(assigned, { kind: "answer_overdue" });
    expect(move).toMatchObject({ row: "9", lead: { ...assigned, breached: true }, lifecycle: [] });
    expect(kinds(move)).toEqual(["record_breach", "tell_manager"]);
    expect(refused(move.lead, { kind: "answer_overdue" }).code).toBe("breach_already_recorded");
  });
  test("row 9a: the next by the rules is asked, with a fresh clock", () => {
    const move = moved({ ...assigned, breached: true }, { kind: "reassign_overdue", nextRepId: "王倩" });
    expect(move).toMatchObject({
      row: "9a",
      lead: { stage: "assigned", holder: ownedBy("王倩"), bounces: 1, breached: false, hadBy: ["陈浩", "王倩"] },
    });
    expect(kinds(move)).toEqual(["stop_clock", "start_clock", "tell_owner"]);
  });
  test("row 9a: a breach that was missed while the house was down is recorded with it", () => {
    const move = moved(assigned, { kind: "reassign_overdue", nextRepId: null });
    expect(kinds(move)).toEqual(["record_breach", "tell_manager", "stop_clock"]);
    expect(move.effects.at(-1)).toMatchObject({ outcome: "timed_out", bounce: true, turnBack: false });
    expect(move.lead).toMatchObject({ stage: "mql", holder: inPool("triage"), bounces: 1 });
  });
  test("row 9a: the third bounce goes to triage although somebody is left", () => {
    const twice: LeadState = { ...assigned, bounces: 2 };
    const move = moved(twice, { kind: "reassign_overdue", nextRepId: "王倩" });
    expect(move.lead).toMatchObject({ stage: "mql", holder: inPool("triage"), bounces: 3 });
  });
  test("row 9a: nobody who had it in this cycle is asked again", () => {
    const had: LeadState = { ...assigned, hadBy: ["王倩", "陈浩"] };
    expect(refused(had, { kind: "reassign_overdue", nextRepId: "王倩" }).code).toBe("had_it_in_this_cycle");
  });
  test.each([raw, nurturing, qualifying, taken, mql, assigned, sql])(
    "row 10: triage gives a $stage lead to a rep, which is not a bounce",
    (lead) => {
      const move = moved(lead, { kind: "given", byId: "赵磊", toId: "王倩" });
      expect(move).toMatchObject({ row: "10", lead: { stage: "assigned", holder: ownedBy("王倩"), bounces: 0 } });
      const ended = lead.stage === "assigned" ? ["stop_clock"] : [];
      expect(kinds(move)).toEqual([...ended, "start_clock", "tell_owner"]);
    },
  );
  test("row 10: taking it oneself is accepting it", () => {
    const move = moved(assigned, { kind: "given", byId: "赵磊", toId: "赵磊" });
    expect(move.lead).toMatchObject({ stage: "sql", holder: ownedBy("赵磊") });
    expect(move.effects).toMatchObject([{ kind: "stop_clock", outcome: "reassigned", bounce: false }]);
    expect(refused(sql, { kind: "given", byId: "赵磊", toId: "陈浩" }).code).toBe("already_theirs");
  });
});
