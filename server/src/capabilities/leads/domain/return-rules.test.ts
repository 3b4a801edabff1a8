import { describe, expect, test } from "vitest";
import {
  赵磊,
  林晓,
  raw,
  nurturing,
  qualifying,
  taken,
  mql,
  assigned,
  sql,
  converted,
  disqualified,
  moved,
  refused,
  kinds,
} from "./example-leads.fixture.ts";
import { inPool, inPublicPool, ownedBy } from "./lead-state.ts";
import type { LeadState } from "./lead-state.ts";

describe("rows 13 to 15: coming back", () => {
  test("row 13: an idle sql goes where the rule says, and its owner cools down", () => {
    const toPublic = moved(sql, { kind: "idle", destination: "public", teamId: "华东" });
    expect(toPublic.lead).toMatchObject({ stage: "mql", holder: inPublicPool("华东") });
    expect(toPublic.effects).toEqual([{ kind: "cool_down", ownerId: "陈浩" }]);
    const toNurture = moved(sql, { kind: "idle", destination: "nurture", teamId: null });
    expect(toNurture.lead).toMatchObject({ stage: "nurturing", holder: inPool("nurture") });
    expect(refused(sql, { kind: "idle", destination: "public", teamId: null }).code).toBe("team_missing");
  });
  test("row 13: an idle qualifying lead goes back to the SDR pool", () => {
    const move = moved(taken, { kind: "idle", destination: "public", teamId: null });
    expect(move).toMatchObject({ row: "13", lead: { stage: "qualifying", holder: inPool("sdr") } });
    expect(refused(qualifying, { kind: "idle", destination: "nurture", teamId: null }).code).toBe("not_taken");
  });
  test("row 13a: claiming from the public pool is accepting", () => {
    const open: LeadState = { ...mql, holder: inPublicPool("华东") };
    const move = moved(open, { kind: "claimed", personId: "王倩" });
    expect(move).toMatchObject({ row: "13a", lead: { stage: "sql", holder: ownedBy("王倩") }, effects: [] });
    expect(moved({ ...raw, holder: inPublicPool("华东") }, { kind: "claimed", personId: "王倩" }).row).toBe("13a");
    expect(refused(mql, { kind: "claimed", personId: "王倩" }).code).toBe("not_in_public_pool");
  });
  test("row 14: the lead less far along leaves, and unmerging brings it back as it was", () => {
    const gone = moved(assigned, { kind: "merged_away", intoLeadId: "另一条" });
    expect(gone.lead).toMatchObject({ stage: "disqualified", reason: "merged", mergedIntoId: "另一条" });
    expect(moved(gone.lead, { kind: "unmerged", before: { ...assigned, breached: true } })).toMatchObject({
      lead: assigned,
      effects: [{ kind: "start_clock", ownerId: "陈浩", usesTurn: false }],
    });
    expect(moved(gone.lead, { kind: "unmerged", before: mql })).toMatchObject({ lead: mql, effects: [] });
    expect(refused(disqualified, { kind: "unmerged", before: assigned }).code).toBe("not_merged");
    expect(refused(gone.lead, { kind: "unmerged", before: converted }).code).toBe("holder_not_allowed");
  });
  test("row 15: a lost opportunity begins a new cycle", () => {
    const bounced: LeadState = { ...converted, bounces: 2, passedOnBySdr: true };
    const lost = moved(bounced, {
      kind: "opportunity_lost",
      destination: "nurture",
      teamId: null,
      openLeadExists: false,
    });
    expect(lost.lead).toEqual({ ...nurturing, cycle: 2 });
    expect(lost.lifecycle).toMatchObject([{ from: "converted", to: "nurturing", cycle: 2 }]);
    const event = { kind: "opportunity_lost", destination: "public", teamId: "华东", openLeadExists: false } as const;
    expect(moved(converted, event).lead).toMatchObject({ stage: "mql", holder: inPublicPool("华东"), cycle: 2 });
    expect(refused(converted, { ...event, teamId: null }).code).toBe("team_missing");
  });
  test("row 15: where an open lead exists there is only a note", () => {
    const event = { kind: "opportunity_lost", destination: "public", teamId: null, openLeadExists: true } as const;
    expect(moved(converted, event)).toMatchObject({ lead: converted, lifecycle: [], effects: [{ kind: "note" }] });
  });
});

describe("rows 16 to 18: waking, leaving, and people who leave", () => {
  test("row 16: a touch on a nurturing lead asks for a judgement", () => {
    const move = moved(nurturing, { kind: "touched", wakes: false, openLeadExists: false });
    expect(move).toMatchObject({ row: "16", lead: nurturing, lifecycle: [], effects: [{ kind: "judge" }] });
  });
  test("row 16a: a touch wakes a disqualified lead whose reason wakes", () => {
    const move = moved(disqualified, { kind: "touched", wakes: true, openLeadExists: false });
    expect(move.lead).toEqual({ ...raw, cycle: 2 });
    expect(move.lifecycle).toMatchObject([{ from: "disqualified", to: "raw", cycle: 2 }]);
    expect(refused(disqualified, { kind: "touched", wakes: false, openLeadExists: false }).code).toBe("does_not_wake");
    expect(refused(disqualified, { kind: "touched", wakes: true, openLeadExists: true }).code).toBe("open_lead_exists");
  });
  test("row 16a: a merged lead never wakes by itself", () => {
    const merged: LeadState = { ...disqualified, reason: "merged", mergedIntoId: "另一条" };
    expect(refused(merged, { kind: "touched", wakes: true, openLeadExists: false }).code).toBe("does_not_wake");
  });
  test("row 17: any open lead can be disqualified with a reason", () => {
    for (const lead of [raw, nurturing, qualifying, mql]) {
      const move = moved(lead, { kind: "disqualified", by: 林晓, reason: "invalid" });
      expect(move).toMatchObject({ row: "17", lead: { stage: "disqualified", reason: "invalid" } });
    }
    expect(refused(sql, { kind: "disqualified", by: 林晓, reason: "invalid" }).code).toBe("not_the_holder");
    expect(refused(raw, { kind: "disqualified", by: 林晓, reason: "" }).code).toBe("reason_missing");
    expect(refused(converted, { kind: "disqualified", by: 赵磊, reason: "invalid" }).code).toBe("wrong_stage");
  });
  test.each([taken, assigned, sql, converted])("row 18: a $stage lead goes to the successor", (lead) => {
    const move = moved(lead, { kind: "owner_left", successorId: "王倩" });
    expect(move).toMatchObject({ row: "18", lead: { stage: lead.stage, holder: ownedBy("王倩") } });
    const clock = lead.stage === "assigned" ? ["stop_clock", "start_clock"] : [];
    expect(kinds(move)).toEqual([...clock, "tell_owner"]);
  });
  test("row 18: names who is missing", () => {
    expect(refused(sql, { kind: "owner_left", successorId: null }).code).toBe("successor_missing");
    expect(refused(sql, { kind: "owner_left", successorId: "陈浩" }).code).toBe("already_theirs");
    expect(refused(qualifying, { kind: "owner_left", successorId: "王倩" }).code).toBe("not_taken");
  });
});
